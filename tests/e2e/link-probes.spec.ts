import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess, exportRows, faultyLinks, probeLinks, type House } from '#operations';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';

let crawled: CrawledCounty;
/** Time goes on when we say so. */
let later = 0;
let house: House;

beforeAll(async () => {
  crawled = await crawlCounty(['云岭县住房和城乡建设局', '云岭县柳溪镇人民政府']);
  const { clock } = crawled.house;
  house = { ...crawled.house, clock: { now: () => new Date(clock.now().getTime() + later) } };
});
afterAll(() => crawled?.close());

const probe = () =>
  probeLinks(house, {
    units: crawled.units,
    signal: new AbortController().signal,
    sample: true,
    allowNetworks: '127.0.0.1/32',
    intervalMs: 0,
    patienceMs: 2500,
  });

describe('links of the sample county', () => {
  it('that was taken over by others is found at once, with its words and its page', async () => {
    const { units, uncrawled, logs } = await probe();
    expect(uncrawled).toEqual([]);
    expect(logs).toHaveLength(1);
    expect(units).toHaveLength(crawled.units.length);
    const hijacked = units.flatMap(({ organisation, faulty }) =>
      faulty
        .filter(({ state }) => state === 'hijacked')
        .map(({ text, words, capture }) => ({ organisation, text, words, capture })),
    );
    expect(hijacked).toContainEqual({
      organisation: '云岭县住房和城乡建设局',
      text: '云岭房产信息网',
      words: expect.arrayContaining(['博彩', '彩票投注']),
      capture: expect.any(String),
    });
    // The only others lead to the same host.
    const truth = crawled.county.truth.unread.filter(({ why }) => why === 'hijacked');
    expect(hijacked.length).toBeGreaterThanOrEqual(1 + truth.length);
    const kept = await house.links.lookAsCapture(hijacked[0]!.capture);
    expect(new TextDecoder().decode(await house.blobs.get(kept!.sha256!))).toContain('示例博彩广告站');
    // Dead addresses are not yet certain.
    expect(units.flatMap(({ faulty }) => faulty).filter(({ state }) => state === 'dead')).toEqual([]);
    expect(units.flatMap(({ faulty }) => faulty).some(({ state }) => state === 'suspected')).toBe(true);
  });

  it('asked again on the same day are left alone', async () => {
    const { units } = await probe();
    expect(units.map(({ asked }) => asked)).toEqual(units.map(() => 0));
  });

  it('that are dead on the next day too are dead, and no link that opens is', async () => {
    later = 24 * 3_600_000;
    const { units } = await probe();
    const dead = units.flatMap(({ faulty }) => faulty.filter(({ state }) => state === 'dead'));
    const truth = crawled.county.truth.unread;
    expect(dead.map(({ url }) => url)).toContain(truth.find(({ why }) => why === 'notFound')!.url);
    for (const { url } of dead) {
      const answer = await fetch(url, { redirect: 'manual' }).then(
        ({ status }) => status,
        () => 0,
      );
      expect([url, answer === 404 || answer === 410 || answer === 0]).toEqual([url, true]);
    }
    expect(dead.every(({ lastOutcome }) => lastOutcome === 'notFound' || lastOutcome === 'gone')).toBe(true);
  });

  it('are scored from kept logs: a replay gives the same, and asks a person of hijacked ones', async () => {
    const request = { programme: 'national', period: '2026', units: crawled.units };
    await assess(house, { ...request, replay: false });
    const { rows } = await house.assessments.findings({
      programme: 'national',
      period: '2026',
      sample: true,
      kind: 'review',
      indicator: 'links-unhijacked',
    });
    expect(rows.map(({ message }) => message).join()).toContain('博彩');
    const dead = await house.assessments.findings({
      programme: 'national',
      period: '2026',
      sample: true,
      indicator: 'links-alive',
    });
    expect(dead.rows.map(({ kind, points }) => [kind, Number(points)])).toContainEqual(['fail', 0]);
    const { replay } = await assess(house, { ...request, replay: true });
    expect(replay).toMatchObject({ differing: [] });
    // What is looked at later changes nothing of what was published.
    later = 25 * 24 * 3_600_000;
    await probe();
    expect((await assess(house, { ...request, replay: true })).replay).toMatchObject({ differing: [] });
  });

  it('are listed and exported', async () => {
    const list = await faultyLinks(house, crawled.units, { states: ['hijacked'], limit: 1 });
    expect(list).toMatchObject({ units: crawled.units.length, rows: [{ state: 'hijacked' }] });
    expect(list.total).toBeGreaterThan(1);
    const rows = await exportRows(house, 'links', { period: '2026' });
    expect(
      rows.some(({ organisation, text }) => organisation === '云岭县住房和城乡建设局' && text === '云岭房产信息网'),
    ).toBe(true);
  });
});
