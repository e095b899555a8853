import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bulkInsert, DocumentEntity, type ReadAgain, siteId, unnumbered } from '#database';
import type { SiteFacts } from '#facts';
import {
  assessment,
  capture,
  emptyFacts,
  finding,
  get,
  organisation,
  reading,
  scorecard,
  visit,
} from './support/invented.js';
import { saveAssessment } from './support/save-assessment.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

let database: TemporaryDatabase;

beforeAll(async () => {
  database = await openTemporaryDatabase();
});
afterAll(() => database.close());

const open = (startedAt: string, units: string[] = [], source = 'live') =>
  database.stores.rounds.openRound({ source, sample: true, startedAt, units });

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('migrations', () => {
  it('make exactly the tables that the entities describe', async () => {
    const difference = await database.dataSource.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be taken back and made again', async () => {
    await database.dataSource.undoLastMigration();
    expect(await database.dataSource.runMigrations()).toHaveLength(1);
  });
});

describe('the bulk writer', () => {
  it('writes more rows than parameters could carry, in few statements, and makes hostile text harmless', async () => {
    const round = await open('2022-01-01T00:00:00Z', ['bulk']);
    const rows = Array.from({ length: 100_000 }, (_, position) => ({
      round: round.id,
      site: 's',
      position,
      url: `https://www.yunling.example/${position}.html`,
      kind: 'document' as const,
      title: position === 0 ? '空\u0000字\ud800' : '关于印发云岭县政务公开要点的通知',
      issuedOn: position === 0 ? '2022-02-30' : '2022-02-28',
      attachments: [{ title: '附\u0000件', url: 'u' }],
      capture: 'c',
    }));
    const statements = await database.dataSource.transaction(async (manager) => {
      const query = vi.spyOn(manager, 'query');
      await bulkInsert(manager, DocumentEntity, rows);
      return query.mock.calls.length;
    });
    expect(statements).toBe(20);
    const [first] = await database.dataSource.query<unknown[]>(
      `select title, issued_on, attachments from document where round = $1 and position = 0`,
      [round.id],
    );
    expect(first).toEqual({
      title: '空\ufffd字\ufffd',
      issued_on: null,
      attachments: [{ title: '附\ufffd件', url: 'u' }],
    });
  });
});

describe('organisations', () => {
  it('are stored all or none, known by name, with the sites they need', async () => {
    const { organisations } = database.stores;
    const one = organisation('云岭县教育局', { site: 'https://jyj.yunling.example/', aliases: ['县教育局'] });
    const two = organisation('云岭县人民政府办公室', { site: 'https://jyj.yunling.example/', extra: { 备注: '甲' } });
    expect(await organisations.importOrganisations([one, two])).toEqual([one, two]);
    await organisations.importOrganisations([{ ...one, id: 'another', level: '乡' }]);
    expect(await organisations.listOrganisations({ only: ['县教育局'] })).toEqual([{ ...one, level: '乡' }]);
    expect(await organisations.listOrganisations({ sample: false })).toEqual([]);
    expect(await database.dataSource.query('select * from site')).toEqual([
      { id: siteId('https://jyj.yunling.example/'), url: 'https://jyj.yunling.example/' },
    ]);
    const broken = { ...organisation('云岭县民政局'), level: null as unknown as string };
    await expect(organisations.importOrganisations([organisation('云岭县司法局'), broken])).rejects.toThrow();
    expect(await organisations.listOrganisations({ only: ['云岭县司法局'] })).toEqual([]);
  });
});

