import { policy, notice, type UnitContent } from './rows.js';
import { units } from './units.js';

/** 柳溪镇: poor. Old pages in GB18030 without any declared charset, columns missing, empty, stale, broken and hijacked. */
export const liuxi: UnitContent = {
  unit: units.liuxi,
  states: { request: 'missing', interpretation: 'empty', service: 'hijacked', interaction: 'notFound' },
  policies: [
    policy(
      'p01',
      '2024-10-08',
      '2024-10-17',
      '柳政发〔2024〕21号',
      '柳溪镇人民政府关于印发《柳溪镇河道保洁管理办法》的通知',
    ),
    // Late: 46 working days.
    policy('p02', '2025-03-06', '2025-05-14', '柳政发〔2025〕5号', '柳溪镇人民政府关于做好2025年防汛备汛工作的通知'),
    policy('p03', '2025-08-19', '2025-08-28', null, '柳溪镇人民政府关于规范红白事宴席申报的通知'),
    // Late: 35 working days, dated in Chinese numerals under the text.
    policy('p04', '2026-01-08', '2026-03-04', null, '柳溪镇人民政府关于加强冬季取暖安全工作的通知', {
      shape: 'numerals',
    }),
    policy(
      'p05',
      '2026-04-14',
      '2026-04-23',
      '柳政发〔2026〕9号',
      '柳溪镇人民政府关于印发《柳溪镇村集体资产清产核资工作方案》的通知',
      {
        // 𬒗 lies outside GBK: only the four-byte part of GB18030 can write it.
        paragraphs: [
          '清产核资范围包括全镇十一个行政村，其中石𬒗村、柳荫村、上河村为先行村。',
          '各村应当成立由村民代表参加的清产核资小组，逐项核实集体所有的资金、资产和资源，并张榜公布。',
        ],
      },
    ),
  ],
  interpretations: [],
  notices: [
    notice('2026-02-25', '柳溪镇2026年农村危房改造拟补助对象公示'),
    notice('2025-12-24', '柳溪镇低保对象年度核查公告', { signed: '2025-12-23' }),
    notice('2025-07-17', '柳溪镇集镇排水管网施工公告'),
    notice('2025-01-09', '柳溪镇农村饮水工程停水通知', { signed: '2025-01-08' }),
  ],
  // Stale: the newest news item is 75 days old.
  news: {
    newest: '2026-04-16',
    every: 33,
    titles: [
      '柳溪镇召开春季生产工作会议',
      '柳溪镇开展河道清淤行动',
      '柳溪镇组织干部集中学习',
      '柳溪镇召开信访矛盾化解工作会议',
      '柳溪镇开展道路交通安全宣传',
    ],
  },
  standing: {
    from: '2026-04-10',
    reports: [
      { year: 2024, published: '2025-03-27' },
      { year: 2025, published: '2026-04-02', parts: [1, 2, 3, 4] },
    ],
    fields: ['社会救助', '救灾'],
    letters: [],
    guides: [],
    quiet: { rules: '2024-11-06' },
  },
};
