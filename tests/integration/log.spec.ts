import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteId } from '#database';
import { readSettings } from '#kernel';
import { assess, crawlRound, logAsSet, openHouse, type House } from '#operations';
import { organisation } from './support/invented.js';
import { openSites, type Sites } from './support/sites.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

let place: TemporaryPlace;
let house: House;
let sites: Sites;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  place = await temporaryPlace();
  sites = await openSites(['云岭县财政局', '云岭县统计局']);
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  logAsSet(
    { MINGJING_LOG: 'json', LOG_LEVEL: 'info' },
    { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
});
afterAll(async () => {
  logAsSet({ MINGJING_LOG: 'text', LOG_LEVEL: undefined });
  await house?.close();
  await sites?.close();
  await place?.remove();
});

it('names round and site in each line of a crawl, and what went wrong with its trace', async () => {
  const [first = '', second = ''] = sites.homes;
  const units = [
    organisation('云岭县财政局', { site: first, sample: false }),
    organisation('云岭县统计局', { site: second, sample: false }),
  ];
  await house.organisations.importOrganisations(units);
  const { saveSiteFacts } = house.facts;
  house.facts.saveSiteFacts = async (round, site, ...rest) => {
    if (site === siteId(second)) throw new TypeError('a fault of ours');
    return saveSiteFacts.call(house.facts, round, site, ...rest);
  };
  const { round } = await crawlRound(house, {
    units,
    full: true,
    allowNetworks: '127.0.0.1/32',
    intervalMs: 0,
    signal: new AbortController().signal,
  });
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.filter((line) => line['round'] !== round)).toEqual([]);
  const ofSite = (url: string) => lines.filter((line) => line['site'] === siteId(url)).map((line) => line['message']);
  expect(ofSite(first)).toEqual(['开始采集网站', '网站采集结束']);
  expect(ofSite(second)).toEqual(['开始采集网站', '网站采集失败']);
  const failure = lines.find((line) => line['level'] === 'error');
  expect(failure?.['error']).toMatchObject({ name: 'TypeError', message: 'a fault of ours' });
  expect(lines.find((line) => line['message'] === '网站采集结束')).toMatchObject({ outcomes: { ok: 6 } });
  // No text of a page is told.
  expect(JSON.stringify(lines)).not.toContain('补助');
});

it('names programme, period and round of an assessment', async () => {
  lines.length = 0;
  const units = await house.organisations.listOrganisations();
  await assess(house, { programme: 'pingliang-2020', period: '2026Q2', asOf: '2026-06-30', units, replay: false });
  const about = { programme: 'pingliang-2020', period: '2026Q2', asOf: '2026-06-30' };
  expect(lines).toEqual([
    expect.objectContaining({ message: '开始评分', ...about }),
    expect.objectContaining({ message: '评分结束', ...about }),
  ]);
});