describe('rounds', () => {
  it('go on when unfinished, for the same source and units only', async () => {
    const { rounds } = database.stores;
    const first = await open('2022-10-01T00:00:00Z', ['b', 'a']);
    expect(first).toMatchObject({ resumed: false, startedAt: '2022-10-01T00:00:00.000Z', finishedAt: null });
    expect(await open('2022-10-01T05:00:00Z', ['a', 'b'])).toEqual({ ...first, resumed: true });
    expect((await open('2022-10-01T05:00:00Z', ['a'])).id).not.toBe(first.id);
    expect((await open('2022-10-01T05:00:00Z', ['a', 'b'], 'pages.warc.gz')).id).not.toBe(first.id);
    expect((await open('2022-10-20T00:00:00Z', ['a', 'b'])).resumed).toBe(false);
    await rounds.finishRound(first.id, '2022-10-01T06:00:00Z');
    expect((await open('2022-10-01T07:00:00Z', ['a', 'b'])).resumed).toBe(false);
    expect(await rounds.latestRound({ sample: true, finished: true })).toMatchObject({ id: first.id });
    expect(await rounds.latestRound({ sample: false })).toBeNull();
  });

  it('keep the state of each site', async () => {
    const { rounds } = database.stores;
    const { id } = await open('2022-11-01T00:00:00Z');
    const state = {
      round: id,
      site: 's1',
      pages: 3,
      outcomes: { ok: 2, timeout: 1 },
      unrendered: 1,
      seconds: 1.5,
      note: null,
    };
    await rounds.setSiteState({ ...state, state: 'running', ended: null });
    await rounds.setSiteState({ ...state, state: 'done', ended: 'complete' });
    const upon = { base: null, fullSince: null, asked: null, unchanged: null };
    expect(await rounds.siteStates(id)).toEqual([{ ...state, ...upon, state: 'done', ended: 'complete' }]);
  });
});

/** Stands for the reader: what is read of a page follows from its bytes alone. */
const readAgain: ReadAgain = (row) =>
  Promise.resolve({
    capture: row.id,
    url: row.request.url,
    finalUrl: row.finalUrl,
    fetchedAt: row.fetchedAt,
    outcome: row.outcome,
    visit: row.visit,
    unrendered: row.unrendered,
    reading: row.outcome === 'ok' ? reading('首页') : null,
  });

describe('the memory of a crawl', () => {
  it('gives back what checkpoints kept; the same checkpoint twice changes nothing', async () => {
    const { id: round } = await open('2022-12-01T00:00:00Z');
    const { evidence } = database.stores;
    const sink = evidence.crawlSink(round, 's1', readAgain);
    expect(await sink.restore()).toBeNull();
    const home = capture(round, 's1', 'https://www.yunling.example/');
    const slow = capture(round, 's1', 'https://www.yunling.example/slow', {
      outcome: 'timeout',
      sha256: null,
      size: 0,
    });
    const batch = {
      captures: [{ capture: home, unrendered: false }],
      added: [
        { request: get('https://www.yunling.example/slow'), visit },
        { request: get('https://www.yunling.example/2.html'), visit },
      ],
    };
    await sink.checkpoint(batch);
    await sink.checkpoint(batch);
    await sink.checkpoint({
      captures: [{ capture: slow, unrendered: true }],
      added: [{ request: get('https://www.yunling.example/'), visit }],
    });
    const kept = await sink.restore();
    expect(kept?.pending).toEqual([{ request: get('https://www.yunling.example/2.html'), visit }]);
    expect(kept?.visited.sort()).toEqual(['https://www.yunling.example/', 'https://www.yunling.example/slow']);
    expect(kept?.read).toHaveLength(2);
    expect(kept?.read.find(({ capture: id }) => id === home.id)).toEqual({
      capture: home.id,
      url: home.request.url,
      finalUrl: home.finalUrl,
      fetchedAt: home.fetchedAt,
      outcome: 'ok',
      visit,
      unrendered: false,
      reading: reading('首页'),
    });
    expect(await evidence.capture(home.id)).toEqual({ ...home, unrendered: false });
    expect(await collect(evidence.captures(round))).toHaveLength(2);
    expect(await evidence.crawlSink(round, 's2', readAgain).restore()).toBeNull();
  });

  it('keeps all of a checkpoint or nothing', async () => {
    const { id: round } = await open('2022-12-02T00:00:00Z');
    const sink = database.stores.evidence.crawlSink(round, 's9', readAgain);
    const good = capture(round, 's9', 'https://www.yunling.example/a');
    const bad = capture(round, 's9', 'https://www.yunling.example/b', { fetchedAt: 'never' });
    const both = [good, bad].map((each) => ({ capture: each, unrendered: false }));
    await expect(sink.checkpoint({ captures: both, added: [] })).rejects.toThrow();
    expect(await sink.restore()).toBeNull();
  });
});

