import type { Element } from 'domhandler';
import { rowText } from './page-words.js';

export const mostGridRows = 3000;
const mostColumns = 60;

/** The cells of a table after merged ones are spread over the places that they cover. */
export function gridOf(table: Element): string[][] {
  const grid: string[][] = [];
  const spans: { text: string; left: number }[] = [];
  for (const tr of ownRows(table).slice(0, mostGridRows)) {
    const row: string[] = [];
    const cells = tr.children.filter(
      (child): child is Element => child.type === 'tag' && (child.name === 'td' || child.name === 'th'),
    );
    let at = 0;
    for (let column = 0; column < mostColumns && (at < cells.length || column < spans.length); column += 1) {
      const above = spans[column];
      if (above && above.left > 0) {
        row[column] = above.text;
        above.left -= 1;
        continue;
      }
      const cell = cells[at];
      row[column] = '';
      if (!cell) continue;
      at += 1;
      const text = rowText(cell);
      const wide = span(cell.attribs.colspan, 30);
      const high = span(cell.attribs.rowspan, 500);
      for (let n = 0; n < wide; n += 1) {
        row[column + n] = text;
        spans[column + n] = { text, left: high - 1 };
      }
      column += wide - 1;
    }
    for (let column = 0; column < spans.length; column += 1) spans[column] ??= { text: '', left: 0 };
    grid.push(row);
  }
  return grid;
}

function span(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, 1), most) : 1;
}

/** Rows of this table alone, not of tables within its cells. */
function ownRows(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (child.type !== 'tag') return [];
    if (child.name === 'tr') return [child as Element];
    return /^(?:thead|tbody|tfoot)$/.test(child.name) ? ownRows(child as Element) : [];
  });
}
