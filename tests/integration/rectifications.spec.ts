import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#access';
import { siteId, type OrganisationRow } from '#database';
import { MemoryBlobStore } from '#evidence';
import type { DocumentFact } from '#facts';
import {
  beginDueRechecks,
  findProgramme,
  periodOfRecheck,
  rechecksByWorkers,
  takeOwnPeriodLooks,
  type House,
  type Rechecks,
} from '#operations';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { assessment, capture, emptyFacts, finding, organisation, scorecard } from './support/invented.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const programme = 'pingliang-2020';
const period = '2022Q4';
const finance = organisation('云岭县财政局', { sample: false, site: 'https://czj.yunling.example/' });
const education = organisation('云岭县教育局', { sample: false, site: 'https://jyj.yunling.example/' });
const indicator = 'published-in-time';
const [late, stale] = ['late', 'stale'].map((page) =>
  finding(finance, indicator, `${finance.site}${page}.html`, 'fail'),
);
const doubt = finding(finance, indicator, `${finance.site}doubt.html`, 'review');

const documentOf = (url: string): DocumentFact => ({
  ...{ url, kind: 'document', title: '关于调整预算的通知', documentNumber: '云财发〔2022〕9号', indexNumber: null },
  issuedOn: { on: '2022-11-01', source: 'metadata', words: '2022-11-01' },
  publishedOn: { on: '2022-11-04', source: 'tag', words: '2022-11-04' },
  ...{ publishedOnOthers: [], issuer: finance.name, validity: null, columnKey: 'policy', columnName: '政策文件' },
  ...{ attachments: [], capture: 'page' },
});

let database: TemporaryDatabase;
let server: RunningServer;
let now = new Date('2023-01-12T02:00:00Z');
let rounds = 0;
const begun: string[] = [];
const people = {} as Record<'assessor' | 'own' | 'other' | 'leader', SignedIn>;

/** A round that began at an instant, and what the result on it says of the first unit. */
async function result(
  startedAt: string,
  asOf: string,
  of: string,
  findings: (typeof doubt)[],
  how: 'carried' | null = null,
): Promise<void> {
  rounds += 1;
  const { stores } = database;
  const { id: round } = await stores.rounds.openRound({ source: `round ${rounds}`, sample: false, startedAt });
  const site = siteId(finance.site!);
  const seen = findings.map((one) => {
    const page = capture(round, site, one.subject, how ? { revisit: { of: 'earlier', how } } : {});
    return { page, found: { ...one, evidence: { ...one.evidence, capture: page.id } } };
  });
  await stores.evidence
    .crawlSink(round, site, () => Promise.reject(new Error('nothing is restored here')))
    .checkpoint({ captures: seen.map(({ page }) => ({ capture: page, unrendered: false })), added: [] });
  await stores.rounds.finishRound(round, startedAt);
  const fails = seen.filter(({ found }) => found.kind === 'fail').length;
  const said = {
    indicator,
    outcome: fails > 0 ? ('fail' as const) : ('pass' as const),
    max: '10',
    points: `${10 - fails}`,
  };
  const card = scorecard(finance, of, asOf, [
    { ...said, measured: 10 - fails, of: 10, findings: seen.map((one) => one.found) },
  ]);
  const { scorecards, tasks, ...opening } = assessment(round, of, asOf, [card]);
  await stores.assessments.write(opening, { publish: true }, async (draft) => {
    await draft.add(scorecards.map((one) => ({ card: one, pins: [] })));
    await draft.addEvidence([{ organisation: finance.id, site, round }]);
    await draft.rank(scorecards);
    await draft.addTasks(tasks);
  });
}

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await database.stores.organisations.importOrganisations([finance, education]);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme(programme)],
    now: () => now,
    rechecks: {
      begin: (unit: OrganisationRow, about) => {
        begun.push(`${unit.name} ${about.programme} ${periodOfRecheck(about.period, now)}`);
        return Promise.resolve({ round: 'r' });
      },
    },
  });
  const person = (role: Role, unit: string | null = null) => signedIn(database.stores, { role, unit });
  people.assessor = await person('assessor');
  people.own = await person('department', finance.id);
  people.other = await person('department', education.id);
  people.leader = await person('leader');
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

