import { attachment, centre, p, sign } from '../text.js';
import type { DocumentItem } from '../types.js';

/** 36 通知公告，38 财政预决算，51 意见征集 */
export const NOTICES: DocumentItem[] = [
  {
    kind: 'document',
    id: 3601,
    columns: ['36', '37'],
    day: '2026-06-22',
    mark: 'new',
    title: '鹿鸣县2026年事业单位公开招聘拟聘用人员公示（一）',
    body:
      p('根据招聘公告，经笔试、面试、体检、考察，拟聘用下列人员，公示期为2026年6月22日至6月30日。', '监督电话：略。') +
      sign('鹿鸣县人力资源和社会保障局', '2026年6月22日') +
      attachment('拟聘用人员名单（一）.xlsx', '/upload/2026/0622/ny1.xlsx'),
    files: [['拟聘用人员名单（一）.xlsx', '/upload/2026/0622/ny1.xlsx']],
    number: null,
    index: null,
    issued: '2026-06-22',
    trap: '列表日期写“06月22日”没有年；标题带 NEW 图标；人事信息栏目另有地址',
  },
  {
    kind: 'document',
    id: 3602,
    columns: ['36'],
    day: '2026-06-10',
    title: '关于G000线下沙大桥维修加固施工期间实行交通管制的通告',
    body:
      p('因桥梁维修加固，定于2026年6月15日8时至9月30日18时对下沙大桥实行交通管制。') +
      '<p style="text-align:right">鹿鸣县公安局交通管理大队　鹿鸣县公路事务中心</p><p style="text-align:right">2026年6月9日</p>',
    number: null,
    index: null,
    issued: '2026-06-09',
    trap: '管制起止日期晚于成文日期；两家落款在一行',
  },
  {
    kind: 'document',
    id: 3603,
    columns: ['36', '4006'],
    day: '2026-05-06',
    title: '鹿鸣县人民政府拟征收土地公告（柳林镇2026年第一批次）',
    body:
      '<p style="text-align:center">鹿政征预〔2026〕4号</p>' +
      p(
        '因城镇建设需要，拟征收柳林镇柳林村集体土地1.8公顷。',
        '自本公告发布之日起10个工作日内不得抢栽抢建。公告期限：2026年5月6日至2026年5月19日。',
      ) +
      sign('鹿鸣县人民政府', '2026年5月6日'),
    number: '鹿政征预〔2026〕4号',
    index: null,
    issued: '2026-05-06',
    trap: '没有属性表，文号为正文居中第一段；与补偿安置公告标题相近；土地征收栏目另有地址',
  },
  {
    kind: 'document',
    id: 3604,
    columns: ['36', '4006'],
    day: '2026-06-01',
    title: '鹿鸣县人民政府征地补偿安置公告（柳林镇2026年第一批次）',
    body:
      '<p style="text-align:center">鹿政征补〔2026〕4号</p>' +
      p(
        '依据《拟征收土地公告》（鹿政征预〔2026〕4号，2026年5月6日），拟定征地补偿安置方案，公告期限2026年6月1日至6月30日。',
      ) +
      sign('鹿鸣县人民政府', '2026年6月1日'),
    number: '鹿政征补〔2026〕4号',
    index: null,
    issued: '2026-06-01',
    trap: '正文引用预公告的文号和日期；文号为居中段落',
  },
  {
    kind: 'document',
    id: 3605,
    columns: ['36'],
    day: '2026-05-20',
    title: '鹿鸣县自然资源局国有建设用地使用权挂牌出让公告',
    row: '鹿鸣县自然资源局国有建设用地使用权挂牌出让公告(鹿自然资告字[2026]07号)',
    body:
      '<p style="text-align:center">鹿自然资告字[2026]07号</p>' +
      '<table border="1"><tr><th>宗地编号</th><th>面积</th><th>起始价</th></tr><tr><td>LM2026-11</td><td>20013平方米</td><td>3100万元</td></tr></table>' +
      p('报名时间：2026年5月21日至6月19日。挂牌时间：2026年6月10日至6月22日。') +
      sign('鹿鸣县自然资源局', '2026年5月20日'),
    number: '鹿自然资告字〔2026〕07号',
    index: null,
    issued: '2026-05-20',
    trap: '列表标题后面带文号；宗地编号不是文号；文号为半角方括号且序号有前导零',
  },
  {
    kind: 'document',
    id: 3606,
    columns: ['36'],
    day: '2026-04-09',
    title: '关于2026年县级以上骨干教师评选结果的公示',
    body:
      p('经学校推荐、专家评审，现将评选结果予以公示。公示时间：4月9日—4月15日。') +
      '<p><a href="/upload/2026/0409/gg.docx"><img src="/images/word.gif" alt=""></a><a href="/upload/2026/0409/gg.docx">骨干教师名单.docx</a></p>',
    files: [['骨干教师名单.docx', '/upload/2026/0409/gg.docx']],
    number: null,
    index: null,
    issued: null,
    trap: '没有落款；附件的图标和文字是两个链接，同一地址',
  },
  {
    kind: 'document',
    id: 3607,
    columns: ['36'],
    day: '2026-05-25',
    title: '关于《国有建设用地使用权挂牌出让公告》（鹿自然资告字[2026]07号）的更正公告',
    body:
      p('我局2026年5月20日发布的公告中，宗地LM2026-11的容积率“1.8”更正为“1.6”，其他内容不变。') +
      sign('鹿鸣县自然资源局', '2026年5月25日'),
    number: null,
    index: null,
    issued: '2026-05-25',
    trap: '题目里的文号是被更正公告的',
  },
  {
    kind: 'document',
    id: 3608,
    columns: ['36'],
    day: '2026-03-10',
    title: '鹿鸣县城区停车收费标准听证会公告（第2号）',
    body:
      p(
        '定于2026年3月26日（星期四）上午9时召开听证会。参加人名单如下：消费者代表10人（略）。',
        '第1号公告已于2026年2月9日发布。',
      ) + sign('鹿鸣县发展和改革局', '2026年3月9日'),
    number: null,
    index: null,
    issued: '2026-03-09',
    trap: '“（第2号）”是公告的次序，不是文号；听证会日期、第1号公告日期都不是成文日期',
  },
  {
    kind: 'document',
    id: 3609,
    columns: ['36'],
    day: '2026-06-18',
    time: '12:20',
    title: '鹿鸣县防汛抗旱指挥部关于将防汛应急响应提升至Ⅲ级的通知',
    body:
      '<p style="text-align:right">鹿汛〔2026〕3号</p>' +
      p('各乡镇人民政府：', '县防汛抗旱指挥部决定于6月18日12时起将防汛Ⅳ级应急响应提升至Ⅲ级。') +
      '<p style="text-align:right">鹿鸣县防汛抗旱指挥部</p><p style="text-align:right">2026年6月18日12时</p>',
    number: '鹿汛〔2026〕3号',
    index: null,
    issued: '2026-06-18',
    trap: '落款日期后面带“12时”',
  },
  {
    kind: 'document',
    id: 3610,
    columns: ['36'],
    day: '2025-12-03',
    title: '鹿鸣县2026年城乡居民基本医疗保险参保缴费公告',
    body:
      p('集中缴费期为2025年9月1日至2025年12月31日，个人缴费标准400元。') +
      '<p style="text-align:right">鹿鸣县医疗保障局 国家税务总局鹿鸣县税务局</p><p style="text-align:right">2025年12月1日</p>',
    number: null,
    index: null,
    issued: '2025-12-01',
    trap: '标题年份比发布年份大一年；同一列表里往年的行写全年月日；第二页',
  },
  {
    kind: 'document',
    id: 3611,
    columns: ['36'],
    day: '2025-08-28',
    title: '关于遴选2025年粮油等主要作物大面积单产提升行动社会化服务组织的公告',
    body:
      p('报名截止2025年9月5日17时。') +
      '<p style="text-align:right">鹿鸣县农业农村局</p><p style="text-align:right">2025-8-27</p>' +
      '<p>报名表下载：<a href="/upload/2025/0828/bmb.doc">点击这里</a></p>',
    files: [['点击这里', '/upload/2025/0828/bmb.doc']],
    number: null,
    index: null,
    issued: '2025-08-27',
    trap: '附件的链接文字是“点击这里”；落款日期不补零；第二页',
  },
  {
    kind: 'document',
    id: 3801,
    columns: ['38', '4003'],
    day: '2026-02-11',
    title: '鹿鸣县2026年县级部门预算公开汇总',
    body: '<table border="1"><tr><td><a href="/upload/2026/0211/a.pdf">县政府办2026年部门预算</a></td><td><a href="/upload/2026/0211/b.pdf">县教育局2026年部门预算</a></td></tr><tr><td><a href="/upload/2026/0211/c.pdf">县民政局2026年部门预算</a></td><td>&nbsp;</td></tr></table>',
    files: [
      ['县政府办2026年部门预算', '/upload/2026/0211/a.pdf'],
      ['县教育局2026年部门预算', '/upload/2026/0211/b.pdf'],
      ['县民政局2026年部门预算', '/upload/2026/0211/c.pdf'],
    ],
    number: null,
    index: null,
    issued: null,
    trap: '正文是一张附件表格，没有成文日期',
  },
  {
    kind: 'document',
    id: 3802,
    columns: ['38', '4003'],
    day: '2025-09-29',
    title: '关于鹿鸣县2024年县本级财政决算（草案）的报告',
    body:
      '<p style="text-align:center">——2025年9月24日在县十八届人大常委会第二十七次会议上</p><p style="text-align:center">鹿鸣县财政局</p>' +
      p('主任、各位副主任、各位委员：', '2024年县本级一般公共预算收入完成7.2亿元。') +
      centre('一、收支决算情况'),
    number: null,
    index: null,
    issued: null,
    trap: '题下只有报告作出的会议日期，没有落款；不是信息公开年度报告',
  },
  {
    kind: 'document',
    id: 5101,
    columns: ['51'],
    day: '2026-04-01',
    title: '关于公开征求《鹿鸣县城区停车设施管理办法（征求意见稿）》意见的公告',
    body:
      p('为规范停车设施管理，现公开征求意见。征集时间：2026年4月1日至4月30日。') +
      sign('鹿鸣县城市管理局', '2026年4月1日') +
      '<p>附件：<a href="/upload/2026/0401/zqyj.docx">征求意见稿</a></p><div class="fk"><b>意见采纳情况（2026-05-12）</b><p>共收到意见12条，采纳5条。</p></div>',
    files: [['征求意见稿', '/upload/2026/0401/zqyj.docx']],
    number: null,
    index: null,
    issued: '2026-04-01',
    trap: '采纳情况和它的日期接在同一页正文之后；只在意见征集栏目里',
  },
];
