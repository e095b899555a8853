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
  const at = text.search(/<(?:datastore|recordset)\b/i);
  if (at < 0) return null;
  const end = text.slice(at).search(/^<datastore/i.test(text.slice(at, at + 10)) ? /<\/datastore>/i : /<\/recordset>/i);
  const island = end < 0 ? text.slice(at) : text.slice(at, at + end);
  const number = (name: string) => {
    const value = new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?\\s*(\\d{1,9})`, 'i').exec(island)?.[1];
    return value === undefined ? null : Number(value);
  };
  return {
    records: recordsOf(island),
    totalRecords: number('totalrecords?'),
    totalPages: number('totalpages?'),
    nextGroup: /<nextgroup>\s*(?:<!\[CDATA\[)?\s*(?:<a\s+href=["']?)?([^\]"'<>\s]+)/i.exec(island)?.[1] ?? null,
  };
}

/** What stands between `<record …>` and `</record>`: in CDATA, as escaped text, or plain. */
function recordsOf(island: string): string[] {
  const records: string[] = [];
  const open = /<record(?:\s[^<>]{0,200})?>/gi;
  for (let match = open.exec(island); match && records.length < mostRecords; match = open.exec(island)) {
    const from = match.index + match[0].length;
    const close = closeOf(island, from);
    if (close < 0) break;
    const inside = island.slice(from, close).trim();
    const plain = inside.replace(/^<!\[CDATA\[/, '').replace(/\]\]>$/, '');
    records.push(plain.includes('<') ? plain : unescaped(plain));
    open.lastIndex = close;
  }
  return records;
}

function closeOf(island: string, from: number): number {
  const lower = island.indexOf('</record>', from);
  return lower >= 0 ? lower : island.indexOf('</RECORD>', from);
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

/** The list that the records of an island make. An island without records is an empty list, not a missing one. */
export function listOfIsland(page: ParsedPage, island: RecordIsland): ListReading {
  const found = island.records.length === 0 ? null : readRecords(page, island.records);
  return { column: null, items: found?.items ?? [], next: null, totalItems: island.totalRecords };
}

function readRecords(page: ParsedPage, records: string[]): FoundList | null {
  // Style left open (`<li style=<br/>`) would swallow what follows.
  const rows = records
    .map((record) => record.replace(/\sstyle=(?=<)/gi, ' '))
    .map((record) =>
      /^\s*<tr\b/i.test(record)
        ? `<table class="record"><tbody>${record}</tbody></table>`
        : `<div class="record">${record}</div>`,
    );
  return readPageList(
    parsePage({ ...page.page, url: page.base, contentType: 'text/html', text: `<div>${rows.join('\n')}</div>` }),
    1,
  );
}