describe('facts', () => {
  it('come back as they were saved and stand in rows', async () => {
    const { id: round } = await open('2022-12-03T00:00:00Z');
    const facts: SiteFacts = {
      ...emptyFacts,
      documents: [
        {
          url: 'https://www.yunling.example/1.html',
          kind: 'document',
          title: '通知',
          documentNumber: '云政发〔2022〕1号',
          indexNumber: null,
          issuedOn: { on: '2022-09-01', source: 'signature', words: '2022年9月1日' },
          publishedOn: null,
          publishedOnOthers: [],
          issuer: null,
          validity: null,
          columnKey: 'policy',
          columnName: '政策文件',
          attachments: [],
          capture: 'c1',
        },
      ],
      pages: 1,
    };
    await database.stores.facts.saveSiteFacts(round, 's1', facts);
    await database.stores.facts.saveSiteFacts(round, 's1', facts);
    expect(await database.stores.facts.loadSiteFacts(round, 's1')).toEqual(facts);
    expect(await database.stores.facts.loadSiteFacts(round, 's2')).toBeNull();
    expect(
      await database.dataSource.query(`select title, issued_on::text from document where round = $1`, [round]),
    ).toEqual([{ title: '通知', issued_on: '2022-09-01' }]);
  });
});

describe('assessments', () => {
  const unit = organisation('云岭县财政局');
  const late = finding(unit, 'published-in-time', 'https://www.yunling.example/late.html', 'fail');
  const missing = finding(unit, 'columns', 'rules', 'fail');
  const stale = finding(unit, 'columns', 'notice', 'fail');
  const third = finding(unit, 'columns', 'guide', 'fail');
  const report = finding(unit, 'columns', '2021', 'fail');
  const doubt = finding(unit, 'published-in-time', 'https://www.yunling.example/doubt.html', 'review');
  type Findings = (typeof late)[];
  const card = (period: string, asOf: string, columns: Findings, timely: Findings, measured = true) =>
    scorecard(unit, period, asOf, [
      {
        indicator: 'columns',
        outcome: measured ? (columns.length ? 'fail' : 'pass') : 'notMeasured',
        max: '10',
        points: measured ? (10 - 0.5 * columns.length).toString() : null,
        measured: 10 - columns.length,
        of: 10,
        findings: columns,
      },
      {
        indicator: 'published-in-time',
        outcome: timely.some(({ kind }) => kind === 'fail') ? 'fail' : 'pass',
        max: '10',
        points: timely.some(({ kind }) => kind === 'fail') ? '9.5' : '10',
        measured: 9,
        of: 10,
        findings: timely,
      },
    ]);

  it('give every finding its history and price, and keep what they supersede', async () => {
    const { assessments, evidence, overviews, facts } = database.stores;
    const { id: round } = await open('2023-01-01T00:00:00Z');
    const { id: later } = await open('2023-01-02T00:00:00Z', ['later']);
    // The page on which the late document was seen.
    const page = capture(later, 's1', late.subject, { id: late.evidence.capture });
    await evidence.crawlSink(later, 's1', readAgain).checkpoint({
      captures: [{ capture: page, unrendered: false }],
      added: [],
    });
    await facts.saveSiteFacts(later, 's1', {
      ...emptyFacts,
      annualReports: [],
      interpretations: [
        {
          url: late.subject,
          title: '解读',
          publishedOn: null,
          formats: ['text'],
          elements: [],
          policy: null,
          linksToPolicy: false,
          linkedFromPolicy: false,
          columnName: null,
          capture: 'c',
        },
      ],
    });
    const scope = (period: string) => ({ programme: 'pingliang-2020', period });
    const states = async (period: string) => {
      const all = await assessments.findings(scope(period));
      const fixed = await assessments.findings({ ...scope(period), state: 'fixed' });
      return Object.fromEntries([...all.rows, ...fixed.rows].map((row) => [row.subject, row.state]));
    };
    const save = (
      period: string,
      asOf: string,
      columns: Findings,
      timely: Findings,
      inRound = round,
      measured = true,
    ) =>
      saveAssessment(assessments, assessment(inRound, period, asOf, [card(period, asOf, columns, timely, measured)]));

    await save('2022Q1', '2022-04-10', [missing, stale, third, report], [late, doubt]);
    expect(await states('2022Q1')).toEqual({
      rules: 'new',
      notice: 'new',
      guide: 'new',
      '2021': 'new',
      [late.subject]: 'new',
      [doubt.subject]: 'new',
    });
    const { rows, total } = await assessments.findings({ ...scope('2022Q1'), indicator: 'columns', limit: 2 });
    expect(total).toBe(4);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({
      ...missing,
      decided: null,
      programme: 'pingliang-2020',
      period: '2022Q1',
      requirement: 'PL-04',
      clause: '二(二)4',
      points: '0.5',
      state: 'new',
    });
    expect((await assessments.finding(doubt.id))?.points).toBe('0');
    expect((await assessments.finding(late.id))?.points).toBe('0.5');

    // The next quarter: one column is mended, last year's report is no longer looked at, the site's columns cannot be looked at in the third, all are back in the fourth.
    await save('2022Q2', '2022-07-10', [stale, third], [], later);
    expect(await states('2022Q2')).toEqual({ notice: 'open', guide: 'open', rules: 'fixed', [doubt.subject]: 'fixed' });
    await save('2022Q3', '2022-10-10', [], [], later, false);
    expect(await states('2022Q3')).toEqual({});
    await save('2022Q4', '2023-01-10', [missing, stale], [], later);
    expect(await states('2022Q4')).toEqual({ rules: 'recurred', notice: 'open', guide: 'fixed' });

    // The same again is the same; a newer one of the same period supersedes it and leaves it stored.
    await save('2022Q4', '2023-01-10', [missing, stale], [], later);
    await save('2022Q4', '2023-01-20', [stale], [], later);
    expect(await states('2022Q4')).toEqual({ rules: 'fixed', notice: 'open' });
    expect(await database.dataSource.query(`select period, latest from assessment order by as_of`)).toEqual([
      { period: '2022Q1', latest: true },
      { period: '2022Q2', latest: true },
      { period: '2022Q3', latest: true },
      { period: '2022Q4', latest: false },
      { period: '2022Q4', latest: true },
    ]);
    // A year is not compared with quarters.
    await save('2022', '2023-01-31', [stale], [], later);
    expect(await states('2022')).toEqual({ notice: 'new' });

    const published = await assessments.assessment(scope('2022Q4'));
    expect(published?.scorecards).toEqual([card('2022Q4', '2023-01-20', [stale], [])]);
    expect(published?.tasks).toEqual(assessment(later, '2022Q4', '2023-01-20', []).tasks);
    expect((await assessments.history(unit.id, scope('2022Q4'))).map(({ period, score }) => [period, score])).toEqual([
      ['2022Q1', '17.5'],
      ['2022Q2', '19'],
      ['2022Q3', '10'],
      ['2022Q4', '19.5'],
    ]);

    const overview = await overviews.overview(scope('2022Q4'));
    expect(overview?.summary).toEqual({
      units: 1,
      scored: 1,
      vetoed: 0,
      averageScore: '19.50',
      averageCoverage: '0.9300',
      findings: 1,
      reviews: 0,
      newFindings: 0,
      fixedFindings: 1,
      recurredFindings: 0,
    });
    expect(overview?.previous).toMatchObject({ period: '2022Q3', averageScore: '10.00' });
    expect(overview?.ranking).toEqual([
      {
        organisation: unit.id,
        name: unit.name,
        level: '县',
        category: '部门',
        score: '19.5',
        grade: '良好',
        coverage: '0.93',
        vetoed: null,
        rank: 1,
        previousScore: '10',
        previousRank: 1,
        findings: 1,
        reviews: 0,
      },
    ]);
    expect(overview?.heat.items.map(({ id, group, max }) => [id, group, max])).toEqual([
      ['item-columns', '主动公开', '10'],
      ['item-published-in-time', '主动公开', '10'],
    ]);
    expect(overview?.heat.cells[0]).toEqual({
      organisation: unit.id,
      item: 'item-columns',
      points: '9.5',
      counted: '10',
      outcome: 'fail',
    });
    expect(overview?.trend.map(({ period, rates }) => [period, rates[0]?.measured, rates[0]?.of])).toEqual([
      ['2022Q1', 6, 10],
      ['2022Q2', 8, 10],
      ['2022Q3', 0, 0],
      ['2022Q4', 9, 10],
    ]);
    expect(overview?.places.map(({ period }) => period)).toEqual(expect.arrayContaining(['2022Q3', '2022Q4']));
    expect(overview?.places.filter(({ period }) => period === '2022Q4').map(({ rank }) => rank)).toEqual(
      overview?.ranking.map(({ rank }) => rank),
    );
    expect(await overviews.overview(scope('2019'))).toBeNull();
  });

  it('shares what an item lost so that the parts add up', async () => {
    const { id: round } = await open('2023-06-01T00:00:00Z');
    const [one] = [scorecard(unit, '2023H1', '2023-07-01', [])];
    const parts = [missing, stale, third];
    const lossy = scorecard(unit, '2023H1', '2023-07-01', [
      { indicator: 'columns', outcome: 'fail', max: '10', points: '9', measured: 7, of: 10, findings: parts },
    ]);
    expect(one.tree.children[0]?.children).toEqual([]);
    await saveAssessment(database.stores.assessments, assessment(round, '2023H1', '2023-07-01', [lossy]));
    const { rows } = await database.stores.assessments.findings({ programme: 'pingliang-2020', period: '2023H1' });
    expect(rows.map(({ points }) => points).sort()).toEqual(['0.33', '0.33', '0.34']);
  });
});

