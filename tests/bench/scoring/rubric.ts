import { indicators, type OrganisationRef, type Records } from '#indicators';
import type { Programme } from '#programmes';

const params: Record<string, Record<string, unknown>> = {
  'published-in-time': { workdays: 20, startsFrom: 'issued' },
  'interpretations-varied': { thresholds: [{ fromYear: 2022, atLeast: '0.9' }] },
  'published-together': { workdays: 3 },
  'annual-report-in-time': { department: '01-31', government: '03-31', township: '01-31' },
  'annual-report-parts': { parts: 6 },
  'column-freshness': { maxAgeDays: { news: 14, notice: 90, policy: 183 } },
  'column-quota': { columns: ['news', 'notice', 'policy'], atLeast: 4, per: 'month' },
  'column-gap': { columns: ['news', 'notice', 'policy'], maxDays: 90 },
  'column-minimum': { columns: ['news', 'notice', 'topic'], atLeast: 4 },
  'periodic-publication': { matter: '清理结果', words: ['清理结果'], months: 24, column: 'policy' },
  'village-column': { topics: ['脱贫攻坚', '村级财务', '惠农政策'] },
  'participation-page': { contents: ['事项范围', '参与方式'] },
  evidence: { form: '培训通知', scale: { 优: '1', 良: '0.8' } },
  'imported-count': { count: '被纠错', as: 'fault' },
};

/** A programme that asks every indicator there is, so that a new one is measured too. */
export function allIndicators(): Programme {
  const items = indicators.map(({ id, title }) => ({
    ...{ id, title, indicator: id, requirement: 'ALL', points: '4', params: params[id] ?? {} },
    rule: { kind: 'perFinding', each: '0.5' } as const,
  }));
  return {
    id: 'bench',
    version: '1',
    title: '全部指标',
    source: { title: '全部指标', number: null, issuer: '云岭县人民政府', issuedOn: null },
    requirements: [],
    columns: (['news', 'notice', 'policy', 'guide'] as const).map((key) => ({
      ...{ key, title: key, required: true, maxAgeDays: 30 },
    })),
    tasks: [],
    rubric: {
      title: '全部指标',
      origin: 'default',
      note: '',
      total: String(items.length * 4),
      coverageFloor: '0',
      bands: [{ grade: '合格', from: '0' }],
      groups: [{ id: 'all', title: '全部指标', items }],
    },
    conflicts: [],
    circular: { issuer: '', recipients: '', basis: '', rectifyWithinDays: 15, reportTo: '' },
  };
}

export function benchRecords({ id }: OrganisationRef): Records {
  const evidence = { capture: 'record', url: 'https://assess.yunling.example/' };
  const about = { organisation: id, period: '2025', evidence };
  return {
    decisions: [{ ...about, requirement: 'ALL', grade: '良', reviewer: '县政务公开办', decidedOn: '2025-12-20' }],
    counts: [{ ...about, name: '被纠错', value: 1, source: '县司法局' }],
    accounts: [
      {
        ...{ organisation: id, listedOn: '2025-11-20', evidence },
        accounts: ['发布', '服务', '文旅'].map((name, n) => ({
          ...{ platform: n === 0 ? '微博' : '微信公众号', name: `云岭${name}`, id: `yunling-${n}`, kind: null },
          ...{ state: '在用' as const, openedOn: '2019-05-01', closedOn: null },
        })),
      },
    ],
  };
}
