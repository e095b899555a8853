import { findPilotField } from '#programmes';
import { cellText, chosenOf, closedUp, isDitto } from './catalogue-cells.js';
import type { CatalogueRow } from './model.js';
import type { ParsedPage } from './parsed-page.js';
import { gridOf, mostGridRows } from './table-grid.js';

/** Standard names of the elements of a catalogue (国办发〔2019〕54号) and how published tables head their columns. */
const elementNames: [string, RegExp][] = [
  ['公开内容', /公开内容|内容(?:要素|标准)|^(?:要素|事项内容)$/],
  ['公开依据', /公开依据|依据/],
  ['公开时限', /公开时限|时限|公开时间/],
  ['公开主体', /公开主体|主体|责任(?:单位|部门|主体)/],
  ['公开渠道', /公开渠道|渠道|载体/],
  ['公开对象', /公开对象|^(?:服务)?对象/],
  ['公开方式', /公开方式|^方式/],
  ['公开层级', /公开层级|^层级/],
];
/** Elements that only longer sets ask for (滕政办发〔2017〕117号附件3): kept where a table has a column for them. */
const furtherElements: [string, RegExp][] = [
  ['公开类型', /^公开类型$/],
  ['公开形式', /^公开形式$/],
  ['公开状态', /^公开状态$/],
  ['服务类别', /^服务类别$/],
  ['事项类型', /^事项类型$/],
];
/** Elements of which a blank cell may be what is left of a merged one; a blank content or choice says that there is none. */
const mayBeMerged = /公开(?:依据|时限|主体|渠道)/;
const itemName = /公开事项|一级事项|二级事项|三级事项|事项(?:名称|类别)?$/;
const fieldHead = /^(?:试点|业务|公开)?领域(?:名称)?$/;

/** The rows of catalogue tables on a page; empty when it holds none. */
export function readCatalogue(page: ParsedPage, columnName: string | null): CatalogueRow[] {
  if (!page.blocks.some(({ element }) => element.name === 'table') || !mayHold(page.page.text)) return [];
  const rows: CatalogueRow[] = [];
  for (const block of page.blocks) {
    if (block.element.name !== 'table' || rows.length >= mostGridRows) continue;
    const grid = gridOf(block.element);
    if (grid.length > 1) rows.push(...readGrid(grid, fieldOf(page, block.from, columnName)));
  }
  return rows.slice(0, mostGridRows);
}

/** A cheap look before tables are spread out; scanned headers stand with spaces between their letters. */
function mayHold(text: string): boolean {
  if (!text.includes('内容') && !/内(?:\s|&nbsp;){1,9}容/.test(text)) return false;
  return ['依据', '时限', '主体', '渠道'].some((word) => text.includes(word)) || /时(?:\s|&nbsp;){1,9}限/.test(text);
}

/** What the columns of a table are, by its header of one row or two. */
type Heads = string[][];

/** A header names the contents and at least two other elements; null for any other row. */
function headsAt(grid: readonly string[][], n: number): Heads | null {
  const first = grid[n]!.map(plain);
  if (namedElements(first) < 3) return null;
  const second = (grid[n + 1] ?? []).map(plain);
  const rows = isSecondHead(first, second) ? [first, second] : [first];
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
}

/** Under merged heads stand the names of choices and levels; beside them the cells of the first row go on, or are blank. */
function isSecondHead(first: readonly string[], second: readonly string[]): boolean {
  const own = second.filter((text, column) => text !== '' && text !== first[column]);
  const goesOn = second.filter((text, column) => text !== '' && text === first[column]).length;
  if (own.length === 0) return goesOn > 2;
  if (own.some((text) => text.length > 12 || /\d{2}|工作日|^[■☑√✓□☐]/.test(text))) return false;
  return (
    goesOn > 1 || own.some((text) => /^(?:[一二三四]级事项|全社会|主动(?:公开)?|依申请(?:公开)?|县级|乡级)$/.test(text))
  );
}

function namedElements(row: readonly string[]): number {
  const words = [...new Set(row)].filter((word) => word !== '' && word.length <= 16);
  return elementNames.filter(([, sign]) => words.some((word) => sign.test(word))).length;
}

function plain(text: string | undefined): string {
  return (text ?? '').replace(/\s/g, '');
}

/** Several tables may have been set as one: a row with a field's name alone begins the next, a header its columns. */
function readGrid(grid: readonly string[][], firstField: string): CatalogueRow[] {
  const found: CatalogueRow[] = [];
  let field = firstField;
  let heads: Heads | null = null;
  let above: string[] | null = null;
  for (let n = 0; n < grid.length; n += 1) {
    const next = headsAt(grid, n);
    if (next) {
      heads = next;
      above = null;
      n += next[0]!.length - 1;
      continue;
    }
    const alone = soleText(grid[n]!);
    if (alone !== null) {
      field = fieldIn(alone) ?? field;
      above = null;
    } else if (heads) {
      above = filledRow(heads, grid[n]!, above);
      const row = rowOf(heads, above, field);
      if (row) found.push(row);
    }
  }
  return found;
}

