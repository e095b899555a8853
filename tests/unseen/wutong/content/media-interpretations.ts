import { type InterpretationArticle } from '../types.js';

const base = { column: '6721033' as const, address: 'hash' as const, meta: 'font' as const };
const player = (id: string, source: string) =>
  `<div class="prism-player" id="${id}" style="margin:0 auto;width:800px;height:450px"></div><script>var player_${id} = new Aliplayer({"id": "${id}","source": "${source}","width": "800px","height": "450px","autoplay": false,"isLive": false,"rePlay": false,"preload": true,"controlBarVisibility": "hover","useH5Prism": true}, function (player) {});</script>`;

/** 政策解读 as press conference, interview, film and sound. */
export const mediaInterpretations: InterpretationArticle[] = [
  {
    ...base,
    id: 'i09',
    title: '快来看！梧桐区养老服务机构运营补助新规来了',
    published: '2026-04-24',
    source: '梧桐区民政局',
    formats: ['video'],
    policy: { id: 'd09' },
    related: ['d09'],
    relatedHidden: true,
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'the film is the editor’s stand-in (edui-faked-video); hidden block of links; no word 解读 in the title',
    body: `<p style="text-align:center"><embed type="application/x-shockwave-flash" class="edui-faked-video" pluginspage="http://www.macromedia.com/go/getflashplayer" src="/upload/main/2026/4/24/ylbz.mp4" width="800" height="450" wmode="transparent" play="true" loop="false" menu="false" allowscriptaccess="never" allowfullscreen="true"/></p>`,
  },
  {
    ...base,
    id: 'i07',
    title: '《梧桐区河道采砂管理办法》新闻发布会文字实录',
    published: '2026-03-11',
    source: '梧桐区人民政府新闻办公室',
    formats: ['press-conference'],
    policy: { id: 'd08' },
    linksToPolicy: false,
    linkedFromPolicy: true,
    trap: 'a press conference in words with pictures of speakers; the policy links here, not back',
    body: `<p style="text-align:center"><img src="/upload/main/2026/3/11/fbh-1.png" width="640" alt="发布会现场"/></p>
<p style="text-indent:2em"><strong>主持人 区政府新闻办负责人：</strong></p>
各位媒体记者朋友，大家上午好！欢迎参加区政府新闻办举行的新闻发布会。今天我们邀请到区水利局、区公安分局有关负责同志，向大家介绍《梧桐区河道采砂管理办法》有关情况，并回答大家关心的问题。
<p style="text-indent:2em"><strong>区水利局负责人：</strong></p>
河砂是重要的河床构成要素，也是保持河势稳定的基础。办法共二十八条，明确了采砂规划、许可、作业监管和法律责任，自2026年4月1日起施行。
<p style="text-align:center"><img src="/upload/main/2026/3/11/fbh-2.png" width="640" alt="区水利局负责人"/></p>
<p style="text-indent:2em"><strong>云岭日报记者：</strong></p>
请问禁采期和禁采区是如何规定的？
<p style="text-indent:2em"><strong>区水利局负责人：</strong></p>
每年5月1日至9月30日为主汛期禁采期，饮用水水源保护区、桥梁上下游各500米为禁采区。
<p style="text-indent:2em"><strong>主持人 区政府新闻办负责人：</strong></p>
感谢各位发布人，感谢媒体朋友。今天的新闻发布会到此结束。`,
  },
  {
    ...base,
    id: 'i13',
    title: '【音频解读】《梧桐区人民政府关于禁止燃放烟花爆竹的通告》',
    published: '2025-12-10',
    source: '梧桐区公安分局',
    formats: ['audio'],
    policy: { id: 'd06' },
    related: ['d06'],
    relatedName: '政策原文',
    linksToPolicy: true,
    linkedFromPolicy: true,
    body: `<p style="text-align:center"><audio controls="controls" preload="none" src="/upload/main/2025/12/10/yhbz.mp3">您的浏览器不支持音频播放</audio></p>`,
  },
  {
    ...base,
    id: 'i11',
    title: '在线访谈：区民政局负责人解读残疾人两项补贴新政策',
    published: '2025-09-02',
    source: '梧桐区人民政府网',
    formats: ['interview'],
    policy: { id: 'e05' },
    related: ['e05'],
    linksToPolicy: true,
    linkedFromPolicy: true,
    trap: 'an interview; the policy is not named in the title',
    body: `<div class="zxft_box"><p class="zxft_time">访谈时间：2025年9月2日 15:00　　访谈嘉宾：区民政局负责人</p></div>
<p><b>[主持人]</b>各位网友大家好，欢迎收看本期在线访谈。今天我们请来区民政局负责人，和大家聊一聊困难残疾人生活补贴和重度残疾人护理补贴政策。欢迎您！</p>
<p><b>[嘉宾]</b>主持人好，各位网友大家好，很高兴和大家交流。</p>
<p><b>[主持人]</b>请您先介绍一下补贴标准有什么变化。</p>
<p><b>[嘉宾]</b>从9月1日起，困难残疾人生活补贴标准提高到每人每月85元，重度残疾人护理补贴标准提高到每人每月95元。</p>
<p><b>[主持人]</b>办理手续是不是更方便了？</p>
<p><b>[嘉宾]</b>是的，可以全程网办、跨省通办，村（社区）也可以代为申请。</p>
<p><b>[主持人]</b>感谢您的介绍，本期访谈到此结束，再见！</p>`,
  },
  {
    ...base,
    id: 'i04',
    title: '【视频解读】《梧桐区社会救助家庭经济状况核对办法》',
    published: '2025-08-12',
    source: '梧桐区民政局',
    formats: ['video'],
    policy: { id: 'd04' },
    related: ['d04'],
    linksToPolicy: true,
    linkedFromPolicy: false,
    trap: 'the film is an empty prism-player that a script fills',
    body: player('prism_1754969', '/upload/main/2025/8/12/jthd.mp4'),
  },
  {
    ...base,
    id: 'i18',
    title: '《梧桐区区级储备粮管理办法》视频解读',
    published: '2024-08-22',
    source: '梧桐区发展和改革委员会',
    formats: ['text', 'video'],
    policy: { id: 'd12' },
    linksToPolicy: false,
    linkedFromPolicy: true,
    trap: 'a film with its words below',
    body: `${player('prism_1724301', '/upload/main/2024/8/22/cbl.mp4')}
<p style="text-align:center"><strong>文字解读</strong></p>
一、制定背景
粮食安全是“国之大者”。为加强区级储备粮管理，保证储备粮数量真实、质量良好和储存安全，制定《梧桐区区级储备粮管理办法》。
二、主要内容
办法明确区级储备粮规模为1.2万吨，实行均衡轮换制度，轮换架空期一般不超过4个月；区发展改革委会同区财政局每年开展不少于两次的库存检查。
三、施行时间
办法自2024年9月10日起施行，有效期5年。`,
  },
];
