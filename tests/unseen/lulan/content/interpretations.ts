import type { InterpretationRow } from '../types.js';

const row = (id: number, one: Omit<InterpretationRow, 'id' | 'sects'>): InterpretationRow => ({
  id,
  sects: ['0104'],
  ...one,
});
const link = (id: number, sect: string) => `show.jsp?unit=0417&sect=${sect}&id=${id}`;

/** 政策解读 (0104). */
export const interpretations: InterpretationRow[] = [
  row(30701, {
    title: '《鹿栏乡2026年森林防火工作方案》解读',
    published: '2026-02-13 10:00:00',
    formats: ['text'],
    policy: 30411,
    linksToPolicy: true,
    linkedFromPolicy: true,
    body: [
      '一、背景。今冬明春降水偏少，森林火险等级高。',
      '二、主要内容。明确了巡护、值守、处置三方面措施。',
      `三、<a href="${link(30411, '0101')}" target=_blank>查看原文</a>`,
    ],
  }),
  row(30702, {
    title: '一张图看懂封山禁牧通告',
    published: '2026-04-02 09:30:00',
    formats: ['infographic'],
    policy: 30416,
    linksToPolicy: false,
    linkedFromPolicy: true,
    body: ['<img src="/upfile/2026/4/20260402092501.jpg" width=750 border=0>'],
    trap: '只有一张长图，只有文件一侧有链接',
  }),
  row(30703, {
    title: '视频：乡长解读封山禁牧',
    published: '2026-04-07 16:00:00',
    formats: ['video'],
    policy: 30416,
    linksToPolicy: true,
    linkedFromPolicy: false,
    body: [
      '<object classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000" width=640 height=480><param name="movie" value="/js/vcastr3.swf"><param name="FlashVars" value="xml={vcastr}{channel}{item}{source}/upfile/video/fsjm.flv{/source}{/item}{/channel}{/vcastr}"><embed src="/js/vcastr3.swf" flashvars="xml={vcastr}{channel}{item}{source}/upfile/video/fsjm.flv{/source}{/item}{/channel}{/vcastr}" width=640 height=480 type="application/x-shockwave-flash"></object>',
      `<center>原文：<a href="${link(30416, '0101')}">关于封山禁牧的通告</a></center>`,
    ],
    trap: '视频是 Flash 播放器里的 flv，不是动漫',
  }),
  row(30704, {
    title: '关于农村自建房“回头看”，你问我答',
    published: '2026-06-03 10:20:00',
    formats: ['qa'],
    policy: 30421,
    linksToPolicy: false,
    linkedFromPolicy: false,
    body: [
      '乡政府印发《关于开展农村自建房安全隐患“回头看”的紧急通知》后，不少群众来电询问，现集中答复。',
      '<b>一问：</b>哪些房子要查？',
      '<b>一答：</b>用作经营的农村自建房全部要查，重点是三层及以上的。',
      '<b>二问：</b>查出隐患怎么办？',
      '<b>二答：</b>立即停止经营使用，先撤人，再处置。',
    ],
    trap: '“一问”“一答”带序号；书名号里的名称没有机关名',
  }),
  row(30705, {
    title: '政策解读：今年耕地地力保护补贴怎么发',
    published: '2025-09-05 09:00:00',
    formats: ['text'],
    policy: 30608,
    linksToPolicy: true,
    linkedFromPolicy: false,
    body: [
      `根据<a href="${link(30608, '0103')}">领取补贴的通知</a>，今年每亩补贴87.5元。`,
      '补贴对象为拥有耕地承包权的种地农民，已作为畜牧养殖场使用的耕地不予补贴。',
      '补贴资金通过社会保障卡“一卡通”直接发放到户。',
    ],
    trap: '原文是通知公示栏目里的一件，链接文字不是全名',
  }),
  row(30706, {
    title: '《岫岚县农村宅基地管理办法》政策解读',
    published: '2025-11-25 15:00:00',
    formats: ['text'],
    policy: '岫岚县人民政府关于印发《岫岚县农村宅基地管理办法》的通知',
    policyPath: '/zwgk/xx.jsp?id=9911',
    linksToPolicy: true,
    linkedFromPolicy: false,
    body: [
      '近日，县政府印发了<a href="/zwgk/xx.jsp?id=9911" target=_blank>《岫岚县农村宅基地管理办法》</a>。',
      '农村村民一户只能拥有一处宅基地，面积不得超过200平方米。',
      '申请人向村民小组提出，经村级审查后报乡政府审批。',
    ],
    trap: '所解读的文件在上级门户，与本乡子站同一主机',
  }),
  row(30707, {
    title: '鹿栏乡村庄清洁行动实施方案图文解读',
    published: '2025-10-16 10:30:00',
    formats: ['text', 'infographic'],
    policy: 30419,
    linksToPolicy: false,
    linkedFromPolicy: false,
    body: [
      '村庄清洁行动以“三清一改”为重点，即清理生活垃圾、清理村内塘沟、清理畜禽养殖粪污，改变影响人居环境的不良习惯。',
      '各村每月最后一个星期五集中开展一次清扫，乡政府每季度评比一次，评比结果与年终考核挂钩。',
      '<img src="/upfile/2025/10/20251016102801.jpg" width=750 height=2200>',
    ],
    trap: '标题没有书名号；文字之后有长图，没有链接',
  }),
  row(30708, {
    title: '乡广播站《政策早知道》：2026年医保缴费',
    published: '2025-10-13 07:30:00',
    formats: ['audio'],
    policy: 30603,
    linksToPolicy: true,
    linkedFromPolicy: false,
    body: [
      '<embed src="/upfile/audio/yb2026.mp3" autostart=false loop=false width=300 height=45>',
      `<center><a href="${link(30603, '0103')}">关于缴纳2026年度城乡居民医保费的通知</a></center>`,
    ],
    trap: '音频是 embed 的 mp3',
  }),
  row(30709, {
    title: '党政办负责人就政务公开工作制度答问',
    published: '2025-08-20 11:11:00',
    formats: ['qa'],
    policy: 30512,
    linksToPolicy: false,
    linkedFromPolicy: true,
    body: [
      '问：为什么要制定《鹿栏乡政务公开工作制度》？',
      '答：是为了让群众看得到、看得懂、能监督。',
      '问：群众怎样申请公开？',
      '答：可以到乡便民服务中心填写申请表。',
    ],
    trap: '文件一侧的链接在正文末的“相关链接”里',
  }),
  row(30710, {
    title: '图解：老年人高龄津贴申领',
    published: '2026-03-19 09:09:00',
    formats: ['infographic'],
    policy: null,
    linksToPolicy: false,
    linkedFromPolicy: false,
    body: [
      '<img src="/upfile/2026/3/20260319090501.gif" width=700 height=1800>',
      '<img src="/upfile/2026/3/20260319090502.gif" width=700 height=1800>',
    ],
    trap: '只有图片，看不出解读哪个文件',
  }),
  row(30711, {
    title: '关于《鹿栏乡机关公务接待管理办法（试行）》的解读说明',
    published: '2025-10-24 09:40:00',
    formats: ['text'],
    policy: 30514,
    linksToPolicy: false,
    linkedFromPolicy: false,
    body: [
      '一、制定依据。依据《党政机关国内公务接待管理规定》制定。',
      '二、主要内容。办法共九条，规定了接待审批、标准和报销。',
      '三、施行时间。自2025年11月1日起试行。',
    ],
    files: [{ name: '解读说明.doc', path: '/upfile/2025/10/20251024093801.doc' }],
    trap: '正文第一个书名号是上级规定',
  }),
];

/** Links at the end of the text of documents. */
export const linkedIn: Record<number, number> = { 30411: 30701, 30416: 30702, 30512: 30709 };
