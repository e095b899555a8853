import { describe, expect, it } from 'vitest';
import type { FetchOutcome, Visit } from '#evidence';
import type { PageReading, ReadCapture } from './model.js';
import { vanishedPages } from './vanished-pages.js';

const at = 'https://www.yunling.example';
const seen = '2026-06-01T02:00:00.000Z';
const now = '2026-06-02T02:00:00.000Z';

function page(
  path: string,
  more: Partial<ReadCapture> & { as: Visit['as']; visit?: never; from?: string; n?: number },
) {
  const { as, from, n = 1, ...rest } = more;
  const visit: Visit = {
    as,
    columnKey: 'policy',
    columnName: '政策文件',
    from: from === undefined ? null : at + from,
    linkText: as === 'detail' ? `标题${path}` : null,
    listPage: n,
    depth: 1,
  };
  const url = at + path;
  return {
    capture: `c${path}`,
    url,
    finalUrl: url,
    fetchedAt: now,
    outcome: 'ok' as const,
    visit,
    unrendered: false,
    reading: null,
    ...rest,
  };
}

const rows = (paths: string[], next: string | null = null, more: Partial<PageReading> = {}): PageReading => ({
  kind: 'list',
  family: 'generic',
  siteName: null,
  columnName: null,
  title: null,
  detail: null,
  list: {
    column: null,
    items: paths.map((path) => ({ title: `标题${path}`, url: at + path, publishedOn: null, documentNumber: null })),
    next: next === null ? null : { url: at + next, method: 'GET' },
    totalItems: null,
  },
  columns: [],
  follow: [],
  needsBrowser: false,
  softNotFound: false,
  challenged: false,
  ...more,
});

/** A list of two pages with its articles; each page of the list with its rows. */
function site(first: string[], second: string[], fetchedAt = now): ReadCapture[] {
  return [
    page('/zcwj/', { as: 'column', reading: rows(first, '/zcwj/2'), fetchedAt }),
    page('/zcwj/2', { as: 'list', from: '/zcwj/', n: 2, reading: rows(second), fetchedAt }),
    ...first.map((path) => page(path, { as: 'detail', from: '/zcwj/', fetchedAt })),
    ...second.map((path) => page(path, { as: 'detail', from: '/zcwj/2', fetchedAt })),
  ];
}

const before = site(['/1', '/2', '/3'], ['/4', '/5', '/6'], seen);
const change = (pages: ReadCapture[], path: string, more: Partial<ReadCapture>) =>
  pages.map((one) => (one.url === at + path ? { ...one, ...more } : one));
const gone = (later: ReadCapture[], complete = true) =>
  vanishedPages(before, later, complete).map(({ url, how }) => `${how} ${url.slice(at.length)}`);

describe('vanishedPages', () => {
  it('finds nothing where all is as it was', () => expect(gone(before)).toEqual([]));

  it.each<[FetchOutcome, string[]]>([
    ['notFound', ['removed /2']],
    ['gone', ['removed /2']],
    ['softNotFound', ['removed /2']],
    ['timeout', []],
    ['serverError', []],
    ['forbidden', []],
    ['challenged', []],
    ['notHtml', []],
  ])('a page that answers %s: %j', (outcome, expected) =>
    expect(gone(change(before, '/2', { outcome }))).toEqual(expected),
  );

  it('keeps both captures and when each was seen', () => {
    const later = site(['/1', '/3', '/4'], ['/5', '/6']);
    expect(vanishedPages(before, later, true)).toEqual([
      {
        url: `${at}/2`,
        title: '标题/2',
        column: '政策文件',
        how: 'unlisted',
        outcome: null,
        before: { capture: 'c/2', seenAt: seen },
        after: { capture: 'c/zcwj/', seenAt: now },
      },
    ]);
  });

  it('finds a row that went from the second page, too', () =>
    expect(gone(site(['/1', '/2', '/3'], ['/4', '/6']))).toEqual(['unlisted /5']));

  it.each<[string, ReadCapture[], boolean]>([
    [
      'the list could not be read',
      change(site(['/1', '/3', '/4'], ['/5', '/6']), '/zcwj/', { outcome: 'timeout', reading: null }),
      true,
    ],
    [
      'a page of the list could not be read',
      change(site(['/1', '/3'], ['/4', '/6']), '/zcwj/2', { outcome: 'timeout', reading: null }),
      true,
    ],
    [
      'the page behind was not visited',
      change(site(['/1', '/3', '/4'], ['/6']), '/zcwj/2', { reading: rows(['/6'], '/zcwj/3') }),
      true,
    ],
    [
      'nothing tells whether the list is whole',
      change(site(['/1', '/3'], ['/6']), '/zcwj/2', { reading: rows(['/6'], null, { unlisted: true }) }),
      true,
    ],
    ['the walk ended by a limit', site(['/1', '/3', '/4'], ['/5', '/6']), false],
    ['the list is empty now', site([], []), true],
    ['what stood last made room', site(['/7', '/1', '/2'], ['/3', '/4', '/5']), true],
    [
      'it stands elsewhere under its title',
      [...site(['/1', '/3', '/4'], ['/5', '/6']), { ...page('/new/2', { as: 'detail' }), visit: before[3]!.visit }],
      true,
    ],
  ])('says nothing where %s', (_, later, complete) => expect(gone(later, complete)).toEqual([]));

  it('does not count what was not there before either', () => {
    const earlier = change(before, '/2', { outcome: 'notFound' });
    expect(vanishedPages(earlier, change(before, '/2', { outcome: 'notFound' }), true)).toEqual([]);
  });
});