describe('circulars', () => {
  it('keeps a circular as it was issued', async () => {
    const { circulars } = database.stores;
    const row = {
      id: 'k1',
      programme: 'pingliang-2020',
      period: '2022Q4',
      kind: 'quarterly' as const,
      title: '关于2022年第四季度政务公开情况的通报',
      sample: true,
      assessment: null,
      createdAt: '2023-01-20T08:00:00.000Z',
      files: [{ format: 'docx' as const, name: '通报.docx', sha256: 'b'.repeat(64), size: 10 }],
      ...unnumbered,
    };
    await circulars.saveCircular(row);
    await circulars.saveCircular({ ...row, title: '改过的' });
    expect(await circulars.listCirculars({ programme: 'pingliang-2020' })).toEqual([
      { ...row, words: [], correctedBy: null, corrects: null },
    ]);
    expect(await circulars.circular('k1')).toEqual(row);
    expect(await circulars.circular('k2')).toBeNull();
  });
});

describe('sample and real units', () => {
  it('are kept apart; the sample is meant until real units were assessed', async () => {
    const { assessments, rounds } = database.stores;
    const scope = { programme: 'pingliang-2020', period: '2022Q4' };
    expect((await assessments.head(scope))?.sample).toBe(true);
    const round = await rounds.openRound({ source: 'live', sample: false, startedAt: '2023-02-01T00:00:00Z' });
    const unit = organisation('某县财政局', { sample: false });
    const card = scorecard(unit, '2022Q4', '2023-02-01', []);
    await saveAssessment(assessments, assessment(round.id, '2022Q4', '2023-02-01', [card]));
    expect((await assessments.scorecards(scope)).map(({ organisation: { name } }) => name)).toEqual(['某县财政局']);
    expect(
      (await assessments.scorecards({ ...scope, sample: true })).map(({ organisation: { name } }) => name),
    ).toEqual(['云岭县财政局']);
    expect((await assessments.assessedPeriods('pingliang-2020')).map(({ period }) => period)).toEqual(['2022Q4']);
  });
});
