import { type FoundFault, repeated, Subject } from './check-faults.js';
import type { Programme } from './model.js';

interface NamedUnit {
  name: string;
  where: string;
  path: PropertyKey[];
}

/**
 * Where a plan lists its units, whoever it names (in requirements, tasks, fields, cadences, forms, demonstration points)
 * is one of them under its name or an alias, or a word for several that `groups` explains.
 */
export function checkPlanNames(programme: Programme): FoundFault[] {
  const { organisations, groups = [] } = programme;
  if (!organisations && groups.length === 0) return [];
  const units = (organisations ?? []).flatMap(({ name, aliases = [] }, index) =>
    [name, ...aliases].map((id) => ({ id, path: ['organisations', index] })),
  );
  const words = groups.map(({ name }, index) => ({ id: name, path: ['groups', index] }));
  const single = new Set(units.map(({ id }) => id));
  const known = new Set([...single, ...words.map(({ id }) => id)]);
  const places = '其中的名称或别名';
  const missing = namedAnywhere(programme)
    .filter(({ name }) => !known.has(name))
    .map(({ name, where, path }) =>
      new Subject(where, path).fault(`单位“${name}”不在 organisations 或 groups 中`, places),
    );
  const members = namedAsOne(programme)
    .filter(({ name }) => !single.has(name))
    .map(({ name, where, path }) => new Subject(where, path).fault(`单位“${name}”不在 organisations 中`, places));
  return [...repeated('单位', [...units, ...words]), ...validity(programme), ...missing, ...members];
}

/** Places in which a unit or a word for several may stand. */
function namedAnywhere({ requirements, tasks, fields, cadence = [] }: Programme): NamedUnit[] {
  const all = (where: string, names: readonly string[] | undefined, ...path: PropertyKey[]): NamedUnit[] =>
    (names ?? []).map((name, index) => ({ name, where, path: [...path, index] }));
  return [
    ...requirements.flatMap(({ id, responsible, form }, row) => [
      ...all(`要求 ${id}`, responsible, 'requirements', row, 'responsible'),
      ...(form
        ? [{ name: form.decidedBy, where: `佐证 ${form.id}`, path: ['requirements', row, 'form', 'decidedBy'] }]
        : []),
    ]),
    ...tasks.flatMap(({ id, responsible }, row) => all(`任务 ${id}`, responsible, 'tasks', row, 'responsible')),
    ...(fields?.rows ?? []).flatMap(({ id, lead, joint }, row) => [
      ...all(`领域 ${id}`, lead, 'fields', 'rows', row, 'lead'),
      ...all(`领域 ${id}`, joint, 'fields', 'rows', row, 'joint'),
    ]),
    ...cadence.flatMap(({ product, responsible }, row) =>
      all(`定期工作 ${product}`, responsible, 'cadence', row, 'responsible'),
    ),
  ];
}

/** Places in which only a unit itself may stand. */
function namedAsOne({ organisations = [], groups = [], demonstrationPoints = [] }: Programme): NamedUnit[] {
  const all = (where: string, names: readonly string[] | undefined, ...path: PropertyKey[]): NamedUnit[] =>
    (names ?? []).map((name, index) => ({ name, where, path: [...path, index] }));
  return [
    ...organisations.flatMap(({ name, parent }, row) =>
      parent === undefined ? [] : [{ name: parent, where: `单位 ${name}`, path: ['organisations', row, 'parent'] }],
    ),
    ...groups.flatMap(({ name, members, except }, row) => [
      ...all(`统称 ${name}`, members, 'groups', row, 'members'),
      ...all(`统称 ${name}`, except, 'groups', row, 'except'),
    ]),
    ...demonstrationPoints.flatMap(({ title, organisations: points }, row) =>
      all(title, points, 'demonstrationPoints', row, 'organisations'),
    ),
  ];
}

function validity({ organisations = [] }: Programme): FoundFault[] {
  return organisations.flatMap(({ name, validFrom, validTo }, row) =>
    validFrom !== undefined && validTo !== undefined && validFrom > validTo
      ? [
          new Subject(`单位 ${name}`, ['organisations', row]).fault(
            `有效期止于${validTo}，早于开始的${validFrom}`,
            'validFrom 不晚于 validTo',
            'validTo',
          ),
        ]
      : [],
  );
}
