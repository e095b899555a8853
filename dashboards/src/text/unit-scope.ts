import type { LocationQuery, LocationQueryRaw } from 'vue-router';

interface PlacedUnit {
  organisation: string;
  name: string;
  level: string;
  /** Name of the unit above. */
  parent: string | null;
}

/** Which of the units are looked at; the address of the page holds it. At most one of these, all units without any. */
export interface UnitScope {
  /** Id of a unit, with all that lie below it. */
  under: string | null;
  level: string | null;
  /** Ids of single units. */
  organisations: string[];
}

export function readScope({ under, level, organisation }: LocationQuery): UnitScope {
  return {
    under: texts(under)[0] ?? null,
    level: texts(level)[0] ?? null,
    organisations: texts(organisation),
  };
}

export function scopeAddress({ under, level, organisations }: Partial<UnitScope>): LocationQueryRaw {
  return {
    ...(under && { under }),
    ...(level && { level }),
    ...(organisations?.length && { organisation: organisations }),
  };
}

export function unitsIn<Unit extends PlacedUnit>(units: readonly Unit[], scope: UnitScope): Unit[] {
  const chosen = new Set(scope.organisations);
  const below = scope.under === null ? null : idsUnder(units, scope.under);
  return units.filter(
    ({ organisation, level }) =>
      (chosen.size === 0 || chosen.has(organisation)) &&
      (below === null || below.has(organisation)) &&
      (scope.level === null || level === scope.level),
  );
}

/** Which units these are, in words. */
export function scopeTitle(units: readonly PlacedUnit[], { under, level, organisations }: UnitScope): string {
  const nameOf = (id: string | null | undefined) => units.find(({ organisation }) => organisation === id)?.name;
  if (organisations.length > 0) return (organisations.length === 1 && nameOf(organisations[0])) || '自选单位';
  if (under !== null) return `${nameOf(under) ?? '该单位'}及下属单位`;
  return level === null ? '全部单位' : `${level}级单位`;
}

/** The choices of a level, or of a unit with those below it, each with how many units it has. */
export function scopeChoices(units: readonly PlacedUnit[]): {
  levels: { level: string; count: number }[];
  parents: { id: string; name: string; count: number }[];
} {
  const levels = [...new Set(units.map(({ level }) => level))];
  const above = new Set(units.map(({ parent }) => parent));
  return {
    levels: levels.map((level) => ({ level, count: units.filter((unit) => unit.level === level).length })),
    parents: units
      .filter(({ name }) => above.has(name))
      .map(({ organisation: id, name }) => ({ id, name, count: idsUnder(units, id).size })),
  };
}

/** A unit and all that lie below it, however deep. */
function idsUnder(units: readonly PlacedUnit[], top: string): Set<string> {
  const ids = new Set([top]);
  const names = new Set(units.flatMap(({ organisation, name }) => (organisation === top ? [name] : [])));
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const { organisation, name, parent } of units)
      if (parent !== null && names.has(parent)) {
        ids.add(organisation);
        names.add(name);
      }
  }
  return ids;
}

const texts = (value: LocationQuery[string] | undefined): string[] =>
  [value ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '');
