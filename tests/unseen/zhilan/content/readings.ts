import { p, picture, sign, snowflake } from '../text.js';
import type { Reading } from '../types.js';

const toPolicy = (key: string, words: string): string =>
  `<a href="#/policy/detail/${snowflake(key)}" target="_blank">${words}</a>`;

/** 政策解读：tab 1 文字、2 图解、3 音视频、4 问答访谈；“全部”页签一次列出。 */
export const READINGS: Reading[] = [
  {
    key: 'jd-jybz',
    tab: 1,
    title: '《芷岚县就业补助资金管理实施细则》政策解读',
    at: '2026-05-21 09:10:00',
    formats: ['text'],
    policyTitle: '芷岚县人力资源和社会保障局 芷岚县财政局关于印发《芷岚县就业补助资金管理实施细则》的通知',
    policyKey: 'jybz',
    link: 'block',
    body: p(
      '一、出台背景。原管理办法（芷人社发〔2021〕33号）到期，有必要重新制定。',
      '二、制定依据。《中华人民共和国就业促进法》等。',
      '三、主要内容。共五章二十六条，明确了四类补贴的对象、标准和程序。',
      '四、解读机关：芷岚县人力资源和社会保障局就业促进股。',
    ),
    trap: '正文先写旧办法的文号；原文链接在“关联政策”块里',
  },
  {
    key: 'jd-jybz-tu',
    tab: 2,
    title: '一图看懂 | 就业补助资金怎么申、怎么发、怎么管',
    at: '2026-05-22 16:00:00',
    formats: ['infographic'],
    policyTitle: '芷岚县人力资源和社会保障局 芷岚县财政局关于印发《芷岚县就业补助资金管理实施细则》的通知',
    policyKey: 'jybz',
    media: {
      kind: 'slides',
      parts: [
        ['第1页', 'tu1.png'],
        ['第2页', 'tu2.png'],
        ['第3页', 'tu3.png'],
      ],
    },
    body: '',
    trap: '图片是轮播组件里的 CSS 背景图，首尾两页被组件复制；题目没有文件名，只有文件页链接过来',
  },
  {
    key: 'jd-jybz-wd',
    tab: 4,
    title: '就业补助资金热点问答',
    at: '2026-06-01 10:00:00',
    formats: ['qa'],
    policyTitle: '芷岚县人力资源和社会保障局 芷岚县财政局关于印发《芷岚县就业补助资金管理实施细则》的通知',
    policyKey: 'jybz',
    link: 'block',
    media: {
      kind: 'collapse',
      parts: [
        ['哪些人可以申请职业培训补贴？', '本县户籍劳动者、毕业年度高校毕业生等五类人员。'],
        ['一次性创业补贴是多少？', '正常经营满6个月的，给予5000元。'],
        ['在哪里申请？', '乡镇人社服务中心或县就业服务中心窗口。'],
        ['多久能到账？', '自受理之日起20个工作日内审核拨付。'],
      ],
    },
    body: '',
    trap: '折叠面板，只有问句画在页面上，答句点开才画；没有“问”“答”二字',
  },
  {
    key: 'jd-gyxgw',
    tab: 1,
    title: '公益性岗位开发管理办法解读',
    at: '2026-03-16 11:00:00',
    formats: ['text', 'infographic'],
    policyTitle: '芷岚县人力资源和社会保障局关于印发《芷岚县公益性岗位开发管理办法》的通知',
    policyKey: 'gyxgw',
    link: 'body',
    body:
      p(
        `近日，县人社局印发了${toPolicy('gyxgw', '《芷岚县公益性岗位开发管理办法》')}，现解读如下。`,
        '一、为什么要出台？规范岗位开发，防止“福利化”。',
        '二、岗位从哪里来？由用人单位申报、县人社局核定。',
        '三、谁能上岗？零就业家庭成员、大龄失业人员等就业困难人员。',
      ) +
      picture('gw-1.png') +
      picture('gw-2.png'),
    trap: '题目没有书名号和机关；文字之后两张长图；另有只差“征求意见稿”的公告',
  },
  {
    key: 'jd-gyxgw-yp',
    tab: 3,
    title: '听，公益性岗位新规来了',
    at: '2026-03-18 15:00:00',
    formats: ['audio'],
    policyTitle: '芷岚县人力资源和社会保障局关于印发《芷岚县公益性岗位开发管理办法》的通知',
    policyKey: 'gyxgw',
    body: '<div class="rhap_container"><audio src="/file/media/gyxgw.m4a" preload="auto"></audio><div class="rhap_main"><button aria-label="Play" class="rhap_play-pause-button" type="button"></button><div class="rhap_current-time">00:00</div></div></div>',
    trap: '音频由播放器组件包着，没有 controls；题目没有文件名，只有文件页链接过来',
  },
  {
    key: 'jd-lggw',
    tab: 2,
    title: '图解丨2026年失业保险稳岗返还“畅通领、安心办”',
    at: '2026-04-27 09:00:00',
    formats: ['infographic'],
    policyTitle: '芷岚县人力资源和社会保障局关于做好2026年失业保险援企稳岗“畅通领、安心办”有关工作的通知',
    policyKey: 'lggw',
    link: 'block',
    body: picture('wg-long.png'),
    trap: '竖线是“丨”字；题目与文件不同名；双方都在块里链接',
  },
  {
    key: 'jd-jnpx',
    tab: 4,
    title: '县人社局“岚匠”职业技能提升行动新闻发布会实录',
    at: '2026-06-10 17:00:00',
    formats: ['press-conference'],
    policyTitle: '关于印发《芷岚县“岚匠”职业技能提升行动方案（2026—2028年）》的通知',
    policyKey: 'jnpx',
    link: 'body',
    body:
      p('时间：2026年6月10日上午　地点：县融媒体中心发布厅') +
      picture('fbh.jpg') +
      p(
        '<strong>主持人：</strong>各位记者朋友，大家上午好。欢迎出席新闻发布会。',
        `<strong>县人社局党组成员：</strong>我县于近日印发了${toPolicy('jnpx', '行动方案')}，三年开展补贴性培训1.2万人次以上。`,
        '<strong>县融媒体中心记者：</strong>请问劳务品牌如何打造？',
        '<strong>县就业服务中心负责人：</strong>围绕绣娘、月嫂、电工三个工种分级培训。',
      ),
    trap: '题目没有文件名；链接文字只有“行动方案”四个字；现场照片不是图解',
  },
  {
    key: 'jd-jnpx-sp',
    tab: 3,
    title: '视频 | 三分钟带你认识“岚匠”',
    at: '2026-06-15 10:30:00',
    formats: ['video'],
    policyTitle: '关于印发《芷岚县“岚匠”职业技能提升行动方案（2026—2028年）》的通知',
    policyKey: 'jnpx',
    media: { kind: 'hls', parts: [['lanjiang', '/file/media/lanjiang/index.m3u8']] },
    body: '',
    trap: '播放器脚本把地址换成 blob:，页面上看不到 m3u8；只有文件页链接过来',
  },
  {
    key: 'jd-gszc',
    tab: 4,
    title: '县人社局负责同志就新就业形态就业人员职业伤害保障试点答记者问',
    at: '2026-02-12 09:30:00',
    formats: ['qa'],
    policyTitle: '芷岚县人力资源和社会保障局等六部门关于新就业形态就业人员职业伤害保障试点有关事项的通知',
    policyKey: 'gszc',
    link: 'block',
    body: p(
      '近日，六部门联合印发通知（芷人社发〔2026〕6号）。县人社局负责同志回答了记者提问。',
      '<strong>问：为什么要开展试点？</strong>',
      '答：外卖骑手等群体流动性大，现行工伤保险难以覆盖。',
      '<strong>问：费用由谁承担？</strong>',
      '答：由平台企业按单缴费，骑手个人不缴费。',
    ),
    trap: '题目不用书名号；正文有文号',
  },
  {
    key: 'jd-jljz',
    tab: 3,
    title: '【动漫】阿岚说社保：2026年居民养老怎么缴',
    at: '2026-01-19 10:00:00',
    formats: ['animation'],
    policyTitle: '关于2026年城乡居民基本养老保险缴费档次和政府补贴标准的通知',
    policyKey: 'jljz',
    link: 'block',
    body: '<iframe src="/h5/alan/index.html" width="375" height="667" frameborder="0" allowfullscreen="allowfullscreen"></iframe><p><br></p>',
    trap: 'H5 动漫在 iframe 里，放在“音视频”页签',
  },
  {
    key: 'jd-jxjd',
    tab: 1,
    title: '关于《芷岚县就业见习管理暂行办法》的起草说明',
    at: '2025-06-30 15:00:00',
    formats: ['text'],
    policyTitle: '芷岚县就业见习管理暂行办法',
    policyKey: 'jxjd',
    link: 'block',
    body:
      p(
        '一、起草背景。见习基地数量不足、管理不规范。',
        '二、起草过程。3月形成初稿，两次征求意见。',
        '三、主要内容。明确见习期限和补贴标准。',
      ) + sign('芷岚县就业服务中心', '2025年6月26日'),
    trap: '题目是“起草说明”，有落款，落款日期晚于办法的印发日期',
  },
  {
    key: 'jd-jxjd-fbh',
    tab: 4,
    title: '在线访谈：青年就业见习那些事儿',
    at: '2025-07-11 16:00:00',
    formats: ['interview'],
    policyTitle: '芷岚县就业见习管理暂行办法',
    policyKey: 'jxjd',
    body:
      '<div class="ant-comment"><div class="ant-comment-content-author">主持人</div><div class="ant-comment-content-detail">欢迎做客访谈室，今天聊聊就业见习。</div></div>' +
      '<div class="ant-comment"><div class="ant-comment-content-author">嘉宾（县就业服务中心副主任）</div><div class="ant-comment-content-detail">暂行办法把见习补贴提高到每人每月1500元。</div></div>' +
      '<div class="ant-comment"><div class="ant-comment-content-author">网友“小雨”</div><div class="ant-comment-content-detail">见习期间算工龄吗？</div></div>' +
      '<div class="ant-comment"><div class="ant-comment-content-author">嘉宾（县就业服务中心副主任）</div><div class="ant-comment-content-detail">见习不是就业，不计算工龄。</div></div>',
    trap: '评论组件画的访谈，说话人和话各占一个 div，没有冒号；题目没有文件名，只有文件页链接过来',
  },
  {
    key: 'jd-sheng',
    tab: 1,
    title: '省《失业保险条例实施办法》修订要点',
    at: '2025-11-20 09:00:00',
    formats: ['text'],
    policyTitle: null,
    body: p(
      '新修订的省《失业保险条例实施办法》自2026年1月1日起施行。',
      '一是扩大了参保范围；二是提高了失业保险金标准；三是简化了申领程序。',
    ),
    trap: '解读的是省里的规章，不在本站',
  },
];
