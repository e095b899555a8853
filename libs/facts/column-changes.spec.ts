import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { compareColumns, type ColumnChange, type KnownColumn } from './column-changes.js';
import { columnTree } from './column-tree.js';
import type { ColumnKey, ColumnLink, PageReading, ReadCapture } from './model.js';

const origin = 'http://www.yunling.example';
const home = `${origin}/`;

const link = (key: ColumnKey, name: string, path: string): ColumnLink => ({
  key,
  name,
  url: path === '' ? '' : `${origin}${path}`,
  where: 'navigation',
});

function capture(
  path: string,
  visit: Partial<Visit>,
  reading: Partial<PageReading> | null,
  outcome = 'ok',
): ReadCapture {
  return {
    capture: `c${path}`,
    url: `${origin}${path}`,
    finalUrl: `${origin}${path}`,
    fetchedAt: '2026-06-01T00:00:00Z',
    outcome: outcome as ReadCapture['outcome'],
    visit: {
      as: 'column',
      columnKey: null,
      columnName: null,
      from: home,
      linkText: null,
      listPage: 1,
      depth: 1,
      ...visit,
    },
    unrendered: false,
    reading: reading && {
      kind: 'list',
      family: 'generic',
      siteName: null,
      columnName: null,
      title: null,
      detail: null,
      list: null,
      columns: [],
      follow: [],
      needsBrowser: false,
      softNotFound: false,
      challenged: false,
      ...reading,
    },
  };
}

/** A site whose home page links to these columns; each is visited unless said otherwise. */
function site(columns: ColumnLink[], more: ReadCapture[] = []): ReadCapture[] {
  const others = new Set(more.map(({ url }) => url));
  return [
    capture('/', { as: 'home', from: null, depth: 0 }, { columns }),
    ...columns
      .filter(({ url }) => url !== '' && !others.has(url))
      .map(({ key, name, url }) => capture(url.slice(origin.length), { columnKey: key, linkText: name }, {})),
    ...more,
  ];
}

/** What a history keeps: the changes of each round folded onto what was known. */
function after(known: KnownColumn[], changes: ColumnChange[]): KnownColumn[] {
  const columns = new Map(known.map((column) => [column.id, column]));
  for (const { column, kind, after: now } of changes) {
    const id = column ?? `#${columns.size + 1}`;
    columns.set(id, { id, ...now, present: kind !== 'gone' });
  }
  return [...columns.values()];
}

const begin = (captures: ReadCapture[]) => after([], compareColumns([], columnTree(captures)));
const says = (known: KnownColumn[], captures: ReadCapture[]) =>
  compareColumns(known, columnTree(captures)).map(({ kind, before, after: now }) =>
    [kind, before?.name ?? '', now.name, now.url.replace(origin, '')].join(' '),
  );

const notices = link('notice', '通知公告', '/tzgg/');
const policies = link('policy', '政策文件', '/zcwj/');
const known = begin(site([notices, policies]));

describe('compareColumns', () => {
  it('calls every column new at first, and nothing when all is as before', () => {
    expect(says([], site([notices, policies]))).toEqual(['new  通知公告 /tzgg/', 'new  政策文件 /zcwj/']);
    expect(says(known, site([notices, policies]))).toEqual([]);
    expect(says(known, [...site([notices, policies])].reverse())).toEqual([]);
  });

  it.each([
    ['another name', [link('notice', '公示公告', '/tzgg/'), policies], ['renamed 通知公告 公示公告 /tzgg/']],
    ['another address', [link('notice', '通知公告', '/gsgg/'), policies], ['moved 通知公告 通知公告 /gsgg/']],
    [
      'both',
      [link('notice', '公示公告', '/gsgg/'), policies],
      ['moved 通知公告 公示公告 /gsgg/', 'renamed 通知公告 公示公告 /gsgg/'],
    ],
    ['another kind', [link('news', '通知公告', '/tzgg/'), policies], ['reclassified 通知公告 通知公告 /tzgg/']],
    ['no link any more', [policies], ['gone 通知公告 通知公告 /tzgg/']],
    [
      'one of two of its kind',
      [link('notice', '公示', '/gs/'), link('notice', '公告', '/gg/'), policies],
      ['gone 通知公告 通知公告 /tzgg/', 'new  公告 /gg/', 'new  公示 /gs/'],
    ],
    ['only a script opens it now', [link('notice', '通知公告', ''), policies], []],
  ])('tells %s', (_, columns, expected) => {
    expect(says(known, site(columns))).toEqual(expected);
  });

  it('does not call a column renamed that still goes by its old name too', () => {
    expect(
      says(known, site([notices, { ...notices, name: '公示公告' }, { ...notices, name: '公示公告' }, policies])),
    ).toEqual([]);
  });

  it('tells a column whose link leads to nothing, and that it is back', () => {
    const broken = site([notices, policies], [capture('/tzgg/', { columnKey: 'notice' }, null, 'notFound')]);
    const changes = compareColumns(known, columnTree(broken));
    expect(changes).toMatchObject([{ kind: 'gone', capture: 'c/tzgg/' }]);
    const later = after(known, changes);
    expect(says(later, broken)).toEqual([]);
    expect(says(later, site([notices, policies]))).toEqual(['back 通知公告 通知公告 /tzgg/']);
  });

  it('concludes nothing from what could not be looked at', () => {
    const timeout = capture('/tzgg/', { columnKey: 'notice' }, null, 'timeout');
    expect(says(known, site([notices, policies], [timeout]))).toEqual([]);
    expect(says(known, [capture('/', { as: 'home', from: null, depth: 0 }, null, 'timeout')])).toEqual([]);
    const hub = { request: { url: `${origin}/gk/`, method: 'GET' as const }, as: 'openness' as const };
    const unread = site([policies], [capture('/gk/', { as: 'openness' }, null, 'timeout')]);
    unread[0]!.reading!.follow = [hub];
    expect(says(known, unread)).toEqual([]);
  });

  it('misses a column below another only on the page of that one', () => {
    const below = capture('/tzgg/a/', { from: `${origin}/tzgg/`, depth: 2 }, { columnName: '公示' });
    const before = begin(site([notices, policies], [below]));
    expect(before.find(({ name }) => name === '公示')).toMatchObject({ key: null, parent: `${origin}/tzgg/` });
    expect(says(before, site([notices, policies]))).toEqual(['gone 公示 公示 /tzgg/a/']);
    const timeout = capture('/tzgg/', { columnKey: 'notice' }, null, 'timeout');
    expect(says(before, site([notices, policies], [timeout]))).toEqual([]);
    expect(says(before, site([policies]))).toEqual(['gone 通知公告 通知公告 /tzgg/', 'gone 公示 公示 /tzgg/a/']);
    const pointing = site([notices, policies]);
    pointing[1]!.reading!.follow = [{ request: { url: below.url, method: 'GET' }, as: 'column' }];
    expect(says(before, pointing)).toEqual([]);
  });
});
