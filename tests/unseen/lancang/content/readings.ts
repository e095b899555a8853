import type { Reading } from '../shape.js';

const column = 'c106120';

/** 政策解读, first part: policies of 2026. */
export const readings: Reading[] = [
  {
    key: 'flood-text',
    column,
    title: '《岚沧镇2026年防汛抗旱应急预案》政策解读',
    published: '2026-06-03 10:31',
    formats: ['text'],
    policy: 'flood',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['flood'],
    trap: '双向链接都在隐藏的相关链接块里',
    body: `
近日，岚沧镇人民政府印发《岚沧镇2026年防汛抗旱应急预案》（以下简称《预案》），现就有关内容解读如下：
一、制定背景
近年来极端天气多发，2025年“7·18”强降雨暴露出部分村预警“叫应”不及时、物资储备不足等问题。为进一步提高应对能力，镇政府对《岚沧镇2025年防汛抗旱应急预案》（岚政发〔2025〕29号）进行了修订。
二、制定依据
《中华人民共和国防洪法》《云岭县人民政府办公室关于印发云岭县防汛抗旱应急预案的通知》（云政办发〔2024〕18号）。
三、主要内容
《预案》共五个部分，明确了组织体系、预警与响应、转移安置和保障措施。
四、新旧政策差异
一是将山洪危险区由5处调整为7处；二是明确30分钟转移时限；三是增加汛前演练要求。
五、注意事项
收到预警后，请群众听从网格员指挥，不要返回家中取物。
六、解读机关
解读机关：岚沧镇应急管理办公室，联系电话：0999-1234567。`,
  },
  {
    key: 'flood-picture',
    column,
    title: '一图读懂《岚沧镇2026年防汛抗旱应急预案》',
    published: '2026-06-04 16:12',
    formats: ['infographic'],
    policy: 'flood',
    linksToPolicy: false,
    linkedFromPolicy: true,
    trap: '正文只有图片；只有文件一侧有链接',
    body: `
! <p style="text-align:center"><img src="IMG/1.png" width="600"></p>
! <p style="text-align:center"><img src="IMG/2.png" width="600"></p>`,
  },
  {
    key: 'farmland-video',
    column,
    title: '【视频解读】《岚沧镇高标准农田建后管护办法（试行）》',
    published: '2026-04-20 09:46',
    formats: ['video'],
    policy: 'farmland',
    linksToPolicy: true,
    linkedFromPolicy: true,
    body: `
! <div class="con_video" id="con_video"><video controls="controls" width="640" preload="none" poster="IMG/cover.png"><source src="MEDIA/gzntgh.mp4" type="video/mp4"></video></div>
! <p class="yuanwen">政策原文：[[farmland|岚沧镇人民政府关于印发《岚沧镇高标准农田建后管护办法（试行）》的通知]]</p>`,
  },
  {
    key: 'farmland-qa',
    column,
    title: '一问一答：高标准农田建好了谁来管、怎么管',
    published: '2026-04-23 15:30',
    formats: ['qa'],
    policy: 'farmland',
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: '题目没有文件名，正文以链接提到文件；一问一答',
    body: `
! <p style="text-indent:2em"><strong>问：为什么要制定管护办法？</strong></p>
答：全镇已建成高标准农田1.9万亩，部分渠系、泵站建成后缺人管、缺钱修。镇政府因此印发了[[farmland|《岚沧镇高标准农田建后管护办法（试行）》（岚政发〔2026〕24号]]）。
! <p style="text-indent:2em"><strong>问：谁来承担管护责任？</strong></p>
答：按照“谁受益、谁管护”的原则，由村民委员会负责，也可以委托合作社、种粮大户管护，但要签协议。
! <p style="text-indent:2em"><strong>问：管护的钱从哪里来？</strong></p>
答：由县级补助、村集体经济收入和水费提留组成，每亩每年不低于5元，年底在村务公开栏公示。
! <p style="text-indent:2em"><strong>问：发现设施损坏向谁反映？</strong></p>
答：可以向村级管护员或者镇农业农村综合服务中心反映，一般问题3天内修复。`,
  },
  {
    key: 'habitat-number',
    column,
    title: '岚政发〔2026〕18号文件解读',
    published: '2026-03-25 10:18',
    formats: ['text'],
    policy: 'habitat',
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: '只能凭文号找到文件，双方都无链接',
    body: `
一、出台背景
农村人居环境整治提升五年行动已进入收官后的巩固阶段。为形成长效机制，镇政府出台了岚政发〔2026〕18号文件。
二、目标任务
到2026年年底，生活垃圾收运处置体系行政村全覆盖，卫生户厕普及率85%以上，打造“和美庭院”300户。
三、具体举措
文件从垃圾治理、污水管控、村容提升三个方面提出14项措施，并首次写入“积分制”。
四、适用对象
文件适用于全镇9个行政村、沧源社区的农户和驻镇单位。
五、解读机关
解读机关：岚沧镇人居环境办公室。`,
  },
  {
    key: 'habitat-link',
    column,
    title: '小积分兑出村庄大变样，您家的积分怎么算？',
    published: '2026-03-31 11:02',
    formats: ['text'],
    policy: 'habitat',
    linksToPolicy: true,
    linkedFromPolicy: false,
    trap: '题目、正文都没有文件名和文号，只有链接',
    body: `
“上个月攒了86分，换了一壶油、两袋洗衣粉。”在下寨村爱心超市，村民张某某高兴地说。积分怎么得、怎么换？镇人居环境办公室为您解读。
一、积分怎么得
房前屋后干净得20分，垃圾分类投放得30分，参加村里集中清扫每次得10分，主动拆除残垣断壁一次性得50分。
二、积分怎么换
每10分兑换1元生活用品，每月15日在村爱心超市集中兑换，积分可以累计到下一年度。
三、谁来评分
由村“两委”成员、网格员和村民代表组成评分小组，每月公示一次。
! <p style="text-align:right">[[habitat|点击查看政策原文&gt;&gt;]]</p>`,
  },
  {
    key: 'habitat-animation',
    column,
    title: '【动漫解读】《岚沧镇农村人居环境整治提升实施细则》',
    published: '2026-04-02 17:40',
    formats: ['animation'],
    policy: 'habitat',
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: '动漫只是站外 H5 链接',
    body: `
! <p style="text-align:center"><a href="https://h5.yunling-media.example/m/lancang-rjhj/index.html" target="_blank">点击观看动漫</a></p>`,
  },
  {
    key: 'wheat-audio',
    column,
    title: '【音频解读】听！岚沧镇“三夏”生产怎么干',
    published: '2026-06-05 08:30',
    formats: ['audio'],
    policy: 'wheat',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['wheat'],
    trap: '题目没有文件名，凭相关链接',
    body: `
! <p style="text-align:center"><audio controls src="MEDIA/sanxia.mp3"></audio></p>
! <p style="text-align:center;color:#888">（岚沧镇“村村响”广播站录制，时长3分28秒）</p>`,
  },
  {
    key: 'posts-interview',
    column,
    title: '在线访谈：镇社会保障服务中心负责人谈《岚沧镇乡村公益性岗位管理办法》',
    published: '2026-04-22 16:00',
    formats: ['interview'],
    policy: 'posts',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['posts'],
    trap: '访谈应用的问答列表',
    body: `
! <div class="zxft_title"><span>访谈主题：乡村公益性岗位那些事</span><span>访谈时间：2026-04-22 15:00</span><span>访谈嘉宾：岚沧镇社会保障服务中心负责人</span></div>
! <ul class="zxft_list"><li class="host"><em>[主持人]</em><p>各位网友大家好，欢迎收看岚沧镇政府网在线访谈。今天我们请到镇社会保障服务中心负责人，谈一谈刚刚出台的管理办法。</p></li><li class="guest"><em>[嘉宾]</em><p>主持人好，各位网友好。</p></li><li class="host"><em>[主持人]</em><p>哪些人可以申请公益性岗位？</p></li><li class="guest"><em>[嘉宾]</em><p>法定劳动年龄内、有劳动能力和就业意愿的脱贫劳动力、监测对象和低收入家庭成员，都可以向村里申请。</p></li><li class="host"><em>[主持人]</em><p>一个岗位可以干多久？</p></li><li class="guest"><em>[嘉宾]</em><p>协议一年一签，累计不超过三年，主要是为了让更多困难群众受益。</p></li><li class="host"><em>[网友]</em><p>补贴什么时候发？</p></li><li class="guest"><em>[嘉宾]</em><p>每月考勤后，于次月15日前通过“一卡通”发放。</p></li></ul>`,
  },
  {
    key: 'award-text',
    column,
    title: '《岚沧镇村级公益事业建设一事一议财政奖补资金管理办法》解读',
    published: '2026-05-08 09:20',
    formats: ['text'],
    policy: 'award',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['award'],
    trap: '页首徽标和页尾二维码图片不是图解',
    body: `
! <p style="text-align:center"><img src="/xhtml/static/images/jiedu_logo.png" alt="政策解读" width="180"></p>
一、背景依据
为解决村级公益事业“有人议、没人管、资金散”的问题，依据《云岭县一事一议财政奖补项目和资金管理办法》（云财农〔2024〕52号），镇政府制定了本办法。
二、主要内容
办法共七条，规定了奖补范围、民主议定程序、奖补比例、报账程序和监督要求。
三、关键词解释
一事一议：指村民会议或者村民代表会议对村内兴办集体生产生活公益事业进行民主议定的制度。
四、注意事项
单个项目奖补资金一般不超过50万元；没有完整签字名册的，不予受理。
五、解读机关
解读机关：岚沧镇财政所，联系方式：0999-1234569。
! <p style="text-align:center"><img src="/xhtml/static/images/ewm.png" alt="扫一扫关注岚沧发布" width="120"><br>扫一扫关注“岚沧发布”</p>`,
  },
  {
    key: 'award-picture',
    column: 'c106112',
    title: '一图读懂：一事一议财政奖补，钱怎么申请怎么用',
    published: '2026-05-11 14:25',
    formats: ['infographic'],
    policy: 'award',
    linksToPolicy: true,
    linkedFromPolicy: true,
    related: ['award'],
    trap: '图解混在通知公告列表里；题目没有完整文件名',
    body: `
! <div class="tplgd"><img src="IMG/1.png" width="600"></div>`,
  },
  {
    key: 'certify-video',
    column,
    title: '【视频解读】城乡居民养老保险待遇领取资格认证怎么办',
    published: '2026-05-12 10:05',
    formats: ['video'],
    policy: 'certify',
    linksToPolicy: false,
    linkedFromPolicy: false,
    trap: '编辑器的 embed 视频；只凭一句话里的文号',
    body: `
! <p style="text-align:center"><embed type="application/x-shockwave-flash" class="edui-faked-video" src="MEDIA/yanglao.mp4" width="600" height="400" wmode="transparent" play="true" loop="false"></p>
! <p style="text-align:center">本期解读文件：岚政函〔2026〕14号</p>`,
  },
];
