import { type DocumentArticle } from '../types.js';

const office = '梧桐区人民政府办公室';
const government = '梧桐区人民政府';

/** 人事信息 (6721036), 应急管理 (6721037). */
export const staffAndEmergency: DocumentArticle[] = [
  {
    id: 'h01',
    title: '梧桐区人民政府关于任免工作人员职务的通知',
    number: '梧政人〔2025〕2号',
    index: '003149218/202503-00028',
    issued: '2025-03-24',
    published: '2025-03-26',
    column: '6721036',
    address: 'hash',
    meta: 'table',
    source: '梧桐区人力资源和社会保障局',
    sign: government,
    trap: 'another file has exactly the same title: they are two',
    body: `@各镇人民政府、各街道办事处，区政府各部门、各直属机构：
经2025年3月20日区政府第54次常务会议研究决定，任命：
王某某为区人民政府办公室副主任（试用期一年）；
赵某某为区农业农村局副局长。
免去：
李某某的区人民政府办公室副主任职务；
钱某某的区市场监督管理局副局长职务。`,
  },
  {
    id: 'h02',
    title: '梧桐区人民政府关于任免工作人员职务的通知',
    number: '梧政人〔2025〕5号',
    index: '003149218/202509-00029',
    issued: '2025-09-22',
    published: '2025-09-24',
    column: '6721036',
    address: 'hash',
    meta: 'table',
    source: '梧桐区人力资源和社会保障局',
    sign: government,
    trap: 'another file has exactly the same title: they are two',
    body: `@各镇人民政府、各街道办事处，区政府各部门、各直属机构：
经2025年9月18日区政府第64次常务会议研究决定，任命：
孙某某为区数据资源管理局副局长（试用期一年）；
周某某为区退役军人事务局副局长。
免去：
吴某某的区司法局副局长职务，到龄退休。`,
  },
  {
    id: 'h03',
    title: '梧桐区人民政府关于张某某等同志试用期满正式任职的通知',
    number: '梧政人〔2026〕1号',
    index: '003149218/202604-00011',
    issued: '2026-04-07',
    published: '2026-04-09',
    column: '6721036',
    address: 'hash',
    meta: 'font',
    source: '梧桐区人力资源和社会保障局',
    sign: government,
    body: `@各镇人民政府、各街道办事处，区政府各部门、各直属机构：
经考核合格，2026年4月2日区政府第74次常务会议研究决定，下列同志试用期满，正式任职：
张某某任区交通运输局副局长；
郑某某任区卫生健康委员会副主任。
以上同志任职时间从试用期开始之日计算。`,
  },
  {
    id: 'm01',
    title: '梧桐区人民政府办公室关于印发《梧桐区突发环境事件应急预案》的通知',
    number: '梧政办发〔2025〕17号',
    index: '003149218/202512-00030',
    issued: '2025-12-22',
    published: '2025-12-29',
    column: '6721037',
    address: 'hash',
    meta: 'table',
    source: '梧桐区生态环境分局',
    attachments: [{ name: '梧桐区突发环境事件应急预案.pdf', file: '/attachment/2025/1229/1766978001502.pdf' }],
    trap: 'the page is a shell around a PDF in an iframe; its column is opened by script only',
    body: `<div class="pdf_box"><iframe src="/assets/pdfjs/web/viewer.html?file=%2Fattachment%2F2025%2F1229%2F1766978001502.pdf" width="100%" height="720" frameborder="0" scrolling="no"></iframe></div>`,
  },
  {
    id: 'm02',
    title: '梧桐区人民政府办公室关于印发《梧桐区自然灾害救助应急预案》的通知',
    number: '梧政办发〔2024〕11号',
    index: '003149218/202406-00025',
    issued: '2024-06-24',
    published: '2024-06-28',
    column: '6721037',
    address: 'hash',
    meta: 'table',
    source: '梧桐区应急管理局',
    sign: office,
    trap: 'its column is opened by script only',
    body: `@各镇人民政府、各街道办事处，区政府有关部门：
修订后的《梧桐区自然灾害救助应急预案》已经区政府同意，现印发给你们，请认真贯彻执行。
一、组织指挥体系
区减灾委员会为全区自然灾害救助应急综合协调机构，办公室设在区应急管理局。
二、应急响应分级
根据灾害危害程度，设定一级、二级、三级、四级四个响应等级。
三、灾后救助
因灾倒损民房恢复重建以受灾户自建为主，灾情稳定后10日内完成评估。`,
  },
  {
    id: 'm03',
    title: '梧桐区防汛抗旱指挥部关于启动防汛四级应急响应的通知',
    number: '梧汛〔2026〕4号',
    index: '003149309/202606-00013',
    issued: '2026-06-16',
    published: '2026-06-16',
    column: '6721037',
    address: 'hash',
    meta: 'font',
    source: '梧桐区应急管理局',
    sign: '梧桐区防汛抗旱指挥部',
    trap: 'its column is opened by script only',
    body: `@各镇人民政府、各街道办事处，区防汛抗旱指挥部各成员单位：
据气象部门预报，6月17日至19日我区有一次强降雨过程，累计雨量80至120毫米，局部可达180毫米。根据《梧桐区防汛抗旱应急预案》有关规定，区防汛抗旱指挥部决定于2026年6月16日18时启动防汛四级应急响应。
一、强化监测预警，加密会商研判，及时发布预警信息。
二、落实巡查防守，加强水库、塘坝、山洪灾害点巡查值守，做好人员转移避险准备。
三、严肃值班纪律，严格执行24小时领导带班制度，信息报送电话0999-1234568。`,
  },
];

