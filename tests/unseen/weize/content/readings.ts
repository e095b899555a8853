import { file, jam, p, viewer } from './text.js';
import type { ReadingItem } from '../types.js';

const at = { kind: 'reading', catid: 15 } as const;
const ask = (question: string, reply: string): string =>
  `<p><strong>问：${question}</strong></p>\r\n<p>答：${reply}</p>\r\n`;
const say = (who: string, words: string): string => `<p><strong>${who}：</strong>${words}</p>\r\n`;

const SUPPLY = '关于印发《苇泽县农村供水工程运行管护办法》的通知';
const RIVERSIDE = '关于印发《苇泽县河道管理范围内建设项目管理办法》的通知';
const SAVING = '关于印发《苇泽县节约用水奖励实施细则（试行）》的通知（更正）';

/** 政策解读: cards, some of which are a picture or a file itself. */
export const READINGS: ReadingItem[] = [
  {
    ...at,
    id: 897,
    day: '2026-06-11',
    title: '《苇泽县农村供水工程运行管护办法》政策解读',
    formats: ['text'],
    policy: 896,
    policyTitle: SUPPLY,
    to: true,
    from: true,
    body:
      '<p><strong>一、制定背景</strong></p>' +
      p('农村供水工程建得成更要管得好，为明确管护责任，落实管护经费，结合我县实际制定本办法。') +
      '<p><strong>二、主要内容</strong></p>' +
      p('办法共二十条，明确了管护主体、管护经费来源、水质检测和应急供水的要求，规定水费由供水单位直接收取。') +
      '<p><strong>三、施行日期</strong></p>' +
      p('办法自2026年7月1日起施行，有效期五年。'),
    trap: '所解读的文件分三页',
  },
  {
    ...at,
    id: 898,
    day: '2026-06-11',
    title: '一图读懂《苇泽县农村供水工程运行管护办法》',
    link: '/uploadfile/2026/0611/20260611040310755.jpg',
    formats: ['infographic'],
    policy: 896,
    policyTitle: SUPPLY,
    to: false,
    from: true,
    trap: '卡片直接链到一张 jpg，没有文章页；文件页的“相关解读”也链到这张图',
  },
  {
    ...at,
    id: 880,
    day: '2026-05-12',
    title: '动漫解读：节水有奖',
    formats: ['animation'],
    policy: 868,
    policyTitle: SAVING,
    to: true,
    from: false,
    body: '<p><iframe src="/uploadfile/h5/jieshui/index.html" width="375" height="660" frameborder="0"></iframe></p>',
    trap: 'H5 在 iframe 里，题目不含文件名，只凭“相关文件”链接；所指是更正件',
  },
  {
    ...at,
    id: 867,
    day: '2026-04-17',
    title: '苇泽县2026年水旱灾害防御工作新闻发布会实录',
    formats: ['press-conference'],
    policy: null,
    policyTitle: null,
    to: false,
    from: false,
    body: [
      say('主持人', '各位记者朋友，大家上午好！欢迎出席苇泽县2026年水旱灾害防御工作新闻发布会。') +
        '<p><img src="/uploadfile/2026/0417/20260417093011201.jpg" alt="" /></p>' +
        say(
          '县水务局负责人',
          '首先由我通报今年水旱灾害防御的总体情况。今年我县共落实防汛责任人412名，完成水库汛前检查38座。',
        ),
      say('县融媒体中心记者', '请问汛期水库如何调度？') +
        say('县水务局负责人', '各水库一律按批准的汛限水位运行，实行专人值守、逐库调度。'),
      say('主持人', '因时间关系，记者提问到此结束。今天的发布会就到这里，谢谢大家！'),
    ],
    trap: '发布会实录分三页；没有指明文件',
  },
  {
    ...at,
    id: 858,
    day: '2026-04-02',
    title: '在线访谈：走进县水务局，谈农村供水保障',
    formats: ['interview'],
    policy: null,
    policyTitle: null,
    to: false,
    from: false,
    body:
      say('主持人', '各位网友大家好，欢迎收看本期在线访谈。今天的嘉宾是县水务局负责人。') +
      say('嘉宾', '主持人好，各位网友好！') +
      say('主持人', '请介绍一下我县农村供水的情况。') +
      say('嘉宾', '全县现有集中供水工程57处，覆盖人口21万人，今年将再改造老旧管网80公里。'),
    trap: '没有指明文件',
  },
  {
    ...at,
    id: 833,
    day: '2026-01-19',
    title: '听解读｜河道里建项目要办哪些手续',
    formats: ['audio'],
    policy: 822,
    policyTitle: RIVERSIDE,
    to: true,
    from: true,
    body: '<p style="text-align:center;"><audio src="/uploadfile/2026/0119/20260119052200918.mp3" controls="controls" controlsList="nodownload"></audio></p>',
    trap: '题目不含文件名；文件只在 JSONP 列表里',
  },
  {
    ...at,
    id: 827,
    day: '2025-12-24',
    title: '视频解读｜《苇泽县河道管理范围内建设项目管理办法》',
    formats: ['video'],
    policy: 822,
    policyTitle: RIVERSIDE,
    to: false,
    from: true,
    body:
      '<div id="a1"></div><script type="text/javascript" src="/statics/js/ckplayer/ckplayer.js"></script>' +
      "<script type=\"text/javascript\">var flashvars={f:'/uploadfile/2025/1224/20251224100318456.mp4',c:0,p:0};var video=['/uploadfile/2025/1224/20251224100318456.mp4->video/mp4'];CKobject.embed('/statics/js/ckplayer/ckplayer.swf','a1','ckplayer_a1','600','400',false,flashvars,video);</script>",
    trap: 'ckplayer：视频地址只在脚本变量里，没有 video 元素',
  },
  {
    ...at,
    id: 802,
    day: '2025-09-16',
    title: '《苇泽县水土保持补偿费征收使用管理办法》热点问答',
    formats: ['qa'],
    policy: 799,
    policyTitle: '关于印发《苇泽县水土保持补偿费征收使用管理办法》的通知',
    to: false,
    from: true,
    body:
      ask('哪些单位要缴纳补偿费？', '在水土流失易发区开办生产建设项目，损坏水土保持设施、地貌植被的，应当缴纳。') +
      ask('标准是多少？', `按占地面积每平方米1元${jam('摘自2019年老办法')}一次性计征。`) +
      ask('哪些情形可以免缴？', '建设学校、医院、保障性住房以及农民自建住房的，免缴补偿费。'),
    trap: '答句里混有不显示的字；只有文件链到这里',
  },
  {
    ...at,
    id: 781,
    day: '2025-06-13',
    title: '《苇泽县小型水库管护人员管理办法》政策解读',
    link: '/uploadfile/2025/0613/20250613064122390.pdf',
    formats: ['text'],
    policy: 780,
    policyTitle: '关于印发《苇泽县小型水库管护人员管理办法》的通知',
    to: false,
    from: false,
    pdfs: {
      '/uploadfile/2025/0613/20250613064122390.pdf': [
        '《苇泽县小型水库管护人员管理办法》政策解读',
        '一、制定背景',
        '我县小型水库点多面广，管护人员年龄偏大、责任不清，为规范选聘和考核，制定本办法。',
        '二、主要内容',
        '办法明确了选聘条件、岗位职责、补助标准和考核方式，补助由县财政列入预算，按季发放。',
        '三、施行日期',
        '办法自印发之日起施行。',
      ],
    },
    trap: '解读是列表里的一个 PDF，没有文章页，两边都没有链接，只凭名称',
  },
  {
    ...at,
    id: 763,
    day: '2025-03-19',
    title: '《苇泽县取水口监测计量管理办法》解读',
    formats: ['text'],
    policy: 761,
    policyTitle: '关于印发《苇泽县取水口监测计量管理办法》的通知',
    to: true,
    from: false,
    body:
      viewer('/uploadfile/2025/0319/20250319021433508.pdf') +
      file('取水口监测计量管理办法解读.pdf', '/uploadfile/2025/0319/20250319021433508.pdf'),
    pdfs: {
      '/uploadfile/2025/0319/20250319021433508.pdf': [
        '《苇泽县取水口监测计量管理办法》解读',
        '一、为什么制定办法',
        '取水口监测计量是水资源管理的基础，为做到应装尽装、数据准确，我局起草了本办法。',
        '二、哪些取水口要安装计量设施',
        '地表水年许可水量五万立方米以上、地下水年许可水量一万立方米以上的取水口，应当安装在线计量设施。',
      ],
    },
    trap: '解读的正文只在阅读框的 PDF 里',
  },
  {
    ...at,
    id: 736,
    day: '2024-06-06',
    title: '专家解读：《节约用水条例》要点',
    formats: ['text'],
    policy: null,
    policyTitle: null,
    to: false,
    from: false,
    body: p(
      '《节约用水条例》自2024年5月1日起施行，是我国首部节约用水行政法规，坚持以水定城、以水定地、以水定人、以水定产。',
      '条例从用水管理、节水措施、保障和监督等方面作出规定，建立了用水定额管理和计划用水管理制度，明确了各级政府的职责。',
    ),
    trap: '所解读的是国家的条例，不在本站',
  },
  {
    ...at,
    catid: 106,
    id: 10080,
    day: '2025-10-17',
    title: '图解：河长制工作怎么考核',
    formats: ['infographic'],
    policy: 10079,
    policyTitle: '关于印发《苇泽县河长制工作考核办法》的通知',
    to: true,
    from: false,
    body: '<p align="center"><img src="/hzz/d/file/zcjd/2025-10-17/5f1c0a.png" /></p><p align="center"><img src="/hzz/d/file/zcjd/2025-10-17/8e77b2.png" /></p>',
    trap: '帝国子站；解读在 /e/action/ShowInfo.php，列表由 /d/js 的外部脚本写出',
  },
  {
    ...at,
    catid: 106,
    id: 10065,
    day: '2023-04-20',
    title: '县河长办负责人就《苇泽县河湖管护公益岗位管理细则》答记者问',
    formats: ['qa'],
    policy: 10064,
    policyTitle: '关于印发《苇泽县河湖管护公益岗位管理细则》的通知',
    to: true,
    from: false,
    body:
      ask('为什么要出台细则？', '公益岗位人员流动大、职责不清，需要统一管理，压实村级管护责任。') +
      ask('岗位补贴是多少？', '每人每月700元，由县财政和乡镇共同承担，按月打卡发放。'),
    trap: '列表由 /d/js 的外部脚本写出',
  },
];
