import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#access';
import { parsePeriod } from '#calendar';
import { MemoryBlobStore } from '#evidence';
import { findProgramme, pendingAppeals } from '#operations';
import type { Programme } from '#programmes';
import { findingSays } from '#scoring';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { appealWord } from '../../libs/operations/appeal-word.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';
import { period, programme, settleTwoDepartments, type TwoDepartments } from './support/two-departments.js';

let database: TemporaryDatabase;
let server: RunningServer;
let place: TwoDepartments;
let plan: Programme;
/** The result was published on 10 January 2023; ten working days later it is the 29th, a Sunday worked for the Spring Festival. */
let now = new Date('2023-01-29T08:00:00Z');
const people = {} as Record<'own' | 'colleague' | 'other' | 'reviewer' | 'second' | 'assessor' | 'leader', SignedIn>;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  place = await settleTwoDepartments(database.stores, blobs);
  plan = await findProgramme(programme);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs,
    programmes: [plan],
    now: () => now,
  });
  const person = (role: Role, unit: string | null = null) => signedIn(database.stores, { role, unit });
  people.own = await person('department', place.own.unit.id);
  people.colleague = await person('department', place.own.unit.id);
  people.other = await person('department', place.other.unit.id);
  people.reviewer = await person('reviewer');
  people.second = await person('reviewer');
  people.assessor = await person('assessor', place.own.unit.id);
  people.leader = await person('leader');
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

beforeEach(async () => {
  now = new Date('2023-01-29T08:00:00Z');
  await database.dataSource.query(`delete from appeal`);
});

type Answer = { status: number; json: Record<string, unknown> & { message?: string } };

