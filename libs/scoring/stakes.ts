import type { IndicatorResult } from '#indicators';
import { points, printPoints } from '#kernel';
import { type Rubric, rubricItems } from '#programmes';
import { findingSays, standingDecisions, underDecisions } from './decisions.js';
import { pointsOfFindings } from './finding-points.js';
import type { FindingDecision, Scorecard } from './model.js';
import { priceItem } from './price-item.js';
import { itemsOf } from './score-items.js';

/**
 * Points at stake for each finding, as text: for a problem what it cost; for a doubt what its item would lose if it were
 * the only problem, by the item's own rule. A doubt on a veto puts all full marks at stake.
 */
export function stakesOf(card: Scorecard, rubric: Rubric): Map<string, string> {
  const stakes = pointsOfFindings(card);
  const items = new Map(rubricItems(rubric).map((item) => [item.id, item]));
  const year = Number(/^\d{4}/.exec(card.period)?.[0] ?? 0);
  for (const node of itemsOf(card.tree)) {
    const item = items.get(node.id);
    const result = item && node.findings.length > 0 ? resultOf(card, item.indicator, node.findings) : undefined;
    const doubts = result?.findings.filter(({ kind }) => kind === 'review') ?? [];
    const [first] = doubts;
    if (!item || !result || !first) continue;
    const full = points(item.rule.kind === 'veto' ? rubric.total : node.max);
    const priced = (one: IndicatorResult) => priceItem(item, one, year, { full }).points;
    const stake = priced(settled(result, null)).minus(priced(settled(result, first.id)));
    for (const { id } of doubts) {
      const known = stakes.get(id);
      if (known === undefined || points(known).lt(stake)) stakes.set(id, printPoints(stake));
    }
  }
  return stakes;
}

function resultOf({ results }: Scorecard, indicator: string, ids: readonly string[]): IndicatorResult | undefined {
  return results.find(
    (one) =>
      one.indicator === indicator &&
      one.findings.length === ids.length &&
      one.findings.every(({ id }, at) => id === ids[at]),
  );
}

/** The result with all doubts dismissed but one, which is confirmed. */
function settled(result: IndicatorResult, confirmed: string | null): IndicatorResult {
  const decisions = result.findings
    .filter(({ kind }) => kind === 'review')
    .map((finding): FindingDecision => {
      const { id, organisation, indicator } = finding;
      const verdict = id === confirmed ? 'confirmed' : 'dismissed';
      const about = { id, organisation, indicator, finding: id, programme: '', period: '', said: findingSays(finding) };
      return { ...about, verdict, reason: '试算', by: '', on: '', source: 'review' };
    });
  return underDecisions(result, standingDecisions([result], decisions)).result;
}
