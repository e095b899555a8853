import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureId, MemoryBlobStore } from '#evidence';
import type { Programme } from '#programmes';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { siteId, unnumbered } from '#database';
import { assessment, capture, emptyFacts, finding, organisation, scorecard } from './support/invented.js';
import { saveAssessment } from './support/save-assessment.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const home = 'https://czj.yunling.example/';
const unit = organisation('云岭县财政局', { site: home });
const late = finding(unit, 'published-in-time', `${home}late.html`, 'fail');
const scope = 'programme=pingliang-2020&period=2022Q4';

const programme = {
  id: 'pingliang-2020',
  version: '1',
  title: '试点方案',
  source: { title: '试点方案', number: null, issuer: '某市政府办公室', issuedOn: '2020-06-01' },
  requirements: [],
  columns: [],
  tasks: [],
  rubric: {
    title: '细则',
    origin: 'default',
    note: '',
    total: '100',
    coverageFloor: '0.5',
    bands: [],
    groups: [],
  },
  conflicts: [],
  circular: { issuer: '', recipients: '', basis: '', rectifyWithinDays: 30, reportTo: '' },
} satisfies Programme;

let database: TemporaryDatabase;
let server: RunningServer;
const logged: unknown[] = [];
let shot: string;
/** One that has neither page nor screenshot. */
let unseen: string;

async function ask(path: string): Promise<{ status: number; headers: Headers; body: string; json: unknown }> {
  const answer = await fetch(`${server.url}${path}`);
  const body = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  return { status: answer.status, headers: answer.headers, body, json: isJson ? (JSON.parse(body) as unknown) : null };
}
const get = (path: string) => ask(`/api/v1/${path}`);

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const { stores } = database;
  const blobs = new MemoryBlobStore();
  await stores.organisations.importOrganisations([unit]);
  const round = await stores.rounds.openRound({ source: 'live', sample: true, startedAt: '2022-12-31T00:00:00Z' });
  const sha256 = await blobs.put(
    new TextEncoder().encode('<script>alert(1)</script><img src=x onerror=alert(1)><p>发布日期：2022-10-08</p>'),
  );
  const page = capture(round.id, siteId(home), late.subject, {
    ...{ sha256, charset: 'utf-8', size: 90, screenshot: await blobs.put(Buffer.from('RIFF….WEBP')) },
  });
  unseen = captureId(round.id, siteId(home), { url: `${home}gone`, method: 'GET' });
  const gone = capture(round.id, siteId(home), `${home}gone`, { outcome: 'notFound', sha256: null, size: 0 });
  shot = page.id;
  await stores.evidence
    .crawlSink(round.id, siteId(home), () => Promise.reject(new Error('nothing is restored here')))
    .checkpoint({
      captures: [
        { capture: page, unrendered: false },
        { capture: gone, unrendered: false },
      ],
      added: [],
    });
  await stores.rounds.setSiteState({
    round: round.id,
    site: siteId(home),
    state: 'done',
    pages: 2,
    outcomes: { ok: 1, notFound: 1 },
    unrendered: 0,
    seconds: 1,
    ended: 'complete',
    note: null,
  });
  await stores.facts.saveSiteFacts(round.id, siteId(home), {
    ...emptyFacts,
    documents: [
      {
        url: late.subject,
        kind: 'document',
        title: '关于调整预算的通知',
        documentNumber: '云财发〔2022〕9号',
        indexNumber: null,
        issuedOn: { on: '2022-09-01', source: 'signature', words: '2022年9月1日' },
        publishedOn: { on: '2022-10-08', source: 'tag', words: '2022-10-08' },
        publishedOnOthers: [],
        issuer: null,
        validity: null,
        columnKey: 'policy',
        columnName: '政策文件',
        attachments: [],
        capture: page.id,
      },
    ],
    pages: 2,
  });
  await stores.rounds.finishRound(round.id, '2023-01-01T00:00:00Z');
  const card = (period: string, asOf: string) =>
    scorecard(unit, period, asOf, [
      {
        indicator: 'published-in-time',
        outcome: 'fail',
        max: '10',
        points: '9.5',
        measured: 9,
        of: 10,
        findings: [late],
      },
    ]);
  for (const [period, asOf] of [
    ['2022Q3', '2022-10-10'],
    ['2022Q4', '2023-01-10'],
  ] as const)
    await saveAssessment(stores.assessments, assessment(round.id, period, asOf, [card(period, asOf)]));
  const importedAt = '2022-12-31T20:00:00Z';
  await stores.imports.saveImport({ id: 'list-1', kind: 'records', name: '认定.csv', sha256, importedAt });
  const file = await blobs.put(new TextEncoder().encode('docx'));
  await stores.circulars.saveCircular({
    id: 'k1',
    programme: 'pingliang-2020',
    period: '2022Q4',
    kind: 'quarterly',
    title: '通报',
    sample: true,
    assessment: null,
    createdAt: '2023-01-20T08:00:00.000Z',
    files: [{ format: 'docx', name: '第四季度通报.docx', sha256: file, size: 4 }],
    ...unnumbered,
  });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs,
    programmes: [programme],
    log: (error) => logged.push(error),
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

