import { type Points, points, sumPoints } from '#kernel';
import { appliesTo, type OrganisationRef } from '#indicators';
import { isExtra, type Rubric, type RubricGroup, type RubricItem } from '#programmes';
import { itemApplies, itemPoints } from './score-item.js';

/** What bears points on the scale of the total: an item, or a group that has points of its own. */
interface Bearer {
  id: string;
  points: Points;
  applies: boolean;
}

/**
 * 平均计入其他指标: the points of what does not apply, shared evenly among what does, in steps of 0.01; the hundredths
 * left over go one each to the first in reading order. What applies but could not be measured takes its share too, so
 * that nobody's full marks depend on what could be seen of others.
 * @returns the points that each bearer gets on top, by id
 */
export function shareOut(
  { groups }: Pick<Rubric, 'groups'>,
  organisation: OrganisationRef,
  isApplicable: (item: RubricItem) => boolean,
): Map<string, Points> {
  const all = groups
    .filter((group) => !isExtra(group))
    .flatMap((group) => bearersOf(group, organisation, isApplicable, true))
    .filter((bearer) => !bearer.points.isZero());
  const takers = all.filter(({ applies }) => applies);
  const lost = sumPoints(all.filter(({ applies }) => !applies).map((bearer) => bearer.points));
  if (takers.length === 0 || lost.isZero()) return new Map();
  const hundredths = lost.times(100);
  const each = hundredths.divToInt(takers.length);
  const over = hundredths.minus(each.times(takers.length)).toNumber();
  return new Map(takers.map(({ id }, index) => [id, points(each.plus(index < over ? 1 : 0)).div(100)]));
}

function bearersOf(
  group: RubricGroup,
  organisation: OrganisationRef,
  isApplicable: (item: RubricItem) => boolean,
  above: boolean,
): Bearer[] {
  const meant = above && appliesTo(group.appliesTo, organisation);
  const items = group.items.map((item) => ({
    id: item.id,
    points: itemPoints(item, organisation),
    applies: meant && itemApplies(item, organisation) && isApplicable(item),
  }));
  const inner = (group.groups ?? []).flatMap((one) => bearersOf(one, organisation, isApplicable, meant));
  if (group.points === undefined) return [...items, ...inner];
  const applies = [...items, ...inner].some((one) => one.applies && !one.points.isZero());
  return [{ id: group.id, points: points(group.points), applies }];
}
