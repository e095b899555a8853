import type { InterpretationRow } from '../types.js';

const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const image = (id: string, height = 2600) =>
  `<p><img class="lazyload" src="/gw/file/v1/image/${id}.png" width="800" height="${height}" alt=""></p>`;

/** 政策解读 (3030), in the order in which the list has them. */
export const interpretations: InterpretationRow[] = [
  {
    id: 2001,
    kind: '文字',
    title: '《槐陵县城镇燃气经营管理办法》政策解读',
    published: '2026-01-15 10:00',
    formats: ['text'],
    policy: 1021,
    linksToPolicy: true,
    linkedFromPolicy: true,
    original: true,
    html: p(
      '一、制定背景',
      '近年来，我县瓶装燃气用户增加，原暂行办法已不能适应安全监管需要。',
      '二、主要内容',
      '《办法》共五章十九条，明确了经营许可、供气服务和安全检查的要求。',
      '三、解读机关',
      '槐陵县住房和城乡建设局，解读人：燃气管理股。',
    ),
  },
  {
    id: 2002,
    kind: '图解',
    title: '图解｜瓶装燃气怎么管？看这里',
    published: '2026-01-16 09:30',
    formats: ['infographic'],
    policy: 1021,
    linksToPolicy: false,
    linkedFromPolicy: true,
    html:
      '<p><picture><source type="image/webp" srcset="/gw/file/v1/image/rq01.webp"><img src="/gw/file/v1/image/rq01.png" width="800" height="3000" alt=""></picture></p>' +
      image('rq02'),
    trap: '图片在 picture 元素里；标题没有文件名，只有文件一侧有链接',
  },
  {
    id: 2003,
    kind: '视频',
    title: '视频解读：“槐陵礼物”凭什么贴标',
    published: '2026-03-24 16:00',
    formats: ['video'],
    policy: 1024,
    linksToPolicy: true,
    linkedFromPolicy: true,
    original: true,
    html: '<div id="mse" class="xgplayer" data-src="/gw/file/v1/video/hlw.mp4"></div><script>var player = window.Player && new Player({ id: "mse", url: "/gw/file/v1/video/hlw.mp4", poster: "/gw/file/v1/image/hlw.png", fluid: true });</script>',
    trap: '视频由西瓜播放器脚本生成；文件页的相关解读由请求画出',
  },
  {
    id: 2004,
    kind: '问答',
    title: '关于夜间经济十条措施，您想知道的都在这里',
    published: '2026-05-25 09:00',
    formats: ['qa'],
    policy: 1051,
    linksToPolicy: true,
    linkedFromPolicy: true,
    html:
      '<p>5月20日，县政府办公室<a href="{policy}">印发通知</a>，支持夜间经济发展。</p><div class="el-collapse">' +
      [
        ['哪些街区可以申请30万元补助？', '经县商务局认定的夜间经济示范街区，每处一次性补助30万元。'],
        ['夜市摊点要办证吗？', '在划定区域和时段内经营的，实行备案管理，免收场地费。'],
        ['公交末班车延长到几点？', '3路、6路、8路末班车延长至23时。'],
      ]
        .map(
          ([question, answer]) =>
            `<div class="el-collapse-item"><div role="tab" class="el-collapse-item__header">${question}</div><div role="tabpanel" class="el-collapse-item__wrap"><p>${answer}</p></div></div>`,
        )
        .join('') +
      '</div>',
    trap: '折叠面板一问一答，没有“问”“答”字样；标题没有文件名',
  },
  {
    id: 2005,
    kind: '问答',
    title: '政策问答：家政企业招用员工有哪些补贴？',
    published: '2026-02-03 11:20',
    formats: ['qa'],
    policy: 1041,
    linksToPolicy: false,
    linkedFromPolicy: false,
    html: p(
      '【问】家政企业招用员工有哪些补贴？',
      '【答】按照《槐陵县家政服务业提质扩容若干措施》，员工制家政企业新招用并缴纳社会保险满6个月的，按每人1000元给予一次性补贴。',
      '【问】到哪里申请？',
      '【答】向县商务局提出申请，10个工作日内办结。',
    ),
    trap: '来自问答知识库，两问两答，双方都没有链接',
  },
  {
    id: 2006,
    kind: '其他',
    title: '图文直播：槐陵县“十五五”规划纲要新闻发布会',
    published: '2026-04-16 12:00',
    formats: ['press-conference'],
    policy: 1027,
    linksToPolicy: true,
    linkedFromPolicy: false,
    original: true,
    html: [
      ['09:00', '主持人', '各位记者朋友，大家上午好！欢迎出席槐陵县人民政府新闻发布会。'],
      [
        '09:03',
        '县发展和改革局负责人',
        '《槐陵县国民经济和社会发展第十五个五年规划纲要》共十六篇五十二章，提出了20项主要指标。',
      ],
      ['09:21', '县融媒体中心记者', '请问纲要在民生方面有哪些安排？'],
      ['09:22', '县发展和改革局负责人', '纲要安排民生类指标9项，占比接近一半。'],
      ['09:40', '主持人', '今天的新闻发布会到此结束，谢谢大家！'],
    ]
      .map(
        ([time, who, words]) =>
          `<div class="live-item"><span class="live-time">${time}</span><strong>${who}：</strong><span>${words}</span></div>`,
      )
      .join(''),
    trap: '发布会图文直播，每条带钟点；文件页没有链接',
  },
  {
    id: 2007,
    kind: '文字',
    title: '《槐陵县政府投资项目管理办法（2025年修订）》新旧条款对照',
    published: '2025-10-31 10:40',
    formats: ['text'],
    policy: 1031,
    linksToPolicy: true,
    linkedFromPolicy: false,
    html:
      '<p>为便于理解，现将<a href="{policy}">修订后的办法</a>与2022年的办法对照如下。</p><table class="el-table"><tr><th>条款</th><th>2022年</th><th>2025年修订</th></tr>' +
      '<tr><td>第六条</td><td>总投资400万元以上的项目报县政府审定</td><td>总投资600万元以上的项目报县政府审定</td></tr>' +
      '<tr><td>第十一条</td><td>概算调增超过10%的须重新报批</td><td>概算调增超过10%的须先行审计</td></tr></table>',
    trap: '解读是新旧条款对照表；另有同名旧办法，链接的是修订版',
  },
  {
    id: 2008,
    kind: '其他',
    title: '【听·政策】提高城乡低保标准，这样执行',
    published: '2026-04-10 08:30',
    formats: ['audio'],
    policy: 1068,
    linksToPolicy: true,
    linkedFromPolicy: false,
    original: true,
    html: '<div class="audio-card"><div class="cover"></div><audio preload="none"><source src="/gw/file/v1/audio/db2026.mp3" type="audio/mpeg"></audio><span class="dur">03:26</span></div>',
    trap: '音频没有 controls，播放按钮由脚本画出',
  },
  {
    id: 2009,
    kind: '文字',
    title: '县教育局局长解读《2026年秋季学期义务教育学校招生入学工作方案》',
    published: '2026-05-29 15:00',
    formats: ['text'],
    policy: 1066,
    linksToPolicy: true,
    linkedFromPolicy: true,
    original: true,
    html: p(
      '今年的招生政策总体保持稳定，重点有三处调整。',
      '一是服务范围微调。新建的河东小学今年首次招生。',
      '二是随迁子女入学材料由四项减为两项。',
      '三是多孩家庭可以申请“长幼随学”。',
    ),
  },
  {
    id: 2010,
    kind: '图解',
    title: '一图读懂《槐陵县突发地质灾害应急预案》',
    published: '2025-08-26 09:10',
    formats: ['text', 'infographic'],
    policy: 1047,
    linksToPolicy: false,
    linkedFromPolicy: false,
    html:
      p(
        '预案适用于本县行政区域内山体崩塌、滑坡、泥石流等突发地质灾害的应对工作。',
        '地质灾害按危害程度分为特大型、大型、中型和小型四级，由县自然资源局会同有关部门组织抢险救援。',
        '群众发现险情请立即撤离并拨打值守电话，各乡镇应当在接报后三十分钟内到达现场。',
      ) + image('dzzh', 3200),
    trap: '先有三段说明文字，后附长图',
  },
  {
    id: 2011,
    kind: '其他',
    title: '在线访谈：普惠托育离我们还有多远',
    published: '2026-04-02 17:00',
    formats: ['interview'],
    policy: 1043,
    linksToPolicy: false,
    linkedFromPolicy: true,
    html: p(
      '<b>主持人：</b>各位网友，欢迎收看本期在线访谈。今天做客访谈室的是县卫生健康局有关负责同志。',
      '<b>嘉宾：</b>主持人好，各位网友好。',
      '<b>主持人：</b>方案提出的托位目标是多少？',
      '<b>嘉宾：</b>到2027年底，每千人口托位数达到4.6个。',
      '<b>主持人：</b>感谢您做客访谈室，本期访谈到此结束。',
    ),
    trap: '访谈实录；只有文件一侧有链接',
  },
  {
    id: 2012,
    kind: '文字',
    title: '《江岭省城乡居民大病保险实施办法》政策解读',
    published: '2025-12-18 10:10',
    formats: ['text'],
    policy: '江岭省城乡居民大病保险实施办法',
    linksToPolicy: false,
    linkedFromPolicy: false,
    html: p(
      '《江岭省城乡居民大病保险实施办法》已于近日印发，现就群众关心的内容解读如下。',
      '起付标准为上一年度全省居民人均可支配收入的50%，特困人员、低保对象降低50%。',
    ),
    trap: '转载的省级解读，文件不在本站',
  },
  {
    id: 2013,
    kind: '图解',
    title: '一图读懂｜新生儿出生“一件事”怎么办',
    published: '2025-11-20 15:50',
    formats: ['infographic'],
    policy: null,
    linksToPolicy: false,
    linkedFromPolicy: false,
    html: image('xse1') + image('xse2'),
    trap: '只有图片，看不出解读哪个文件',
  },
  {
    id: 2014,
    kind: '视频',
    title: '高排放非道路移动机械禁用区，这段视频说明白',
    published: '2025-11-24 10:00',
    formats: ['text', 'video'],
    policy: 1030,
    linksToPolicy: true,
    linkedFromPolicy: false,
    html:
      '<p><video controls playsinline poster="/gw/file/v1/image/jxq.png"><source src="/gw/file/v1/video/jxq.mp4" type="video/mp4"></video></p>' +
      '<p>县政府印发的<a href="{policy}">《关于划定禁止使用高排放非道路移动机械区域的通告》（槐政通〔2025〕6号）</a>自发布之日起施行。</p>' +
      p(
        '县城环城路以内全天禁止使用国二及以下排放标准的挖掘机、装载机、压路机、叉车等机械。',
        '抢险救灾、应急保障使用的机械不受限制，但应当在作业结束后三日内向县生态环境分局报备。',
      ),
  },
  {
    id: 2015,
    kind: '问答',
    title: '县财政局负责人就就业补助资金下达答记者问',
    published: '2026-03-20 09:00',
    formats: ['qa'],
    policy: 1063,
    linksToPolicy: false,
    linkedFromPolicy: false,
    html: p(
      '近日，县财政局印发槐财社〔2026〕11号文件。县财政局负责人回答了记者提问。',
      '<strong>问：这次下达多少资金？</strong>',
      '答：共下达就业补助资金1260万元。',
      '<strong>问：资金主要用在哪里？</strong>',
      '答：主要用于公益性岗位补贴、社会保险补贴和职业培训补贴。',
    ),
    trap: '只凭正文里的文号才知道解读哪个文件',
  },
];
