import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageReading, type PageText, readPage } from '#facts';
import { families } from './index.js';

/**
 * Answers made to exhaust their reader: whatever stands in them, reading a megabyte ends within a second of the processor's
 * time. FUZZ_RUNS (2 and more) reads whole megabytes and so many times the cases; without it they are shorter, in half the time.
 */
const factor = Number(process.env.FUZZ_RUNS ?? 1);
const times = (runs: number) => ({ numRuns: runs * factor, seed: 23, endOnFailure: true });
const isThorough = factor > 1;
/** Short enough, twice over, for a script that is still read. */
const usualLength = isThorough ? 1_000_000 : 190_000;
const longest = isThorough ? 1000 : 500;

function read(text: string, contentType: string, as: PageText['visit']['as'] = 'list'): PageReading {
  const visit = {
    as,
    columnKey: 'policy',
    columnName: null,
    from: null,
    linkText: null,
    listPage: 1,
    depth: 1,
  } as const;
  return readPage({ url: 'https://www.yunling.example/zwgk/list.html', text, contentType, visit }, families);
}

/** A slow answer is read again, for others use the machine too; the quickest counts. */
function expectQuick(name: string, text: string, contentType: string): void {
  for (const as of ['list', 'data', 'column'] as const) {
    let best = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 4 && best >= longest; n += 1) {
      const begun = process.cpuUsage();
      read(text, contentType, as);
      const { user, system } = process.cpuUsage(begun);
      best = Math.min(best, (user + system) / 1000);
    }
    expect([name, as, best < longest]).toEqual([name, as, true]);
  }
}

const fill = (piece: string, length = usualLength) => piece.repeat(Math.ceil(length / piece.length));

const brackets = [
  '[',
  '{',
  '[{',
  '{"a":',
  '[[',
  '{"list":[',
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '/*',
  '//',
  '[[1/*',
  '[{a:[',
  '[["',
  'function(',
  '<',
  '<!--',
  '${',
  '云〔2025〕',
  '(',
  'var a=[',
  'a="b";',
  'document.write("',
  "document.write('<li>'+",
  '{url:"/1.html",title:"',
  'title:"云岭县",url:"/1.html",date:"2025-01-02"},',
  '["云岭县人民政府","/1.html","2025-01-02"],',
  'add("云岭县人民政府通知","/1.html","2025-01-02");',
  'var url="./t1.html";var title="',
  'createPageHTML(1,',
  'goPage(2);',
  '&amp;',
];
const wraps: [string, string, (inside: string) => string][] = [
  ['a JSON answer', 'application/json', (inside) => `{"code":200,"data":[${inside}`],
  ['a JSON answer in a callback', 'application/javascript', (inside) => `callback({"list":[${inside}]});`],
  [
    'a JSON string',
    'application/json',
    (inside) => JSON.stringify({ total: 20, html: inside, rows: [inside, { title: inside }] }),
  ],
  [
    'an XML answer',
    'text/xml',
    (inside) =>
      `<?xml version="1.0"?><datastore><recordset><record><![CDATA[${inside}]]></record></recordset></datastore>`,
  ],
  ['an XML answer without end', 'text/xml', (inside) => `<datastore><recordset>${inside}`],
  [
    'an island in a page',
    'text/html',
    (inside) =>
      `<html><body><script type="text/xml"><datastore><nextgroup>${inside}</nextgroup><recordset><record>${inside}</record>`,
  ],
  [
    'a script of a page',
    'text/html',
    (inside) => `<html><body><div id="list"></div><script>var list=[${inside}];${inside}</script></body></html>`,
  ],
  [
    'several scripts',
    'text/html',
    (inside) =>
      `<html><body>${`<script>${inside.slice(0, 200_000)}</script>`.repeat(isThorough ? 4 : 1)}</body></html>`,
  ],
];

describe('hostile answers', { timeout: 300_000 * factor }, () => {
  it.each(wraps)('in %s are read in time', (name, contentType, wrap) => {
    for (const piece of brackets) expectQuick(`${name} of ${piece}`, wrap(fill(piece)), contentType);
  });

  it.each(wraps)('in %s, of pieces put together at random, are read in time', (name, contentType, wrap) => {
    const pieces = fc.array(
      fc.constantFrom(...brackets, ']', '}', ')', '"', ',', ':', '1', '\n', '*/', '-->', '</li>', '<li>'),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom('', ']', '}', '"', '")', '\n'), (found, end) => {
        expectQuick(
          `${name} of ${JSON.stringify(found)}`,
          wrap(fill(found.join(''), usualLength / 4) + end),
          contentType,
        );
      }),
      times(6),
    );
  });

  it('of records without end are read in time, and their dates stay days', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        '2025-02-30',
        '2025-03-01',
        '20250230',
        1740787200000,
        -1,
        1e300,
        null,
        true,
        '<a href="/1.html">云岭县人民政府通知</a>',
      ),
    );
    const name = fc.constantFrom(
      'title',
      'pubDate',
      'publishTime',
      'url',
      'wh',
      'list',
      'rows',
      'data',
      'total',
      '__proto__',
      'constructor',
      'f_20251',
    );
    const record = fc.dictionary(name, value, { maxKeys: 6 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 300 }),
        name,
        (records, many, holder) => {
          const rows = Array.from({ length: many }, () => records).flat();
          const reading = read(JSON.stringify({ [holder]: rows, total: many }), 'application/json', 'data');
          for (const { publishedOn } of reading.list?.items ?? [])
            if (publishedOn !== null)
              expect(new Date(`${publishedOn}T00:00:00Z`).toISOString().slice(0, 10)).toBe(publishedOn);
        },
      ),
      times(120),
    );
  });

  it('of deep records are read, or not at all, and never end the program', () => {
    for (const depth of [100, 5000, 100_000]) {
      const deep = `${'{"data":['.repeat(depth)}{"title":"云岭县人民政府通知","url":"/1.html"}${']}'.repeat(depth)}`;
      for (const text of [deep, `<script>var a=${deep}</script>`, deep.slice(0, -depth)])
        expect(read(text, 'application/json').kind).toBeTypeOf('string');
    }
  });
});
