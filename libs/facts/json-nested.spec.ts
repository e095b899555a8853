import { describe, expect, it } from 'vitest';
import { readJsonList } from './json-answer.js';
import { flattened } from './json-nested.js';
import { parsePage } from './parsed-page.js';

const host = 'http://www.yunling.example.gov.cn';
const title = (n: number): string => `云岭县人民政府关于第${n}号事项的通知`;
const numbers = [1, 2, 3, 4];

function items(json: unknown) {
  const visit = {
    as: 'data' as const,
    columnKey: null,
    columnName: null,
    from: null,
    linkText: null,
    listPage: 1,
    depth: 1,
  };
  const text = JSON.stringify(json);
  const read = readJsonList(parsePage({ url: `${host}/api/list`, text, contentType: 'application/json', visit }));
  return read?.list.items.map((item) => [item.title, item.url.replace(host, ''), item.publishedOn]) ?? null;
}

const expected = numbers.map((n) => [title(n), `/pc/${n}.html`, `2025-03-0${n}`]);

describe('rows whose fields lie within records', () => {
  it.each<[string, unknown]>([
    [
      'addresses by device, a day as a number, a cut title beside the whole one',
      {
        result: {
          pager: { cur: 1, all: 4 },
          rows: numbers.map((n) => ({
            id: n,
            short: `${title(n).slice(0, 12)}…`,
            whole: title(n),
            link: { wap: `/wap/${n}.html`, pc: `/pc/${n}.html` },
            at: Number(`2025030${n}103000`),
          })),
        },
      },
    ],
    [
      'addresses in an array by their kinds, the day of publication beside that of the last change',
      {
        data: {
          records: numbers.map((n) => ({
            doc: {
              subject: title(n),
              urls: [
                { type: 'wap', u: `/wap/${n}.html` },
                { type: 'pc', u: `/pc/${n}.html` },
              ],
            },
            time: { mod: Date.UTC(2026, 5, 19, 19), pub: Date.UTC(2025, 2, n, 1) },
          })),
        },
      },
    ],
    [
      'rows apart by months',
      {
        months: [
          {
            ym: '甲',
            items: [1, 2].map((n) => ({ t: title(n), h: `/pc/${n}.html`, d: `2025-03-0${n}T01:00:00.000Z` })),
          },
          {
            ym: '乙',
            items: [3, 4].map((n) => ({ t: title(n), h: `/pc/${n}.html`, d: `2025-03-0${n}T01:00:00.000Z` })),
          },
        ],
      },
    ],
    [
      'one row each by years, days of eight digits',
      { years: numbers.map((n) => ({ y: n, docs: [{ n: title(n), a: `/pc/${n}.html`, pd: `2025030${n}` }] })) },
    ],
  ])('%s', (_, json) => expect(items(json)).toEqual(expected));

  it('end with an envelope whose arrays are empty, whatever they are called', () => {
    expect(items({ ok: true, amount: 4, current: 2, months: [] })).toEqual([]);
    expect(items({ ok: true, amount: 4, months: [] })).toBeNull();
  });

  it('are no list without a date: a tree of columns is nested too', () => {
    const tree = numbers.map((n) => ({ node: { text: `云岭县第${n}号栏目之名称`, link: { href: `/col/${n}/` } } }));
    expect(items({ tree })).toBeNull();
  });

  it('take no number for a day that is none', () => {
    const rows = numbers.map((n) => ({ a: { t: title(n), u: `/pc/${n}.html`, id: 20259900 + n } }));
    expect(items({ rows })).toBeNull();
  });
});

describe('flattened', () => {
  it('ends with deep and wide rows', () => {
    let deep: Record<string, unknown> = { end: 1 };
    for (let n = 0; n < 5000; n += 1) deep = { a: deep };
    expect(flattened(deep)).toEqual({});
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`k${n}`, n]));
    expect(Object.keys(flattened(wide)).length).toBeLessThanOrEqual(60);
  });
});
