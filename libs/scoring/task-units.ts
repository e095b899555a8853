import { appliesTo, type OrganisationRef } from '#indicators';
import type { PlanGroup, PlanOrganisation, Programme, Task } from '#programmes';

/** Words with which plans speak of all units of a kind, or of “the” government of the place. */
const collective = /^(各|全|其他|市直|区直|县直|省直|中、省|有关|相关|涉及|基层|乡镇|街道|(市|县|区)(人民)?政府)/;

const kinds: { words: RegExp; category: string }[] = [
  { words: /政府(?!(各|有关|相关)?部门)/, category: '政府' },
  { words: /部门|单位|[市区县省]直/, category: '部门' },
  { words: /乡|镇|街道/, category: '街镇' },
  { words: /园区|管委会/, category: '园区' },
  { words: /村|社区/, category: '村居' },
];

/**
 * The units that a task binds: those it names by a name that they or the plan's list of units give them, and those of the
 * groups it names, as `groups` of the plan define them. Only words that the plan explains nowhere are taken by what they
 * say (“各县（市、区）政府”: all governments). A unit of another place that is named alone binds nobody here.
 */
export function unitsOfTask<Unit extends { organisation: OrganisationRef }>(
  task: Pick<Task, 'responsible'>,
  plan: Pick<Programme, 'organisations' | 'groups'>,
  units: readonly Unit[],
): Unit[] {
  return units.filter(({ organisation }) => isBoundBy(task, plan, organisation));
}

export function isBoundBy(
  { responsible }: Pick<Task, 'responsible'>,
  plan: Pick<Programme, 'organisations' | 'groups'>,
  organisation: OrganisationRef,
): boolean {
  return responsible.some((words) => binds(words, plan, organisation));
}

function binds(
  words: string,
  { organisations = [], groups = [] }: Pick<Programme, 'organisations' | 'groups'>,
  organisation: OrganisationRef,
): boolean {
  const group = groups.find(({ name }) => name === words);
  if (group) return isOf(group, organisations, organisation);
  if (isNamed(words, organisations, organisation)) return true;
  const explained = organisations.some(({ name, aliases = [] }) => name === words || aliases.includes(words));
  if (explained || !collective.test(words)) return false;
  return kinds.some((kind) => kind.category === organisation.category && kind.words.test(words));
}

/** Whether a unit is of a group: of its kind, among its members where the plan lists them, and not left out. */
function isOf(
  { members, except = [], ...kind }: PlanGroup,
  organisations: readonly PlanOrganisation[],
  organisation: OrganisationRef,
): boolean {
  const among = (names: readonly string[]) => names.some((name) => isNamed(name, organisations, organisation));
  return appliesTo(kind, organisation) && (!members || among(members)) && !among(except);
}

/**
 * Whether a name in the plan means this unit. The plan's own list tells its other names; a short one (市政府) is borne by
 * units of several places and so only counts at the level that the plan gives it.
 */
function isNamed(words: string, organisations: readonly PlanOrganisation[], organisation: OrganisationRef): boolean {
  if (organisation.name === words) return true;
  const own = [organisation.name, ...organisation.aliases].filter((name) => name !== '');
  const listed = organisations.find(({ name, aliases = [] }) => name === words || aliases.includes(words));
  if (!listed) return own.includes(words);
  if (listed.name === organisation.name) return true;
  const called = [listed.name, ...(listed.aliases ?? [])].some((name) => own.includes(name));
  return called && (listed.level === undefined || listed.level === organisation.level);
}