beforeEach(async () => {
  now = new Date('2023-01-12T02:00:00Z');
  begun.length = 0;
  for (const table of ['rectification_notice', 'appeal', 'assessment', 'capture'])
    await database.dataSource.query(`delete from ${table}`);
  await result('2023-01-08T00:00:00Z', '2023-01-10', period, [late!, stale!, doubt]);
});

type Json = Record<string, unknown> & { message?: string };

async function ask(
  who: SignedIn,
  method: string,
  path: string,
  sent?: unknown,
): Promise<{ status: number; json: Json }> {
  const answer = await who.fetch(`${server.url}/api/v1/${path}`, {
    method,
    ...(sent === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
  });
  return { status: answer.status, json: (await answer.json()) as Json };
}

const request = (more: object = {}) => ({
  ...{ id: randomUUID(), organisation: finance.id, programme, period, findings: [late!.id, stale!.id] },
  ...{ demand: '请逐项整改。', workdays: 5, ...more },
});

async function issued(more: object = {}): Promise<string> {
  const { status, json } = await ask(people.assessor, 'POST', 'rectifications', request(more));
  expect([status, json.message]).toEqual([201, undefined]);
  return String(json.id);
}

const seen = async (id: string, who = people.own) => (await ask(who, 'GET', `rectifications/${id}`)).json;
const mends = async (id: string) =>
  ((await seen(id)).findings as { id: string; mend: string }[]).map((one) => [
    one.id === late!.id ? 'late' : 'stale',
    one.mend,
  ]);

describe('a notice', () => {
  it('names findings and a day in working days, and is seen by its unit', async () => {
    const id = await issued();
    // 13, 16, 17, 18 and 19 January.
    expect(await seen(id)).toMatchObject({
      ...{
        state: 'open',
        dueOn: '2023-01-19',
        daysLeft: 5,
        level: 0,
        may: ['answer', 'request'],
        organisationName: finance.name,
      },
      counts: { notMeasured: 2, mended: 0 },
      findings: [{ mend: 'notMeasured', seenIn: null }, { mend: 'notMeasured' }],
    });
    expect(await seen(id, people.assessor)).toMatchObject({ may: ['recheck', 'withdraw'] });
    expect(await seen(id, people.leader)).toMatchObject({ may: [] });
    expect((await ask(people.other, 'GET', `rectifications/${id}`)).status).toBe(404);
    expect((await ask(people.other, 'GET', 'rectifications')).json).toMatchObject({ total: 0, units: [] });
    expect((await ask(people.own, 'POST', 'rectifications', request())).status).toBe(403);
  });

  it.each([
    [{ findings: [doubt.id] }, 400, '待核查的疑点'],
    [{ findings: ['none'] }, 400, '已不在这一期'],
    [{ demand: '' }, 400, '整改要求：没有填写'],
    [{ dueOn: '2023-01-12' }, 400, '不晚于今天'],
    [{ workdays: 0 }, 400, '应不小于 1'],
    [{ organisation: education.id }, 400, '已不在这一期'],
  ])('is refused where it is not what is asked for: %o', async (more, status, message) => {
    expect(await ask(people.assessor, 'POST', 'rectifications', request(more))).toMatchObject({
      ...{ status, json: { message: expect.stringContaining(message) } },
    });
  });

  it('is one, however often it is sent, and one a finding', async () => {
    const asked = request();
    const both = await Promise.all([1, 2].map(() => ask(people.assessor, 'POST', 'rectifications', asked)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const second = await ask(people.assessor, 'POST', 'rectifications', request({ findings: [stale!.id] }));
    expect(second).toMatchObject({ status: 409, json: { message: expect.stringContaining('期限 2023-01-19') } });
    await ask(people.assessor, 'POST', `rectifications/${asked.id}/withdrawal`, {
      id: randomUUID(),
      reason: '发错了。',
    });
    expect((await ask(people.assessor, 'POST', 'rectifications', request())).status).toBe(201);
    expect((await ask(people.assessor, 'GET', 'rectifications')).json).toMatchObject({
      ...{ total: 2, units: [{ organisation: finance.id, notices: 1, overdue: 0 }] },
    });
  });
});

describe('whether a finding was mended', () => {
  it('is settled by what was seen after the notice, and by nothing else', async () => {
    const id = await issued();
    // Scored again on what was seen before: nobody looked since.
    await result('2023-01-08T12:00:00Z', '2023-01-13', period, [late!, stale!]);
    expect(await mends(id)).toEqual([
      ['late', 'notMeasured'],
      ['stale', 'notMeasured'],
    ]);
    // A round in which the pages were carried along.
    await result('2023-01-14T00:00:00Z', '2023-01-14', period, [late!, stale!], 'carried');
    expect(await mends(id)).toEqual([
      ['late', 'notMeasured'],
      ['stale', 'notMeasured'],
    ]);
    await result('2023-01-15T00:00:00Z', '2023-01-15', '2023Q1', [stale!]);
    expect(await mends(id)).toEqual([
      ['late', 'mended'],
      ['stale', 'notMended'],
    ]);
    expect((await seen(id)).findings).toMatchObject([{ seenIn: { period: '2023Q1', asOf: '2023-01-15' } }, {}]);
    await result('2023-01-16T00:00:00Z', '2023-01-16', '2023Q1', []);
    expect(await seen(id)).toMatchObject({ state: 'done', daysLeft: null, counts: { mended: 2 }, may: [] });
    await result('2023-01-17T00:00:00Z', '2023-01-17', '2023Q1', [late!]);
    expect(await seen(id)).toMatchObject({ state: 'open', counts: { mended: 1, recurred: 1 } });
  });

  it('is told by its own period too, judged on what was seen later: results of this quarter do not speak of its documents', async () => {
    const id = await issued();
    now = new Date('2023-01-20T02:00:00Z');
    const books = { ...database.stores, blobs: new MemoryBlobStore(), clock: { now: () => now } };
    expect(await takeOwnPeriodLooks(books)).toEqual([]);
    // Of two pages one was read, and shows that the document was in time; nothing is known of the other.
    const { stores } = database;
    const site = siteId(finance.site!);
    const { id: round } = await stores.rounds.openRound({
      source: 'later',
      sample: false,
      startedAt: '2023-01-19T00:00:00Z',
    });
    const state = {
      state: 'done' as const,
      pages: 1,
      outcomes: { ok: 1 },
      unrendered: 0,
      seconds: 1,
      ended: 'complete' as const,
    };
    await stores.rounds.setSiteState({ round, site, ...state, note: null });
    await stores.facts.saveSiteFacts(round, site, { ...emptyFacts, documents: [documentOf(late!.subject)] });
    await stores.rounds.finishRound(round, '2023-01-19T01:00:00Z');

    await database.dataSource.query(`update assessment set programme = 'a-file-that-is-gone'`);
    expect(await takeOwnPeriodLooks(books)).toEqual([]);
    await database.dataSource.query(`update assessment set programme = $1`, [programme]);
    expect(await takeOwnPeriodLooks(books)).toEqual([finance.name]);
    expect(await takeOwnPeriodLooks(books)).toEqual([]);
    expect(await mends(id)).toEqual([
      ['late', 'mended'],
      ['stale', 'notMeasured'],
    ]);
    expect((await seen(id)).findings).toMatchObject([{ seenIn: { period, asOf: '2023-01-19' } }, { seenIn: null }]);
    // What this quarter's result says on the same round comes after.
    await result('2023-01-19T00:00:00Z', '2023-01-20', '2023Q1', [late!]);
    expect((await mends(id))[0]).toEqual(['late', 'recurred']);
  });

  it('is not asked any more of what an appeal was accepted for', async () => {
    const id = await issued();
    const appeal = { id: randomUUID(), organisation: finance.id, programme, period, kind: 'appeal' };
    await ask(people.own, 'POST', 'appeals', { ...appeal, findings: [late!.id], reason: '已上网。' });
    expect(await mends(id)).toEqual([
      ['late', 'notMeasured'],
      ['stale', 'notMeasured'],
    ]);
    await ask(people.assessor, 'POST', `appeals/${appeal.id}/decision`, { decision: 'accept', reason: '属实。' });
    expect(await mends(id)).toEqual([
      ['late', 'upheld'],
      ['stale', 'notMeasured'],
    ]);
    await ask(people.assessor, 'POST', `appeals/${appeal.id}/reopening`, { reason: '再核。' });
    expect(await mends(id)).toEqual([
      ['late', 'notMeasured'],
      ['stale', 'notMeasured'],
    ]);
  });
});

describe('an appeal about several findings', () => {
  it('leaves out what is under way, and says who began it', async () => {
    const about = { organisation: finance.id, programme, period, kind: 'appeal', reason: '已上网。' };
    await ask(people.own, 'POST', 'appeals', { ...about, id: randomUUID(), findings: [late!.id] });
    const both = { ...about, id: randomUUID(), findings: [late!.id, stale!.id, doubt.id], partly: true };
    expect(await ask(people.own, 'POST', 'appeals', both)).toMatchObject({
      status: 201,
      json: {
        findings: [{ id: stale!.id }, { id: doubt.id }],
        left: [{ finding: late!.id, message: late!.message, why: expect.stringContaining('提交申诉，正在办理') }],
      },
    });
  });
});

describe('a day that passes', () => {
  it('makes a notice overdue by levels, but not one that was answered in time and waits for a look', async () => {
    const silent = await issued({ findings: [late!.id] });
    const answered = await issued({ findings: [stale!.id] });
    const words = { id: randomUUID(), words: '已补发。' };
    expect((await ask(people.own, 'POST', `rectifications/${answered}/answers`, words)).status).toBe(201);
    expect((await ask(people.own, 'POST', `rectifications/${answered}/answers`, words)).json.steps).toHaveLength(1);
    now = new Date('2023-01-20T02:00:00Z');
    expect(await seen(silent)).toMatchObject({ state: 'overdue', daysOver: 1, level: 1, levelTitle: '提醒' });
    expect(await seen(answered)).toMatchObject({ state: 'awaiting', level: 0 });
    now = new Date('2023-02-10T02:00:00Z');
    expect(await seen(silent)).toMatchObject({ daysOver: 13, level: 3, levelTitle: '约谈' });
    expect((await ask(people.leader, 'GET', 'rectifications')).json).toMatchObject({
      units: [{ notices: 2, overdue: 1, level: 3 }],
      rows: [{ id: silent, state: 'overdue' }, { id: answered }],
    });
    expect((await ask(people.assessor, 'POST', `rectifications/${silent}/answers`, words)).status).toBe(403);
  });
});

describe('another look', () => {
  it('asks for the site again into the running period, once in a while', async () => {
    const id = await issued();
    const asked = { id: randomUUID() };
    expect((await ask(people.assessor, 'POST', `rectifications/${id}/recheck`, asked)).status).toBe(202);
    expect((await ask(people.assessor, 'POST', `rectifications/${id}/recheck`, asked)).status).toBe(202);
    expect(begun).toEqual([`${finance.name} ${programme} 2023Q1`]);
    const again = await ask(people.assessor, 'POST', `rectifications/${id}/recheck`, { id: randomUUID() });
    expect(again).toMatchObject({
      status: 409,
      json: { message: expect.stringContaining('已于 2023-01-12 10:00 安排复测') },
    });
    expect((await ask(people.own, 'POST', `rectifications/${id}/recheck`, { id: randomUUID() })).status).toBe(403);
    expect(await seen(id)).toMatchObject({ steps: [{ kind: 'recheck', author: '某甲' }] });
  });
});

describe('a look that nobody asks for', () => {
  const dayAfter = new Date('2023-01-19T16:01:00Z');
  const rechecks: Rechecks = {
    begin: (unit, about) => {
      begun.push(`${unit.name} ${about.programme}`);
      return Promise.resolve({ round: null });
    },
  };
  const books = () => ({ ...database.stores, clock: { now: () => now } });
  const look = (settled?: Set<string>) =>
    beginDueRechecks(books(), { real: rechecks, sample: null, ...(settled ? { settled } : {}) });

  it('is begun once when the day has passed, by one of many processes, for all notices of the unit', async () => {
    const one = await issued({ findings: [late!.id] });
    const two = await issued({ findings: [stale!.id] });
    expect(await seen(one)).toMatchObject({
      ...{ recheckOn: '2023-01-20', recheckWords: '到期未完成的，自 2023-01-20 起自动复测' },
    });
    // The last minute of the day until which it is to be mended.
    now = new Date('2023-01-19T15:59:00Z');
    expect(await look()).toEqual([]);
    now = dayAfter;
    const settled = new Set<string>();
    const all = await Promise.all([look(settled), look(settled), look()]);
    expect(all.flat()).toMatchObject([{ unit: finance.name, notices: 2 }]);
    expect(await look(settled)).toEqual([]);
    expect(begun).toEqual([`${finance.name} ${programme}`]);
    for (const id of [one, two])
      expect(await seen(id)).toMatchObject({
        steps: [{ kind: 'recheck', author: '自动复测', words: `重新采集 ${finance.site}，完成后评分` }],
        recheckWords: '已自动复测 1 次，尚未测得；2023-01-21 再自动复测（至多 5 次）',
      });
  });

  it('is settled by what was seen then; what could not be seen is looked at again on later days, some times', async () => {
    const id = await issued();
    now = dayAfter;
    await look();
    // The pages could not be reached: they were carried along.
    await result('2023-01-19T16:02:00Z', '2023-01-20', '2023Q1', [late!, stale!], 'carried');
    expect(await mends(id)).toEqual([
      ['late', 'notMeasured'],
      ['stale', 'notMeasured'],
    ]);
    for (const day of [20, 21, 22, 23, 24, 25]) {
      now = new Date(`2023-01-${day}T20:00:00Z`);
      await look();
      await look();
    }
    expect(begun).toHaveLength(5);
    expect(await seen(id)).toMatchObject({
      ...{ recheckOn: null, recheckWords: '自动复测 5 次都未能测得，请查看网站情况后再安排复测' },
    });
    await result('2023-01-26T02:00:00Z', '2023-01-26', '2023Q1', [stale!]);
    expect(await seen(id)).toMatchObject({
      ...{ state: 'overdue', recheckWords: '到期后已复测，结果见各问题', counts: { mended: 1, notMended: 1 } },
    });
    expect(await look()).toEqual([]);
  });

  it('does not come where all was mended before, or the notice was withdrawn', async () => {
    const [mended, withdrawn] = [await issued({ findings: [late!.id] }), await issued({ findings: [stale!.id] })];
    await result('2023-01-15T00:00:00Z', '2023-01-15', '2023Q1', [stale!]);
    await ask(people.assessor, 'POST', `rectifications/${withdrawn}/withdrawal`, {
      id: randomUUID(),
      reason: '发错。',
    });
    now = dayAfter;
    expect(await look()).toEqual([]);
    expect(await seen(mended)).toMatchObject({ state: 'done', recheckOn: null, recheckWords: '' });
  });

  it('waits for the round that looks already, and begins none of a site that is not there', async () => {
    const id = await issued();
    const sent: unknown[] = [];
    const house = books() as unknown as House;
    const jobs = { send: (...job: unknown[]) => Promise.resolve(void sent.push(job)) };
    const real = rechecksByWorkers(house, () => Promise.resolve(jobs as never));
    now = dayAfter;
    expect(await beginDueRechecks(house, { real, sample: null })).toHaveLength(1);
    const { round } = (await database.stores.rectifications.notice(id))!.steps[0]!;
    expect(sent).toEqual([['crawl-site', expect.objectContaining({ round }), expect.anything()]]);
    expect((await database.stores.rounds.sharedRound(round!))!.followUp).toEqual({ programme, period: '2023Q1' });
    now = new Date('2023-01-20T20:00:00Z');
    expect(await beginDueRechecks(house, { real, sample: null })).toEqual([]);
    await database.stores.rounds.finishRound(round!, now.toISOString());
    await database.dataSource.query(`update organisation set site = null where id = $1`, [finance.id]);
    expect(await beginDueRechecks(house, { real, sample: null })).toMatchObject([
      { words: '该单位没有网站，无从采集' },
    ]);
    await database.stores.organisations.importOrganisations([finance]);
  });

  it('is undone, and due again, where it could not be begun', async () => {
    await issued();
    now = dayAfter;
    const broken = { begin: () => Promise.reject(new Error('the queue is away')) };
    await expect(beginDueRechecks(books(), { real: broken, sample: null })).rejects.toThrow('away');
    expect(await look()).toHaveLength(1);
  });

  it('comes when the unit asks for it, once a day', async () => {
    const id = await issued();
    const path = `rectifications/${id}/recheck-requests`;
    const asked = { id: randomUUID() };
    for (let time = 0; time < 2; time += 1)
      expect((await ask(people.own, 'POST', path, asked)).json).toMatchObject({
        may: ['answer'],
        recheckOn: '2023-01-12',
      });
    expect(await ask(people.own, 'POST', path, { id: randomUUID() })).toMatchObject({
      ...{ status: 409, json: { message: expect.stringContaining('已于 2023-01-12 10:00 请求') } },
    });
    for (const who of [people.other, people.assessor])
      expect([403, 404]).toContain((await ask(who, 'POST', path, { id: randomUUID() })).status);
    now = new Date('2023-01-12T02:01:00Z');
    expect(await look()).toHaveLength(1);
    expect(await look()).toEqual([]);
    expect((await seen(id)).steps).toMatchObject([{ kind: 'request', words: '已整改，请复测。' }, { kind: 'recheck' }]);
    expect(await ask(people.own, 'POST', path, { id: randomUUID() })).toMatchObject({
      ...{ status: 409, json: { message: expect.stringContaining('每天至多一次') } },
    });
    now = new Date('2023-01-13T02:00:00Z');
    expect((await ask(people.own, 'POST', path, { id: randomUUID(), words: '又改了一处。' })).status).toBe(201);
  });
});

describe('on paper', () => {
  const bytesOf = async (who: SignedIn, path: string) => {
    const answer = await who.fetch(`${server.url}/api/v1/${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    return Buffer.from(await answer.arrayBuffer());
  };
  const wordsOf = async (docx: Buffer) => {
    const xml = await (await JSZip.loadAsync(docx)).file('word/document.xml')!.async('string');
    return xml.replace(/<[^>]+>/g, '');
  };

  it('is a letter with its findings, and a list a row a finding in which nothing runs', async () => {
    const id = await issued({ demand: '=1+1\n请逐项整改。' });
    const letter = await wordsOf(await bytesOf(people.own, `rectifications/${id}/letter.docx`));
    for (const words of [
      '关于限期整改政务公开问题的通知',
      `${finance.name}：`,
      '2023年1月19日前',
      '请逐项整改。',
      late!.message,
    ])
      expect(letter).toContain(words);
    const book = new ExcelJS.Workbook();
    const bytes = await bytesOf(people.assessor, `rectifications/list.xlsx?programme=${programme}`);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows = book.worksheets[0]!.getRows(3, 2)!.map((row) => (row.values as unknown[]).slice(1));
    expect(rows.map((row) => [row[0], row[5], row[6], row[9]])).toEqual([
      [finance.name, '2023-01-19', '整改中', '尚未复测'],
      [finance.name, '2023-01-19', '整改中', '尚未复测'],
    ]);
  });

  it('reminds a unit of what presses it, and says nothing to one of whom there is nothing to say', async () => {
    await issued();
    now = new Date('2023-01-20T02:00:00Z');
    const scope = `programme=${programme}&period=${period}`;
    const { json } = await ask(people.assessor, 'GET', `work-reminders?${scope}`);
    expect(json).toEqual([
      {
        ...{ organisation: finance.id, organisationName: finance.name, day: '2023-01-20' },
        sections: [
          {
            kind: 'overdue',
            title: '已逾期',
            lines: ['整改期限 2023-01-19 的通知还有 2 个问题未整改，逾期 1 个工作日（提醒）'],
          },
          { kind: 'windows', title: '可申诉或说明', lines: ['3 个问题可申诉或说明，最后一日是 2023-01-29'] },
          { kind: 'open', title: '尚未整改', lines: ['共 3 个问题，合计扣 2 分；其中 1 个待核查、不扣分'] },
        ],
      },
    ]);
    expect((await ask(people.other, 'GET', `work-reminders?${scope}`)).json).toEqual([]);
    const letter = await wordsOf(
      await bytesOf(people.own, `work-reminders/letter.docx?${scope}&organisation=${finance.id}`),
    );
    for (const words of [
      '政务公开工作提示',
      '一、已逾期',
      '整改期限2023年1月19日的通知还有2个问题未整改，逾期1个工作日',
    ])
      expect(letter).toContain(words);
    const none = await ask(people.other, 'GET', `work-reminders/letter.docx?${scope}&organisation=${education.id}`);
    expect(none).toMatchObject({ status: 404, json: { message: '该单位目前没有可提示的' } });
  });
});