async function ask(who: SignedIn, method: string, path: string, sent?: unknown): Promise<Answer> {
  const answer = await who.fetch(`${server.url}/api/v1/${path}`, {
    method,
    ...(sent === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
  });
  return { status: answer.status, json: (await answer.json()) as Answer['json'] };
}

const request = (more: object = {}) => ({
  ...{ id: randomUUID(), organisation: place.own.unit.id, programme, period, kind: 'appeal' },
  ...{
    findings: [place.own.finding],
    reason: '该文件当日已上网，见所附页面。',
    links: ['https://czj.yunling.example/a.html'],
  },
  ...more,
});

async function sent(more: object = {}): Promise<string> {
  const { status, json } = await ask(people.own, 'POST', 'appeals', request(more));
  expect([status, json.message]).toEqual([201, undefined]);
  return String(json.id);
}

const decide = (who: SignedIn, id: string, decision: string, more: object = {}) =>
  ask(who, 'POST', `appeals/${id}/decision`, { decision, reason: '经核，属实。', ...more });

describe('an answer to a finding', () => {
  it('is taken to the last day of the window, which is shown, and refused with that day afterwards', async () => {
    const scope = `programme=${programme}&period=${period}&organisation=${place.own.unit.id}`;
    expect((await ask(people.own, 'GET', `appeals/windows?${scope}`)).json).toEqual([
      { finding: place.own.finding, lastDay: '2023-01-29', daysLeft: 0, isOpen: true, appeal: null },
    ]);
    const id = await sent();
    expect((await ask(people.own, 'GET', `appeals/windows?${scope}`)).json).toMatchObject([
      { appeal: { id, kind: 'appeal', state: 'sent' } },
    ]);
    now = new Date('2023-01-29T16:00:00Z');
    const late = await ask(people.own, 'POST', 'appeals', request());
    expect(late).toMatchObject({ status: 400, json: { message: expect.stringContaining('2023-01-29') } });
    expect((await ask(people.own, 'GET', `appeals/windows?${scope}`)).json).toMatchObject([{ isOpen: false }]);
  });

  it('is one, however often it is sent, and one at a time a finding', async () => {
    const asked = request();
    const [first, again] = await Promise.all([1, 2].map(() => ask(people.own, 'POST', 'appeals', asked)));
    expect([first!.status, again!.status]).toEqual([201, 201]);
    expect(again!.json).toMatchObject({ id: asked.id, state: 'sent', lastDay: '2023-01-29', decideBy: '2023-02-10' });
    const second = await ask(people.colleague, 'POST', 'appeals', request({ kind: 'appeal' }));
    expect(second).toMatchObject({ status: 409, json: { message: expect.stringContaining('2023-01-29 16:00') } });
    const stolen = await ask(people.colleague, 'POST', 'appeals', asked);
    expect(stolen.status).toBe(400);
    expect((await ask(people.own, 'GET', 'appeals')).json).toMatchObject({ total: 1 });
  });

  it.each([
    [{ findings: [] }, '选了 0 个'],
    [{ findings: ['nothing'] }, '已不在这一期的问题中'],
    [{ reason: '  ' }, '理由：没有填写'],
    [{ links: ['javascript:alert(1)'] }, '不是网址'],
    [{ kind: 'statement' }, '起始日期'],
    [{ kind: 'exemption', from: '2022-12-01', until: '2022-11-01' }, '早于起始日期'],
    [{ kind: 'exemption', from: '2022-12-01', until: '2026-12-01' }, '两年'],
    [{ id: 'one' }, 'UUID'],
    [{ files: ['upload-1'] }, '没有为本单位上传过'],
    [{ files: ['nothing'] }, '没有为本单位上传过'],
  ])('is refused where it is not what is asked for: %o', async (more, message) => {
    const answer = await ask(people.own, 'POST', 'appeals', request(more));
    expect(answer).toMatchObject({ status: 400, json: { message: expect.stringContaining(message) } });
  });

  it('is nobody’s for another unit, and seen by the own unit and the office alone', async () => {
    const id = await sent({ files: [place.own.upload] });
    const foreign = await ask(people.other, 'POST', 'appeals', request());
    expect(foreign.status).toBe(404);
    // The finding of another unit is none of one's own.
    expect((await ask(people.own, 'POST', 'appeals', request({ findings: [place.other.finding] }))).status).toBe(400);
    expect((await ask(people.other, 'GET', `appeals/${id}`)).status).toBe(404);
    expect((await ask(people.other, 'GET', 'appeals')).json).toMatchObject({ total: 0 });
    expect((await ask(people.colleague, 'GET', `appeals/${id}`)).json).toMatchObject({ may: ['withdraw'] });
    expect((await ask(people.leader, 'GET', `appeals/${id}`)).json).toMatchObject({ may: [] });
    expect((await ask(people.leader, 'POST', 'appeals', request())).status).toBe(403);
    const shown = (await ask(people.reviewer, 'GET', `appeals/${id}`)).json;
    expect(shown).toMatchObject({
      ...{ may: ['accept', 'partly', 'refuse'], organisationName: '云岭县财政局', kindTitle: '申诉' },
      files: [{ id: place.own.upload, name: expect.stringContaining('.pdf'), size: 30 }],
      findings: [{ id: place.own.finding, points: expect.any(String), evidence: { capture: place.own.capture } }],
    });
    expect(JSON.stringify(shown)).not.toContain(people.own.account.id);
  });
});

describe('an answer to many findings in one go', () => {
  const many = (more: object = {}) =>
    request({ findings: [place.own.finding, 'gone', place.other.finding], partly: true, ...more });

  it('goes without those that cannot be answered, each told with why', async () => {
    const asked = many();
    expect(await ask(people.own, 'POST', 'appeals', { ...asked, partly: false })).toMatchObject({ status: 400 });
    const answer = await ask(people.own, 'POST', 'appeals', asked);
    const left = ['gone', place.other.finding].map((finding) => ({
      ...{ finding, message: '', why: '已不在这一期的问题中，可能已重新评分' },
    }));
    expect(answer).toMatchObject({ status: 201, json: { findings: [{ id: place.own.finding }], left } });
    const again = await ask(people.own, 'POST', 'appeals', asked);
    expect(again.json).toMatchObject({ id: asked.id, left: [{ finding: 'gone' }, { finding: place.other.finding }] });
    expect((await ask(people.own, 'GET', 'appeals')).json).toMatchObject({ total: 1 });
  });

  it('is none where none can be answered, with a line for each', async () => {
    await sent();
    const waiting = await ask(people.colleague, 'POST', 'appeals', many());
    expect(waiting).toMatchObject({ status: 400 });
    expect(waiting.json.message).toContain('2023-01-29 16:00 提交申诉，正在办理');
    expect(waiting.json.message).toContain('已不在这一期的问题中');
    await database.dataSource.query(`delete from appeal`);
    now = new Date('2023-01-29T16:00:00Z');
    const late = await ask(people.own, 'POST', 'appeals', many());
    expect(late).toMatchObject({ status: 400, json: { message: expect.stringContaining('最后一日是 2023-01-29') } });
    expect((await ask(people.own, 'GET', 'appeals')).json).toMatchObject({ total: 0 });
  });
});

describe('a decision', () => {
  it('is taken once, by somebody of another unit, and both sides see who, when and why', async () => {
    const id = await sent();
    expect(await decide(people.own, id, 'accept')).toMatchObject({ status: 403 });
    expect(await decide(people.assessor, id, 'accept')).toMatchObject({
      ...{ status: 400, json: { message: expect.stringContaining('其他单位') } },
    });
    const both = await Promise.all([
      decide(people.reviewer, id, 'accept'),
      decide(people.second, id, 'refuse', { reason: '页面不能证明。' }),
    ]);
    const winner = both.find(({ status }) => status === 200)!;
    const loser = both.find(({ status }) => status === 409)!;
    expect(loser.json.message).toMatch(/某甲已于 2023-01-29 16:00 办理：(采纳（经核|不采纳（页面不能)/);
    const seen = (await ask(people.own, 'GET', `appeals/${id}`)).json;
    expect(seen).toMatchObject({ state: winner.json.state, may: [], steps: [{ author: '某甲' }] });
    expect((await ask(people.own, 'POST', `appeals/${id}/withdrawal`, { reason: '' })).status).toBe(409);
  });

  it('can be taken back and taken again, and every step stays', async () => {
    const id = await sent();
    await decide(people.reviewer, id, 'refuse');
    const reopened = await ask(people.second, 'POST', `appeals/${id}/reopening`, { reason: '补来了材料。' });
    expect(reopened).toMatchObject({ status: 200, json: { state: 'sent' } });
    await decide(people.second, id, 'accept');
    const { json } = await ask(people.own, 'GET', `appeals/${id}`);
    expect(json).toMatchObject({
      state: 'accepted',
      steps: [
        { deed: 'refuse', title: '不采纳', findings: [] },
        { deed: 'reopen', reason: '补来了材料。' },
        { deed: 'accept', findings: [place.own.finding] },
      ],
    });
    const trail = await database.stores.audit.entries({ what: 'appeals.' });
    expect(trail.rows.slice(0, 4).map(({ sentence }) => sentence.split('：')[0])).toEqual([
      '办理申诉或说明',
      '撤销对申诉或说明的决定',
      '办理申诉或说明',
      '提交申诉或说明',
    ]);
  });

  it('comes no more to what was taken back, which may be sent anew', async () => {
    const id = await sent();
    expect((await ask(people.reviewer, 'POST', `appeals/${id}/withdrawal`, { reason: '' })).status).toBe(403);
    expect(await ask(people.colleague, 'POST', `appeals/${id}/withdrawal`, { reason: '' })).toMatchObject({
      ...{ status: 200, json: { state: 'withdrawn' } },
    });
    expect((await decide(people.reviewer, id, 'accept')).status).toBe(409);
    await sent();
    const listed = (await ask(people.reviewer, 'GET', 'appeals')).json;
    expect(listed).toMatchObject({ total: 2, rows: [{ state: 'sent' }, { state: 'withdrawn' }] });
    expect((await ask(people.reviewer, 'GET', 'appeals?state=withdrawn')).json).toMatchObject({ total: 1 });
  });
});

describe('what scoring takes of it', () => {
  const units = () => [place.own.unit, place.other.unit];
  const word = (until: string | null, of = period) =>
    appealWord(database.stores, { programme: plan, period: parsePeriod(of), units: units() }, until);

  it('is what was accepted by then, for the findings and the time for which it was', async () => {
    const id = await sent({ kind: 'exemption', from: '2022-10-01', until: '2023-06-30' });
    expect((await word(null)).excuses).toEqual([]);
    now = new Date('2023-01-29T09:00:00Z');
    await decide(people.reviewer, id, 'partly', { until: '2022-12-31', reason: '年底前无人任职。' });
    const excuse = {
      ...{ kind: 'exemption', organisation: place.own.unit.id, indicator: 'published-in-time' },
      ...{ subject: `${place.own.unit.site}late.html`, on: '2022-10-01', until: '2022-12-31' },
      ...{ by: '某甲', why: '年底前无人任职。' },
    };
    const after = await word(null);
    expect(after).toEqual({ excuses: [excuse], verdicts: [], files: new Map([[place.own.unit.id, [`${id}#1`]]]) });
    expect(await word('2023-01-29T08:59:59.000Z')).toEqual({ excuses: [], verdicts: [], files: new Map() });
    expect((await word(null, '2023Q1')).excuses).toEqual([]);
    now = new Date('2023-01-29T10:00:00Z');
    await ask(people.reviewer, 'POST', `appeals/${id}/reopening`, { reason: '写错了日期。' });
    expect((await word(null)).excuses).toEqual([]);
    expect(await word('2023-01-29T09:30:00.000Z')).toEqual(after);
    await decide(people.reviewer, id, 'accept');
    expect([...(await word(null)).files.values()]).toEqual([[`${id}#3`]]);
  });

  it('is of an appeal a finding less, in its own period and while the finding says the same', async () => {
    const id = await sent();
    const head = (await database.stores.assessments.head({ programme, period, sample: false }))!;
    expect(await pendingAppeals(database.stores, head)).toBe(0);
    await decide(people.reviewer, id, 'accept');
    expect(await pendingAppeals(database.stores, head)).toBe(1);
    const row = (await database.stores.assessments.finding(place.own.finding, { programme, period }))!;
    const verdict = {
      ...{ id: `${id}#1 ${row.id}`, organisation: place.own.unit.id, programme, period, finding: row.id },
      ...{ indicator: row.indicator, verdict: 'dismissed', reason: '经核，属实。', by: '某甲', on: '2023-01-29' },
      ...{ source: 'appeal', said: findingSays(row) },
    };
    expect(await word(null)).toEqual({
      ...{ excuses: [], verdicts: [verdict], files: new Map([[place.own.unit.id, [`${id}#1`]]]) },
    });
    expect((await word(null, '2023Q1')).verdicts).toEqual([]);
    await ask(people.second, 'POST', `appeals/${id}/reopening`, { reason: '再核。' });
    expect((await word(null)).verdicts).toEqual([]);
    expect(await pendingAppeals(database.stores, head)).toBe(0);
  });
});
