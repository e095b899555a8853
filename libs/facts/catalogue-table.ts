import type { Element } from 'domhandler';
import type { CatalogueRow } from './model.js';
import { rowText } from './page-words.js';
import type { ParsedPage } from './parsed-page.js';

/** Standard names of the elements of a catalogue (国办发〔2019〕54号) and how published tables head their columns. */
const elementNames: [string, RegExp][] = [
  ['公开内容', /公开内容|内容(?:要素|标准)|^要素$/],
  ['公开依据', /公开依据|依据/],
  ['公开时限', /公开时限|时限|公开时间/],
  ['公开主体', /公开主体|主体|责任(?:单位|部门|主体)/],
  ['公开渠道', /公开渠道|渠道|载体/],
  ['公开对象', /公开对象|^对象/],
  ['公开方式', /公开方式|^方式/],
  ['公开层级', /公开层级|^层级/],
];
const itemName = /公开事项|一级事项|二级事项|三级事项|事项(?:名称|类别)?$/;
const mostRows = 3000;

/** A cell of the table after merged cells are spread over the places that they cover. */
interface Grid {
  header: string[][];
  rows: string[][];
}

/** The rows of catalogue tables on a page; empty when it holds none. */
export function readCatalogue(page: ParsedPage, columnName: string | null): CatalogueRow[] {
  if (!page.page.text.includes('公开内容') || !/公开(?:依据|时限|主体|渠道)/.test(page.page.text)) return [];
  const rows: CatalogueRow[] = [];
  for (const block of page.blocks) {
    if (block.element.name !== 'table' || rows.length >= mostRows) continue;
    const grid = gridOf(block.element);
    if (!grid) continue;
    rows.push(...readGrid(grid, fieldOf(page, block.from, columnName)));
  }
  return rows.slice(0, mostRows);
}

/** Spreads merged cells; null when the first rows are not the header of a catalogue. */
function gridOf(table: Element): Grid | null {
  const trs = ownRows(table);
  if (trs.length < 2) return null;
  const grid: string[][] = [];
  const spans: { text: string; left: number }[] = [];
  for (const tr of trs.slice(0, mostRows)) {
    const row: string[] = [];
    const cells = tr.children.filter(
      (child): child is Element => child.type === 'tag' && (child.name === 'td' || child.name === 'th'),
    );
    let at = 0;
    for (let column = 0; column < 40 && (at < cells.length || (spans[column]?.left ?? 0) > 0); column += 1) {
      const above = spans[column];
      if (above && above.left > 0) {
        row[column] = above.text;
        above.left -= 1;
        continue;
      }
      const cell = cells[at];
      if (!cell) continue;
      at += 1;
      const text = rowText(cell);
      const wide = span(cell.attribs.colspan, 20);
      const high = span(cell.attribs.rowspan, 500);
      for (let n = 0; n < wide; n += 1) {
        row[column + n] = text;
        spans[column + n] = { text, left: high - 1 };
      }
      column += wide - 1;
    }
    grid.push(row);
  }
  return splitHeader(grid);
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

/** The header is one row or two, at times under a title row; it names the contents and at least two other elements. */
function splitHeader(grid: string[][]): Grid | null {
  const first = grid.slice(0, 6).findIndex((row) => namedElements(row) >= 3);
  if (first < 0) return null;
  const second = grid[first + 1];
  const hasSecond =
    second !== undefined &&
    /一级事项|二级事项|全社会|县级|特定群体|主动/.test(second.join('|')) &&
    !/\d{4}|工作日/.test(second.join('|'));
  const header = hasSecond ? [grid[first]!, second] : [grid[first]!];
  return { header, rows: grid.slice(first + header.length) };
}

function namedElements(row: string[]): number {
  const words = [...new Set(row.filter((text) => text !== undefined).map((text) => text.replace(/\s/g, '')))];
  return elementNames.filter(([, sign]) => words.some((word) => word.length <= 16 && sign.test(word))).length;
}

function readGrid({ header, rows }: Grid, field: string): CatalogueRow[] {
  const width = Math.max(...header.map((row) => row.length));
  const heads = Array.from({ length: width }, (_, column) =>
    header.map((row) => (row[column] ?? '').replace(/\s/g, '')),
  );
  const found: CatalogueRow[] = [];
  let above: string[] = [];
  for (const row of rows) {
    const filled = heads.map((_, column) => carried(row[column] ?? '', above[column] ?? ''));
    above = filled;
    const names = [
      ...new Set(
        filled.filter((_, column) => itemName.test(heads[column]!.join('')) && !/内容/.test(heads[column]![0] ?? '')),
      ),
    ].filter((name) => name !== '');
    if (names.length === 0 || namedElements(row) >= 3) continue;
    const elements: Record<string, string> = {};
    for (const [name, sign] of elementNames) elements[name] = elementOf(sign, heads, filled);
    if (elements['公开内容'] === '' && elements['公开依据'] === '') continue;
    found.push({ field, item: names.join('/'), elements });
  }
  return found;
}

/** “同上” and its signs stand for the cell above. */
function carried(text: string, above: string): string {
  return /^(?:同上|〃|″|"|同前)$/.test(text) ? above : text;
}

/** One column holds words; several columns under one head are choices, of which the ticked ones count. */
function elementOf(sign: RegExp, heads: string[][], row: string[]): string {
  const columns = heads.map((_, column) => column).filter((column) => sign.test(heads[column]![0] ?? ''));
  if (columns.length === 0) return '';
  const choices = columns.filter(
    (column) => (heads[column]![1] ?? '') !== '' && heads[column]![1] !== heads[column]![0],
  );
  if (choices.length < 2) return ticked(row[columns[0]!] ?? '');
  return choices
    .filter((column) => /^[√✓✔☑■tR是]$/.test((row[column] ?? '').trim()))
    .map((column) => heads[column]![1])
    .join('、');
}

/** “■政府网站 □两微一端” → what is chosen; other words stay as they are. */
function ticked(text: string): string {
  if (!/[■☑√□☐]/.test(text)) return text;
  const chosen = [...text.matchAll(/([■☑√])\s*([^■☑√□☐○\s][^■☑√□☐○]*)/g)].map((match) => match[2]!.trim());
  return chosen.length > 0 ? chosen.join('、') : text.replace(/[□☐]\s*/g, '').trim();
}

/** The field a table is about: the heading above it, else the page's title or column. */
function fieldOf(page: ParsedPage, from: number, columnName: string | null): string {
  for (let n = from - 1; n >= 0 && n >= from - 6; n -= 1) {
    const field = fieldIn(page.lines[n]!.text);
    if (field) return field;
  }
  return fieldIn(page.lines[from]?.text ?? '') ?? fieldIn(page.titleTag) ?? columnName ?? '';
}

function fieldIn(text: string): string | null {
  if (text.length > 60) return null;
  const match = /(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*)?([\u4e00-\u9fa5]{2,20}?)领域/.exec(text);
  return match ? match[1]!.replace(/^.*?(?:县|区|市|镇|乡|街道)(?=[\u4e00-\u9fa5]{2})/, '') : null;
}