describe('the API', () => {
  it('is alive and ready, and says that it shows a sample', async () => {
    expect((await get('health/live')).json).toEqual({ status: 'ok' });
    expect((await get('health/ready')).json).toEqual({ status: 'ok' });
    expect((await get('installation')).json).toMatchObject({ sample: true });
  });

  it('gives programmes, periods, overview, scorecards, findings and tasks', async () => {
    expect((await get('programmes')).json).toMatchObject([{ id: 'pingliang-2020', total: '100', requirements: 0 }]);
    expect((await get('programmes/pingliang-2020')).json).toMatchObject({ rubric: { title: '细则' } });
    expect((await get('periods?programme=pingliang-2020')).json).toMatchObject([
      { period: '2022Q3', title: '2022年第三季度', sample: true },
      { period: '2022Q4', title: '2022年第四季度' },
    ]);
    expect((await get(`overview?${scope}`)).json).toMatchObject({
      summary: { units: 1, findings: 1 },
      previous: { period: '2022Q3' },
      ranking: [{ name: '云岭县财政局', score: '9.5', previousScore: '9.5' }],
      rates: [{ indicator: 'published-in-time', measured: 9, of: 10 }],
      trend: [{ period: '2022Q3' }, { period: '2022Q4' }],
    });
    // What is seen first, and the rows behind it, are the whole in two parts.
    const parts = [await get(`overview/figures?${scope}`), await get(`overview/units?${scope}`)];
    expect(Object.assign({}, ...parts.map(({ json }) => json))).toEqual((await get(`overview?${scope}`)).json);
    expect(parts[0]?.json).not.toHaveProperty('heat');
    expect((await get('organisations')).json).toMatchObject([{ id: unit.id, name: unit.name, site: home }]);
    expect((await get(`scorecards?${scope}`)).json).toMatchObject([{ organisation: unit.id, rank: 1 }]);
    const detail = (await get(`scorecards/${unit.id}?${scope}`)).json;
    expect(detail).toMatchObject({
      scorecard: { period: '2022Q4', tree: { children: [{ children: [{ findings: [late.id] }] }] } },
      findings: [{ id: late.id, state: 'open', points: '0.5' }],
      previous: { period: '2022Q3', score: '9.5' },
      history: [{ period: '2022Q3' }, { period: '2022Q4' }],
    });
    expect((await get(`findings?${scope}&kind=fail&limit=1`)).json).toMatchObject({
      total: 1,
      rows: [{ id: late.id }],
    });
    expect((await get(`findings?${scope}&state=fixed`)).json).toEqual({ total: 0, rows: [] });
    expect((await get(`findings/${late.id}`)).json).toMatchObject({ period: '2022Q4' });
    expect((await get(`tasks?${scope}`)).json).toMatchObject([{ task: 'T1', state: 'notMeasured' }]);
  });

  it('gives ledgers, of all units or one', async () => {
    expect((await get(`documents?${scope}`)).json).toMatchObject([
      {
        organisation: unit.name,
        title: '关于调整预算的通知',
        workdaysTaken: 21,
        timeliness: 'late',
        deadline: '2022-09-30',
      },
    ]);
    expect((await get(`documents?${scope}&organisation=none`)).json).toEqual([]);
    const columns = (await get(`columns?${scope}&organisation=${unit.id}`)).json as { key: string }[];
    expect(columns.map(({ key }) => key)).toContain('guide');
    for (const ledger of ['interpretations', 'annual-reports', 'catalogue'])
      expect((await get(`${ledger}?${scope}`)).json).toEqual([]);
    expect((await get('documents?programme=none&period=2022Q4')).status).toBe(404);
  });

  it('gives the newest round with the meaning of every outcome', async () => {
    expect((await get('rounds/latest')).json).toMatchObject({
      round: { source: 'live', finishedAt: '2023-01-01T00:00:00.000Z' },
      sites: [
        {
          url: home,
          organisations: [{ name: unit.name }],
          outcomes: expect.arrayContaining([
            {
              outcome: 'notFound',
              pages: 1,
              title: '页面不存在',
              meaning: expect.any(String),
              action: expect.any(String),
            },
          ]) as unknown,
        },
      ],
    });
  });

  it('gives hosts with how they are doing, what was set for them and allowed', async () => {
    const { hosts } = database.stores;
    const by = { author: '甲科', reason: '来函', createdAt: '2026-03-01T00:00:00.000Z' };
    await hosts.addRule('czj.yunling.example', { hours: [[1320, 360]], ...by });
    await hosts.addPermission({ host: 'czj.yunling.example', path: '/zwgk/', until: '2026-12-31', ...by });
    await hosts.addRule('a.example', { intervalMs: 900, ...by });
    expect((await get('hosts?words=YUNLING')).json).toMatchObject({
      total: 1,
      hosts: [{ host: 'czj.yunling.example', hours: '22:00-06:00', intervalMs: null, trouble: null, askedAt: null }],
      rules: [{ host: 'czj.yunling.example', hours: '22:00-06:00', author: '甲科' }],
      permissions: [{ path: '/zwgk/', until: '2026-12-31', withdrawn: null }],
    });
    expect((await get('hosts?offset=1&limit=1')).json).toMatchObject({
      total: 2,
      hosts: [{ host: 'czj.yunling.example' }],
      rules: [{ host: 'czj.yunling.example' }],
    });
    expect((await get('hosts?limit=0')).status).toBe(400);
  });

  it('gives captures, pages that can run nothing, and the bytes as a download', async () => {
    expect((await get(`captures/${shot}`)).json).toMatchObject({
      explanation: { title: '正常' },
      pageUrl: `/api/v1/captures/${shot}/page`,
    });
    const page = await get(`captures/${shot}/page?mark=${encodeURIComponent('发布日期：2022-10-08')}`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:/,
    );
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-frame-options')).toBeNull();
    expect(page.body).toContain('<p><mark id="mark">发布日期：2022-10-08</mark></p>');
    expect(page.body).not.toMatch(/<script|onerror|<img/);
    const seen = await get(`captures/${shot}/screenshot`);
    expect([seen.headers.get('content-type'), seen.body]).toEqual(['image/webp', 'RIFF….WEBP']);
    expect((await get(`captures/${unseen}`)).json).toMatchObject({ screenshotUrl: null });
    expect((await get(`captures/${unseen}/screenshot`)).status).toBe(404);
    const raw = await get(`captures/${shot}/raw`);
    expect(raw.headers.get('content-type')).toBe('application/octet-stream');
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(raw.body).toContain('<script>alert(1)</script>');
  });

  it('hands out circulars', async () => {
    expect((await get('circulars?programme=pingliang-2020')).json).toMatchObject([{ id: 'k1' }]);
    const file = await get('circulars/k1/file?format=docx');
    expect(file.body).toBe('docx');
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('第四季度通报.docx'));
    expect((await get('circulars/k1/file?format=pdf')).status).toBe(404);
  });

  it.each([
    ['overview', 400, 'programme：缺少或重复；period：缺少或重复'],
    ['overview?programme=a&programme=b&period=2022', 400, 'programme：缺少或重复'],
    ['overview?programme=pingliang-2020&period=1999', 404, '方案“pingliang-2020”在 1999 还没有评估'],
    ['overview/figures?programme=pingliang-2020&period=1999', 404, '方案“pingliang-2020”在 1999 还没有评估'],
    ['overview/units?programme=pingliang-2020&period=1999', 404, '方案“pingliang-2020”在 1999 还没有评估'],
    ['programmes/none', 404, '没有名为“none”的方案'],
    ['findings?programme=a&period=b&limit=999999', 400, 'limit：应不大于 500'],
    ['findings?programme=a&period=b&state=x', 400, 'state：应为 new、open、fixed、recurred'],
    ['captures/none', 404, '没有这个取证快照'],
    ['captures/list-1', 404, '这项依据不是网页，是2023-01-01导入的文件“认定.csv”'],
    ["captures/'%20or%201=1", 404, '没有这个取证快照'],
    ['captures/%00', 400, '参数：含有不可用的字符'],
    [`captures/${'x'.repeat(2000)}`, 404, '没有找到所请求的内容。'],
    ['nothing', 404, '没有找到所请求的内容。'],
    ['%E0%A4%A', 400, '请求的地址有误。'],
  ])('answers %s with %i and one Chinese line', async (path, status, message) => {
    const answer = await get(path);
    expect(answer.json).toEqual({ message });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('describes itself, and guards its own pages', async () => {
    const description = (await ask('/api/docs/openapi.json')).json as { paths: Record<string, unknown> };
    expect(Object.keys(description.paths)).toContain('/api/v1/overview');
    const docs = await ask('/api/docs');
    expect(docs.status).toBe(200);
    expect(docs.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(docs.headers.get('x-frame-options')).toBe('DENY');
    expect(docs.body).not.toMatch(/<script(?![^>]*src=)/);
  });

  it.runIf(existsSync('dashboards/dist/index.html'))('serves the dashboards at every address of theirs', async () => {
    for (const path of ['/', '/scorecards/some-unit']) {
      const page = await ask(path);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
    expect((await ask('/assets/none.js')).status).toBe(404);
    expect((await ask('/..%2fpackage.json')).body).not.toContain('"name"');
  });

  it('refuses other methods and never tells what broke inside', async () => {
    const post = await fetch(`${server.url}/api/v1/overview`, { method: 'POST', body: '{' });
    expect(post.status).toBe(404);
    expect(await post.json()).toEqual({ message: '没有找到所请求的内容。' });
    await database.dataSource.query('alter table organisation rename to hidden');
    const broken = await get('organisations');
    await database.dataSource.query('alter table hidden rename to organisation');
    expect(broken.status).toBe(500);
    expect(broken.json).toEqual({ message: '服务出错，已记录。' });
    expect(logged).toHaveLength(1);
  });

  it('says in one line that its port is taken', async () => {
    const port = Number(new URL(server.url).port);
    const second = startServer({
      settings: { HOST: '127.0.0.1', PORT: port },
      dataSource: database.dataSource,
      blobs: new MemoryBlobStore(),
      programmes: [],
    });
    await expect(second).rejects.toThrow(/^网页服务：无法在 127\.0\.0\.1:\d+ 上监听（EADDRINUSE）/);
    expect((await get('health/ready')).status).toBe(200);
  });
});
