import type { ListReading } from './model.js';
import { type FoundList, readPageList } from './page-list.js';
import { type ParsedPage, parsePage } from './parsed-page.js';

/** The records of an XML answer or of an XML island within a page, each a piece of HTML (li, tr, table, div). */
export interface RecordIsland {
  records: string[];
  totalRecords: number | null;
  totalPages: number | null;
  /** The `<nextgroup>` address that some servers give. */
  nextGroup: string | null;
}

const mostRecords = 5000;

/** `<datastore>…<record><![CDATA[…]]></record>…`; null when the text holds no such island. */
export function readIsland(text: string): RecordIsland | null {
  const start = text.indexOf('<datastore');
  const at = start < 0 ? text.indexOf('<recordset') : start;
  if (at < 0) return null;
  const end = text.indexOf(start < 0 ? '</recordset>' : '</datastore>', at);
  const island = text.slice(at, end < 0 ? undefined : end);
  const records: string[] = [];
  let from = 0;
  while (records.length < mostRecords) {
    const open = island.indexOf('<record>', from);
    if (open < 0) break;
    const close = island.indexOf('</record>', open);
    if (close < 0) break;
    records.push(
      island
        .slice(open + 8, close)
        .replace(/^\s*<!\[CDATA\[/, '')
        .replace(/\]\]>\s*$/, ''),
    );
    from = close + 9;
  }
  const number = (name: string) => {
    const value = new RegExp(`<${name}>\\s*(\\d{1,9})\\s*</${name}>`).exec(island)?.[1];
    return value === undefined ? null : Number(value);
  };
  return {
    records,
    totalRecords: number('totalrecord'),
    totalPages: number('totalpage'),
    nextGroup: /<nextgroup>\s*(?:<!\[CDATA\[)?\s*(?:<a\s+href=["']?)?([^\]"'<>\s]+)/.exec(island)?.[1] ?? null,
  };
}

/** The list that the records of an island make. An island without records is an empty list, not a missing one. */
export function listOfIsland(page: ParsedPage, island: RecordIsland): ListReading {
  const found = island.records.length === 0 ? null : readRecords(page, island.records);
  return { column: null, items: found?.items ?? [], next: null, totalItems: island.totalRecords };
}

function readRecords(page: ParsedPage, records: string[]): FoundList | null {
  const rows = records.map((record) =>
    /^\s*<tr\b/i.test(record)
      ? `<table class="record"><tbody>${record}</tbody></table>`
      : `<div class="record">${record}</div>`,
  );
  return readPageList(
    parsePage({ ...page.page, url: page.base, contentType: 'text/html', text: `<div>${rows.join('\n')}</div>` }),
    1,
  );
}
