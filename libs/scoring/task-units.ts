import type { OrganisationRef } from '#indicators';
import type { Task } from '#programmes';

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
 * The units that a task binds: those it names, and where it speaks of a kind (“各县（市、区）政府”, “市直有关部门”) all
 * units of that kind. A unit of another place that is named alone binds nobody here.
 */
export function unitsOfTask<Unit extends { organisation: OrganisationRef }>(
  { responsible }: Pick<Task, 'responsible'>,
  units: readonly Unit[],
): Unit[] {
  return units.filter(({ organisation }) => responsible.some((words) => binds(words, organisation)));
}

function binds(words: string, organisation: OrganisationRef): boolean {
  if ([organisation.name, ...organisation.aliases].some((name) => name !== '' && name === words)) return true;
  if (!collective.test(words)) return false;
  return kinds.some((kind) => kind.category === organisation.category && kind.words.test(words));
}
