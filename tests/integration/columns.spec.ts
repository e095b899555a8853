import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsAfter, pinsDigest, standingPins } from '#database';
import type { ColumnKey, ColumnTree } from '#facts';
import { assessment, capture, emptyFacts, organisation, scorecard } from './support/invented.js';
import { saveAssessment } from './support/save-assessment.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

let database: TemporaryDatabase;

beforeAll(async () => {
  database = await openTemporaryDatabase();
});
afterAll(() => database.close());

const site = 'site of 云岭县';
const origin = 'https://www.yunling.example';
const open = (startedAt: string, source = 'live') =>
  database.stores.rounds.openRound({ source, sample: true, startedAt, units: [startedAt] });

function tree(...columns: [key: ColumnKey, name: string, path: string][]): ColumnTree {
  return {
    columns: columns.map(([key, name, path]) => ({
      key,
      name,
      url: origin + path,
      parent: null,
      state: 'read',
      capture: `c${path}`,
      names: [name],
      keys: [key],
    })),
    pointedTo: [],
    entrances: 'c/',
  };
}

describe('the history of columns', () => {
  const before = tree(['notice', '通知公告', '/tzgg/'], ['policy', '政策文件', '/zcwj/']);
  const later = tree(['notice', '公示公告', '/tzgg/'], ['policy', '政策文件', '/wj/']);

  it('is kept round by round, and a round is compared once', async () => {
    const { columns } = database.stores;
    const first = await open('2026-01-01T00:00:00Z');
    expect(await columns.recordRound(site, first, before)).toBe(2);
    expect(await columns.recordRound(site, first, before)).toBe(0);
    expect(await columns.recordRound(site, first, later)).toBe(0);
    const second = await open('2026-02-01T00:00:00Z');
    const added = await Promise.all([1, 2].map(() => columns.recordRound(site, second, later)));
    expect(added.sort()).toEqual([0, 2]);
    const third = await open('2026-03-01T00:00:00Z');
    expect(await columns.recordRound(site, third, later)).toBe(0);
    const events = await columns.events(site);
    expect(events.map(({ kind, before: was, after, at }) => [kind, was?.name, after.name, after.url, at])).toEqual([
      ['new', undefined, '通知公告', `${origin}/tzgg/`, '2026-01-01T00:00:00.000Z'],
      ['new', undefined, '政策文件', `${origin}/zcwj/`, '2026-01-01T00:00:00.000Z'],
      ['renamed', '通知公告', '公示公告', `${origin}/tzgg/`, '2026-02-01T00:00:00.000Z'],
      ['moved', '政策文件', '政策文件', `${origin}/wj/`, '2026-02-01T00:00:00.000Z'],
    ]);
    expect(columnsAfter(events).map(({ name, url, present }) => [name, url, present])).toEqual([
      ['公示公告', `${origin}/tzgg/`, true],
      ['政策文件', `${origin}/wj/`, true],
    ]);
  });

  it('of an archive is not that of the network', async () => {
    const { columns } = database.stores;
    const archive = await open('2026-04-01T00:00:00Z', 'old.warc.gz');
    expect(await columns.recordRound(site, archive, before)).toBe(2);
    const live = await open('2026-05-01T00:00:00Z');
    expect(await columns.recordRound(site, live, later)).toBe(0);
    expect(await columns.events(site)).toHaveLength(4);
  });

  it('keeps the pages that show it when others are thrown away', async () => {
    const { evidence, retention } = database.stores;
    const round = await open('2026-06-01T00:00:00Z');
    const pages = ['/shown/', '/other/'].map((path) => capture(round.id, 'kept', origin + path));
    await evidence
      .crawlSink(round.id, 'kept', () => Promise.reject(new Error('nothing is restored here')))
      .checkpoint({ captures: pages.map((page) => ({ capture: page, unrendered: false })), added: [] });
    const seen = tree(['news', '政务动态', '/shown/']);
    seen.columns[0]!.capture = pages[0]!.id;
    await database.stores.columns.recordRound('kept', round, seen);
    const state = { site: 'kept', state: 'done', pages: 2, outcomes: {}, unrendered: 0, seconds: 0 } as const;
    for (const one of [round, await open('2026-06-02T00:00:00Z')])
      await database.stores.rounds.setSiteState({ ...state, round: one.id, ended: null, note: null });
    await database.stores.rounds.finishRound(round.id, '2026-06-01T01:00:00Z');
    const { rows } = await retention.clear({ rounds: 1, now: '2026-07-01T00:00:00Z' }, false, () => Promise.resolve());
    expect(rows).toMatchObject({ siteRounds: 1, captures: 1, cited: 1 });
    expect(await evidence.capture(pages[0]!.id)).not.toBeNull();
    expect(await evidence.capture(pages[1]!.id)).toBeNull();
  });
});

