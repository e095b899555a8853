import { tidy } from '#kernel';
import type { PageBlock, ParsedPage } from './parsed-page.js';
import type { AppealTable, Figure, ReportTables, RequestRow, RequestRowKind, RequestTable } from './report-figures.js';
import { gridOf } from './table-grid.js';

type Grid = readonly (readonly string[])[];

const mostColumns = 20;
const mostRows = 80;
/** What is longer is no label: the table stands in a cell of another, which only sets the page. */
const longestLabel = 120;
const longestName = 40;

/** The statistics tables of an annual report; null where a page has none. A table that stands there in two versions is left out. */
export function readReportTables(page: ParsedPage): ReportTables | null {
  if (!/本年新收|结果维持/.test(page.page.text)) return null;
  const grids = page.blocks.filter(isTable).map(({ element }) => plainGrid(gridOf(element)));
  const requests = theOnly(grids.map(requestTable));
  const appeals = theOnly(grids.map(appealTable));
  return requests || appeals ? { ...(requests ? { requests } : {}), ...(appeals ? { appeals } : {}) } : null;
}

function isTable({ element }: PageBlock): boolean {
  return element.name === 'table';
}

function theOnly<Table>(found: readonly (Table | null)[]): Table | null {
  const tables = new Map(found.filter((table) => table !== null).map((table) => [JSON.stringify(table), table]));
  return tables.size === 1 ? [...tables.values()][0]! : null;
}

function plainGrid(grid: Grid): string[][] {
  return grid.map((row) => Array.from(row, (text) => tidy((text ?? '').slice(0, 400))));
}

/** “１２”, “1,204”, “3件” → the number. Digits that something parts may be two numbers. */
export function figureOf(text: string): Figure {
  const plain = text.slice(0, 40).normalize('NFKC').trim();
  if (!/^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2}) ?件?$/.test(plain)) return null;
  return Number(plain.replace(/[,件 ]/g, ''));
}

const kinds: [Exclude<RequestRowKind, 'result'>, RegExp][] = [
  ['received', /^(?:一、)?本年新收/],
  ['carried', /^(?:二、)?上年(?:度)?结转/],
  ['forward', /^(?:四、)?结转下(?:年|一年)/],
  ['total', /^(?:\([一二三四五六七八]\))?(?:总计|合计)$/],
];
const resultHead = /^(?:三、)?本年度?办理结果:?/;
const groups: RegExp[] = [
  /^(?:\(一\))?予以公开/,
  /^(?:\(二\))?部分公开/,
  /^(?:\(三\))?不予公开/,
  /^(?:\(四\))?无法提供/,
  /^(?:\(五\))?不予处理/,
  /^(?:\(六\))?其他处理/,
];
const subtotal = /^(?:小计|合计|总计)$/;

/** Null for a table that is not the one of requests, and for one whose rows are not those of the form. */
function requestTable(grid: Grid): RequestTable | null {
  const first = grid.findIndex((row) => kindOf(labelsOf(row)) === 'received');
  if (first < 1 || grid.length > mostRows) return null;
  const heads = headsOf(grid, first);
  if (!heads) return null;
  const rows = requestRows(grid.slice(first), heads.from);
  return rows && { columns: heads.names, rows };
}

interface Heads {
  /** First column with figures. */
  from: number;
  names: string[];
}

/** The header ends above 本年新收; its last row names each column, the first 自然人, the last the total. */
function headsOf(grid: Grid, rows: number): Heads | null {
  const last = grid[rows - 1]!;
  const named = (column: number) => grid.slice(0, rows).map((row) => bare(row[column] ?? ''));
  const from = last.findIndex((_, column) => named(column).includes('自然人'));
  const to = last.findLastIndex((_, column) => named(column).some((head) => subtotal.test(head)));
  if (from < 1 || to <= from || to - from >= mostColumns) return null;
  if (grid.slice(rows).some((row) => row.length !== to + 1)) return null;
  return { from, names: last.slice(from, to + 1).map(bare) };
}

