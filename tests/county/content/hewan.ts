import { policy, reading, notice, type UnitContent } from './rows.js';
import { units } from './units.js';

/** 河湾镇: reachable only in part. One column answers with a challenge, one too slowly, one page runs in a circle. */
export const hewan: UnitContent = {
  unit: units.hewan,
  states: { service: 'challenge', rules: 'slow' },
  policies: [
    policy(
      'p01',
      '2024-11-06',
      '2024-11-14',
      '河政发〔2024〕19号',
      '河湾镇人民政府关于印发《河湾镇畜禽养殖污染防治方案》的通知',
      { shape: 'signature' },
    ),
    policy(
      'p02',
      '2025-05-07',
      '2025-05-16',
      '河政发〔2025〕8号',
      '河湾镇人民政府关于印发《河湾镇地质灾害防治预案》的通知',
      { shape: 'signature' },
    ),
    policy('p03', '2025-10-13', '2025-10-21', '河政发〔2025〕17号', '河湾镇人民政府关于成立移风易俗工作专班的通知', {
      shape: 'numerals',
      fate: 'redirectLoop',
    }),
    policy(
      'p04',
      '2026-03-02',
      '2026-03-11',
      '河政发〔2026〕4号',
      '河湾镇人民政府关于印发《河湾镇农村供水管护细则》的通知',
      { shape: 'signature' },
    ),
  ],
  interpretations: [
    reading('p01', '2024-11-14', 'text', 'toPolicy', ['背景依据', '目标任务', '主要内容', '解读机关']),
    reading('p02', '2025-05-16', 'infographic', 'both'),
    reading('p04', '2026-03-11', ['text', 'infographic'], 'both', ['背景依据', '适用对象', '主要内容', '解读机关']),
  ],
  notices: [
    notice('2026-06-05', '河湾镇防溺水安全提示公告'),
    notice('2026-04-09', '河湾镇水库移民后期扶持资金发放公示', { files: [{ name: '发放汇总表.xlsx', kind: 'xlsx' }] }),
    notice('2025-12-03', '河湾镇冬季森林防火通告', { signed: '2025-12-02' }),
    notice('2025-07-03', '河湾镇渡口安全管理通告', { signed: '2025-07-02', shape: 'numerals' }),
    notice('2024-12-26', '河湾镇农村房屋权籍调查公告'),
    // Neither tells all that plans ask for: no channel of participation, nothing of land that was taken.
    notice('2025-03-18', '河湾镇公众参与行政决策事项范围和方式公示', {
      paragraphs: ['事项范围：镇村规划、公共设施建设、集体资产处置。', '参与方式：座谈会、听证会、入户问卷。'],
    }),
    notice('2025-03-11', '河湾镇村务公开事项清单公示', {
      paragraphs: [
        '一、脱贫攻坚：防返贫监测对象和帮扶措施。二、乡村振兴：项目安排和进展。三、村级财务：收支明细。',
        '四、惠农政策：补贴标准和发放情况。五、养老服务：服务站点和补助。六、社会救助：低保、特困供养对象。',
      ],
    }),
  ],
  news: {
    newest: '2026-06-22',
    every: 20,
    titles: [
      '河湾镇开展水上交通安全检查',
      '河湾镇柑橘产业技术培训班开班',
      '河湾镇召开防汛会商会',
      '河湾镇便民渡口改造完工',
      '河湾镇组织清河护岸志愿服务',
      '河湾镇召开庭院经济现场会',
      '河湾镇开展食品安全进校园活动',
      '河湾镇部署春节前安全生产工作',
    ],
  },
  standing: {
    from: '2026-06-16',
    reports: [
      { year: 2024, published: '2025-01-22' },
      { year: 2025, published: '2026-01-27', miscounted: true },
    ],
    fields: ['农村集体土地征收', '社会救助'],
    letters: ['关于水库移民补贴发放的咨询', '反映河湾村路灯损坏的问题'],
    guides: ['水库移民后期扶持人口核定指南', '农村低保申请指南'],
  },
};
