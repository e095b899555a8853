import type { Overview, Standing } from '#database';

/** A place in the ranking; of units that may not be looked into, only name, marks and place. */
export interface StandingShown extends Omit<Standing, 'findings' | 'reviews'> {
  findings: number | null;
  reviews: number | null;
}

export interface OverviewShown extends Omit<Overview, 'ranking'> {
  ranking: StandingShown[];
}

/** @param units ids of the units that may be looked into; null for all. */
export function standingsWithin(standings: readonly Standing[], units: readonly string[] | null): StandingShown[] {
  if (units === null) return [...standings];
  const own = new Set(units);
  return standings.map((one) =>
    own.has(one.organisation) ? one : { ...one, vetoed: null, findings: null, reviews: null },
  );
}

/** The figures of all together stay; what stands for single units is cut down to those that may be looked into. */
export function overviewWithin(overview: Overview, units: readonly string[] | null): OverviewShown {
  if (units === null) return overview;
  const own = new Set(units);
  const { items, cells } = overview.heat;
  return {
    ...overview,
    ranking: standingsWithin(overview.ranking, units),
    heat: { items, cells: cells.filter(({ organisation }) => own.has(organisation)) },
  };
}
