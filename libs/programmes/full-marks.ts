import { type Points, points, sumPoints } from '#kernel';
import type { AppliesTo } from './applies-to.js';
import type { Rubric, RubricGroup, RubricItem } from './rubric.js';

/** A class of units as a rubric tells them apart; null where it makes no difference. */
export interface UnitClass {
  category: string | null;
  level: string | null;
}

/** Full marks of an item for a class, or as printed. A veto has none: it gives nothing. */
export function itemMarks(item: RubricItem, unit: UnitClass | null = null): Points {
  if (item.rule.kind === 'veto' || !isFor(item.appliesTo, unit)) return points(0);
  const own = unit === null ? undefined : item.pointsFor?.find((row) => isFor(row.appliesTo, unit));
  return points(own?.points ?? item.points);
}

/** Sum of what stands directly in a group: items and the full marks of its groups. */
export function membersMarks(group: RubricGroup, unit: UnitClass | null = null): Points {
  return sumPoints([
    ...group.items.map((item) => itemMarks(item, unit)),
    ...(group.groups ?? []).map((inner) => groupMarks(inner, unit)),
  ]);
}

/** Full marks of a group, or the most that a group of bonus or malus gives or takes. */
export function groupMarks(group: RubricGroup, unit: UnitClass | null = null): Points {
  if (!isFor(group.appliesTo, unit)) return points(0);
  if (group.points !== undefined) return points(group.points);
  const members = membersMarks(group, unit);
  return group.cap !== undefined && members.gt(group.cap) ? points(group.cap) : members;
}

export function isExtra({ kind }: Pick<RubricGroup, 'kind'>): boolean {
  return kind === 'bonus' || kind === 'malus';
}

/** Full marks of all groups that count for the total. */
export function regularMarks({ groups }: Pick<Rubric, 'groups'>, unit: UnitClass | null = null): Points {
  return sumPoints(groups.filter((group) => !isExtra(group)).map((group) => groupMarks(group, unit)));
}

/** The most that the bonus groups give together. */
export function bonusMarks({ groups, bonusCap }: Pick<Rubric, 'groups' | 'bonusCap'>): Points {
  const all = sumPoints(groups.filter(({ kind }) => kind === 'bonus').map((group) => groupMarks(group)));
  return bonusCap !== undefined && all.gt(bonusCap) ? points(bonusCap) : all;
}

/** The most that a score may be. */
export function highestScore(rubric: Rubric): Points {
  return points(rubric.scoreCap ?? points(rubric.total).plus(bonusMarks(rubric)));
}

/** The classes of units that a rubric tells apart; none where it treats all alike. */
export function classesOf(rubric: Pick<Rubric, 'groups'>): UnitClass[] {
  const scopes = rubric.groups.flatMap(scopesOf);
  const categories = [...new Set(scopes.flatMap((scope) => scope.categories ?? []))];
  const levels = [...new Set(scopes.flatMap((scope) => scope.levels ?? []))];
  if (categories.length + levels.length === 0) return [];
  const orAny = (names: string[]) => (names.length > 0 ? names : [null]);
  return orAny(categories).flatMap((category) => orAny(levels).map((level) => ({ category, level })));
}

function scopesOf(group: RubricGroup): AppliesTo[] {
  const own = group.items.flatMap((item) => [item.appliesTo, ...(item.pointsFor ?? []).map((row) => row.appliesTo)]);
  const scopes = [group.appliesTo, ...own].filter((scope) => scope !== undefined);
  return [...scopes, ...(group.groups ?? []).flatMap(scopesOf)];
}

/** As printed (no class) everything is there. */
function isFor(scope: AppliesTo | undefined, unit: UnitClass | null): boolean {
  if (!scope || !unit) return true;
  const within = (names: string[] | undefined, name: string | null) => !names || name === null || names.includes(name);
  return within(scope.categories, unit.category) && within(scope.levels, unit.level);
}
