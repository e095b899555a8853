import type { Reading } from '../types.js';

/** A picture of an infographic. */
export const img = (id: number, n: number): string =>
  `<p style="text-align:center"><img src="/mxx/upload/tj/${id}_${n}.png" alt="" style="width:760px"></p>`;

/** 图解, 音视频, 访谈与问答. */
export const MEDIA: Reading[] = [
  {
    id: 8800851,
    tab: 'tj',
    title: '一图读懂《关于推进茶产业高质量发展的实施意见》',
    pub: '2025-11-25 11:30',
    src: '梅溪县农业农村局',
    formats: ['infographic'],
    policy: 5529555,
    link: 'block',
    back: true,
    body: `${img(8800851, 1)}
${img(8800851, 2)}
${img(8800851, 3)}`,
  },
  {
    id: 8801020,
    tab: 'tj',
    title: '一图读懂｜2026年全县防汛防台风工作方案',
    pub: '2026-06-04 10:20',
    src: '梅溪县应急管理局',
    formats: ['infographic'],
    policy: 5531340,
    link: 'hidden',
    back: true,
    also: 'fbwj',
    body: `${img(8801020, 1)}
${img(8801020, 2)}`,
    trap: 'stands among the documents of 县政府办文件 too',
  },
  {
    id: 8800750,
    tab: 'tj',
    title: '图解：梅溪县推进“高效办成一件事”重点事项清单',
    pub: '2025-08-25 09:45',
    src: '梅溪县人民政府办公室',
    formats: ['infographic'],
    policy: 5528960,
    link: 'block',
    back: true,
    body: `${img(8800750, 1)}`,
    trap: "the policy's link to it comes by request",
  },
  {
    id: 8800902,
    tab: 'tj',
    title: '数说2026年政府工作报告重点任务',
    pub: '2026-02-12 10:15',
    src: '梅溪县人民政府办公室',
    formats: ['infographic'],
    policy: 7700512,
    link: 'block',
    back: true,
    body: `${img(8800902, 1)}
${img(8800902, 2)}`,
    trap: 'a title without 图解 or 解读: the tab and the pictures tell',
  },
  {
    id: 8800718,
    tab: 'sp',
    title: '【视频解读】梅溪县电动自行车停放充电管理办法',
    pub: '2025-08-06 11:00',
    src: '梅溪县消防救援大队',
    formats: ['video'],
    policy: 5528876,
    link: 'block',
    back: true,
    body: `<div class="playbox"><video id="v8800718" controls width="760" poster="/mxx/upload/tj/poster.png"><source src="/mxx/upload/media/8800718.mp4" type="video/mp4"></video></div>`,
  },
  {
    id: 8800938,
    tab: 'sp',
    title: '【音频解读】2026年农机购置与应用补贴怎么申请',
    pub: '2026-03-24 15:36',
    src: '梅溪县农业农村局',
    formats: ['audio'],
    policy: 4440,
    link: 'block',
    back: true,
    body: `<div class="audiobox"><audio controls src="/mxx/upload/media/8800938.mp3"></audio></div>`,
  },
  {
    id: 8800729,
    tab: 'sp',
    title: '【动漫解读】电动自行车停放充电，这些事不能做',
    pub: '2025-08-20 09:30',
    src: '梅溪县城市管理局',
    formats: ['animation'],
    policy: 5528876,
    link: 'block',
    back: true,
    body: `<iframe src="/mxx/h5/ddc/index.html" width="420" height="700" frameborder="0" scrolling="no" title="动漫解读"></iframe>`,
    trap: 'the animation is an H5 page in a frame; a second interpretation of one policy',
  },
  {
    id: 8800948,
    tab: 'sp',
    title: '宅基地怎么批？县农业农村局负责人带你看新规',
    pub: '2026-04-29 10:05',
    src: '梅溪县融媒体中心',
    formats: ['text', 'video'],
    policy: 5530255,
    link: 'text',
    back: true,
    body: `《<a href="/mxx/pc/gfxwj/d5530255.html">梅溪县人民政府关于印发梅溪县农村宅基地审批管理实施细则（试行）的通知</a>》自5月20日起试行，哪些人可以申请，怎样申请，需要多久？
<div class="prism-player" id="J_prismPlayer" data-src="/mxx/upload/media/8800948.mp4"></div><script>(function(){var b=document.getElementById('J_prismPlayer');var v=document.createElement('video');v.controls=true;v.width=760;v.src=b.getAttribute('data-src');b.appendChild(v);})();</script>
申请人首先向所在村民小组提出书面申请，经村民小组会议讨论并公示后，由村级组织报送乡镇人民政府。
乡镇人民政府组织有关部门实地审查申请人是否符合条件、拟用地是否符合规划，自受理之日起二十个工作日内办结。
村民建房完工后，应当申请验收，验收合格的办理不动产登记。`,
    trap: 'the player is made by a script, words stand around it',
  },
  {
    id: 8800998,
    tab: 'ft',
    title: '梅溪县“十五五”规划纲要新闻发布会文字实录',
    pub: '2026-05-22 17:30',
    src: '梅溪县人民政府新闻办公室',
    formats: ['press-conference'],
    policy: 5531002,
    link: 'block',
    back: true,
    body: `时间：2026年5月22日上午9时。地点：县融媒体中心新闻发布厅。发布人：县发展和改革局负责人。
<p><b>主持人：</b>各位记者朋友，大家上午好！欢迎参加县人民政府新闻办公室举行的新闻发布会，今天我们请来了县发展和改革局负责人介绍规划纲要有关情况。</p>
<p><b>县发展和改革局负责人：</b>“十五五”时期是我县加快绿色崛起的关键五年，纲要编制历时一年半，先后召开座谈会三十余场。</p>
<p><b>县融媒体中心记者：</b>请问纲要在民生方面有哪些考虑？</p>
<p><b>县发展和改革局负责人：</b>纲要单列民生篇章，安排学校、医院、养老等项目四十八个，总投资三十六亿元。</p>
<p><b>主持人：</b>今天的新闻发布会到此结束，谢谢大家！</p>`,
  },
  {
    id: 8800745,
    tab: 'ft',
    title: '在线访谈：县民政局负责人谈低保标准调整',
    pub: '2025-08-08 16:00',
    src: '梅溪县人民政府门户网站',
    formats: ['interview'],
    policy: 5528701,
    link: 'block',
    back: false,
    body: `访谈嘉宾：县民政局负责人。访谈时间：2025年8月8日15时。
<div class="ft-row"><i>主持人</i><span>各位网友大家好，欢迎收看在线访谈。今天我们邀请到县民政局负责人，请他谈谈低保标准调整的有关情况。</span></div>
<div class="ft-row"><i>嘉宾</i><span>主持人好，各位网友好。从8月1日起，我县最低生活保障标准提高到每人每月八百四十元。</span></div>
<div class="ft-row"><i>网友山里人家</i><span>请问补差金额怎么计算？</span></div>
<div class="ft-row"><i>嘉宾</i><span>家庭人均收入低于标准的部分按月补足，由民政部门按户核定。</span></div>
<div class="ft-row"><i>主持人</i><span>感谢嘉宾的解答，本期访谈到此结束。</span></div>`,
  },
  {
    id: 8800868,
    tab: 'ft',
    title: '县农业农村局负责人就《关于推进茶产业高质量发展的实施意见》答记者问',
    pub: '2025-12-01 10:50',
    src: '梅溪县农业农村局',
    formats: ['qa'],
    policy: 5529555,
    link: 'block',
    back: true,
    body: `近日，县人民政府印发《梅溪县人民政府关于推进茶产业高质量发展的实施意见》，县农业农村局负责人就有关问题回答了记者提问。
问：出台实施意见的背景是什么？
答：茶产业是我县的传统优势产业，全县四成农户的收入与茶有关，但是精深加工不足、品牌不够响亮的问题仍然突出。
问：企业和茶农能得到哪些支持？
答：对新建清洁化生产线的企业给予设备补助，对改造生态茶园的农户每亩补助三百元。
问：下一步如何抓好落实？
答：县里成立了工作专班，将任务逐项分解到部门和乡镇，每季度调度一次。`,
    trap: 'a second interpretation of one policy, in another form',
  },
  {
    id: 8800580,
    tab: 'ft',
    title: '灵活就业人员参加医疗保险政策问答',
    pub: '2025-05-14 09:08',
    src: '梅溪县医疗保障局',
    formats: ['qa'],
    policy: null,
    link: 'none',
    back: false,
    body: `问：灵活就业人员可以在哪里参保？
答：可以在户籍地或者居住证登记地参加职工基本医疗保险，也可以参加城乡居民基本医疗保险。
问：断缴以后再参保，多久可以享受待遇？
答：中断缴费三个月以内补缴的，不设等待期；超过三个月的，设三个月等待期。
问：怎样缴费？
答：通过税务部门手机客户端、银行柜台均可以缴费。`,
    trap: 'says nothing of which file it interprets',
  },
];