/** The text that fills a whole row, or the field named in its first cell alone; null for others. */
function soleText(row: readonly string[]): string | null {
  const filled = row.map((text) => (text ?? '').trim()).filter((text) => text !== '');
  const [first] = filled;
  if (first === undefined || row.length < 3 || new Set(filled).size > 1) return null;
  return filled.length * 4 >= row.length * 3 || (row[0]!.trim() === first && fieldIn(first) !== null) ? first : null;
}

/**
 * A row with what the one above stands for in it: “同上”; names of levels left blank; and elements left blank beside the
 * same first name, where a merged cell was taken apart.
 */
function filledRow(heads: Heads, row: readonly string[], above: readonly string[] | null): string[] {
  const names = nameColumns(heads);
  const first = names[0];
  const isSame = (column: number) => (row[column] ?? '') === '' || row[column] === above?.[column];
  const goesOn = above !== null && first !== undefined && isSame(first) && row.some((text) => text !== '');
  // With one level of names, a blank name alone tells that its cell was merged.
  const isMerged = goesOn && (names.length > 1 || (row[first] ?? '') === '');
  let isSameName = goesOn;
  return heads.map((head, column) => {
    const text = row[column] ?? '';
    const upper = above?.[column] ?? '';
    if (isDitto(text)) return upper;
    if (names.includes(column)) {
      if (text !== '' && text !== upper) isSameName = false;
      return text === '' && isSameName ? upper : text;
    }
    return text === '' && isMerged && mayBeMerged.test(elementOf(head) ?? '') ? upper : text;
  });
}

function elementOf(head: readonly string[]): string | null {
  return elementNames.find(([, sign]) => sign.test(head[0] ?? ''))?.[0] ?? null;
}

/** Columns of the names of matters, of which there may be several levels. */
function nameColumns(heads: Heads): number[] {
  return heads.flatMap((head, column) =>
    itemName.test(head.join('')) && !/内容/.test(head[0] ?? '') && !/编码|代码|序号/.test(head.at(-1) ?? '')
      ? column
      : [],
  );
}

function rowOf(heads: Heads, row: readonly string[], ownField: string): CatalogueRow | null {
  // A code is no name.
  const names = nameColumns(heads)
    .map((column) => closedUp(row[column]!))
    .filter((name) => /[\u4e00-\u9fff]/.test(name));
  const further = furtherElements.filter(([, sign]) => heads.some((head) => sign.test(head[0] ?? '')));
  const elements = Object.fromEntries(
    [...elementNames, ...further].map(([name, sign]) => [name, textOf(sign, heads, row)]),
  );
  if (names.length === 0 || (elements['公开内容'] === '' && elements['公开依据'] === '')) return null;
  const fieldColumn = heads.findIndex((head) => fieldHead.test(head.at(-1) ?? ''));
  const field = fieldColumn < 0 ? '' : plain(row[fieldColumn]).replace(/领域$/, '');
  return { field: field === '' ? ownField : field, item: [...new Set(names)].join('/'), elements };
}

/** One column holds words; columns with names of their own under one head are choices, of which the ticked ones count. */
function textOf(sign: RegExp, heads: Heads, row: readonly string[]): string {
  const columns = heads.map((_, column) => column).filter((column) => sign.test(heads[column]![0] ?? ''));
  const choices = columns
    .map((column) => ({ name: heads[column]![1] ?? '', text: row[column] ?? '', head: heads[column]![0] }))
    .filter(({ name, head }) => name !== '' && name !== head);
  if (choices.length > 0) return chosenOf(choices);
  return columns.length === 0 ? '' : cellText(row[columns[0]!] ?? '');
}

/** The field a table is about: the heading above it, else the page's title or column. */
function fieldOf(page: ParsedPage, from: number, columnName: string | null): string {
  for (let n = from - 1; n >= 0 && n >= from - 6; n -= 1) {
    const field = fieldIn(page.lines[n]!.text);
    if (field) return field;
  }
  return fieldIn(page.lines[from]?.text ?? '') ?? fieldIn(page.titleTag) ?? columnName ?? '';
}

/** Words before 领域 that name none. */
const noField = /^(?:.*(?:试点|重点|其他|其它|相关|有关|各|所有|本|多个|\d个)|个)$/;
const places = /^[\u4e00-\u9fff]{1,10}?(?:自治县|县|区|市|镇|乡|街道)(?=[\u4e00-\u9fff]{2})/;

/** “（一）云岭县养老服务领域基层政务公开标准目录” → “养老服务”. */
function fieldIn(words: string): string | null {
  const text = plain(words);
  if (text.length > 60) return null;
  const name =
    /([\u4e00-\u9fff]{2,20}?)(?:领域|(?:基层)?政务公开(?:事项)?(?:标准)?目录)/.exec(
      text.replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.．]/, ''),
    )?.[1] ?? null;
  if (name === null) return null;
  // A place may stand before the field, and a field may begin like one: 城市综合执法, 市政服务.
  for (let n = 0; n < name.length - 1; n += 1) if (findPilotField(name.slice(n))) return name.slice(n);
  const bare = name.replace(places, '');
  return noField.test(bare) || !text.includes('领域') ? null : bare;
}