/** Rows in the order of the form, each of its four once; what stands between 上年结转 and the total is a result. */
function requestRows(grid: Grid, from: number): RequestRow[] | null {
  const rows: RequestRow[] = [];
  let group = 0;
  for (const row of grid) {
    const labels = labelsOf(row.slice(0, from));
    const name = row.slice(0, from).findLast((cell) => cell !== '');
    if (name === undefined) return null;
    const before = rows.at(-1)?.kind;
    const kind = kindOf(labels) ?? (before === 'carried' || before === 'result' ? 'result' : null);
    if (kind === null) break;
    if (kind !== 'result') group = 0;
    else group = groupOf(labels) ?? group;
    if (kind === 'result' && subtotal.test(labels.at(-1) ?? '')) continue;
    // A row that lacks a cell stands one place to the left.
    const isShifted = labels.some((label) => figureOf(label) !== null);
    const figures = row.slice(from).map((cell) => (isShifted ? null : figureOf(cell)));
    rows.push({ kind, ...(group > 0 ? { group } : {}), name: name.slice(0, longestName), figures });
  }
  const order = rows.flatMap(({ kind }) => (kind === 'result' ? [] : [kind])).join(' ');
  return order === 'received carried total forward' ? withoutHeadsOfGroups(rows) : null;
}

/** The different words of cells, from the outermost to the innermost. */
function labelsOf(row: readonly string[]): string[] {
  const labels: string[] = [];
  for (const cell of row) {
    const label = bare(cell).replace(resultHead, '');
    if (label !== '' && label.length <= longestLabel && label !== labels.at(-1)) labels.push(label);
  }
  return labels;
}

function kindOf(labels: readonly string[]): RequestRowKind | null {
  if (groupOf(labels) !== null) return 'result';
  return kinds.find(([, sign]) => labels.slice(0, 2).some((label) => sign.test(label)))?.[0] ?? null;
}

function groupOf(labels: readonly string[]): number | null {
  for (const label of labels) {
    const at = groups.findIndex((sign) => sign.test(label));
    if (at >= 0) return at + 1;
  }
  return null;
}

/** A class above its kinds is their heading; where it has figures of its own, these may be their sum or not. */
function withoutHeadsOfGroups(rows: readonly RequestRow[]): RequestRow[] {
  return rows.flatMap((row, n) => {
    const next = rows[n + 1];
    const isHead =
      row.kind === 'result' &&
      next?.kind === 'result' &&
      next.group === row.group &&
      groupOf(labelsOf([row.name])) !== null;
    if (!isHead) return row;
    return row.figures.some((figure) => figure !== null) ? { ...row, figures: row.figures.map(() => null) } : [];
  });
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

const appealHeads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** One row of figures under heads that repeat for each kind of appeal. */
function appealTable(grid: Grid): AppealTable | null {
  if (grid.length > mostRows) return null;
  const at = grid.findLastIndex((row) => row.some((cell) => bare(cell) === '尚未审结'));
  const [figures, ...more] = grid.slice(at + 1).filter((row) => row.some((cell) => cell !== ''));
  if (at < 0 || !figures || more.length > 0) return null;
  const heads = grid[at]!.map(bare);
  const kinds = heads.length / appealHeads.length;
  if (figures.length !== heads.length || !Number.isInteger(kinds) || kinds > 3) return null;
  if (heads.some((head, column) => head !== appealHeads[column % appealHeads.length])) return null;
  const nameOf = (column: number) => {
    const above = grid.slice(0, at).map((row) => bare(row[column] ?? ''));
    return [...new Set(above.filter((name) => name !== '' && name.length <= 20 && !appealHeads.includes(name)))].join(
      '：',
    );
  };
  return {
    groups: Array.from({ length: kinds }, (_, n) => {
      const from = n * appealHeads.length;
      return { name: nameOf(from), figures: figures.slice(from, from + appealHeads.length).map(figureOf) };
    }),
  };
}
