import { points, printPoints } from '#kernel';
import { quartersNode, type Scorecard } from '#scoring';
import { type AnnexColumn, type AnnexRow, numberColumn } from './annex-table.js';
import type { CircularSnapshot } from './snapshot.js';

/** What the score of a year is put together from: columns, and the nodes of the score tree that hold them. */
const parts = [
  ...['一季度', '二季度', '三季度', '四季度'].map((title, i) => ({
    ...{ key: `quarter${i + 1}`, title },
    nodeOf: (year: string) => `${year}Q${i + 1}`,
  })),
  { key: 'ownScore', title: '年度测评', nodeOf: () => 'year' },
];

/** How the quarters enter the score of the year that is told, `40%`; null where they do not. */
export function quarterShares({ kind, programme }: CircularSnapshot): { quarters: string; year: string } | null {
  const { quarters } = programme.rubric;
  if (kind !== 'annual' || !quarters) return null;
  const percent = (share: string) => `${printPoints(points(share).times(100))}%`;
  return { quarters: percent(quarters.weight), year: percent(points(1).minus(quarters.weight).toString()) };
}

export const quarterColumns = (): AnnexColumn[] => parts.map(({ key, title }) => numberColumn(key, title, 8));

/** The values of these columns of a unit. */
export function quarterCells({ tree, period }: Scorecard): AnnexRow {
  const children = tree.children.find(({ id }) => id === quartersNode)?.children ?? [];
  return Object.fromEntries(
    parts.map(({ key, nodeOf }) => {
      const score = children.find(({ id }) => id === nodeOf(period))?.points ?? null;
      return [key, score === null ? null : Number(score)];
    }),
  );
}
