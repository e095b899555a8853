import type { LocalDate, Period, Workdays } from '#calendar';
import type { SiteFacts } from '#facts';
import {
  appliesTo,
  evaluateIndicator,
  findIndicator,
  type IndicatorContext,
  type IndicatorResult,
  type OrganisationRef,
  type Peer,
  type Records,
} from '#indicators';
import type { Programme, RubricGroup, RubricItem, RubricWindow } from '#programmes';
import { drawSample, sampledResult } from './sample.js';
import { underRulings } from './rulings.js';
import { itemApplies } from './score-item.js';
import { lookThrough } from './windows.js';

export interface EvaluationRequest {
  programme: Programme;
  organisation: OrganisationRef;
  facts: SiteFacts;
  period: Period;
  asOf: LocalDate;
  workdays: Workdays;
  /** Decisions of reviewers and imported counts. */
  records?: Records;
  /** The units that are assessed together. */
  peers?: readonly Peer[];
}

/**
 * What the indicators say of one unit for every item of the rubric that is meant for it, by the item's id: each on the
 * days of its group and on its sample, and under the word of a person where there is one. Items whose indicator is not known have no result.
 */
export function evaluateRubric(request: EvaluationRequest): Map<string, IndicatorResult> {
  const results = new Map<string, IndicatorResult>();
  const { programme, organisation, period, records } = request;
  const rulings = (records?.rulings ?? []).filter(
    (one) => one.organisation === organisation.id && one.period === period.id,
  );
  for (const { item, window } of itemsFor(programme.rubric.groups, organisation, undefined)) {
    const result = evaluateItem(item, window, request);
    if (result) results.set(item.id, rulings.length > 0 ? underRulings(result, { item, programme }, rulings) : result);
  }
  return results;
}

interface WindowedItem {
  item: RubricItem;
  window: RubricWindow | undefined;
}

function itemsFor(
  groups: readonly RubricGroup[],
  organisation: OrganisationRef,
  above: RubricWindow | undefined,
): WindowedItem[] {
  return groups
    .filter((group) => appliesTo(group.appliesTo, organisation))
    .flatMap((group) => {
      const window = group.window ?? above;
      const items = group.items.filter((item) => itemApplies(item, organisation));
      return [...items.map((item) => ({ item, window })), ...itemsFor(group.groups ?? [], organisation, window)];
    });
}

function evaluateItem(
  item: RubricItem,
  window: RubricWindow | undefined,
  { programme, organisation, facts, period, asOf, workdays, records, peers }: EvaluationRequest,
): IndicatorResult | undefined {
  const indicator = findIndicator(item.indicator);
  if (!indicator) return undefined;
  const look = lookThrough(window, period, asOf);
  const context: IndicatorContext<unknown> = {
    period: look.period,
    asOf: look.asOf,
    params: item.params,
    organisation,
    workdays,
    columnRules: programme.columns,
    requirement: item.requirement,
  };
  if (records) context.records = records;
  if (peers) context.peers = peers;
  const whole = evaluateIndicator(indicator, facts, context);
  if (!item.sample) return whole;
  const drawn = drawSample(facts, item.sample, [programme.id, period.id, organisation.id, item.id], look);
  return sampledResult(evaluateIndicator(indicator, drawn.facts, context), whole, drawn);
}
