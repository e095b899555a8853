import type { EChartsCoreOption } from 'echarts/core';
import type { ColumnRow, UnitColumns } from '../api/types.js';
import { columnStatusLabels } from '../text/labels.js';
import { darkClasses, type HeatClass } from './heat-class.js';
import { chartBase, escapeMarkup, tooltipStyle, type Palette } from './palette.js';

export type ColumnStatus = ColumnRow['status'];

/** The states, the gravest first: the mark that stands for each, and the class of the heat map whose colour it has. */
export const statusLooks: Record<ColumnStatus, { mark: string; heat: HeatClass }> = {
  missing: { mark: '✕', heat: 'none' },
  broken: { mark: '!', heat: 'error' },
  empty: { mark: '○', heat: 'low' },
  stale: { mark: '△', heat: 'middle' },
  notMeasured: { mark: '–', heat: 'notMeasured' },
  ok: { mark: '✓', heat: 'full' },
};
export const columnStatuses = Object.keys(statusLooks) as ColumnStatus[];

/** More units than these are not told apart in one ring. */
export const mostUnits = 30;

/** Which units are drawn, how, and how many are left out of the drawing. */
export interface DrawnUnits {
  by: 'unit' | 'level';
  units: UnitColumns[];
  left: number;
}

/**
 * Units that have columns in one of these states: each by itself where they are few, else by level; units of one level alone are
 * drawn as far as they fit, those with most such columns first.
 */
export function drawnUnits(units: readonly UnitColumns[], statuses: readonly ColumnStatus[]): DrawnUnits {
  const countOf = ({ states }: UnitColumns) => states.filter((state) => state && statuses.includes(state)).length;
  const told = units.filter((unit) => countOf(unit) > 0);
  if (told.length <= mostUnits) return { by: 'unit', units: told, left: 0 };
  if (levelsOf(told).length > 1) return { by: 'level', units: told, left: 0 };
  const most = [...told].sort((one, other) => countOf(other) - countOf(one)).slice(0, mostUnits);
  return { by: 'unit', units: most, left: told.length - mostUnits };
}

/** Where somebody is led who asks for a part of the drawing. */
export interface StatePlace {
  level?: string;
  organisation?: string;
  /** Key of the column. */
  column?: string;
  status?: ColumnStatus;
}

/** A part of a ring, with all that it stands for. */
export interface StateBranch {
  name: string;
  /** What stands on it. */
  label: string;
  /** What it says, in words. */
  tells: string;
  status: ColumnStatus | null;
  /** Number of columns of units. */
  value: number;
  at: StatePlace;
  children: StateBranch[];
}

/**
 * Unit › state › column, or level › column › state.
 * @param columns keys of the columns, in the order of the units' states.
 * @param titleOf a column by its key, in words.
 */
export function stateTree(
  { by, units }: DrawnUnits,
  columns: readonly string[],
  statuses: readonly ColumnStatus[],
  titleOf: (key: string) => string,
): StateBranch[] {
  const shown = columnStatuses.filter((status) => statuses.includes(status));
  const titled = columns.map((key, place) => ({ key, title: titleOf(key), place }));
  if (by === 'level')
    return levelsOf(units).map((level) =>
      levelBranch(
        level,
        units.filter((unit) => unit.level === level),
        titled,
        shown,
      ),
    );
  const common = commonStart(units.map(({ name }) => name)).length;
  return units.map((unit) => unitBranch(unit, unit.name.slice(common), titled, shown));
}

interface TitledColumn {
  key: string;
  title: string;
  /** Among the states of a unit. */
  place: number;
}

function unitBranch(
  { organisation, name, states }: UnitColumns,
  label: string,
  columns: readonly TitledColumn[],
  statuses: readonly ColumnStatus[],
): StateBranch {
  const children = statuses.flatMap((status): StateBranch[] => {
    const own = columns.filter(({ place }) => states[place] === status);
    if (own.length === 0) return [];
    const { text } = columnStatusLabels[status];
    const leaves = own.map(({ key, title }) => ({
      ...{ name: title, label: `${statusLooks[status].mark} ${title}`, tells: `${name}：${title}，${text}` },
      ...{ status, value: 1, at: { organisation, column: key, status }, children: [] },
    }));
    const tells = `${name}：${text} ${own.length} 个栏目`;
    return [over(leaves, { name: text, label: `${text}${own.length}`, tells, status, at: { organisation, status } })];
  });
  const told = children.map((one) => `${one.name} ${one.value}`).join('，');
  const asked = states.filter((state) => state !== null).length;
  const tells = `${name}：${told}（共 ${asked} 个栏目）`;
  return over(children, { name, label, tells, status: null, at: { organisation } });
}

function levelBranch(
  level: string,
  units: readonly UnitColumns[],
  columns: readonly TitledColumn[],
  statuses: readonly ColumnStatus[],
): StateBranch {
  const name = `${level}级`;
  const children = columns.flatMap(({ key, title, place }): StateBranch[] => {
    const counts = countsOf(units.map(({ states }) => states[place] ?? null));
    const leaves = statuses.flatMap((status): StateBranch[] => {
      const value = counts[status];
      if (value === 0) return [];
      const { text } = columnStatusLabels[status];
      const tells = `${name}：${title}，${text} ${value} 个单位`;
      return [
        {
          name: text,
          label: `${text}${value}`,
          tells,
          status,
          value,
          at: { level, column: key, status },
          children: [],
        },
      ];
    });
    if (leaves.length === 0) return [];
    const told = leaves.map((one) => `${one.name} ${one.value} 个单位`).join('，');
    const tells = `${name}：${title}，${told}`;
    return [over(leaves, { name: title, label: title, tells, status: null, at: { level, column: key } })];
  });
  const tells = `${name}：${units.length} 个单位`;
  return over(children, { name, label: `${name}${units.length}个`, tells, status: null, at: { level } });
}

