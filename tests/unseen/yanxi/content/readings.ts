import type { Reading } from '../types.js';

const base = { kind: 'reading', cols: [] } as const;
const water = '砚溪县人民政府关于印发《砚溪县农村供水管理办法》的通知';

export const READINGS: Reading[] = [
  {
    ...base,
    id: 66051,
    tab: 'wz',
    title: '《砚溪县农村供水管理办法》政策解读',
    at: '2026-04-16 09:30',
    formats: ['text'],
    policy: 88940,
    policyTitle: water,
    to: 'button',
    from: true,
    source: '县水利局',
    body: `#一、制定背景
农村供水事关千家万户，为加强管理，县水利局起草了《砚溪县农村供水管理办法》。
#二、主要内容
《办法》共六章三十一条，对规划建设、水质管理、水费收缴作出规定。
#三、解读机关
县水利局，联系电话：0000-6200120。`,
    trap: '“查看政策原文”是按钮，没有地址；文件页的“相关解读”行也没有地址',
  },
  {
    ...base,
    id: 66052,
    tab: 'tj',
    title: '一图读懂｜砚溪县农村供水管理办法',
    at: '2026-04-17 10:00',
    formats: ['infographic'],
    policy: 88940,
    policyTitle: water,
    to: 'row',
    from: true,
    media: { kind: 'images', parts: ['/upload/tu/gs1.png', '/upload/tu/gs2.png', '/upload/tu/gs3.png'] },
    body: '',
    trap: '三张图是 el-image 懒加载，滚到之前没有 img；列表是卡片，题目截断，点击才开',
  },
  {
    ...base,
    id: 66060,
    tab: 'yst',
    title: '视频解读：砚溪县困难残疾人“两项补贴”怎么领',
    at: '2026-03-25 08:50',
    formats: ['video'],
    policy: 88899,
    policyTitle: '砚溪县人民政府办公室关于印发《砚溪县困难残疾人生活补贴和重度残疾人护理补贴实施办法》的通知',
    to: 'row',
    from: false,
    media: { kind: 'video', parts: ['/upload/media/canjiren.mp4', '/upload/tu/cjr.png'] },
    body: '',
    trap: '题目没有书名号和文件名，凭“政策原文”一行；播放器由脚本画出',
  },
  {
    ...base,
    id: 66041,
    tab: 'wz',
    title: '《砚溪县城镇燃气管理实施细则》解读',
    at: '2025-12-05 10:10',
    formats: ['text'],
    policy: 88602,
    policyTitle: '砚溪县人民政府关于印发《砚溪县城镇燃气管理实施细则》的通知',
    to: 'body',
    from: true,
    anchored: true,
    source: '县住房和城乡建设局',
    body: `<p>县政府印发了<a href="/detail/88602">《砚溪县城镇燃气管理实施细则》</a>，现解读如下。</p>
#一、为什么修订
2018年4月印发的旧细则（砚政发〔2018〕8号）已不适应管理需要。
#二、主要变化
增加了瓶装液化石油气配送的规定，明确了用户的权利。`,
    trap: '正文先提到的旧细则不是所解读的文件',
  },
  {
    ...base,
    id: 66043,
    tab: 'tj',
    title: '【图解】行政规范性文件怎么管',
    at: '2024-12-04 15:00',
    formats: ['infographic'],
    policy: 87990,
    policyTitle: '砚溪县人民政府关于印发《砚溪县行政规范性文件管理办法》的通知',
    to: 'a',
    from: false,
    media: {
      kind: 'carousel',
      parts: ['/upload/tu/gf1.png', '/upload/tu/gf2.png', '/upload/tu/gf3.png', '/upload/tu/gf4.png'],
    },
    body: '',
    trap: '图在轮播里，除第一张外移到框外；题目没有文件名',
  },
  {
    ...base,
    id: 66065,
    tab: 'wz',
    title: '《砚溪县防汛抗旱应急预案》热点问答',
    at: '2026-05-29 09:00',
    formats: ['qa'],
    policy: 89051,
    policyTitle: '砚溪县人民政府办公室关于印发砚溪县防汛抗旱应急预案的通知',
    to: 'button',
    from: true,
    media: {
      kind: 'qa',
      parts: [
        ['1. 预案适用于哪些情况？', '适用于本县行政区域内水旱灾害的预防和应急处置。'],
        ['2. 应急响应分为几级？', '由高到低分为一级、二级、三级、四级。'],
        ['3. 群众收到转移通知怎么办？', '应当服从乡镇和村的安排，按路线转移到安置点。'],
      ],
    },
    body: '',
    trap: '折叠面板，除第一问外答句点开才画；没有“问”“答”字样',
  },
  {
    ...base,
    id: 66066,
    tab: 'yst',
    title: '音频解读丨砚溪县防汛抗旱应急预案',
    at: '2026-06-01 08:00',
    formats: ['audio'],
    policy: 89051,
    policyTitle: '砚溪县人民政府办公室关于印发砚溪县防汛抗旱应急预案的通知',
    to: false,
    from: false,
    media: { kind: 'audio', parts: ['/upload/media/fangxun.mp3'] },
    body: '',
    trap: '没有链接，凭题目；竖线是“丨”字；audio 不显示',
  },
  {
    ...base,
    id: 66070,
    tab: 'yst',
    title: '动漫｜溪小茶带你看政府投资项目怎么管',
    at: '2026-01-08 16:20',
    formats: ['animation'],
    policy: 88655,
    policyTitle: '砚溪县人民政府办公室关于印发砚溪县政府投资项目管理办法（试行）的通知',
    to: 'row',
    from: false,
    media: { kind: 'h5', parts: ['/h5/touzi/index.html'] },
    body: '',
    trap: '二维码加 H5 框；所解读的文件在默认不显示的2025年',
  },
  {
    ...base,
    id: 66075,
    tab: 'fbh',
    title: '砚溪县2026年民生实事项目新闻发布会实录',
    at: '2026-02-05 18:00',
    formats: ['press-conference'],
    policy: 88740,
    policyTitle: '砚溪县人民政府办公室关于印发砚溪县2026年民生实事项目实施方案的通知',
    to: 'row',
    from: true,
    source: '县委宣传部',
    body: `2026年2月4日上午，县政府新闻办举行民生实事项目新闻发布会。
<p><img src="/upload/tu/fbh.png"></p>
#主持人：
各位记者朋友，大家上午好！今天的发布会介绍2026年民生实事项目有关情况。
#县发展和改革局负责人：
今年的民生实事项目共10项，计划投资2.6亿元。
#县融媒体中心记者：
请问老旧小区改造如何征求居民意见？
#县住房和城乡建设局负责人：
实行一小区一方案，居民同意率达到三分之二以上才实施。`,
    trap: '正文图片的 src 先是占位图，看到才换',
  },
  {
    ...base,
    id: 66076,
    tab: 'fbh',
    title: '在线访谈：县市场监管局谈校外托管怎么规范',
    at: '2026-06-18 17:00',
    formats: ['interview'],
    policy: 89098,
    policyTitle: '砚溪县人民政府办公室转发县教育体育局等部门关于进一步规范校外托管服务机构管理若干措施的通知',
    to: 'button',
    from: false,
    media: {
      kind: 'chat',
      parts: [
        ['主持人', '欢迎县市场监管局的嘉宾做客访谈室。请介绍一下若干措施出台的背景。'],
        ['嘉宾', '近年来校外托管机构发展很快，食品安全、消防安全都要规范。'],
        ['网友“早茶”', '家门口的小饭桌要办什么证？'],
        ['嘉宾', '要办理营业执照，并向市场监管部门备案。'],
      ],
    },
    body: '',
    trap: '聊天气泡，说话人与话各占一个 div',
  },
  {
    ...base,
    id: 66031,
    tab: 'wz',
    title: '关于《砚溪县人民政府关于调整城乡居民最低生活保障标准的通知》的解读',
    at: '2025-04-30 10:00',
    formats: ['text', 'infographic'],
    policy: 88333,
    policyTitle: '砚溪县人民政府关于调整城乡居民最低生活保障标准的通知',
    to: false,
    from: true,
    anchored: true,
    source: '县民政局',
    media: { kind: 'images', parts: ['/upload/tu/dibao1.png', '/upload/tu/dibao2.png'] },
    body: `#一、调整的依据
根据省、市关于提高低保标准的要求，结合我县实际，对标准作了调整。
#二、调整的内容
城市低保标准由每人每月711元提高到742元，农村低保标准由每人每年6120元提高到6480元。
#三、图解`,
    trap: '文字之后另有图解，图懒加载；解读没有链接，文件页连来',
  },
  {
    ...base,
    id: 66020,
    tab: 'wz',
    title: '《澜江省优化营商环境条例》解读',
    at: '2025-03-06 09:00',
    formats: ['text'],
    policy: null,
    policyTitle: '澜江省优化营商环境条例',
    to: false,
    from: false,
    source: '省司法厅',
    body: `#一、立法背景
为持续优化营商环境，省人大常委会修订了《澜江省优化营商环境条例》。
#二、主要内容
条例共七章六十八条，自2025年3月1日起施行。`,
    trap: '转载的省条例解读，条例不在本站',
  },
  {
    ...base,
    id: 66068,
    tab: 'wz',
    title: '县文旅局负责人就第六批县级文物保护单位名单答记者问',
    at: '2026-05-15 11:00',
    formats: ['qa'],
    policy: 89012,
    policyTitle: '砚溪县人民政府关于公布第六批县级文物保护单位名单的通知',
    to: 'a',
    from: true,
    anchored: true,
    source: '县文化和旅游局',
    body: `近日，县政府公布了第六批县级文物保护单位名单，县文旅局负责人回答了记者提问。
#问：这次公布了多少处？
答：共11处，其中古建筑6处、古遗址3处、近现代重要史迹2处。
#问：如何划定保护范围？
答：在一年内划定必要的保护范围，并设立标志说明。`,
    trap: '题目没有书名号',
  },
];
