import { periodKind, type AssessmentHead, type IndicatorCell, type IndicatorPast, type Stores } from '#database';
import type { OutcomeKind } from '#indicators';
import { points, printPoints, sumPoints } from '#kernel';

type Books = Pick<Stores, 'assessments' | 'overviews'>;

/** What an item that asks an indicator does to the scores of all units. */
export interface IndicatorEffect {
  item: string;
  title: string;
  group: string;
  max: string;
  /** Units for which it counts, and those of them with full marks. */
  units: number;
  full: number;
  /** Points that all of them lost by it together. */
  lost: string;
}

/** A unit that others may look at: it has full marks on every item that asks the indicator. */
export type GoodExample = Pick<IndicatorCell, 'organisation' | 'name' | 'category'> & { site: string };

export interface IndicatorStanding {
  effects: IndicatorEffect[];
  /** How many units have which outcome. */
  outcomes: { outcome: OutcomeKind; units: number }[];
  /** Only of the units that may be looked into, the biggest loss first. */
  cells: (IndicatorCell & { lost: string | null })[];
  examples: GoodExample[];
}

const mostExamples = 12;

/**
 * How units stand with an indicator in an assessment. Counts are of all units; single units are told only where they may be looked
 * into, or are examples to the others.
 * @param visible ids of the units that may be looked into; null for all
 */
export async function indicatorStanding(
  { overviews }: Pick<Books, 'overviews'>,
  head: AssessmentHead,
  indicator: string,
  visible: readonly string[] | null,
): Promise<IndicatorStanding> {
  const cells = (await overviews.indicatorCells(head.id, indicator)).map((cell) => ({ ...cell, lost: lostBy(cell) }));
  const within = visible && new Set(visible);
  return {
    effects: [...new Set(cells.map(({ item }) => item))].map((item) =>
      effectOf(cells.filter((cell) => cell.item === item)),
    ),
    outcomes: outcomesOf(cells),
    cells: cells
      .filter(({ organisation }) => within?.has(organisation) ?? true)
      .sort((one, other) => points(other.lost ?? 0).cmp(points(one.lost ?? 0))),
    examples: examplesOf(cells),
  };
}

/** A unit's own way with an indicator, over the periods of the kind, oldest first. */
export async function indicatorHistory(
  { assessments, overviews }: Books,
  head: AssessmentHead,
  { indicator, organisation }: { indicator: string; organisation: string },
): Promise<IndicatorPast[]> {
  const heads = (await assessments.assessedPeriods(head.programme, head.sample)).filter(
    ({ period, asOf }) => periodKind(period) === periodKind(head.period) && asOf <= head.asOf,
  );
  const ids = heads.map(({ id }) => id);
  return overviews.indicatorHistory(organisation, indicator, ids);
}

/** Null where nothing was counted. */
function lostBy({ counted, points: got }: IndicatorCell): string | null {
  return got === null || points(counted).isZero() ? null : printPoints(points(counted).minus(got));
}

function effectOf(cells: readonly (IndicatorCell & { lost: string | null })[]): IndicatorEffect {
  const { item, title, group, max } = cells[0]!;
  const lost = cells.flatMap((cell) => cell.lost ?? []);
  return {
    ...{ item, title, group, max },
    units: lost.length,
    full: lost.filter((one) => points(one).lte(0)).length,
    lost: printPoints(sumPoints(lost)),
  };
}

function outcomesOf(cells: readonly IndicatorCell[]): IndicatorStanding['outcomes'] {
  const kinds: OutcomeKind[] = ['pass', 'fail', 'needsReview', 'notMeasured', 'notApplicable', 'error'];
  // A unit whose items differ counts by the one that says most against it.
  const order: OutcomeKind[] = ['error', 'fail', 'needsReview', 'notMeasured', 'pass', 'notApplicable'];
  const worst = new Map<string, OutcomeKind>();
  for (const { organisation, outcome } of cells) {
    const known = worst.get(organisation);
    if (outcome !== null && (known === undefined || order.indexOf(outcome) < order.indexOf(known)))
      worst.set(organisation, outcome);
  }
  const all = [...worst.values()];
  return kinds.flatMap((outcome) => {
    const units = all.filter((one) => one === outcome).length;
    return units > 0 ? [{ outcome, units }] : [];
  });
}

function examplesOf(cells: readonly (IndicatorCell & { lost: string | null })[]): GoodExample[] {
  const isFull = ({ outcome, lost }: (typeof cells)[number]) =>
    outcome === 'pass' && lost !== null && points(lost).lte(0);
  const failing = new Set(cells.filter((cell) => !isFull(cell)).map(({ organisation }) => organisation));
  const known = new Map<string, GoodExample>();
  for (const { organisation, name, category, site } of cells)
    if (!failing.has(organisation) && site !== null) known.set(organisation, { organisation, name, category, site });
  return [...known.values()].slice(0, mostExamples);
}
