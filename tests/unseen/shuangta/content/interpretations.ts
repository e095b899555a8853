import type { Interpretation } from '../types.js';

type Rest = Partial<Interpretation> & Pick<Interpretation, 'title' | 'published' | 'formats' | 'policy' | 'body'>;
const gif = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const picture = (name: string) =>
  `<p><img class="rich_pages wxw-img" data-type="jpeg" data-w="1080" data-src="/static/wx/${name}" src="${gif}" alt="图片"></p>`;
const reads = (id: number, linksToPolicy: boolean, linkedFromPolicy: boolean, rest: Rest): Interpretation => ({
  id,
  channel: 'zcjd',
  layout: 'bare',
  linksToPolicy,
  linkedFromPolicy,
  ...rest,
});
const link = (id: number, text: string) => `<a href="/info/detail/${id}" target="_blank">${text}</a>`;

/** 政策解读: cards that come by XHR alone. */
export const interpretations: Interpretation[] = [
  reads(30101, true, true, {
    title: '《双塔市义务教育学校招生入学管理办法》政策解读',
    published: '2026-03-30T23:59',
    formats: ['text'],
    policy: 11843,
    related: [11843],
    body: [
      '一、制定背景',
      '原《双塔市义务教育招生工作办法》有效期届满，需要根据新情况修订。',
      '二、主要内容',
      '办法共六章三十二条，明确了学区划分、报名登记、派位录取等内容。',
      '三、解读机关',
      '双塔市教育和体育局基础教育股。',
    ],
  }),
  reads(30102, true, true, {
    title: '一图读懂 | 双塔市义务教育学校招生入学管理办法',
    published: '2026-04-01T08:15',
    formats: ['infographic'],
    policy: 11843,
    layout: 'wechat',
    trap: '图片只有data-src，文字只有一行“阅读原文”链接',
    body: [picture('zs1.jpg'), picture('zs2.jpg'), picture('zs3.jpg'), `<p>${link(11843, '阅读原文')}</p>`],
  }),
  reads(30103, true, true, {
    title: '【视频解读】校外培训机构预收费怎么管？',
    published: '2026-04-03T10:00',
    formats: ['video'],
    policy: 11851,
    trap: '视频为Aliplayer脚本，标题无文件名，链接只在相关阅读',
    related: [11851],
    body: [
      '<div class="prism-player" id="J_player"></div><script>var player = new Aliplayer({"id":"J_player","source":"/static/video/ysf.mp4","width":"100%","autoplay":false});</script>',
    ],
  }),
  reads(30104, true, true, {
    title: '《关于进一步加强学校卫生与健康教育工作的实施意见》解读',
    published: '2025-04-15T10:30',
    formats: ['text', 'infographic'],
    policy: 11320,
    trap: '前半为文字，后附长图',
    body: [
      `近日，市教育和体育局、市卫生健康局联合印发${link(11320, '《关于进一步加强学校卫生与健康教育工作的实施意见》')}，现解读如下。`,
      '一、为什么出台？学校卫生与健康教育事关学生健康成长，现有校医配备和近视防控水平仍有差距，需要部门协同推进。',
      '二、有哪些新举措？一是健全校医配备；二是落实近视防控；三是强化传染病防控，形成家校医联动机制。',
      '三、如何落实？各校应当制定实施方案，明确责任人，市教育和体育局每学期开展一次督导检查并公布结果。',
      '<p><strong>附：图解</strong></p>',
      picture('ws1.jpg'),
      picture('ws2.jpg'),
    ],
  }),
  reads(30105, true, true, {
    title: '双塔市公共体育场馆开放补助资金政策问答',
    published: '2025-03-17T09:00',
    formats: ['qa'],
    policy: 11204,
    related: [11204],
    body: [
      '问：哪些场馆可以申请补助资金？',
      '答：向社会免费或者低收费开放的公共体育场馆均可以申请。',
      '问：补助资金可以用于哪些支出？',
      '答：用于场馆日常运转、设备维护和公益性活动。',
      '问：什么时候申报？',
      '答：每年3月和9月集中申报。',
    ],
  }),
  reads(30106, true, true, {
    title: '“小小公示栏”守护“明白账”——H5带您看懂幼儿园收费公示新规',
    published: '2024-12-04T16:45',
    formats: ['animation'],
    policy: 10877,
    related: [10877],
    trap: 'H5嵌在iframe中，正文几乎无字',
    body: [
      '<iframe class="h5-frame" data-role="h5" src="/h5/2024gs/index.html" width="375" height="667" title="H5解读" allowfullscreen></iframe>',
      '点击上方画面开始',
    ],
  }),
  reads(30107, true, true, {
    title: '局领导解读教师交流轮岗实施办法（在线访谈）',
    published: '2023-08-02T15:30',
    formats: ['interview'],
    policy: 10210,
    related: [10210],
    body: [
      '主持人：各位网友大家好，今天我们邀请到市教育和体育局分管负责同志做客访谈间，欢迎您。',
      '嘉宾：主持人好，各位网友好。',
      '主持人：请您介绍一下办法出台的背景。',
      '嘉宾：教师交流轮岗是促进教育公平的重要举措。',
      '主持人：感谢嘉宾做客访谈间，本期访谈到此结束。',
    ],
  }),
  reads(30108, true, true, {
    title: '动漫：小塔带你看“星火”行动计划',
    published: '2025-10-14T09:00',
    formats: ['animation'],
    policy: 11490,
    layout: 'wechat',
    trap: '动漫以腾讯视频播放器嵌入（data-src）',
    body: [
      '<section><iframe class="video_iframe rich_pages" data-vidtype="2" data-mpvid="wxv_3391" data-src="/player/qq/iframe.html?vid=k3391" frameborder="0" allowfullscreen title="动漫"></iframe></section>',
      `<p>文件原文：${link(11490, '《全市青少年足球“星火”行动计划（2025—2028年）》')}</p>`,
    ],
  }),
  reads(30109, false, true, {
    title: '市教体局相关负责人就开展暑期爱心托管服务答记者问',
    published: '2024-07-01T18:00',
    formats: ['qa'],
    policy: 11102,
    trap: '解读页没有链接回文件，只写名称；标题为“答记者问”',
    body: [
      '近日，市教育和体育局等三部门印发《关于开展暑期爱心托管服务的通知》，市教体局相关负责人回答了记者提问。',
      '记者：为什么要开展暑期爱心托管服务？',
      '负责人：暑假期间双职工家庭看护难问题突出，开展托管服务是民生所需。',
      '记者：如何收费？',
      '负责人：坚持公益普惠，按成本补偿收费，困难家庭免费。',
    ],
  }),
  reads(30110, false, false, {
    title: '【新闻发布会】2026年双塔市中考体育与健康考试政策发布会文字实录',
    published: '2026-01-13T17:10',
    formats: ['press-conference'],
    policy: 11648,
    trap: '无互链，正文以文号指明文件',
    body: [
      '主持人：女士们、先生们，欢迎出席今天的新闻发布会，今天发布会的主题是2026年中考体育与健康考试政策（双教体发〔2026〕1号）。',
      '<strong>市教育和体育局有关负责人：</strong>下面我介绍方案的有关情况。考试项目由必考和选考两部分组成，满分60分。',
      '<strong>双塔电视台记者：</strong>请问今年的评分标准有什么变化？',
      '<strong>市教育和体育局有关负责人：</strong>评分标准总体保持稳定。',
      '主持人：今天的发布会到此结束，谢谢大家。',
    ],
  }),
  reads(30111, true, false, {
    title: '专家解读：让体质健康抽测回归“以测促练”',
    published: '2026-04-20T11:26',
    formats: ['text'],
    policy: 11866,
    trap: '专家署名文章，链接在文号上；文件页没有链接回来',
    body: [
      `市教育和体育局办公室日前印发体质健康抽测工作方案（${link(11866, '双教体办〔2026〕11号')}），笔者认为，方案体现了三方面导向。`,
      '一是突出过程评价，二是突出结果运用，三是突出家校协同。',
      '（作者单位：岚江师范学院体育学院）',
    ],
  }),
  reads(30112, false, false, {
    title: '《中华人民共和国学前教育法》解读（三）：家长最关心的几个问题',
    published: '2025-06-05T09:00',
    formats: ['text'],
    policy: null,
    policyTitle: '中华人民共和国学前教育法',
    trap: '解读的法律不在本站',
    body: [
      '《中华人民共和国学前教育法》自2025年6月1日起施行。',
      '幼儿园不得教授小学阶段的课程内容，不得以任何形式对学前儿童进行考试或者测试。',
    ],
  }),
  reads(30113, false, false, {
    title: '政策小课堂 | 转学手续如何办理',
    published: '2025-02-20T12:00',
    formats: ['video'],
    policy: null,
    trap: '未指明任何文件；视频由懒加载source给出',
    body: [
      '<video controls preload="none" poster="/static/wx/zx.jpg"><source data-src="/static/video/zx.mp4" type="video/mp4"></video>',
      '学生因父母工作调动、户籍迁移等原因需要转学的，可以登录学籍系统提出申请。',
    ],
  }),
  reads(30114, true, false, {
    title: '音频解读：民办学校年检结果怎么看',
    published: '2026-03-18T07:30',
    formats: ['audio'],
    policy: 11830,
    related: [11830],
    layout: 'wechat',
    trap: '公众号音频组件mpvoice',
    body: [
      '<mpvoice class="js_editor_audio" name="民办学校年检结果怎么看" data-src="/static/audio/nj.mp3" play_length="182"></mpvoice><audio src="/static/audio/nj.mp3" controls></audio>',
    ],
  }),
  reads(30115, false, false, {
    title: '图解：2026年义务教育学校网上报名流程',
    published: '2026-06-29T09:05',
    channel: 'tzgg',
    formats: ['infographic'],
    policy: 11930,
    layout: 'wechat',
    trap: '解读误发在通知公告栏目；列表只写“1天前”；没有互链，只是侧栏“最新发布”碰巧互相列出',
    body: ['关于《双塔市2026年义务教育阶段学校网上报名公告》的图解', picture('bm1.jpg'), picture('bm2.jpg')],
  }),
];
