import type { Article } from '../types.js';

const read = (
  id: number,
  more: Omit<Article, 'id' | 'kind' | 'look' | 'channels'> & Partial<Article> & { formats: string[] },
): Article => ({ id, kind: 'interpretation', look: 'chips', channels: ['zcjd'], to: 'none', from: 'none', ...more });

const slides = (name: string, count: number): string =>
  `! <div class="swiper">${Array.from({ length: count }, (_, at) => `<div class="swiper-slide"><img src="/static/blank.gif" data-original="/upload/tj/${name}${at + 1}.jpg"></div>`).join('')}</div>`;

const bubbles = (talk: [ask: string, answer: string][]): string =>
  `! ${talk.map(([ask, answer]) => `<div class="talk r"><i class="avatar you"></i><p>${ask}</p></div><div class="talk l"><i class="avatar we"></i><p>${answer}</p></div>`).join('')}`;

export const READINGS: Article[] = [
  read(20101, {
    title: '《石榴湾街道2026年防汛防台应急预案》政策解读',
    published: '2026-06-28',
    formats: ['text'],
    policy: 10421,
    to: 'card',
    from: 'card',
    trap: '列表卡片写“2天前”',
    body: [
      '# 编制背景',
      '原预案执行一年来，工作组设置需要调整。',
      '# 主要内容',
      '预案明确了指挥体系、预警响应、人员转移和物资保障四方面内容。',
    ],
  }),
  read(20102, {
    title: '听！防汛防台预案里和你有关的事',
    published: '2026-06-29',
    formats: ['audio'],
    policy: 10421,
    to: 'inline',
    trap: '音频由脚本的 new Audio 播放，页面没有 audio 元素；文件页没有链接过来；列表写“昨天”',
    body: [
      '! <div class="player" id="p1"><i class="play"></i><span>00:00 / 02:41</span></div><script>var a=new Audio("/upload/audio/fx0629.mp3");document.querySelector("#p1 .play").onclick=function(){a.paused?a.play():a.pause()};</script>',
      '▲点击收听　<a href="/a/10421">阅读预案原文</a>',
    ],
  }),
  read(20103, {
    title: '物业纠纷找谁调？居民和街道这样聊',
    published: '2026-05-15',
    formats: ['qa'],
    policy: 10377,
    to: 'card',
    from: 'card',
    trap: '聊天气泡式的一问一答，没有“问”“答”字样；题目没有文件名',
    body: [
      bubbles([
        ['楼上漏水，物业不管，可以申请联调吗？', '可以，向所在社区提出，3个工作日内受理。'],
        ['联调要收费吗？', '不收任何费用。'],
        ['对方不来怎么办？', '社区会上门做工作，仍不参加的，引导依法诉讼。'],
      ]),
    ],
  }),
  read(20104, {
    title: '一图读懂丨2026年城乡居民养老保险怎么缴',
    published: '2026-04-22',
    formats: ['infographic'],
    policy: 10350,
    from: 'card',
    trap: '图片为 data-original，src 都是 blank.gif；竖线是“丨”字',
    body: [slides('yl', 3)],
  }),
  read(20105, {
    title: '关于《石榴湾街道小微工程管理办法（试行）》的说明',
    published: '2025-12-04',
    formats: ['text'],
    policy: 10260,
    to: 'inline',
    from: 'script',
    trap: '题目是“说明”；文件页的解读由脚本里的数组画出',
    body: [
      '现将<a href="/a/10260?from=rel">《石榴湾街道小微工程管理办法（试行）》</a>有关情况说明如下。',
      '# 为什么制定',
      '小微工程点多面广，程序不一，需要统一规范。',
      '# 管什么',
      '适用于单项合同估算价60万元以下的工程。',
    ],
  }),
  read(20106, {
    title: '60秒看懂小微工程怎么报',
    published: '2025-12-08',
    formats: ['video'],
    policy: 10260,
    from: 'script',
    trap: '竖屏短视频，video 的地址在 data-src；题目没有文件名，只有文件页脚本里有链接',
    body: [
      '! <video class="short" data-src="/upload/video/xwgc.mp4" poster="/upload/tj/xwgc.jpg" playsinline webkit-playsinline></video><script>document.querySelectorAll("video[data-src]").forEach(function(v){v.src=v.dataset.src})</script>',
    ],
  }),
  read(20107, {
    title: '【图解】石榴湾街道临时救助备用金管理办法',
    published: '2025-06-30',
    formats: ['infographic'],
    policy: 10188,
    to: 'card',
    from: 'card',
    body: [slides('ls', 5)],
    trap: '左右滑动的五张图，题目没有书名号',
  }),
  read(20108, {
    title: '《云岭县残疾人两项补贴实施办法》解读',
    published: '2026-04-02',
    formats: ['text'],
    policy: '云岭县残疾人两项补贴实施办法',
    source: '云岭县民政局',
    trap: '县里的政策，不在本站',
    body: [
      '《云岭县残疾人两项补贴实施办法》自2026年4月1日起施行，现解读如下。',
      '# 补贴对象',
      '困难残疾人生活补贴对象和重度残疾人护理补贴对象。',
      '# 申请方式',
      '可在任一街道便民服务中心申请。',
    ],
  }),
  read(20109, {
    title: '“主任来了”访谈：三资审批上线，村里花钱更清楚',
    published: '2025-03-20',
    formats: ['interview'],
    policy: 10148,
    to: 'inline',
    from: 'inline',
    trap: '访谈用“主持人：”“街道农经站站长：”，题目没有文件名；文件页把链接写在正文段落里',
    body: [
      '! <p><img src="/upload/tj/ft.jpg"></p>',
      '! <p><b>主持人：</b>欢迎来到“主任来了”访谈间。请介绍一下<a href="/a/10148">线上审批的通知</a>。</p>',
      '! <p><b>街道农经站站长：</b>从4月1日起，单笔5000元以上的支出都要线上审批。</p>',
      '! <p><b>主持人：</b>村民怎么监督？</p>',
      '! <p><b>街道农经站站长：</b>每月10日前在村务公开栏和手机上同步公开。</p>',
    ],
  }),
  read(20110, {
    title: '动画解读：小石榴带你认识秸秆禁烧',
    published: '2025-09-08',
    formats: ['animation'],
    policy: 10210,
    to: 'card',
    trap: '动画是 iframe 里的 H5，另有一句操作提示；文件页没有链接过来',
    body: [
      '! <iframe src="/h5/jg/index.html" width="100%" height="560" frameborder="0"></iframe>',
      '（请上滑屏幕观看）',
    ],
  }),
  read(20111, {
    title: '《石榴湾街道农村自建房安全巡查制度》解读及图示',
    published: '2024-03-25',
    formats: ['text', 'infographic'],
    policy: 10085,
    trap: '双方都没有链接，只凭名称；文字之后有两张图示',
    body: [
      '# 一、制定依据',
      '依据农村自建房安全管理有关规定制定。',
      '# 二、巡查频次',
      '一般房屋每半年一次，重点房屋每月一次。',
      slides('zjf', 2),
    ],
  }),
  read(20112, {
    title: '石街办〔2025〕39号文件解读',
    published: '2025-11-26',
    formats: ['text'],
    policy: 10255,
    trap: '题目只有文号，没有链接；文件在村务公开栏目里',
    body: [
      '# 出台目的',
      '防止集体资产低价出租、超期出租。',
      '# 关键规定',
      '一年以上出租公开竞价，五年以上须经村民代表会议讨论。',
    ],
  }),
  read(20113, {
    title: '居民问得最多的五件事，一次说清',
    published: '2026-03-26',
    formats: ['qa'],
    policy: null,
    trap: '问答不指任何文件；编号问句',
    body: [
      '# 1．居住证到哪里办？',
      '到石榴湾派出所户籍窗口办理。',
      '# 2．老年卡多久能拿到？',
      '材料齐全当场办结。',
      '# 3．小区能装充电桩吗？',
      '有固定车位的可以向供电所申请。',
    ],
  }),
];
