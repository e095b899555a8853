import type { PlainRow } from '../types.js';

const source = '县融媒体中心';

/** 槐陵要闻: none of them a document, whatever the title says. */
export const news: PlainRow[] = [
  {
    path: '/dt/hlyw/20260629/5001.html',
    title: '县政府召开第72次常务会议 审议《槐陵县公共数据授权运营管理办法》',
    published: '2026-06-29 20:10',
    source,
    body: ['6月29日，县政府召开第72次常务会议，审议并原则通过《槐陵县公共数据授权运营管理办法》等事项。'],
  },
  {
    path: '/dt/hlyw/20260626/5002.html',
    title: '槐陵县举办政策解读与政务公开业务培训班',
    published: '2026-06-26 18:00',
    source,
    body: ['6月25日，全县政策解读与政务公开业务培训班在县委党校开班，120余人参加。'],
  },
  {
    path: '/dt/hlyw/20260622/5003.html',
    title: '我县印发通知部署夏季安全生产大检查',
    published: '2026-06-22 09:00',
    source,
    body: ['近日，县安委会办公室印发通知，对夏季安全生产大检查作出部署，检查自6月20日起。'],
  },
  {
    path: '/dt/hlyw/20260612/5004.html',
    title: '一图速览 | 2026年槐陵县一季度经济运行情况',
    published: '2026-06-12 12:00',
    source,
    body: ['<img src="/gw/file/v1/image/jjyx.png" width="800" height="1600" alt="">'],
  },
  {
    path: '/dt/hlyw/20260520/5005.html',
    title: '槐陵县人民政府关于城市供水价格调整听证会公告发布后反响热烈',
    published: '2026-05-20 16:00',
    source,
    body: ['听证会公告（第一号）发布两周来，已有47名消费者报名。'],
  },
  {
    path: '/dt/hlyw/20260108/5006.html',
    title: '县长质量奖揭晓 两家企业获奖',
    published: '2026-01-08 10:00',
    source,
    body: ['根据《关于授予2025年度县长质量奖的决定》（槐政发〔2026〕1号），两家企业获奖。'],
  },
];

/** An article that was withdrawn and is still in the list of 县政府文件; the server answers 200. */
export const withdrawn = {
  path: '/zfxxgk/n/3011/a/1099',
  title: '槐陵县人民政府关于提前开放滨河路夜间停车泊位的通知',
  published: '2026-05-30 09:00',
};

/** A row of 通知公告 that leads to another host. */
export const outside = {
  href: 'https://mp.weixin.example/s/hl-2026-0611',
  title: '槐陵县2026年“六五环境日”主题活动预告',
  published: '2026-06-11 10:00',
};

/** 民意征集: the last of them is of 2022. */
export const surveys: PlainRow[] = [
  {
    path: '/hdjl/zj/7001.html',
    title: '关于槐陵县滨河公园命名意见征集的说明',
    published: '2022-09-05 09:00',
    source: '县住房和城乡建设局',
    body: ['现向社会征集滨河公园名称，征集时间为2022年9月5日至9月30日。'],
  },
  {
    path: '/hdjl/zj/7002.html',
    title: '2022年度群众满意度网上调查',
    published: '2022-06-13 09:00',
    source: '县政府办公室',
    body: ['本次调查采用网上问卷方式进行。'],
  },
];

export const letters: PlainRow[] = [
  {
    path: '/hdjl/xx/8001.html',
    title: '咨询：廉租房年审需要哪些材料',
    published: '2022-11-18 15:00',
    source: '县住房和城乡建设局',
    body: ['来信：请问年审需要哪些材料？', '回复：您好，需提供身份证、户口簿和收入证明。'],
  },
  {
    path: '/hdjl/xx/8002.html',
    title: '反映：东关小区路灯不亮',
    published: '2022-10-09 08:40',
    source: '县城管局',
    body: ['来信：小区门口路灯不亮。', '回复：您好，路灯已于10月8日修复。'],
  },
];

/** Two matters of 政务服务. */
export const services: PlainRow[] = [
  {
    path: '/zwfw/sx/9001.html',
    title: '城镇燃气经营许可办事指南',
    published: '2026-03-02 09:00',
    source: '县政务服务中心',
    body: [
      '办理条件：依据《槐陵县城镇燃气经营管理办法》（槐政规〔2026〕1号）。',
      '法定时限：20个工作日。承诺时限：7个工作日。',
    ],
  },
  {
    path: '/zwfw/sx/9002.html',
    title: '户外广告设置审批办事指南',
    published: '2026-03-02 09:00',
    source: '县政务服务中心',
    body: ['法定时限：20个工作日。承诺时限：5个工作日。'],
  },
];

/** 政府信息公开制度: two laws beside one file of the county that stands there too. */
export const laws: PlainRow[] = [
  {
    path: '/zfxxgk/n/3016/a/3101',
    title: '中华人民共和国政府信息公开条例',
    published: '2019-05-20 09:00',
    source: '中国政府网',
    body: [
      '第一条　为了保障公民、法人和其他组织依法获取政府信息，制定本条例。',
      '第五十六条　本条例自2019年5月15日起施行。',
    ],
  },
];
