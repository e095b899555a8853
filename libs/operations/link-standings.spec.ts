import { describe, expect, it } from 'vitest';
import type { RoundRow } from '#database';
import { addLooks, dueLinks, markCutOff, standingOf, type FreshLook, type Looks } from './link-standings.js';
import type { SiteLink, SiteLinks } from './site-links.js';

const home = 'http://www.yunling.example/';
const now = Date.parse('2026-03-05T02:00:00Z');

const link = (url: string, change: Partial<SiteLink> = {}): SiteLink => ({
  ...{ url, text: '云岭房产信息网', place: 'home', page: home, pageCapture: 'home', own: false },
  ...change,
});

function siteOf(links: SiteLink[], more: Partial<SiteLinks> = {}): SiteLinks {
  return {
    ...{ site: 's1', home, round: { id: 'r1' } as RoundRow, read: new Map(), doubtful: new Set() },
    links: new Map(links.map((one) => [one.url, one])),
    ...more,
  };
}

const look = (url: string, at: string, change: Partial<FreshLook> = {}): FreshLook => ({
  ...{ id: `${url} ${at}`, site: 's1', round: 'r1', url, at: `2026-03-${at}:00.000Z`, outcome: 'ok', became: null },
  ...{ cutOff: false, words: [], title: null, linkText: '', place: 'home', page: home, pageCapture: 'home' },
  ...{ own: false, finalUrl: url, redirects: [], status: 200, headers: {}, sha256: null, size: 0, note: null },
  ...change,
});

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => `http://${name}.example/`) as [string, string, string, string];

function looksOf(...rows: FreshLook[]): Looks {
  const looks: Looks = new Map();
  addLooks(looks, rows);
  return looks;
}

describe('which links are asked for', () => {
  it('what is to be confirmed first, then what is new, on the home page before details', () => {
    const site = siteOf([link(a), link(b), link(c, { place: 'detail' }), link(d)]);
    const looks = looksOf(look(a, '04T01:00', { outcome: 'timeout' }), look(b, '04T01:00', { outcome: 'notFound' }));
    expect(dueLinks(site, looks, now).map(({ url }) => url)).toEqual([b, d, c, a]);
  });

  it('not those of the last twenty hours, nor what opened in the last week', () => {
    const site = siteOf([link(a), link(b), link(c)]);
    const looks = looksOf(
      look(a, '04T10:00', { outcome: 'notFound' }),
      look(b, '01T02:00'),
      look(c, '01T02:00', { outcome: 'notFound' }),
    );
    expect(dueLinks(site, looks, now).map(({ url }) => url)).toEqual([c]);
  });

  it('not own pages that the round read, but others that it read; never those that only seem to be there', () => {
    const site = siteOf([link(a, { own: true }), link(b), link(c, { own: true })], {
      read: new Map([a, b, c].map((url) => [url, '2026-03-04T22:00:00.000Z'])),
      doubtful: new Set([c]),
    });
    expect(dueLinks(site, new Map(), now).map(({ url }) => url)).toEqual([b]);
  });
});

describe('who is cut off', () => {
  it('is whoever gets no answer from anybody else outside about that time', () => {
    const marks = (...rows: FreshLook[]) => markCutOff(rows).map(({ cutOff }) => cutOff);
    const dead = look(a, '02T02:00', { outcome: 'dns' });
    expect(marks(dead)).toEqual([true]);
    expect(marks(dead, look(b, '02T02:05'))).toEqual([false, false]);
    expect(marks(dead, look(b, '02T02:05', { outcome: 'serverError' }))).toEqual([false, false]);
    expect(marks(dead, look(b, '02T02:05', { outcome: 'timeout' }))).toEqual([true, false]);
    expect(marks(dead, look(b, '02T03:05'))).toEqual([true, false]);
    // The site itself may be reached where nobody else can.
    expect(marks(dead, look(b, '02T02:05', { own: true }))).toEqual([true, false]);
    expect(marks(look(a, '02T02:00', { outcome: 'notFound' }))).toEqual([false]);
  });

  it('of its own site, is whoever gets no answer from its host', () => {
    const dead = look(`${a}x`, '02T02:00', { outcome: 'refused', own: true });
    expect(markCutOff([dead, look(b, '02T02:00')])[0]!.cutOff).toBe(true);
    expect(markCutOff([dead, look(a, '02T02:00', { own: true })])[0]!.cutOff).toBe(false);
  });
});

describe('how the links of a site stand', () => {
  it('counts those that open, and tells of the faulty; what was not seen is neither', () => {
    const site = siteOf([link(a), link(b), link(c, { place: 'detail' }), link(d)]);
    const looks = looksOf(
      look(a, '01T02:00'),
      look(b, '02T02:00', { outcome: 'notFound' }),
      look(b, '03T02:00', { outcome: 'gone' }),
      look(c, '03T02:00', { became: 'hijacked', words: ['百家乐', '赌场'], title: '某某娱乐' }),
      look('http://no-longer-linked.example/', '03T02:00', { outcome: 'gone' }),
    );
    const { links, alive, faulty } = standingOf(site, looks, now);
    expect([links, alive]).toEqual([
      { home: 3, detail: 1 },
      { home: 1, detail: 0 },
    ]);
    expect(faulty).toMatchObject([
      { url: b, state: 'dead', firstOutcome: 'notFound', lastOutcome: 'gone', capture: `${b} 03T02:00` },
      { url: c, state: 'hijacked', words: ['百家乐', '赌场'], title: '某某娱乐' },
    ]);
  });

  it('takes an own page that the round read after it was seen dead for mended', () => {
    const looks = looksOf(look(a, '01T02:00', { outcome: 'gone' }), look(a, '02T02:00', { outcome: 'gone' }));
    const own = siteOf([link(a, { own: true })], { read: new Map([[a, '2026-03-04T22:00:00.000Z']]) });
    expect(standingOf(own, looks, now).faulty).toEqual([]);
    const before = siteOf([link(a, { own: true })], { read: new Map([[a, '2026-03-01T22:00:00.000Z']]) });
    expect(standingOf(before, looks, now).faulty).toMatchObject([{ state: 'suspected' }]);
  });
});
