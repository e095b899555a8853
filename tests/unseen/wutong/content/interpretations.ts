import { type InterpretationArticle } from '../types.js';

const base = { column: '6721033' as const, address: 'hash' as const, meta: 'font' as const };
const picture = (path: string) => `<p style="text-align:center"><img src="${path}" width="800" alt=""/></p>`;

/** 政策解读 in words, pictures, questions and answers. */
export const writtenInterpretations: InterpretationArticle[] = [
  {
    ...base,
    id: 'i17',
    title: '《梧桐区小微企业转贷应急资金管理办法》政策解读',
    published: '2026-06-12',
    source: '梧桐区财政局',
    formats: ['text'],
    policy: { id: 'd14' },
    related: ['d14'],
    relatedName: '政策原文',
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'the first 《》 of the text is a superior’s file',
    body: `为贯彻落实《国务院关于进一步支持小微企业健康发展的意见》（国发〔2014〕52号）和《云岭省转贷应急资金管理指引》（云财金〔2024〕30号），区政府办公室印发了转贷应急资金管理办法，现解读如下：
一、制定背景
小微企业贷款到期与续贷之间常有空档，过桥资金成本高。设立转贷应急资金，旨在降低企业转贷成本，防范资金链断裂风险。
二、主要内容
办法共七章二十六条，明确了资金来源、使用条件、办理流程、费率标准和风险防控。单笔额度一般不超过500万元，使用期限一般不超过10天。
三、解读机关：梧桐区财政局，联系电话：0999-1234573。`,
  },
  {
    ...base,
    id: 'i12',
    title: '图文解读：《梧桐区“十五五”生态环境保护规划》',
    published: '2026-05-26',
    source: '梧桐区生态环境分局',
    formats: ['text', 'infographic'],
    policy: { id: 'p02' },
    related: ['p02'],
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'words and a long picture together',
    body: `近日，区政府印发《梧桐区“十五五”生态环境保护规划》，现就有关内容解读如下：
一、编制背景
“十五五”时期是美丽梧桐建设的关键阶段，生态环境保护仍面临结构性、根源性压力，需要编制专项规划予以统筹。
二、主要内容
规划设置了5大类22项指标，部署了绿色低碳转型、环境质量改善、生态系统保护修复和环境风险防控等任务。
三、一图读懂
${picture('/upload/main/2026/5/26/hbgh-tujie-1.png')}
${picture('/upload/main/2026/5/26/hbgh-tujie-2.png')}`,
  },
  {
    ...base,
    id: 'i08',
    title: '《梧桐区养老服务机构运营补助办法》十问十答',
    published: '2026-04-20',
    source: '梧桐区民政局',
    formats: ['qa'],
    policy: { id: 'd09' },
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'the link to the policy stands in the running text',
    body: `日前，区政府办公室印发了[[d09|《梧桐区养老服务机构运营补助办法》（梧政办规〔2026〕2号]]），现就群众关心的问题解答如下：
<p style="text-indent:2em"><strong>问：哪些机构可以申请运营补助？</strong></p>
答：在本区依法登记备案、运营满一年、服务质量评估合格的养老机构、社区养老服务站和老年食堂（助餐点）。
<p style="text-indent:2em"><strong>问：补助标准是多少？</strong></p>
答：收住本区户籍自理老人每人每月200元，轻度、中度失能老人每人每月400元，重度失能老人每人每月600元。
<p style="text-indent:2em"><strong>问：什么时候可以申报？</strong></p>
答：每年1月、7月集中申报，向所在镇（街道）提交申请材料即可。
<p style="text-indent:2em"><strong>问：骗取补助资金有什么后果？</strong></p>
答：追回资金，三年内不得再次申报；构成犯罪的，依法追究刑事责任。`,
  },
  {
    ...base,
    id: 'i14',
    title: '【专家解读】锚定目标 接续奋斗——梧桐区“十五五”规划纲要解读',
    published: '2026-04-14',
    source: '梧桐区发展和改革委员会',
    formats: ['text'],
    policy: { id: 'p01' },
    related: ['p01'],
    relatedHidden: true,
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'a logo and a QR code are no 图解; the policy is not named in 《》 in the title',
    body: `<p style="text-align:center"><img src="/assets/images/jd-logo.png" width="160" height="40" alt="政策解读"/></p>
《梧桐区国民经济和社会发展第十五个五年规划纲要》已经正式印发。区发展改革委邀请省发展战略研究院专家对《纲要》作了解读。
一、把握“十五五”时期的战略定位
专家认为，《纲要》准确把握了梧桐区在全省发展大局中的位置，提出建设先进制造业集聚区、生态宜居滨河城区的目标，符合实际、鼓舞人心。
二、突出产业为先的鲜明导向
《纲要》提出到2030年规模以上工业增加值年均增长7%左右，战略性新兴产业产值占比达到45%，路径清晰、支撑有力。
三、坚持民生优先的价值取向
围绕教育、医疗、养老、托育等领域安排了36个重大项目，总投资超过80亿元。
<p style="text-align:center"><img src="/assets/images/qrcode.png" width="110" height="110" alt="二维码"/></p>`,
  },
  {
    ...base,
    id: 'i05',
    title: '《梧桐区人民政府办公室关于印发的通知》政策解读',
    published: '2026-01-16',
    source: '梧桐区住房和城乡建设局',
    formats: ['text'],
    policy: { id: 'd07' },
    related: ['d07'],
    relatedHidden: true,
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'the inner 《》 was eaten as a tag; a hidden block links to the policy',
    body: `一、制定背景
为加快建立多主体供给、多渠道保障、租购并举的住房制度，解决城镇住房困难家庭和新市民的住房问题，结合我区实际，制定本办法。
二、制定依据
依据住房和城乡建设部等部门关于推进共有产权住房发展的有关文件。
三、主要内容
办法共六章三十一条，明确了共有产权住房的申购条件、产权份额、配售管理、上市转让和监督管理。购房人产权份额比例不低于50%，满5年可增购。
四、解读机关
梧桐区住房和城乡建设局，咨询电话：0999-1234574。`,
  },
  {
    ...base,
    id: 'i20',
    title: '《梧桐区人民政府关于加快推进农村客运公交化改造的实施意见》文字解读',
    published: '2025-09-16',
    source: '梧桐区交通运输局',
    formats: ['text'],
    policy: { id: 'e06' },
    linksToPolicy: false,
    linkedFromPolicy: true,
    trap: 'the policy links here, this page does not link back',
    body: `一、背景依据
我区农村客运线路存在班次少、票价高、车辆老旧等问题，群众出行不便，亟需实施公交化改造。
二、目标任务
到2026年底，9个镇全部开通公交，建制村公交通达率达到100%。
三、具体举措
包括回购经营权、优化线路、更新车辆、建设站点和实行2元一票制五项举措。
四、适用对象
全区城乡居民，65周岁以上老年人免费乘坐。`,
  },
  {
    ...base,
    id: 'i06',
    title: '《关于印发的通知》文字解读',
    published: '2025-08-11',
    source: '梧桐区发展和改革委员会',
    formats: ['text'],
    policy: { id: 'd05' },
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: 'the title lost its 《》 wholly and there is no link: only the number in the text tells',
    body: `近日，区政府办公室印发了修订后的政府投资项目管理办法（梧政办规〔2025〕3号）。为便于社会各界更好理解，现解读如下：
一、修订背景
2019年印发的暂行办法（梧政办〔2019〕22号）部分条款已与国家、省有关规定不一致，需要进行修订完善。
二、修订内容
一是调整了适用范围，二是优化了审批程序，三是强化了概算约束，四是压实了监管责任。
三、新旧政策差异
需依次编报项目建议书、可行性研究报告和初步设计的项目，由总投资200万元以上调整为400万元以上。`,
  },
  {
    ...base,
    id: 'i03',
    title: '【文字解读】《梧桐区招商引资奖励扶持办法》政策解读',
    published: '2025-06-23',
    source: '梧桐区招商服务中心',
    formats: ['text'],
    policy: { id: 'd03' },
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: 'no link either way: only the name tells',
    body: `一、出台背景
近年来，招商引资竞争日趋激烈，原有政策已于2024年底到期，需要结合公平竞争审查要求重新制定。
二、主要内容
办法共九条，主要包括设备投资奖励、厂房租赁补贴、总部经济支持和一事一议等内容。
三、注意事项
同一项目符合多项政策的，按照就高不重复的原则执行。奖励资金每年6月底前集中兑现，企业应于每年3月31日前提出申请。`,
  },
  {
    ...base,
    id: 'i10',
    title: '区发展改革委负责人就《梧桐区推动大规模设备更新和消费品以旧换新实施方案》答记者问',
    published: '2025-06-04',
    source: '梧桐区发展和改革委员会',
    formats: ['qa'],
    policy: { id: 'e04' },
    related: ['e04'],
    relatedName: '政策原文',
    linksToPolicy: true,
    linkedFromPolicy: false,
    trap: 'answers to a reporter; the policy does not link back',
    body: `日前，区政府印发了实施方案，区发展改革委负责人就有关问题回答了记者提问。
<p><strong>记者：请问实施方案出台的背景是什么？</strong></p>
答：推动大规模设备更新和消费品以旧换新，是着眼高质量发展大局作出的重大决策。我们在充分调研基础上起草了实施方案。
<p><strong>记者：企业更新设备能得到哪些支持？</strong></p>
答：对符合条件的技术改造项目，按照设备投资额给予补助，同时推荐申报中长期贷款和财政贴息。
<p><strong>记者：普通消费者怎样参加以旧换新？</strong></p>
答：消费者可在公布的参与企业名单内选购商品，实名申领补贴资格后立减支付。`,
  },
  {
    ...base,
    id: 'i02',
    title: '一图读懂：《梧桐区城镇老旧小区改造实施细则》',
    published: '2025-03-31',
    source: '梧桐区住房和城乡建设局',
    formats: ['infographic'],
    policy: { id: 'd02' },
    related: ['d02'],
    relatedHidden: true,
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'pictures only; hidden blocks of links on both pages; the policy has two addresses',
    body: [1, 2, 3, 4, 5].map((n) => picture(`/upload/main/2025/3/31/ljxq-${n}.png`)).join(''),
  },
  {
    ...base,
    id: 'i01',
    title: '《梧桐区农村宅基地审批管理办法（试行）》政策解读',
    published: '2025-02-25',
    source: '梧桐区农业农村局',
    formats: ['text'],
    policy: { id: 'd01' },
    related: ['d01'],
    relatedName: '相关文件',
    linksToPolicy: true,
    linkedFromPolicy: true,
    body: `一、背景依据
为规范农村宅基地审批管理，保障农村村民居住权益，根据《中华人民共和国土地管理法》等法律法规，制定本办法。
二、目标任务
建立健全区主导、镇主责、村主体的宅基地管理机制，实现一个窗口对外受理、多部门内部联动。
三、主要内容
办法明确了申请条件、面积标准、审批程序和监督管理。镇（街道）应当自受理申请之日起15个工作日内完成审核批准。
四、解读机关：梧桐区农业农村局，解读人：政策法规科，联系电话：0999-1234575。`,
  },
  {
    ...base,
    id: 'i15',
    title: '一图读懂梧桐区惠企政策',
    published: '2025-11-12',
    source: '梧桐区经济和信息化局',
    formats: ['infographic'],
    policy: null,
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: 'pictures only and no name of a file: nobody can tell what it interprets',
    body: [1, 2, 3].map((n) => picture(`/upload/main/2025/11/12/hqzc-${n}.png`)).join(''),
  },
  {
    ...base,
    id: 'i16',
    title: '《云岭省促进民营经济发展条例》政策解读',
    published: '2025-10-15',
    source: '云岭省司法厅',
    formats: ['text'],
    policy: { title: '云岭省促进民营经济发展条例' },
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: 'a superior’s policy that does not stand on this site',
    body: `《云岭省促进民营经济发展条例》已于2025年9月26日由省人民代表大会常务委员会审议通过，自2025年12月1日起施行。
一、立法背景
制定条例是贯彻落实党中央、国务院决策部署，优化民营经济发展环境的客观需要。
二、主要内容
条例共八章五十六条，对平等准入、融资促进、创新支持、权益保护等作出规定。
三、保障措施
县级以上人民政府应当将促进民营经济发展工作纳入国民经济和社会发展规划，建立健全协调机制。`,
  },
  {
    ...base,
    id: 'i19',
    title: '图解：《梧桐区城市生活垃圾分类管理办法》',
    published: '2023-09-11',
    source: '梧桐区城市管理局',
    formats: ['infographic'],
    policy: { id: 'd13' },
    related: ['d13'],
    relatedName: '政策原文',
    linksToPolicy: true,
    linkedFromPolicy: false,
    body: [1, 2, 3, 4].map((n) => picture(`/upload/main/2023/9/11/ljfl-${n}.png`)).join(''),
  },
];
