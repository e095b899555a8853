import { policy, reading, notice, type UnitContent } from './rows.js';
import { units } from './units.js';

/**
 * 云岭县住房和城乡建设局: poor. Missing, empty, stale and broken columns, late files, plain-text interpretations without links,
 * an annual report that lacks a part, a hijacked friend link.
 */
export const housing: UnitContent = {
  unit: units.housing,
  states: { topic: 'missing', rules: 'empty', interaction: 'softNotFound' },
  policies: [
    policy(
      'p01',
      '2024-08-20',
      '2024-08-29',
      '云建发〔2024〕38号',
      '云岭县住房和城乡建设局关于印发《云岭县农村危房改造补助资金管理细则》的通知',
    ),
    // Late: 38 working days.
    policy(
      'p02',
      '2024-11-19',
      '2025-01-13',
      '云建发〔2024〕57号',
      '云岭县住房和城乡建设局关于加强建筑工地扬尘治理的通知',
    ),
    policy('p03', '2025-04-15', '2025-04-24', null, '云岭县住房和城乡建设局关于公共租赁住房轮候配租有关事项的通知'),
    // Late: 60 working days.
    policy(
      'p04',
      '2025-06-24',
      '2025-09-16',
      '云建发〔2025〕31号',
      '云岭县住房和城乡建设局关于印发《云岭县物业服务企业信用评价办法》的通知',
    ),
    policy(
      'p05',
      '2025-10-14',
      '2025-10-23',
      '云建发〔2025〕46号',
      '云岭县住房和城乡建设局关于印发《云岭县老旧小区改造实施方案》的通知',
    ),
    // Late: 31 working days.
    policy(
      'p06',
      '2026-02-10',
      '2026-03-31',
      '云建发〔2026〕7号',
      '云岭县住房和城乡建设局关于印发《云岭县城镇燃气安全管理办法》的通知',
    ),
    policy('p07', '2026-05-19', '2026-05-28', null, '云岭县住房和城乡建设局关于做好房屋市政工程汛期施工安全工作的通知'),
  ],
  interpretations: [
    reading('p01', '2024-08-29', 'text', 'toPolicy', ['背景依据', '适用对象', '解读机关']),
    reading('p04', '2025-09-16', 'text', 'none', ['背景依据', '主要内容'], {
      title: '《云岭县物业服务企业信用评价办法》政策解读',
    }),
    reading('p05', '2025-11-05', 'text', 'none', ['背景依据', '主要内容'], {
      // The inner 《…》 was eaten as a tag on its way into the system.
      title: '《云岭县住房和城乡建设局关于印发的通知》政策解读',
    }),
    reading('p06', '2026-04-08', 'text', 'toPolicy', ['背景依据', '主要内容', '解读机关']),
  ],
  // Stale: the newest notice is older than half a year.
  notices: [
    notice('2025-11-27', '关于2025年第三批公共租赁住房配租结果的公示'),
    notice('2025-09-03', '关于建筑施工企业安全生产许可证延期的公告', { signed: '2025-09-02' }),
    notice('2025-05-29', '关于城区部分路段雨污管网改造施工的公告'),
    notice('2024-12-17', '云岭县房地产开发企业资质核查结果公告'),
    notice('2024-08-08', '关于开展物业服务质量评价的通知', { fate: 'softNotFound' }),
  ],
  news: {
    newest: '2026-06-19',
    every: 26,
    titles: [
      '县住房和城乡建设局检查在建工地防汛措施',
      '老旧小区改造项目现场推进会召开',
      '县住房和城乡建设局开展燃气安全宣传',
      '城区窨井盖排查整治完成',
      '农村房屋安全隐患排查工作部署会召开',
      '县住房和城乡建设局组织消防审验培训',
      '公共租赁住房分配摇号活动举行',
    ],
  },
  standing: {
    from: '2026-05-30',
    reports: [
      { year: 2024, published: '2025-02-20' },
      { year: 2025, published: '2026-03-05', parts: [1, 2, 3, 5] },
    ],
    fields: ['保障性住房', '农村危房改造', '市政服务'],
    letters: ['关于公租房申请条件的咨询', '反映小区二次供水水压不足的问题'],
    guides: ['建筑工程施工许可办事指南', '商品房预售许可办事指南'],
    quiet: { statutory: '2025-04-30' },
  },
};