const over = (children: StateBranch[], branch: Omit<StateBranch, 'children' | 'value'>): StateBranch => ({
  ...branch,
  children,
  value: children.reduce((sum, { value }) => sum + value, 0),
});

const levelsOf = (units: readonly UnitColumns[]): string[] => [...new Set(units.map(({ level }) => level))];

/** Rings of `stateTree`. Null without any. */
export function columnStatesOption(
  tree: readonly StateBranch[],
  by: DrawnUnits['by'],
  palette: Palette,
): EChartsCoreOption | null {
  if (tree.length === 0) return null;
  const inner = { rotate: 'radial', minAngle: 4 };
  return {
    ...chartBase(palette),
    tooltip: {
      ...tooltipStyle(palette),
      formatter: ({ data }: { data: { tells?: string } }) => escapeMarkup(data.tells ?? ''),
    },
    series: [
      {
        type: 'sunburst',
        sort: null,
        nodeClick: false,
        emphasis: { focus: 'none' },
        label: { fontSize: 12, color: palette.ink, overflow: 'truncate' },
        itemStyle: { borderColor: palette.paper, borderWidth: 1 },
        levels:
          by === 'unit'
            ? [
                {},
                { r0: '8%', r: '43%', label: { ...inner, width: 112 } },
                { r0: '43%', r: '56%', label: { ...inner, minAngle: 5, width: 44 } },
                {
                  r0: '56%',
                  r: '64%',
                  label: { ...inner, minAngle: 3, position: 'outside', width: 118, silent: false },
                },
              ]
            : [
                {},
                { r0: '8%', r: '36%', label: { ...inner, width: 88 } },
                { r0: '36%', r: '76%', label: { ...inner, width: 130 } },
                { r0: '76%', r: '96%', label: { ...inner, minAngle: 3, width: 60 } },
              ],
        data: tree.map((branch) => drawn(branch, palette)),
      },
    ],
  };
}

/** What of the columns of one unit, or of one column at a level, is in which state. */
export interface StateRow {
  name: string;
  at: StatePlace;
  /** Columns of the unit, or units at the level, by state; null where nothing of the unit's site was kept. */
  counts: Record<ColumnStatus, number> | null;
  /** Those that are in one of the states looked at: keys, the gravest first. */
  columns: { key: string; status: ColumnStatus }[];
}

/** All that the drawing stands for, also what is left out of it. */
export function stateRows(
  by: DrawnUnits['by'],
  units: readonly UnitColumns[],
  columns: readonly string[],
  statuses: readonly ColumnStatus[],
  titleOf: (key: string) => string,
): StateRow[] {
  const shown = columnStatuses.filter((status) => statuses.includes(status));
  if (by === 'unit')
    return units.map(({ organisation, name, states }) => ({
      ...{ name, at: { organisation }, counts: states.length > 0 ? countsOf(states) : null },
      columns: shown.flatMap((status) =>
        columns.flatMap((key, place) => (states[place] === status ? [{ key, status }] : [])),
      ),
    }));
  return levelsOf(units).flatMap((level) => {
    const own = units.filter((unit) => unit.level === level);
    return columns.map((key, place) => ({
      name: `${level}级 ${titleOf(key)}`,
      at: { level, column: key },
      counts: countsOf(own.map(({ states }) => states[place] ?? null)),
      columns: [],
    }));
  });
}

/** How many there are of each state. */
export function countsOf(states: readonly (ColumnStatus | null)[]): Record<ColumnStatus, number> {
  const counts = Object.fromEntries(columnStatuses.map((status) => [status, 0])) as Record<ColumnStatus, number>;
  for (const state of states) if (state) counts[state] += 1;
  return counts;
}

/** With what all names begin, as `云岭县`; two characters of each are left at least. */
function commonStart(names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return '';
  const most = Math.min(...names.map((name) => name.length - 2));
  let length = 0;
  while (length < most && others.every((name) => name[length] === first[length])) length += 1;
  return first.slice(0, length);
}

function drawn({ name, label, tells, status, value, at, children }: StateBranch, palette: Palette): object {
  const look = status && statusLooks[status];
  const isOutside = look && children.length === 0 && at.organisation !== undefined;
  return {
    ...{ name, tells, value, at },
    itemStyle: look
      ? { color: status === 'notMeasured' ? striped(palette) : palette.heat[look.heat] }
      : { color: palette.shade, borderColor: palette.line },
    label: {
      formatter: label,
      color: look && !isOutside && darkClasses.includes(look.heat) ? palette.onHeat : palette.ink,
    },
    ...(children.length > 0 && { children: children.map((child) => drawn(child, palette)) }),
  };
}

/** Parts of rings take no hatching; a gradient of hard steps stands for it. */
function striped({ heat, hatch }: Palette): object {
  const count = 8;
  const colorStops = Array.from({ length: count }, (_, stripe) => {
    const at = (part: number) => (stripe + part) / count;
    return [
      { offset: at(0), color: heat.notMeasured },
      { offset: at(0.7), color: heat.notMeasured },
      { offset: at(0.7), color: hatch },
      { offset: at(1), color: hatch },
    ];
  }).flat();
  return { type: 'linear', x: 0, y: 0, x2: 1, y2: 1, colorStops };
}