/** 历史文件 (6721040): moved to the new platform in one day, years after they were written. */
export const archives: DocumentArticle[] = [
  {
    id: 'a01',
    title: '梧桐区人民政府关于印发梧桐区城乡居民社会养老保险实施办法的通知',
    number: '梧政发〔2011〕36号',
    index: '003149218/201111-00002',
    issued: '2011-11-21',
    published: '2025-11-18',
    body: `@各镇人民政府、各街道办事处，区政府有关部门：
现将《梧桐区城乡居民社会养老保险实施办法》印发给你们，请认真贯彻执行。
一、参保范围为年满16周岁、不符合职工基本养老保险参保条件的城乡居民。
二、缴费标准设为每年100元至1000元十个档次，参保人自主选择，多缴多得。
三、本办法自2011年12月1日起施行。`,
  },
  {
    id: 'a02',
    title: '梧桐区人民政府办公室关于进一步规范农村集体资产资源管理的意见',
    number: '梧政办发〔2012〕44号',
    index: '003149218/201206-00005',
    issued: '2012-06-08',
    published: '2025-11-18',
    body: `@各镇人民政府、各街道办事处，区政府有关部门：
为加强农村集体资产资源管理，维护集体经济组织及其成员合法权益，提出如下意见：
一、全面清产核资，建立资产资源台账，每年清查一次。
二、规范承包、租赁程序，一律实行公开招投标。
三、健全民主监督，财务收支情况按季度公布。`,
  },
  {
    id: 'a03',
    title: '梧桐区人民政府关于公布第三批区级文物保护单位的通知',
    number: '梧政发〔2013〕18号',
    index: '003149218/201305-00009',
    issued: '2013-05-30',
    published: '2025-11-18',
    body: `@各镇人民政府、各街道办事处，区政府有关部门：
根据《中华人民共和国文物保护法》规定，区政府核定青石古桥等7处文物为第三批区级文物保护单位，现予公布。
一、各地要划定保护范围，作出标志说明，建立记录档案。
二、区文化部门要加强检查指导，确保文物安全。`,
  },
  {
    id: 'a04',
    title: '梧桐区人民政府办公室关于加强城区户外广告管理的通知',
    number: '梧政办发〔2014〕9号',
    index: '003149218/201403-00004',
    issued: '2014-03-12',
    published: '2025-11-18',
    body: `@各街道办事处，区政府有关部门：
为规范城区户外广告设置，提升城市形象，现就有关事项通知如下：
一、设置户外广告应当符合城区户外广告设置规划，并依法办理审批手续。
二、对未经批准擅自设置或者超过期限的户外广告，限期于2014年4月30日前自行拆除。
三、城市管理部门要加强日常巡查，发现问题及时查处。`,
  },
].map((archive) => ({
  ...archive,
  column: '6721040' as const,
  address: 'hash' as const,
  meta: 'table' as const,
  source: office,
  sign: archive.title.includes('办公室') ? office : government,
  timeliness: 'notMeasured' as const,
  trap: 'an archive moved with others on one day, years later',
}));
