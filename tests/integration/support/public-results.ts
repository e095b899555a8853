import type { AssessmentHead, OrganisationRow, Stores } from '#database';
import { unnumbered } from '#database';
import { assessment, finding, organisation, scorecard } from './invented.js';
import { saveAssessment } from './save-assessment.js';

export const programme = 'pingliang-2020';
export const units: readonly OrganisationRow[] = ['云岭县财政局', '云岭县教育局', '=云岭县“公式”局'].map((name) =>
  organisation(name, { sample: false, parent: '云岭县人民政府' }),
);
/** Words of what was found, which stand in no public answer. */
export const secretWords = ['文件晚于规定时限上网', 'late.html', '问题还在复核'];

/**
 * Scores all units for a period: `points` of ten in their order, the second item in doubt.
 * @param assessedOn day on which it was scored; the same period may be scored again.
 */
export async function scorePeriod(
  stores: Stores,
  { period, asOf, assessedOn = asOf, points }: { period: string; asOf: string; assessedOn?: string; points: number[] },
): Promise<AssessmentHead> {
  const round = await stores.rounds.openRound({
    ...{ source: 'live', sample: false, startedAt: `${assessedOn}T00:00:00Z` },
  });
  await stores.rounds.finishRound(round.id, `${assessedOn}T01:00:00Z`);
  const cards = units.map((unit, index) => {
    const found = finding(unit, 'published-in-time', `https://www.yunling.example/late.html?${index}`, 'fail');
    const doubt = finding(unit, 'columns-complete', 'policy', 'review');
    doubt.message = '问题还在复核。';
    const both = { max: '10', measured: 9, of: 10 };
    return scorecard(unit, period, asOf, [
      { ...both, indicator: 'published-in-time', outcome: 'fail', points: String(points[index]), findings: [found] },
      { ...both, indicator: 'columns-complete', outcome: 'needsReview', points: '5', findings: [doubt] },
    ]);
  });
  const order = [...cards].sort((one, other) => Number(other.score) - Number(one.score));
  const ranked = cards.map((card) => ({ ...card, rank: order.indexOf(card) + 1 }));
  const row = { ...assessment(round.id, period, asOf, ranked), assessedAt: `${assessedOn}T08:00:00.000Z` };
  return saveAssessment(stores.assessments, row);
}

/** A circular on the newest result of a period, as one that was written straight from it. */
export async function issueOn(stores: Stores, { period, assessedAt }: AssessmentHead): Promise<void> {
  await stores.circulars.saveCircular({
    ...{ id: `circular of ${assessedAt}`, programme, period, kind: 'quarterly', title: '季度通报', sample: false },
    ...{ assessment: null, createdAt: assessedAt.replace('T08', 'T09'), files: [], ...unnumbered },
  });
}
