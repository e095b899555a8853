import type { AssessmentHead, OrganisationRow, Stores } from '#database';
import { assessment, finding, organisation, scorecard } from './invented.js';
import { saveAssessment } from './save-assessment.js';

export const programme = 'pingliang-2020';
export const changedUnits: readonly OrganisationRow[] = ['云岭县财政局', '云岭县教育局'].map((name) =>
  organisation(name, { sample: false, parent: '云岭县人民政府', site: `https://www.yunling.example/${name}/` }),
);

/** What stands in each result, by unit: columns that lack, and pages without tags; null where the tags were not measured. */
const results: { period: string; asOf: string; scoredOn: string; columns: string[][]; tags: (string[] | null)[] }[] = [
  {
    ...{ period: '2026Q1', asOf: '2026-03-31', scoredOn: '2026-04-01' },
    ...{ columns: [['in-1-and-3'], ['always']], tags: [[], ['then-unread']] },
  },
  {
    ...{ period: '2026Q2', asOf: '2026-06-30', scoredOn: '2026-07-01' },
    ...{ columns: [['in-2'], ['always']], tags: [[], ['then-unread']] },
  },
  {
    ...{ period: '2026Q3', asOf: '2026-09-30', scoredOn: '2026-10-01' },
    ...{ columns: [['new-in-3', 'in-1-and-3'], ['always']], tags: [[], null] },
  },
  {
    ...{ period: '2026Q3', asOf: '2026-09-30', scoredOn: '2026-10-08' },
    ...{ columns: [['in-1-and-3'], ['always']], tags: [[], null] },
  },
];

/** Three quarters of two units, the last of them scored twice. */
export async function scoreThreeQuarters(stores: Stores): Promise<AssessmentHead[]> {
  await stores.organisations.importOrganisations([...changedUnits]);
  const heads: AssessmentHead[] = [];
  for (const { period, asOf, scoredOn, columns, tags } of results) {
    const startedAt = `${scoredOn}T00:00:00Z`;
    const { id } = await stores.rounds.openRound({ source: 'live', sample: false, startedAt });
    await stores.rounds.finishRound(id, `${scoredOn}T01:00:00Z`);
    const cards = changedUnits.map((unit, index) => {
      const result = (indicator: string, subjects: string[] | null) => ({
        ...{
          indicator,
          max: '10',
          points: subjects === null ? null : String(10 - subjects.length),
          measured: 8,
          of: 10,
        },
        outcome:
          subjects === null ? ('notMeasured' as const) : subjects.length > 0 ? ('fail' as const) : ('pass' as const),
        findings: (subjects ?? []).map((subject) => finding(unit, indicator, subject, 'fail')),
      });
      const results = [result('columns-complete', columns[index]!), result('page-tags', tags[index]!)];
      return { ...scorecard(unit, period, asOf, results), rank: index + 1 };
    });
    const row = { ...assessment(id, period, asOf, cards), assessedAt: `${scoredOn}T08:00:00.000Z` };
    heads.push(await saveAssessment(stores.assessments, row));
  }
  return heads;
}