describe('pins', () => {
  const draft = {
    site: 'pinned',
    url: `${origin}/xxzq/`,
    name: null,
    ruling: 'is',
    key: 'policy',
    author: '甲科',
    reason: '栏目内均为规范性文件',
    until: null,
    createdAt: '2026-06-01T08:00:00.000Z',
  } as const;

  it('stay when taken back, in their order, and can be given again', async () => {
    const { columns } = database.stores;
    const first = await columns.addPin(draft);
    const second = await columns.addPin({ ...draft, key: 'notice', until: '2026-06-30' });
    const withdrawal = { author: '乙科', reason: '已改版', createdAt: '2026-06-02T08:00:00.000Z' };
    await columns.withdrawPin('pinned', first.id, withdrawal);
    const again = await columns.addPin(draft);
    expect(again.id).not.toBe(first.id);
    const pins = await columns.pins('pinned');
    expect(pins).toEqual([{ ...first, withdrawn: withdrawal }, second, again]);
    expect(standingPins(pins, '2026-06-30')).toEqual([second, again]);
    expect(standingPins(pins, '2026-07-01')).toEqual([again]);
    expect((await columns.pinsById([again.id, first.id])).map(({ id }) => id)).toEqual([again.id, first.id]);
    await expect(columns.withdrawPin('pinned', first.id, withdrawal)).rejects.toThrow('已由乙科撤销');
    await expect(columns.withdrawPin('another', second.id, withdrawal)).rejects.toThrow('没有编号');
  });

  it('have facts of their own, beside those without them', async () => {
    const { facts } = database.stores;
    const round = await open('2026-08-01T00:00:00Z');
    const digest = pinsDigest(['p1', 'p2']);
    await facts.saveSiteFacts(round.id, 's', emptyFacts);
    await facts.saveSiteFacts(round.id, 's', { ...emptyFacts, pages: 7 }, digest);
    expect(await facts.loadSiteFacts(round.id, 's', '')).toEqual(emptyFacts);
    expect(await facts.loadSiteFacts(round.id, 's', digest)).toMatchObject({ pages: 7 });
    expect(await facts.loadSiteFacts(round.id, 's')).toMatchObject({ pages: 7 });
    expect(await facts.loadSiteFacts(round.id, 's', pinsDigest(['p2', 'p1']))).toBeNull();
    await facts.saveSiteFacts(round.id, 's', { ...emptyFacts, pages: 8 });
    expect(await facts.loadSiteFacts(round.id, 's')).toMatchObject({ pages: 8 });
  });

  it('are kept with the score that rests on them', async () => {
    const { assessments } = database.stores;
    const round = await open('2026-09-01T00:00:00Z');
    const [one, other] = [organisation('云岭县审计局'), organisation('云岭县统计局')];
    const cards = [one, other].map((unit) => scorecard(unit, '2026Q3', '2026-09-30', []));
    const row = assessment(round.id, '2026Q3', '2026-09-30', cards);
    const head = await saveAssessment(assessments, row, { [one.id]: ['p1', 'p2'] });
    expect(Object.fromEntries(await assessments.pinsOf(head.id))).toEqual({ [one.id]: ['p1', 'p2'], [other.id]: [] });
  });
});
