import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { firstSightings } from './first-sightings.js';
import type { PageReading, ReadCapture } from './model.js';

const at = 'https://www.yunling.example';
const then = '2026-06-10T02:00:00.000Z';
const now = '2026-06-11T02:00:00.000Z';

/** `a 06-09` is the row of /a.html of 9 June; a row without a day has none. */
type RowText = string;

function page(
  rows: readonly RowText[],
  change: Partial<ReadCapture> & { n?: number; next?: string } = {},
): ReadCapture {
  const { n = 1, next, ...rest } = change;
  const visit: Visit = {
    as: 'column',
    columnKey: 'policy',
    columnName: '政策文件',
    from: null,
    linkText: null,
    listPage: n,
    depth: 1,
  };
  const url = n === 1 ? `${at}/zc/` : `${at}/zc/${n}.html`;
  const reading: PageReading = {
    kind: 'list',
    family: 'generic',
    siteName: null,
    columnName: null,
    title: null,
    detail: null,
    list: {
      column: null,
      items: rows.map((row) => {
        const [name, day] = row.split(' ');
        const publishedOn = day === undefined ? null : `2026-${day}`;
        return { title: `关于${name}的通知`, url: `${at}/zc/${name}.html`, publishedOn, documentNumber: null };
      }),
      next: next === undefined ? null : { url: at + next, method: 'GET' },
      totalItems: null,
    },
    columns: [],
    follow: [],
    needsBrowser: false,
    softNotFound: false,
    challenged: false,
  };
  const times = { fetchedAt: then, outcome: 'ok' as const, unrendered: false };
  return { capture: `c${n}`, url, finalUrl: url, ...times, visit, reading, ...rest };
}

const later = (rows: readonly RowText[], change: Parameters<typeof page>[1] = {}) =>
  page(rows, { fetchedAt: now, capture: 'now', ...change });

describe('what came into a list between two rounds', () => {
  it('is told with the page that shows it and the one on which it would have stood', () => {
    expect(
      firstSightings([page(['b 06-08', 'a 06-01'])], [later(['c 06-10', 'b 06-08', 'x 06-05', 'a 06-01'])]),
    ).toEqual([
      {
        url: `${at}/zc/c.html`,
        title: '关于c的通知',
        shownOn: '2026-06-10',
        seen: { capture: 'now', seenAt: now },
        absent: { capture: 'c1', seenAt: then },
      },
      expect.objectContaining({
        url: `${at}/zc/x.html`,
        shownOn: '2026-06-05',
        absent: { capture: 'c1', seenAt: then },
      }),
    ]);
  });

  it('is as old as the oldest page down to its place: pages are carried over', () => {
    const old = '2026-06-03T02:00:00.000Z';
    const before = [page(['b 06-08'], { next: '/zc/2.html' }), page(['a 06-01'], { n: 2, fetchedAt: old })];
    const found = firstSightings(before, [later(['b 06-08', 'x 06-05', 'a 06-01'])]);
    expect(found).toMatchObject([{ absent: { capture: 'c2', seenAt: old } }]);
  });

  it.each<[string, ReadCapture[], ReadCapture[]]>([
    ['there is one round', [], [later(['b 06-08', 'a 06-01'])]],
    ['its place was not read: nothing older stood below', [page(['b 06-08'])], [later(['b 06-08', 'x 06-05'])]],
    [
      'the page of its place did not come',
      [page(['b 06-08'], { next: '/zc/2.html' }), page(['a 06-01'], { n: 2, outcome: 'timeout' })],
      [later(['b 06-08', 'x 06-05', 'a 06-01'])],
    ],
    [
      'a page between was not read',
      [page(['b 06-08'], { next: '/zc/2.html' }), page(['a 06-01'], { n: 3 })],
      [later(['b 06-08', 'x 06-05', 'a 06-01'])],
    ],
    [
      'the list was not in order',
      [page(['top 06-01', 'b 06-08', 'a 06-01'])],
      [later(['b 06-08', 'x 06-05', 'a 06-01'])],
    ],
    ['the list is not in order', [page(['b 06-08', 'a 06-01'])], [later(['x 06-05', 'b 06-08', 'a 06-01'])]],
    ['rows bear no days', [page(['b 06-08', 'a'])], [later(['b 06-08', 'x 06-05', 'a 06-01'])]],
    [
      'it stood elsewhere',
      [page(['b 06-08', 'a 06-01']), page(['x 06-05'], { url: `${at}/gg/` })],
      [later(['b 06-08', 'x 06-05', 'a 06-01'])],
    ],
    [
      'its title stood elsewhere',
      [page(['b 06-08', 'a 06-01']), page([], { visit: { ...page([]).visit, as: 'detail', linkText: '关于x的通知' } })],
      [later(['b 06-08', 'x 06-05', 'a 06-01'])],
    ],
    [
      'the page needed a browser',
      [page(['b 06-08', 'a 06-01'], { unrendered: true })],
      [later(['b 06-08', 'x 06-05', 'a 06-01'])],
    ],
    ['the list is another', [page(['b 06-08', 'a 06-01'], { url: `${at}/gg/` })], [later(['x 06-05', 'a2 06-01'])]],
    [
      'lists share an address',
      [page(['b 06-08', 'a 06-01']), page(['d 06-07', 'e 06-01'])],
      [later(['b 06-08', 'x 06-05', 'a 06-01'])],
    ],
  ])('is nothing where %s', (_, before, after) => {
    expect(firstSightings(before, after)).toEqual([]);
  });

  it('is nothing on the home page, which shows a few rows of many lists', () => {
    const home = (capture: ReadCapture): ReadCapture => ({ ...capture, visit: { ...capture.visit, as: 'home' } });
    const found = firstSightings(
      [home(page(['b 06-08', 'a 06-01']))],
      [home(later(['b 06-08', 'x 06-05', 'a 06-01']))],
    );
    expect(found).toEqual([]);
  });
});
