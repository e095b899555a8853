import type { OverviewFigures, OverviewUnits, Standing } from '#database';

/** A place in the ranking; of units that may not be looked into, only name, marks and place. */
export interface StandingShown extends Omit<Standing, 'findings' | 'reviews'> {
  findings: number | null;
  reviews: number | null;
}

export interface FiguresShown extends Omit<OverviewFigures, 'ranking'> {
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
export function figuresWithin<Figures extends OverviewFigures>(
  figures: Figures,
  units: readonly string[] | null,
): Figures & FiguresShown {
  return { ...figures, ranking: standingsWithin(figures.ranking, units) };
}

/** Places are told of all units; points only of those that may be looked into. */
export function unitsWithin<Units extends OverviewUnits>(overview: Units, units: readonly string[] | null): Units {
  if (units === null) return overview;
  const own = new Set(units);
  const { items, cells } = overview.heat;
  return { ...overview, heat: { items, cells: cells.filter(({ organisation }) => own.has(organisation)) } };
}
