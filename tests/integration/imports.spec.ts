import { createServer, type Server } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationRow } from '#database';
import { BadInput, readSettings } from '#kernel';
import { crawlRound, importFile, openHouse, type House } from '#operations';
import { assessWhole } from '../assess-whole.js';
import { organisation } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const sentence = (n: number) =>
  `第${'甲乙丙丁戊己庚辛壬癸'[n % 10]}组围绕水库巡查、管网改造和用水户来访接待逐项公开办理时限与经办科室并张贴到${'东西南北中'[n % 5]}村公示栏。`;
const report = (unit: string) =>
  page(
    `${unit}2025年政府信息公开工作年度报告`,
    `<h1>${unit}2025年政府信息公开工作年度报告</h1><div>发布时间：2026-01-20</div><div id="zoom"><p>一、总体情况</p>${Array.from({ length: 12 }, (_, n) => `<p>${sentence(n)}</p>`).join('')}
     <p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>四、因政府信息公开工作被申请行政复议、提起行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p></div>`,
  );
const names = ['云岭县水务局', '云岭县林业局'];

let servers: Server[];
let house: House;
let place: TemporaryPlace;
let units: OrganisationRow[];

async function serve(unit: string): Promise<{ server: Server; site: string }> {
  const answers: Record<string, string> = {
    '/': page(unit, '<div class="nav"><a href="/nb/">政府信息公开年报</a></div><p>欢迎访问</p>'),
    '/nb/': page(
      '政府信息公开年报',
      `<ul><li><a href="/nb/2025.html">${unit}2025年政府信息公开工作年度报告</a><span>2026-01-20</span></li></ul>`,
    ),
    '/nb/2025.html': report(unit),
  };
  const server = createServer((request, response) => {
    const text = answers[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(text ?? 'not found');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return { server, site: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/` };
}

beforeAll(async () => {
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  const served = await Promise.all(names.map(serve));
  servers = served.map(({ server }) => server);
  units = await house.organisations.importOrganisations(
    names.map((name, n) => organisation(name, { site: served[n]!.site })),
  );
  const { signal } = new AbortController();
  await crawlRound(house, { units, full: true, sample: true, allowNetworks: '127.0.0.1/32', intervalMs: 0, signal });
});

afterAll(async () => {
  await house?.close();
  for (const server of servers ?? []) server.close();
  await place?.remove();
});

const score = (replay: boolean, only = units) =>
  assessWhole(house, { programme: 'national', period: '2026Q2', asOf: '2026-06-30', units: only, replay });

/** A week of visits every half hour, of which the first so many timed out. */
async function log(name: string, unit: string, failed: number): Promise<string> {
  const visits = Array.from({ length: 7 * 24 }, (_, n) => {
    const at = `2026-06-${String(1 + Math.floor(n / 24)).padStart(2, '0')} ${String(8 + Math.floor((n % 24) / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`;
    return `${unit},${at},${n < failed ? '超时,30000' : '正常,800'}`;
  });
  const file = join(place.folder, name);
  await writeFile(file, ['网站,时间,结果,毫秒', ...visits].join('\n'));
  return file;
}

describe('what others say of a unit', () => {
  it('is imported, counts in the next score, and is what a published score is recomputed with', async () => {
    const [plain] = (await score(false)).row.scorecards;
    expect(plain!.vetoed).toBeNull();

    expect(await importFile(house, 'probes', await log('水务.csv', names[0]!, 40))).toMatchObject({
      rows: 168,
      units: 1,
    });
    // What was published before does not know of it.
    expect((await score(true)).replay).toEqual({ compared: 2, differing: [] });

    const cards = (await score(false)).row.scorecards;
    expect(cards.map(({ organisation: { name }, vetoed, score: points }) => [name, vetoed, points])).toEqual([
      [names[0], '站点无法访问', '0'],
      [names[1], null, expect.any(String)],
    ]);
    expect(cards[0]!.evidenceDigest).not.toBe(plain!.evidenceDigest);
    expect((await score(true)).replay).toEqual({ compared: 2, differing: [] });

    await importFile(house, 'probes', await log('林业.csv', units[1]!.site!, 40));
    expect((await score(true)).replay).toEqual({ compared: 2, differing: [] });
    expect((await score(false)).row.scorecards.map(({ vetoed }) => vetoed)).toEqual(['站点无法访问', '站点无法访问']);
  });

  it('sets reports beside those of all units, though one is assessed', async () => {
    const [card] = (await score(false, [units[1]!])).row.scorecards;
    const found = card!.results.flatMap(({ findings }) =>
      findings.filter((one) => one.indicator === 'annual-report-originality'),
    );
    expect(found).toMatchObject([
      { kind: 'review', message: expect.stringContaining(`与${names[0]}的年度报告相同`) as string },
    ]);
  });

  it('is refused as a whole where a row is wrong', async () => {
    const file = join(place.folder, '错.csv');
    await writeFile(file, '网站,时间,结果,毫秒\n云岭县水务局,昨天,正常,800');
    await expect(importFile(house, 'probes', file)).rejects.toBeInstanceOf(BadInput);
    expect(await house.imports.imports()).toHaveLength(2);
  });
});

describe('ledgers of documents', () => {
  const head = '单位,标题,发文字号,成文日期,公开属性,不公开理由';
  const ledger = async (name: string, ...rows: string[]) => {
    const file = join(place.folder, name);
    await writeFile(file, [head, ...rows].join('\n'));
    return importFile(house, 'ledger', file);
  };
  const trend = async (replay = false) => {
    const request = { programme: 'xulaijie-2022', period: '2026Q2', asOf: '2026-06-30', units, replay };
    const { row, replay: compared } = await assessWhole(house, request);
    const results = row.scorecards.map((card) => card.results.find((one) => one.indicator === 'nonpublic-documents'));
    return { compared, outcomes: results.map((one) => [one?.outcome, one?.findings.map(({ subject }) => subject)]) };
  };

  it('are refused by row and column, and then nothing of them is kept', async () => {
    const before = (await house.imports.imports()).length;
    const bad = ledger('坏台账.csv', `${names[0]},甲,,2025-03-01,主动公开,`, '无此单位,乙,,2025-02-30,保密,');
    const told = await bad.then(
      () => '',
      (error: unknown) => (error instanceof BadInput ? error.message : String(error)),
    );
    for (const words of ['坏台账.csv', '第3行', '“单位”列', '“成文日期”列', '“公开属性”列'])
      expect(told).toContain(words);
    expect(await house.imports.imports()).toHaveLength(before);
    expect((await trend()).outcomes[0]).toEqual(['notMeasured', []]);
  });

  it('count in the next score, and a published one is recomputed with those that it knew', async () => {
    const unit = names[0];
    const rows = [`${unit},甲,云水发〔2025〕1号,2025-03-01,依申请公开,含个人信息`, `${unit},乙,,2026-03-02,不予公开,`];
    expect(await ledger('台账.csv', ...rows, `${unit},丙,,2026-03-03,不公开,涉密`)).toMatchObject({
      rows: 3,
      units: 1,
    });
    expect((await trend(true)).compared?.differing).toEqual([]);
    const found = await trend();
    expect(found.outcomes).toEqual([
      ['fail', ['reasons', 'trend']],
      ['notMeasured', []],
    ]);
    // What was reviewed is told again: the last row about a document counts.
    await ledger('台账复核.csv', `${unit},乙,,2026-03-02,主动公开,`);
    expect((await trend(true)).compared?.differing).toEqual([]);
    expect((await trend()).outcomes[0]).toEqual(['pass', []]);
  });
});

describe('lists of accounts of new media', () => {
  const head = '单位,平台,账号名称,账号标识,状态,开设日期,注销日期,备注';
  const list = async (name: string, ...rows: string[]) => {
    const file = join(place.folder, name);
    await writeFile(file, [head, ...rows].join('\n'));
    return importFile(house, 'accounts', file);
  };
  const judged = async (replay = false) => {
    const request = { programme: 'pingliang-2020', period: '2026Q2', asOf: '2026-06-30', units, replay };
    const { row, replay: compared } = await assessWhole(house, request);
    const results = row.scorecards.map((card) => card.results.find((one) => one.indicator === 'accounts-per-platform'));
    return { compared, outcomes: results.map((one) => [one?.outcome, one?.findings.map(({ message }) => message)]) };
  };
  const account = (unit: string | undefined, name: string, state = '在用') =>
    `${unit},微信公众号,${name},${name}-id,${state},2019-05-01,,`;

  it('are refused by row and column, and then nothing of them is kept', async () => {
    const before = (await house.imports.imports()).length;
    const bad = list('坏清单.csv', account(names[0], '甲'), '无此单位,飞信,乙,,在用,,,');
    const told = await bad.then(
      () => '',
      (error: unknown) => (error instanceof BadInput ? error.message : String(error)),
    );
    for (const words of ['坏清单.csv 第3行“单位”列', '“平台”列', '微信公众号、']) expect(told).toContain(words);
    expect(await house.imports.imports()).toHaveLength(before);
    expect((await judged()).outcomes).toEqual([
      ['notMeasured', []],
      ['notMeasured', []],
    ]);
  });

  it('count in the next score; a later list takes the place of what an earlier one says of its units', async () => {
    const [first, second] = names;
    const rows = [account(first, '云岭水务'), account(first, '云岭水利'), `${second},无,,,,,,`];
    expect(await list('清单.csv', ...rows)).toMatchObject({ rows: 3, units: 2, known: false });
    expect(await list('清单.csv', ...rows)).toMatchObject({ known: true });
    expect((await judged(true)).compared?.differing).toEqual([]);
    expect((await judged()).outcomes).toEqual([
      ['fail', ['在微信公众号有2个在用账号（云岭水利、云岭水务），多于1个']],
      ['pass', []],
    ]);
    // The second account is no more in the list; of the other unit the new list says nothing.
    await list('清单续.csv', account(first, '云岭水务'));
    expect((await judged(true)).compared?.differing).toEqual([]);
    expect((await judged()).outcomes).toEqual([
      ['pass', []],
      ['pass', []],
    ]);
  });
});
