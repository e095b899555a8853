import type { OtherArticle } from '../types.js';

const news = (id: number, published: string, title: string, ...body: string[]): OtherArticle => ({
  id,
  in: 'portal',
  columns: [3],
  title,
  published,
  body,
  organ: '云溪镇融媒工作站',
});

/** 镇村要闻 (cid 3): some headlines hold a file's name or an act of the government. */
export const newsItems: OtherArticle[] = [
  news(
    7045,
    '2026-06-26',
    '云溪镇召开防汛抗旱工作推进会',
    '6月25日，云溪镇召开防汛抗旱工作推进会，传达学习云衡政办发〔2026〕15号文件精神。',
  ),
  news(
    7044,
    '2026-06-23',
    '云溪镇印发《2026年防汛抗旱工作方案》 压实三级责任',
    '近日，云溪镇印发工作方案，明确镇村组三级责任人。',
  ),
  news(7043, '2026-06-19', '柳湾村：小积分兑出新风尚', '6月18日，柳湾村积分超市迎来兑换日。'),
  news(7042, '2026-06-18', '县农业农村局到云溪镇调研高标准农田管护', '调研组一行先后来到石桥村、上坪村。'),
  news(7040, '2026-06-12', '云溪镇开展端午节前食品安全检查', '6月11日，镇市场监管所检查商户23家。'),
  news(7038, '2026-06-08', '关于云溪，你不知道的三件事', '云溪因溪得名，古桥三座，茶园千亩。'),
  news(7035, '2026-05-28', '云溪镇举办政策解读进万家宣讲活动', '宣讲员为群众讲解宅基地管理办法，发放宣传单200余份。'),
];

/** 专题专栏 (cid 9). */
export const topicItems: OtherArticle[] = [
  { ...news(7046, '2026-06-24', '【乡村振兴】石桥村茶园春管正当时', '石桥村组织茶农修剪、追肥。'), columns: [9] },
  { ...news(7037, '2026-06-05', '【乡村振兴】上坪村改厕见闻', '上坪村改厕任务已完成七成。'), columns: [9] },
  { ...news(7030, '2026-05-15', '【基层减负】云溪镇精简会议和报表', '今年以来，会议同比减少两成。'), columns: [9] },
];

/** 领导信箱 (cid 8): nothing since 2023. */
export const letterItems: OtherArticle[] = [
  {
    ...news(
      5120,
      '2023-03-14',
      '关于下坪村路灯损坏的咨询',
      '来信：村口路灯坏了两个月。',
      '回复：已联系维修，三日内修复。',
    ),
    columns: [8],
  },
  {
    ...news(5097, '2022-12-05', '高龄津贴什么时候发放', '来信：高龄津贴何时发？', '回复：每季度末月发放。'),
    columns: [8],
  },
];

const village = (id: number, published: string, title: string, ...body: string[]): OtherArticle => ({
  id,
  in: 'old',
  columns: [15],
  title,
  published,
  body,
  organ: '村民委员会',
});

/** 村务公开 in the old site (ClassID 15): of the villages, not of the government. */
export const villageItems: OtherArticle[] = [
  village(
    1260,
    '2026-06-05',
    '柳湾村2026年5月财务收支明细',
    '<table border="1"><tr><td>日期</td><td>摘要</td><td>收入</td><td>支出</td></tr><tr><td>2026-05-06</td><td>水渠清淤用工</td><td></td><td>1800</td></tr></table>',
  ),
  village(1259, '2026-06-04', '石桥村2026年5月财务收支明细', '本月收入3200元，支出2760元。'),
  village(1255, '2026-04-10', '柳湾村2026年第一季度村务公开栏', '一、党务公开。二、村务公开。三、财务公开。'),
  village(1252, '2026-04-08', '上坪村村规民约（2026年修订）', '第一条　爱党爱国，遵纪守法。'),
  village(1249, '2026-03-17', '下坪村村民代表会议记录', '2026年3月15日，应到31人，实到27人。'),
  village(1240, '2026-01-09', '石桥村2025年第四季度村务公开栏', '一、党务公开。二、村务公开。三、财务公开。'),
];

const elsewhere = (id: number, pid: number, organ: string, published: string, title: string): OtherArticle => ({
  id,
  in: 'platform',
  columns: [312],
  pid,
  title,
  published,
  organ,
  body: ['各乡镇人民政府，县直各部门：', '现将有关事项通知如下，请认真贯彻执行。'],
  sign: [organ, published.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')],
});

/** Files of the county (pid 1000) and of a neighbouring town (pid 1107) in the same portal. */
export const foreignItems: OtherArticle[] = [
  elsewhere(
    50101,
    1000,
    '云衡县人民政府',
    '2026-05-18',
    '云衡县人民政府关于印发《云衡县城乡供水一体化实施方案》的通知',
  ),
  elsewhere(50088, 1000, '云衡县人民政府', '2026-04-02', '云衡县人民政府关于公布2026年度县级重大项目清单的通知'),
  elsewhere(
    49310,
    1107,
    '青石镇人民政府',
    '2026-05-21',
    '青石镇人民政府关于印发《青石镇2026年防汛抗旱工作方案》的通知',
  ),
  elsewhere(49288, 1107, '青石镇人民政府', '2026-03-16', '青石镇人民政府关于印发《青石镇村民建房管理办法》的通知'),
];

export const otherItems: OtherArticle[] = [
  ...newsItems,
  ...topicItems,
  ...letterItems,
  ...villageItems,
  ...foreignItems,
];
