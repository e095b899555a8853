import { BUREAU, centred, down, downList, p, sign, viewer } from './text.js';
import type { DocumentItem } from '../types.js';

const at = { kind: 'document', catid: 6 } as const;

/** 通知公告: articles and rows that lead straight to a file, in one list. */
export const NOTICES: DocumentItem[] = [
  {
    ...at,
    id: 911,
    day: '2026-06-29',
    title: '关于城区自来水主管道改造停水的通告',
    number: null,
    issued: '2026-06-28',
    body: p('因主管道改造，定于2026年7月3日8时至20时停水。') + sign('苇泽县自来水公司', '2026年6月28日'),
    trap: '停水日期晚于落款',
  },
  {
    ...at,
    id: 908,
    day: '2026-06-26',
    title: '苇泽县2026年第二季度农村饮用水水质检测结果公示',
    link: '/uploadfile/2026/0626/20260626043512118.pdf',
    number: null,
    issued: null,
    trap: '列表的行直接链到 PDF（转向链接），扫描件；没有文章页',
  },
  {
    ...at,
    id: 899,
    day: '2026-06-15',
    title: '关于2026年上半年在建水利工程质量安全检查情况的通报',
    link: '/uploadfile/2026/0615/20260615112904520.pdf',
    number: '苇水发〔2026〕19号',
    issued: '2026-06-11',
    pdfs: {
      '/uploadfile/2026/0615/20260615112904520.pdf': [
        '苇水发〔2026〕19号',
        '苇泽县水务局',
        '关于2026年上半年在建水利工程质量安全检查情况的通报',
        '各参建单位：',
        '2026年5月18日至5月29日，县水务局对在建水利工程开展检查，现将有关情况通报如下。',
        '一、总体情况。共检查工程6处。',
        BUREAU,
        '2026年6月11日',
      ],
    },
    trap: '行直接链到 PDF，文号和落款在 PDF 的文字里',
  },
  {
    ...at,
    id: 893,
    day: '2026-06-12',
    time: '21:40:08',
    title: '关于启动防汛Ⅳ级应急响应的通知',
    number: '苇汛旱〔2026〕3号',
    issued: '2026-06-12',
    body:
      `<p style="text-align:right;">苇汛旱〔2026〕3号</p>` +
      p('各乡镇人民政府：', '县防汛抗旱指挥部决定于6月12日21时启动防汛Ⅳ级应急响应。') +
      sign('苇泽县防汛抗旱指挥部办公室', '2026年6月12日'),
    trap: '文号居右；题目有罗马数字',
  },
  {
    ...at,
    id: 887,
    day: '2026-05-29',
    title: '苇泽县水务局水行政处罚听证公告',
    number: '苇水公告〔2026〕2号',
    issued: '2026-05-28',
    body:
      centred('苇水公告〔2026〕2号') +
      p('本局定于2026年6月8日上午9时就“苇水罚告〔2026〕5号”一案举行听证会。') +
      sign(BUREAU, '2026年5月28日'),
    trap: '正文另有告知书的文号',
  },
  {
    ...at,
    id: 885,
    day: '2026-05-22',
    title: '苇泽县2026年度水土保持监督检查对象名录公告',
    link: '/uploadfile/2026/0522/20260522033941207.ofd',
    number: null,
    issued: null,
    trap: '行直接链到 OFD',
  },
  {
    ...at,
    id: 878,
    day: '2026-05-08',
    title: '关于拟命名2025年度县级节水型单位的公示',
    number: null,
    issued: '2026-05-07',
    body: p('公示期：2026年5月8日至5月14日。联系股室：水资源股。') + sign(BUREAU, '2026年5月7日'),
    trap: '题目年份早一年',
  },
  {
    ...at,
    id: 876,
    day: '2026-04-30',
    title: '关于公开征求《苇泽县城乡供水管理办法（征求意见稿）》意见的公告',
    link: '/uploadfile/2026/0430/20260430052210493.doc',
    number: null,
    issued: null,
    trap: '行直接链到 doc',
  },
  {
    ...at,
    id: 866,
    day: '2026-04-16',
    title: '苇泽县水务局2026年公开招聘基层水利站工作人员公告',
    number: null,
    issued: '2026-04-15',
    body:
      p('报名时间：2026年4月20日至4月24日；笔试：5月16日。1990年4月20日以后出生。') +
      sign(BUREAU, '2026年4月15日') +
      downList([
        ['报名登记表', down('b71cQy5ZpLr0')],
        ['岗位表', down('c02dTe9UvMn4')],
      ]),
    files: [
      ['报名登记表', down('b71cQy5ZpLr0')],
      ['岗位表', down('c02dTe9UvMn4')],
    ],
    trap: '附件是两个 a_k 地址',
  },
  {
    ...at,
    id: 851,
    day: '2026-03-20',
    title: '关于开展2026年“世界水日”“中国水周”宣传活动的通知',
    before: '<font color="#0066cc">苇水办〔2026〕7号</font>&nbsp;',
    link: '/uploadfile/2026/0320/20260320090715662.pdf',
    number: '苇水办〔2026〕7号',
    issued: null,
    trap: '行直接链到 PDF（扫描件），文号只在列表行里',
  },
  {
    ...at,
    id: 846,
    day: '2026-03-05',
    title: '苇泽县2026年度水库、堤防防汛责任人名单公告',
    number: null,
    issued: null,
    body: '<p><iframe src="/statics/flipbook/index.html?book=zrr2026" width="100%" height="760" scrolling="no" frameborder="0"></iframe></p>',
    trap: '正文是翻页书（图片），没有文字',
  },
  {
    ...at,
    id: 843,
    day: '2026-02-26',
    updated: '2026-05-18',
    title: '关于2026年河道禁采期的公告',
    number: null,
    issued: '2026-02-25',
    body: p('2026年4月1日至9月30日为河道禁采期。') + sign(BUREAU, '2026年2月25日'),
    trap: '列表写更新日期（五月），页面写“发布时间”和“更新时间”，按更新算会超期',
  },
  {
    ...at,
    id: 832,
    day: '2026-01-16',
    title: '2025年度水利建设质量工作考核结果公示',
    link: '/uploadfile/2026/0116/20260116023318905.xlsx',
    number: null,
    issued: null,
    trap: '行直接链到 xlsx；题目年份早一年',
  },
  {
    ...at,
    id: 825,
    day: '2025-12-19',
    title: '关于《2026年度农村供水水价公示》的更正公告',
    number: null,
    issued: '2025-12-18',
    body:
      p('我局2025年12月12日刊发的《2026年度农村供水水价公示》中，大垭水厂水价应为每吨2.8元（苇发改价〔2025〕61号）。') +
      sign(BUREAU, '2025年12月18日'),
    trap: '更正公告；正文有原公示的日期和物价文件的文号',
  },
  {
    ...at,
    id: 824,
    day: '2025-12-12',
    title: '2026年度农村供水水价公示',
    number: null,
    issued: '2025-12-11',
    body: p('现将2026年度农村供水水价公示如下：大垭水厂每吨8.2元。') + sign(BUREAU, '2025年12月11日'),
    trap: '被更正的原件',
  },
  {
    ...at,
    id: 817,
    day: '2025-11-14',
    title: '关于开展小型水库安全鉴定的通知',
    number: null,
    issued: '2025-11-13',
    body:
      p('各乡镇水利站：', '请于11月28日前报送名单。') +
      sign(BUREAU, '2025年11月13日') +
      '<p>附件：<a href="../../../uploadfile/2025/1114/20251114040126733.xls" target="_self">小型水库安全鉴定名单报送表</a></p>',
    files: [['小型水库安全鉴定名单报送表', '/uploadfile/2025/1114/20251114040126733.xls']],
    trap: '附件是 ../../../ 相对地址',
  },
  {
    ...at,
    id: 792,
    day: '2025-08-08',
    title: '关于苇河灌区2025年度用水户满意度调查结果的公告',
    number: null,
    issued: null,
    body:
      viewer('/uploadfile/2025/0808/20250808101650288.pdf') +
      '<p>无法浏览请<a href="/uploadfile/2025/0808/20250808101650288.pdf">点此下载</a></p>' +
      '<p><a href="/uploadfile/tools/PDFReader.exe">PDF阅读器下载</a></p>',
    files: [['点此下载', '/uploadfile/2025/0808/20250808101650288.pdf']],
    trap: '附件的链接文字是“点此下载”，阅读器不是附件',
  },
];
