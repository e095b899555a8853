import { policy, reading, notice, type UnitContent } from './rows.js';
import { units } from './units.js';

/** 云岭县发展和改革局: middling; late by one day across National Day, three cases that only a signature dates. */
export const development: UnitContent = {
  unit: units.development,
  policies: [
    policy(
      'p01',
      '2024-08-06',
      '2024-08-14',
      '云发改〔2024〕56号',
      '云岭县发展和改革局关于印发《云岭县充电基础设施布局规划（2024—2027年）》的通知',
    ),
    policy(
      'p02',
      '2024-11-12',
      '2024-11-21',
      '云发改〔2024〕79号',
      '云岭县发展和改革局关于调整城区管道天然气销售价格的通知',
    ),
    policy(
      'p03',
      '2025-03-04',
      '2025-03-12',
      '云发改〔2025〕14号',
      '云岭县发展和改革局关于印发《云岭县2025年重大建设项目清单》的通知',
      {
        files: [{ name: '云岭县2025年重大建设项目清单.xlsx', kind: 'xlsx' }],
      },
    ),
    policy(
      'p04',
      '2025-06-17',
      '2025-06-26',
      '云发改〔2025〕38号',
      '云岭县发展和改革局关于印发《云岭县社会信用体系建设工作要点》的通知',
    ),
    // One day late: the 21st working day across National Day 2025; without the make-up days it would seem to be the 19th.
    policy(
      'p05',
      '2025-09-22',
      '2025-10-27',
      '云发改〔2025〕61号',
      '云岭县发展和改革局关于印发《云岭县节能降碳行动实施方案》的通知',
    ),
    // Dated by its signature alone and three days over: late.
    policy(
      'p06',
      '2025-11-05',
      '2025-12-08',
      '云发改〔2025〕70号',
      '云岭县发展和改革局关于做好粮食应急保障工作的通知',
      { shape: 'signature' },
    ),
    policy(
      'p07',
      '2026-02-03',
      '2026-02-11',
      '云发改〔2026〕6号',
      '云岭县发展和改革局关于印发《云岭县2026年重大建设项目清单》的通知',
      {
        files: [{ name: '云岭县2026年重大建设项目清单.xlsx', kind: 'xlsx' }],
      },
    ),
    // Dated by their signatures alone and one or two days over: a person must look.
    policy(
      'p08',
      '2026-04-13',
      '2026-05-14',
      '云发改〔2026〕23号',
      '云岭县发展和改革局关于规范招标投标领域信用评价应用的通知',
      { shape: 'signature' },
    ),
    policy(
      'p09',
      '2026-05-12',
      '2026-06-11',
      '云发改〔2026〕31号',
      '云岭县发展和改革局关于开展公共资源交易突出问题专项治理的通知',
      { shape: 'numerals' },
    ),
  ],
  interpretations: [
    reading('p01', '2024-08-14', 'infographic', 'both'),
    reading('p02', '2024-11-21', 'text', 'both', ['背景依据', '主要内容', '适用对象', '解读机关']),
    reading('p03', '2025-03-12', 'text', 'toPolicy', ['背景依据', '主要内容', '解读机关']),
    reading('p05', '2025-10-28', 'infographic', 'both'),
    reading('p07', '2026-02-11', 'video', 'fromPolicy'),
    reading('p08', '2026-05-14', 'text', 'both', ['背景依据', '主要内容', '关键词解释', '解读机关']),
    reading('p09', '2026-06-11', ['text', 'infographic'], 'both', ['背景依据', '目标任务', '具体举措', '解读机关']),
  ],
  notices: [
    notice('2026-06-18', '关于召开城区居民生活用水价格调整听证会的公告', { signed: '2026-06-17' }),
    notice('2026-05-21', '关于公开征求《云岭县“十五五”规划纲要（草案）》意见的公告'),
    notice('2026-03-25', '云岭县2026年第一季度政府投资项目审批结果公示'),
    notice('2025-12-19', '关于公布2025年度节能审查项目名单的公告'),
    notice('2025-07-10', '关于做好迎峰度夏电力供应保障工作的通知', { signed: '2025-07-09' }),
    notice('2024-12-05', '云岭县粮食收购备案企业名单公示'),
  ],
  news: {
    newest: '2026-06-26',
    every: 19,
    titles: [
      '县发展和改革局调度二季度重大项目建设进度',
      '“十五五”规划编制专题座谈会召开',
      '县发展和改革局开展粮食库存检查',
      '全县充电设施建设现场会召开',
      '县发展和改革局走访重点用能企业',
      '价格监测点培训班开班',
      '县发展和改革局组织信用修复宣传活动',
      '全县项目谋划储备工作推进会召开',
      '县发展和改革局部署冬季能源保供工作',
      '易地搬迁后续扶持工作座谈会召开',
    ],
  },
  standing: {
    from: '2026-06-20',
    reports: [
      { year: 2024, published: '2025-01-22' },
      { year: 2025, published: '2026-01-21' },
    ],
    fields: ['重大建设项目', '公共资源交易'],
    letters: ['关于居民阶梯电价执行标准的咨询', '建议增加乡镇公共充电桩数量', '关于企业投资项目备案流程的咨询'],
    guides: ['企业投资项目备案办事指南', '固定资产投资项目节能审查办事指南', '粮食收购企业备案办事指南'],
  },
};
