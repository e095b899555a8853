import type { Element } from 'domhandler';
import { rowText } from './page-words.js';
import { oncePerPage, type ParsedPage } from './parsed-page.js';

/** Cells of a list row that the table's own header names. Undefined where no such column exists. */
export interface RowLabels {
  publishedOn?: string;
  documentNumber?: string;
  issuedOn?: string;
  indexNumber?: string;
}

const headersOf = oncePerPage(() => new Map<Element, string[] | null>());

/** What the header of the table says of a row's cells, or null when the table has no header. */
export function rowLabels(page: ParsedPage, row: Element): RowLabels | null {
  const table = closestTable(row);
  if (!table) return null;
  const header = headerOf(page, table);
  if (!header) return null;
  const cells = cellsOf(row);
  const labels: RowLabels = {};
  header.forEach((label, column) => {
    const cell = cells[column];
    if (!cell) return;
    if (/^(?:发布|公开|上网|公布)(?:日期|时间)$|^(?:日期|时间)$/.test(label)) labels.publishedOn ??= rowText(cell);
    else if (/^(?:发文字号|文号|公文文号|发文文号|文件编号)$/.test(label)) labels.documentNumber ??= rowText(cell);
    else if (/^(?:信息)?索引号?$/.test(label)) labels.indexNumber ??= rowText(cell);
    else if (/^(?:成文|生成|发文|印发|制发)(?:日期|时间)$/.test(label)) {
      labels.publishedOn ??= '';
      // Under 发文日期 and 印发日期 some sites show the day on which it was put online.
      if (!/^[发印]/.test(label)) labels.issuedOn ??= rowText(cell);
    }
  });
  // A column of the date of publication further right outranks one of the date of writing.
  const published = header.findIndex((label) => /^(?:发布|公开|上网|公布)(?:日期|时间)$/.test(label));
  if (published >= 0 && cells[published]) labels.publishedOn = rowText(cells[published]);
  return labels;
}

/** What the first row of a table of articles says above each cell of a row; null outside a table, and for that row itself. */
export function headerLabels(row: Element): string[] | null {
  const table = closestTable(row);
  const first = table && firstRow(table);
  return first && first !== row ? cellsOf(first).map((cell) => rowText(cell).replace(/\s/g, '').slice(0, 40)) : null;
}

function closestTable(row: Element): Element | null {
  let node = row.parent as Element | null;
  for (let up = 0; node && up < 3; up += 1, node = node.parent as Element | null)
    if (node.name === 'table') return node;
  return null;
}

function headerOf(page: ParsedPage, table: Element): string[] | null {
  const headers = headersOf(page);
  const known = headers.get(table);
  if (known !== undefined) return known;
  const first = firstRow(table);
  const labels = first ? cellsOf(first).map((cell) => rowText(cell).replace(/\s/g, '')) : [];
  const header = labels.some((label) => /^(?:标题|名称|信息名称|文件名称|公文名称|信息标题)$/.test(label))
    ? labels
    : null;
  headers.set(table, header);
  return header;
}

function firstRow(table: Element): Element | null {
  for (const child of table.children) {
    if (child.type !== 'tag') continue;
    if (child.name === 'tr') return child;
    if (child.name === 'tbody' || child.name === 'thead') {
      const row = firstRow(child);
      if (row) return row;
    }
  }
  return null;
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element => child.type === 'tag' && (child.name === 'td' || child.name === 'th'),
  );
}
