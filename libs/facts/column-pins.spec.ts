import { describe, expect, it } from 'vitest';
import type { Visit } from '#evidence';
import { assembleSite } from './assemble-site.js';
import { applyPins, pinnedSteps, type ColumnPin } from './column-pins.js';
import type { ColumnKey, ColumnLink, PageReading, ReadCapture } from './model.js';

const origin = 'http://www.yunling.example';
const home = `${origin}/`;
const corner = `${origin}/xxzq/`;
const notices = `${origin}/tzgg/`;

function reading(more: Partial<PageReading> = {}): PageReading {
  return {
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
    ...more,
  };
}

function capture(url: string, visit: Partial<Visit>, more: Partial<ReadCapture> = {}): ReadCapture {
  return {
    capture: `c-${url}`,
    url,
    finalUrl: url,
    fetchedAt: '2026-06-01T00:00:00Z',
    outcome: 'ok',
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
    reading: reading(),
    ...more,
  };
}

const link = (key: ColumnKey, name: string, url: string): ColumnLink => ({ key, name, url, where: 'navigation' });
const pin = (ruling: ColumnPin['ruling'], key: ColumnKey | null, subject: Partial<ColumnPin>): ColumnPin => ({
  url: null,
  name: null,
  ruling,
  key,
  ...subject,
});
const items = [1, 2, 3].map((day) => ({
  title: `关于第${day}批补助资金的公示`,
  url: `${notices}${day}.html`,
  publishedOn: `2026-05-0${day}`,
  documentNumber: null,
}));
const listed = { list: { column: null, items, next: null, totalItems: null } };

/** A home page with one column that the reader knows, of two list pages. */
const site = (columns: ColumnLink[] = [link('notice', '通知公告', notices)]): ReadCapture[] => [
  capture(home, { as: 'home', from: null, depth: 0 }, { reading: reading({ kind: 'home', columns }) }),
  capture(notices, { columnKey: 'notice', columnName: '通知公告', linkText: '通知公告' }, { reading: reading(listed) }),
  capture(`${notices}2.html`, {
    as: 'list',
    columnKey: 'notice',
    columnName: '通知公告',
    from: notices,
    listPage: 2,
  }),
];

const stateOf = (captures: ReadCapture[], pins: ColumnPin[], key: ColumnKey) =>
  assembleSite(captures, pins).columns.find((column) => column.key === key);

describe('applyPins', () => {
  it('leaves everything as it is without pins', () => {
    const captures = site();
    expect(applyPins(captures, [])).toBe(captures);
  });

  it.each([
    ['address', { url: `${notices}index.html` }],
    ['name', { name: '通知 公告' }],
  ])('puts a column by its %s, with its list pages, under another kind', (_, subject) => {
    const pins = [pin('is', 'policy', subject)];
    expect(stateOf(site(), pins, 'policy')).toMatchObject({ state: 'found', url: notices, itemCount: 3 });
    expect(stateOf(site(), pins, 'notice')).toMatchObject({ state: 'missing' });
    expect(applyPins(site(), pins).map(({ visit, pinnedKey }) => [visit.columnKey, pinnedKey])).toEqual([
      [null, undefined],
      ['policy', 'policy'],
      ['policy', 'policy'],
    ]);
  });

  it('takes a kind from a column, also against the name in its own tag', () => {
    const captures = site();
    captures[1]!.reading!.columnName = '通知公告';
    for (const pins of [[pin('isNot', 'notice', { url: notices })], [pin('ignore', null, { name: '通知公告' })]])
      expect(stateOf(captures, pins, 'notice')).toMatchObject({ state: 'missing', itemCount: 0 });
    expect(stateOf(captures, [pin('isNot', 'policy', { url: notices })], 'notice')).toMatchObject({ state: 'found' });
  });

  it('finds a column that the reader does not know, by the name of its link', () => {
    const pins = [pin('is', 'policy', { name: '信息专区' })];
    const captures = site();
    captures[0]!.reading!.named = [{ title: '信息专区', url: corner }];
    expect(stateOf(captures, pins, 'policy')).toMatchObject({ state: 'unread', url: corner });
    const visited = [...captures, capture(corner, {}, { reading: reading(listed) })];
    expect(stateOf(visited, pins, 'policy')).toMatchObject({ state: 'found', url: corner, itemCount: 3 });
    expect(stateOf(visited, [], 'policy')).toMatchObject({ state: 'missing' });
  });

  it('holds nothing against a site whose pinned address is gone and linked nowhere', () => {
    const pins = [pin('is', 'policy', { url: corner })];
    expect(stateOf(site(), pins, 'policy')).toMatchObject({ state: 'unread' });
    const gone = capture(corner, {}, { outcome: 'notFound', reading: null });
    expect(stateOf([...site(), gone], pins, 'policy')).toMatchObject({ state: 'unread' });
    const linked = site([link('notice', '公开专区', corner)]);
    expect(stateOf([...linked, gone], pins, 'policy')).toMatchObject({ state: 'broken', outcome: 'notFound' });
  });

  it('lets the later word go before the earlier one, and an address before a name', () => {
    const byUrl = pin('is', 'policy', { url: notices });
    const byName = pin('is', 'news', { name: '通知公告' });
    expect(stateOf(site(), [byUrl, byName], 'policy')).toMatchObject({ state: 'found' });
    expect(stateOf(site(), [byUrl, pin('ignore', null, { url: notices })], 'policy')).toMatchObject({
      state: 'missing',
    });
  });

  it('does not mind pages that lead to each other in a circle', () => {
    const circle = [1, 2].map((one) =>
      capture(`${corner}${one}`, { as: 'list', from: `${corner}${3 - one}`, listPage: one }),
    );
    expect(applyPins([...site(), ...circle], [pin('is', 'policy', { url: corner })])).toHaveLength(5);
  });
});

describe('pinnedSteps', () => {
  it('follows pinned addresses that the page does not name itself', () => {
    const pins = [
      pin('is', 'policy', { url: corner }),
      pin('is', 'service', { url: 'http://zwfw.yunling.example/' }),
      pin('is', 'notice', { url: notices }),
      pin('isNot', 'news', { url: `${origin}/dt/` }),
    ];
    const named = [
      { title: '信息专区', url: corner },
      { title: '公开专区', url: `${origin}/gkzq/` },
    ];
    const page = { url: home, columns: [link('notice', '通知公告', notices)], named };
    expect(pinnedSteps(pins, page).map(({ request, as }) => `${as} ${request.url}`)).toEqual([
      `column ${corner}`,
      'probe http://zwfw.yunling.example/',
      `column ${origin}/gkzq/`,
    ]);
  });
});
