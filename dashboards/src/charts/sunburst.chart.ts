import type { EChartsCoreOption } from 'echarts/core';
import type { ColumnEntry } from '../api/types.js';
import type { ChartTable } from './chart-table.js';
import { chartBase, escapeMarkup, tooltipStyle, type Palette } from './palette.js';

/** A column and those below it; each end of a branch is one column wide. */
export interface ColumnBranch {
  name: string;
  /** Its standard column in words, null of others. */
  kind: string | null;
  /** Number of columns at the ends of its branches. */
  value: number;
  children: ColumnBranch[];
}

type Column = Pick<ColumnEntry, 'name' | 'url' | 'parent' | 'present' | 'key' | 'ruled'>;

const deepest = 5;

/**
 * The columns that are there now as a tree, by the addresses of their parents. What names a parent that is not there, or would
 * close a circle, stands at the top; what lies deeper than five levels is left to the column above it.
 */
export function columnTree(
  columns: readonly Column[],
  kindOf: (key: NonNullable<Column['key']>) => string,
): ColumnBranch[] {
  const present = columns.filter((column) => column.present);
  const byUrl = new Map(present.filter(({ url }) => url !== '').map((column) => [column.url, column]));
  const below = new Map<Column | null, Column[]>();
  for (const column of present) {
    const parent = rooted(column, byUrl) ? (byUrl.get(column.parent ?? '') ?? null) : null;
    below.set(parent, [...(below.get(parent) ?? []), column]);
  }
  const branch = (column: Column, depth: number): ColumnBranch => {
    const children = depth < deepest ? (below.get(column) ?? []).map((child) => branch(child, depth + 1)) : [];
    const key = column.ruled ? column.ruled.key : column.key;
    const value = children.reduce((sum, child) => sum + child.value, 0) || 1;
    return { name: column.name, kind: key === null ? null : kindOf(key), value, children };
  };
  return (below.get(null) ?? []).map((column) => branch(column, 1));
}

/** Whether going up from a column ends at the top. */
function rooted(column: Column, byUrl: Map<string, Column>): boolean {
  const seen = new Set<Column>();
  for (let at: Column | undefined = column; at; at = at.parent === null ? undefined : byUrl.get(at.parent)) {
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return true;
}

/** Rings of columns, the uppermost within; standard columns are filled and bear a mark. Null without columns. */
export function sunburstOption(tree: ColumnBranch[], palette: Palette): EChartsCoreOption | null {
  if (tree.length === 0) return null;
  return {
    ...chartBase(palette),
    tooltip: {
      ...tooltipStyle(palette),
      formatter: ({ treePathInfo, data }: { treePathInfo: { name: string }[]; data: { kind?: string | null } }) =>
        `${treePathInfo
          .slice(1)
          .map(({ name }) => escapeMarkup(name))
          .join(' › ')}<br>${data.kind ? `标准栏目：<b>${escapeMarkup(data.kind)}</b>` : '其他栏目'}`,
    },
    series: [
      {
        type: 'sunburst',
        radius: ['14%', '96%'],
        sort: null,
        nodeClick: false,
        emphasis: { focus: 'ancestor' },
        label: { fontSize: 12, color: palette.ink, minAngle: 9, width: 84, overflow: 'truncate', rotate: 'radial' },
        itemStyle: { borderColor: palette.line, borderWidth: 1.5 },
        data: tree.map((branch) => drawn(branch, palette)),
      },
    ],
  };
}

function drawn({ name, kind, value, children }: ColumnBranch, palette: Palette): object {
  return {
    name,
    kind,
    value,
    itemStyle: { color: kind ? palette.heat.full : palette.heat.notMeasured },
    label: kind ? { color: palette.onHeat, formatter: `✓ ${name}` } : {},
    ...(children.length ? { children: children.map((child) => drawn(child, palette)) } : {}),
  };
}

/** The columns one below the other, each with the way to it. */
export function sunburstTable(tree: ColumnBranch[]): ChartTable {
  const rows = (branches: ColumnBranch[], way: string[]): string[][] =>
    branches.flatMap(({ name, kind, children }) => [
      [[...way, name].join(' › '), kind ?? '其他栏目', String(children.length)],
      ...rows(children, [...way, name]),
    ]);
  return { head: ['栏目', '标准栏目', '下级栏目'], rows: rows(tree, []) };
}
