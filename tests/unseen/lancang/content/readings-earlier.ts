import type { Reading } from '../shape.js';

const column = 'c106120';

/** 政策解读, second part: policies of 2023 to 2025. */
export const earlierReadings: Reading[] = [
  {
    key: 'monitoring-video',
    column,
    title: '【视频解读】《岚沧镇易返贫致贫人口监测帮扶工作机制》',
    published: '2025-12-15 09:55',
    formats: ['video'],
    policy: 'monitoring',
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: '视频在 iframe 播放器里；文件只凭书名号',
    body: `
! <p style="text-align:center"><iframe src="/xhtml/player/index.html?vid=lc20251215&amp;src=/xhtml/player/lc20251215.mp4" width="640" height="400" frameborder="0" allowfullscreen="true" title="视频播放器"></iframe></p>`,
  },
  {
    key: 'water-text',
    column,
    title: '《岚沧镇2025—2026年度冬春农田水利基本建设实施方案》政策解读',
    published: '2025-12-03 15:10',
    formats: ['text'],
    policy: 'water',
    linksToPolicy: false,
    linkedFromPolicy: false,
    body: `
一、制定背景
我镇部分渠系建成年代较早，跑冒滴漏问题突出。为抓住冬春农闲时机改善灌溉条件，镇政府制定了《岚沧镇2025—2026年度冬春农田水利基本建设实施方案》。
二、制定依据
《云岭县水务局关于开展2025—2026年度冬春农田水利基本建设的通知》（云水发〔2025〕112号）。
三、主要内容
计划清淤渠道42公里，维修泵站5座，新打机井4眼，恢复改善灌溉面积3600亩，总投资186万元。
四、解读机关
解读机关：岚沧镇水利工作站。`,
  },
  {
    key: 'homestead-conference',
    column,
    title: '岚沧镇农村宅基地和建房审批管理实施细则新闻发布会文字实录',
    published: '2025-11-20 17:22',
    formats: ['press-conference'],
    policy: 'homestead',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['homestead'],
    trap: '发布会实录，题目不带书名号',
    body: `
! <p style="text-align:center"><img src="IMG/xc.png" width="560" alt="新闻发布会现场"></p>
! <p style="text-indent:2em"><strong>镇党政综合办公室负责人：</strong></p>
各位记者朋友，大家上午好。今天的新闻发布会邀请到分管副镇长、镇自然资源所负责人，介绍农村宅基地和建房审批有关情况。首先请分管副镇长作发布。
! <p style="text-indent:2em"><strong>分管副镇长：</strong></p>
感谢各位对我镇工作的关心。细则从申请条件、面积标准、审批流程、建设监管四个方面作了规定，核心是“一户一宅、面积法定、四到场监管”。
去年以来，全镇共受理建房申请87件，办结82件，平均用时14个工作日。
! <p style="text-indent:2em"><strong>县融媒体中心记者：</strong></p>
请问旧房翻建需要重新审批吗？
! <p style="text-indent:2em"><strong>镇自然资源所负责人：</strong></p>
需要。原址翻建的，只要符合规划、不超面积，手续会从简办理，但仍需现场踏勘和放线。
! <p style="text-indent:2em"><strong>镇党政综合办公室负责人：</strong></p>
由于时间关系，今天的发布会就到这里，谢谢大家。`,
  },
  {
    key: 'sheep-text',
    column,
    title: '岚沧镇秋季动物疫病集中免疫工作解读',
    published: '2025-10-30 10:44',
    formats: ['text'],
    policy: 'sheep',
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: '链接文字里的括号没有闭合，题目无书名号',
    body: `
为有效防控重大动物疫病，镇政府办公室印发了[[sheep|《岚沧镇秋季动物疫病集中免疫工作方案》（岚政办发〔2025〕41号]]，以下简称《方案》），现解读如下：
一、起草背景
秋季是动物疫病高发期，部分散养户免疫意识不强，补免不及时。
二、主要内容
《方案》明确了5个免疫病种、密度和抗体合格率目标以及时间安排。
三、适用对象
全镇范围内的规模养殖场、养殖专业户和散养农户。
四、注意事项
免疫后出现轻微发热、减食属正常反应，如持续2天以上请联系村级防疫员。
五、解读机关
解读机关：岚沧镇畜牧兽医站。`,
  },
  {
    key: 'rangers-text',
    column,
    title: '《岚沧镇人民政府关于印发的通知》政策解读',
    published: '2025-09-22 11:36',
    formats: ['text'],
    policy: 'rangers',
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: '题目里的《…》被系统当标签吃掉，只能凭正文文号',
    body: `
一、制定背景
生态护林员是守护森林草原资源的基础力量。为解决选聘标准不统一、考核流于形式等问题，镇政府于2025年9月15日印发了岚政发〔2025〕48号文件。
二、主要内容
文件对选聘条件、选聘程序、巡护职责、劳务报酬作出规定，要求每月巡护不少于22天，巡护轨迹上传终端。
三、新旧政策差异
与2021年的规定相比，年龄上限由55周岁放宽到60周岁，报酬由按年发放改为按季考核发放。
四、解读机关
解读机关：岚沧镇林业工作站。`,
  },
  {
    key: 'market-mixed',
    column,
    title: '图文解读：《岚沧镇集贸市场管理办法》',
    published: '2025-08-06 16:39',
    formats: ['text', 'infographic'],
    policy: 'market',
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: '一页里既有文字又有图解',
    body: `
一、为什么制定
岚沧集是沧水河流域最大的乡村集市，逢集日人流量超过8000人次。为解决占道经营、活禽乱宰等问题，镇政府出台《岚沧镇集贸市场管理办法》。
二、管哪些事
办法划定了四个经营区域，明确了开市时间、检疫要求、收费标准和清洁责任。
三、群众要注意什么
农民自产自销农副产品免收摊位费，但要在农产品区内经营。
四、一张图看懂
! <p style="text-align:center"><img src="IMG/jimao-tujie.png" alt="一图读懂《岚沧镇集贸市场管理办法》" width="600"></p>
! <p style="text-align:center"><img src="IMG/jimao-tujie2.png" alt="一图读懂《岚沧镇集贸市场管理办法》" width="600"></p>`,
  },
  {
    key: 'villagefund-qa',
    column,
    title: '镇农业农村综合服务中心负责人就《岚沧镇村集体经济收益分配指导意见》答记者问',
    published: '2025-06-11 10:08',
    formats: ['qa'],
    policy: 'villagefund',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['villagefund'],
    trap: '答记者问，问句为编号的问号句',
    body: `
近日，镇政府印发《岚沧镇村集体经济收益分配指导意见》。镇农业农村综合服务中心负责人就有关问题回答了记者提问。
! <p style="text-indent:2em"><b>1.请问出台指导意见的背景是什么？</b></p>
答：目前全镇9个村集体经济年收益均超过10万元，群众对怎么分、分多少很关心，需要一个统一的规矩。
! <p style="text-indent:2em"><b>2.提留比例为什么定为40%？</b></p>
答：主要考虑扩大再生产和公益事业需要，同时保障成员当期收益，既不能分光吃净，也不能只留不分。
! <p style="text-indent:2em"><b>3.分配方案怎么确定？</b></p>
答：由理事会提出、监事会审核、成员（代表）大会表决，公示7天后兑现。
! <p style="text-indent:2em"><b>4.如何监督？</b></p>
答：分配结果录入农村集体“三资”监管平台，镇里每年抽查不少于三分之一的村。`,
  },
  {
    key: 'campaign-h5',
    column,
    title: 'H5｜安全生产百日行动，您身边的隐患这样查',
    published: '2025-05-16 18:05',
    formats: ['animation'],
    policy: 'campaign',
    linksToPolicy: true,
    linkedFromPolicy: false,
    trap: 'H5 动画是站外链接；文件只凭链接',
    body: `
! <p style="text-align:center"><a href="https://h5.yunling-media.example/m/lancang-aqsc/"><img src="IMG/h5.png" width="320" alt="点击进入H5动画"></a></p>
! <p style="text-align:center"><a href="https://h5.yunling-media.example/m/lancang-aqsc/">点击图片或此处观看H5动画</a></p>
! <p style="text-align:right">[[campaign|文件原文]]</p>`,
  },
  {
    key: 'funeral-text',
    column,
    title: '关于《岚沧镇殡葬服务管理暂行规定》的政策解读',
    published: '2025-04-11 15:02',
    formats: ['text'],
    policy: 'funeral',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['funeral'],
    trap: '所解读的文件有两个地址',
    body: `
一、背景依据
为遏制散埋乱葬、盲目攀比，根据《殡葬管理条例》《云岭县公益性公墓建设管理办法》（云政发〔2024〕27号），镇政府制定了《岚沧镇殡葬服务管理暂行规定》。
二、目标任务
引导群众节地生态安葬，到2027年年底公益性公墓安葬率达到60%以上。
三、主要内容
规定明确了公墓管理主体、墓穴面积、收费核准、禁埋区域和丧事简办要求。
四、适用对象
本镇户籍居民以及在本镇去世的常住人口。
五、解读机关
解读机关：岚沧镇民政工作站，联系电话：0999-1234571。`,
  },
  {
    key: 'disabled-audio',
    column,
    title: '【听政策】《岚沧镇困难残疾人家庭无障碍改造实施方案》解读',
    published: '2023-05-29 09:12',
    formats: ['audio', 'text'],
    policy: 'disabled',
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: '音频之外还有完整文字',
    body: `
! <p style="text-align:center"><audio controls="controls"><source src="MEDIA/tingzhengce.mp3" type="audio/mpeg"></audio></p>
一、制定依据
《云岭县残疾人联合会关于做好2023年困难残疾人家庭无障碍改造工作的通知》（云残联发〔2023〕19号）。
二、适用对象
持有第二代、第三代残疾人证，有无障碍改造需求的低保、低保边缘家庭。
三、主要内容
《岚沧镇困难残疾人家庭无障碍改造实施方案》规定了改造内容、补助标准和实施步骤，户均补助3500元，2023年计划改造28户。
四、申请方式
向所在村民委员会提出书面申请，由镇残联入户评估。
五、解读机关
解读机关：岚沧镇残联。`,
  },
];
