import { type DocumentArticle } from '../types.js';

const office = '梧桐区人民政府办公室';
const government = '梧桐区人民政府';

/** 其他政策文件 of 2026. */
export const officeDocuments2026: DocumentArticle[] = [
  {
    id: 'e11',
    title: '梧桐区人民政府办公室关于做好2026年春节期间有关工作的通知',
    number: null,
    index: '003149218/202601-00034',
    issued: '2026-01-26',
    published: '2026-01-28',
    column: '6721032',
    address: 'hash',
    meta: 'font',
    source: office,
    sign: office,
    shown: { number: '无' },
    trap: '发文字号 is 无, while the text quotes two numbers of superiors',
    body: `@各镇人民政府、各街道办事处，区政府各部门、各直属机构：
根据《云岭省人民政府办公厅关于做好2026年元旦春节期间有关工作的通知》（云政办明电〔2025〕46号）和市政府办公室有关要求，为保障全区人民度过欢乐祥和的新春佳节，经区政府同意，现就有关工作通知如下：
一、保障市场供应
加强粮油肉蛋菜等生活必需品货源组织和价格监测，严厉打击囤积居奇、哄抬物价行为。
二、关心困难群众
春节前将各项救助资金全部发放到位，严格落实保障农民工工资支付各项制度。
三、维护安全稳定
认真落实《梧桐区人民政府关于禁止燃放烟花爆竹的通告》（梧政规〔2025〕3号），突出抓好道路交通、消防、旅游景区等领域安全管理。
四、加强值班值守
请于2026年2月6日前将春节假期值班安排报区政府值班室，电话0999-1234567。`,
  },
  {
    id: 'e12',
    title: '梧桐区人民政府关于表彰2025年度全区招商引资工作先进集体的决定',
    number: '梧政发〔2026〕2号',
    index: '003149218/202602-00009',
    issued: '2026-02-09',
    published: '2026-02-12',
    column: '6721032',
    address: 'hash',
    meta: 'comment',
    source: office,
    sign: government,
    trap: '成文日期, 文号 of another file and 有效期 stand in comments of the source only; the day is in the signature',
    body: `@各镇人民政府、各街道办事处，区政府各部门、各直属机构：
2025年，全区上下坚持把招商引资作为经济工作的“生命线”，全年新签约亿元以上项目43个，到位资金86.7亿元，同比增长12.4%，涌现出一批成绩突出的先进集体。
为表扬先进、树立典型，区政府决定对区招商服务中心等10个先进集体予以表彰。
希望受表彰的单位珍惜荣誉、再接再厉，在新的一年里再创佳绩。全区各级各单位要以先进为榜样，为推动全区高质量发展作出新的更大贡献。`,
  },
  {
    id: 'e13',
    title: '梧桐区人民政府办公室关于印发2026年区政府重点工作责任分解方案的通知',
    number: '梧政办发〔2026〕3号',
    index: '003149218/202605-00004',
    issued: '2026-02-26',
    published: '2026-05-08',
    column: '6721032',
    address: 'hash',
    meta: 'table',
    source: office,
    sign: office,
    timeliness: 'late',
    shown: { title: '梧桐区人民政府办公室<br/>关于印发2026年区政府重点工作责任分解方案的通知' },
    attachments: [{ name: '2026年区政府重点工作责任分解表.xlsx', file: '/attachment/2026/0508/1746688012277.xlsx' }],
    trap: 'title broken in two lines; published more than two months late',
    body: `@各镇人民政府、各街道办事处，区政府各部门、各直属机构：
《2026年区政府重点工作责任分解方案》已经区政府第72次常务会议审议通过，现印发给你们，请认真抓好落实。
一、牵头区领导负总责，牵头单位主要负责同志为第一责任人，责任单位按照职责分工密切配合。
二、各牵头单位要于2026年3月10日前制定推进计划，逐项明确时间表、路线图。
三、区政府督查室要建立台账，实行月调度、季督查、年考核，结果纳入年度综合考核。`,
  },
  {
    id: 'e14',
    title: '梧桐区人民政府办公室关于开展高标准农田建设“回头看”工作的通知',
    number: '梧政办秘〔2026〕9号',
    index: '003149218/202603-00027',
    issued: '2026-03-23',
    published: '2026-03-30',
    column: '6721032',
    address: 'hash',
    meta: 'font',
    source: '梧桐区农业农村局',
    sign: office,
    trap: 'a pasted Word file brings its own meta charset=gb2312 and o:p tags into the text',
    body: `<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="ProgId" content="Word.Document"><meta name="Generator" content="Microsoft Word 11"><link rel="File-List" href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
<p class="MsoNormal" style="mso-char-indent-count:2"><span style="font-family:仿宋_GB2312;font-size:16pt">各镇人民政府、各街道办事处，区政府有关部门：<o:p></o:p></span></p>
<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋_GB2312;font-size:16pt">为全面排查2019年以来高标准农田建设项目存在的突出问题，确保建一块成一块，经区政府同意，决定在全区开展高标准农田建设“回头看”工作。现将有关事项通知如下：<o:p></o:p></span></p>
<p class="MsoNormal" style="text-indent:32pt"><b><span style="font-family:黑体;font-size:16pt">一、排查范围<o:p></o:p></span></b></p>
<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋_GB2312;font-size:16pt">2019年至2025年立项实施的全部高标准农田建设项目，重点排查工程质量、资金使用、建后管护等方面问题。<o:p></o:p></span></p>
<p class="MsoNormal" style="text-indent:32pt"><b><span style="font-family:黑体;font-size:16pt">二、时间安排<o:p></o:p></span></b></p>
<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋_GB2312;font-size:16pt">2026年4月底前完成自查，5月底前完成区级核查，9月底前完成整改销号。<o:p></o:p></span></p>`,
  },
  {
    id: 'e16',
    title: '梧桐区人民政府办公室关于公布2026年度区级挂牌督办重大火灾隐患单位的通知',
    number: '梧政办秘〔2026〕12号',
    index: '003149218/202604-00008',
    issued: '2026-04-07',
    published: '2026-04-10',
    column: '6721032',
    address: 'hash',
    meta: 'font',
    source: '梧桐区消防救援大队',
    attachments: [{ name: '梧政办秘〔2026〕12号.pdf', file: '/attachment/2026/0410/1744267390118.pdf' }],
    trap: 'pictures only with the same file as PDF below; a document and no 图解',
    body: `<div class="pic_text"><img src="/upload/main/2026/4/10/page-1.png" width="700"><br><img src="/upload/main/2026/4/10/page-2.png" width="700"></div>`,
  },
];
