import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentHead } from '#database';
import { MemoryBlobStore } from '#evidence';
import { findProgramme } from '#operations';
import type {
  PublicMethodDto,
  PublicPageDto,
  PublicPageStateDto,
  PublicRankingDto,
  PublicUnitDto,
  RemarkDto,
  ShownRemarkDto,
} from '../../apps/server/dto/public.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { issueOn, programme, scorePeriod, secretWords, units } from './support/public-results.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const [finance, school, formula] = units;
const period = '2026Q2';
const scope = `programme=${programme}&period=${period}`;

let database: TemporaryDatabase;
let server: RunningServer;
let admin: SignedIn;
let assessor: SignedIn;
let department: SignedIn;
let head: AssessmentHead;
let now = new Date('2026-07-20T02:00:00.000Z');
/** By which sessions and limits run. */
let moment = new Date(now);

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const { stores } = database;
  await stores.organisations.importOrganisations([...units]);
  await scorePeriod(stores, { period: '2026Q1', asOf: '2026-03-31', points: [5, 8, 2] });
  head = await scorePeriod(stores, { period, asOf: '2026-06-30', points: [9, 7, 3] });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme(programme)],
    now: () => now,
    accessNow: () => moment,
  });
  admin = await signedIn(stores, { now });
  assessor = await signedIn(stores, { role: 'assessor', now });
  department = await signedIn(stores, { role: 'department', unit: finance!.id, now });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

const open = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${server.url}/api/v1/${path}`, init);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const read = async <Answer>(path: string) => JSON.parse((await open(path)).text) as Answer;
const json = (sent: unknown): RequestInit => ({
  ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) },
});
const send = async (by: SignedIn, path: string, sent: unknown) => {
  const answer = await by.fetch(`${server.url}/api/v1/${path}`, json(sent));
  return { status: answer.status, text: await answer.text() };
};
const state = async () =>
  (await (await admin.fetch(`${server.url}/api/v1/public-page?programme=${programme}`)).json()) as PublicPageStateDto;
const turn = async (by: SignedIn, isOpen: boolean, more = {}) =>
  send(by, 'public-page/words', {
    ...{ id: randomUUID(), isOpen, office: '云岭县人民政府办公室', licence: '注明来源即可使用' },
    ...{ reason: '县政府常务会议定', seen: (await state()).word?.id ?? null, ...more },
  });
const release = async (by: SignedIn, of: string, isReleased = true, more = {}) => {
  const seen = (await state()).periods.find((one) => one.period === of)?.seen ?? null;
  const sent = { id: randomUUID(), programme, period: of, isReleased, reason: '已印发通报', seen, ...more };
  return send(by, 'public-page/releases', sent);
};
const remark = (more = {}, headers = {}) => {
  const sent = {
    id: randomUUID(),
    organisation: finance!.id,
    kind: 'missing',
    words: '找不到今年的预算',
    contact: null,
  };
  const { headers: usual, ...init } = json({ ...sent, trap: '', ...more });
  return open('public/remarks', { ...init, headers: { ...(usual as object), ...headers } });
};
const remarksOf = async (by: SignedIn) =>
  (await (await by.fetch(`${server.url}/api/v1/remarks`)).json()) as RemarkDto[];

const addresses = [
  ...['public', `public/ranking?${scope}`, `public/units/${finance!.id}?${scope}`, `public/method?${scope}`],
  ...[`public/data.xlsx?${scope}`, `public/data.csv?${scope}`, `public/data.json?${scope}`, 'public/remarks'],
];

describe('the public page', () => {
  it('is not there until somebody switches it on, whoever asks and however', async () => {
    for (const path of addresses) {
      expect([path, (await open(path)).status]).toEqual([path, 404]);
      expect([path, (await admin.fetch(`${server.url}/api/v1/${path}`)).status]).toEqual([path, 404]);
      expect([path, (await open(path, { headers: { authorization: 'Bearer mj_none' } })).status]).toEqual([path, 404]);
    }
    for (const more of [{}, { words: '' }, { unknown: 1 }]) expect((await remark(more)).status).toBe(404);
    expect((await remark({}, { origin: 'https://elsewhere.example' })).status).toBe(404);
    expect((await fetch(`${server.url}/public/units/x`)).status).toBe(404);
    expect(await database.stores.remarks.remarks({ sample: false })).toEqual([]);
  });

  it('is switched on by an administrator alone, with a reason, and of two the second is told', async () => {
    for (const by of [assessor, department]) expect((await turn(by, true)).status).toBe(403);
    for (const more of [{ reason: ' ' }, { office: '' }, { licence: '' }, { office: '长'.repeat(61) }]) {
      const refused = await turn(admin, true, more);
      expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('可接受：一至')]);
    }
    expect((await open('public')).status).toBe(404);
    expect((await turn(admin, true)).status).toBe(204);
    const late = await turn(admin, true, { seen: null });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('某甲已于')]);
    expect(await read<PublicPageDto>('public')).toEqual({
      ...{ sample: false, office: '云岭县人民政府办公室', licence: '注明来源即可使用', results: [], programmes: [] },
    });
    const { rows } = await database.stores.audit.entries({ what: 'publicPage.switch' });
    expect(rows[0]).toMatchObject({ who: admin.account.name, sentence: expect.stringContaining('县政府常务会议定') });
  });

  it('shows a result only after its circular was issued and the office released it', async () => {
    expect((await open(`public/ranking?${scope}`)).status).toBe(404);
    expect((await release(department, period)).status).toBe(403);
    const early = await release(assessor, period);
    expect([early.status, early.text]).toEqual([400, expect.stringContaining('还没有通报')]);
    await issueOn(database.stores, head);
    const say = (word: 'revoked' | 'restored', at: string) =>
      database.stores.circulars.say(
        `circular of ${head.assessedAt}`,
        { id: word, word, reason: '有误', account: 'somebody', author: '某甲', at },
        () => undefined,
      );
    await say('revoked', '2026-07-20T01:00:00.000Z');
    expect((await release(assessor, period)).text).toContain('还没有通报');
    await say('restored', '2026-07-20T02:00:00.000Z');
    expect((await release(assessor, period, true, { reason: '' })).status).toBe(400);
    expect((await release(assessor, period)).status).toBe(204);
    expect((await release(assessor, period, true, { seen: null })).status).toBe(409);
    const { result, previous, standings } = await read<PublicRankingDto>(`public/ranking?${scope}`);
    expect(result).toMatchObject({ title: '2026年第二季度', asOf: '2026-06-30', releasedOn: '2026-07-20' });
    expect(standings.map(({ name, score, rank }) => [name, score, rank])).toEqual([
      [finance!.name, '14', 1],
      [school!.name, '12', 2],
      [formula!.name, '8', 3],
    ]);
    // The quarter before is no public matter, so nothing is told against it.
    expect([previous, standings[0]?.previousRank]).toEqual([null, null]);
    expect((await open(`public/ranking?programme=${programme}&period=2026Q1`)).status).toBe(404);
  });

  it('names nothing that was found or is in doubt, in any of its answers', async () => {
    for (const path of addresses.filter((one) => !one.includes('xlsx'))) {
      const { status, text } = await open(path);
      expect([path, status]).toEqual([path, 200]);
      for (const words of secretWords) expect([path, text.includes(words)]).toEqual([path, false]);
    }
    const { items } = await read<PublicUnitDto>(`public/units/${finance!.id}?${scope}`);
    expect(items.map(({ title, points }) => [title, points])).toEqual([
      ['published-in-time 项', '9'],
      ['columns-complete 项', null],
    ]);
    expect((await open(`public/units/none?${scope}`)).status).toBe(404);
  });

  it('tells how it was scored and how to appeal', async () => {
    const method = await read<PublicMethodDto>(`public/method?${scope}`);
    expect(method).toMatchObject({ appealWorkdays: 10, decideWorkdays: 10, rubric: { total: '100' } });
    expect(method.indicators.length).toBeGreaterThan(10);
    for (const one of method.indicators) expect(one.measures && one.blindSpots && one.basis.length > 0).toBeTruthy();
  });

  it('gives the data with their terms, and no cell that a program would run', async () => {
    const csv = (await open(`public/data.csv?${scope}`)).text;
    expect(csv).toContain(
      `3,'=云岭县“公式”局,部门,县,8,良好,0.93,,2026年第二季度,2026-06-30,2026-07-20,云岭县人民政府办公室,注明来源即可使用`,
    );
    expect((await open(`public/data.csv?${scope}&table=items`)).text).toContain('主动公开,columns-complete 项,10,10,,');
    expect((await open(`public/data.csv?${scope}&table=all`)).status).toBe(400);
    const { about, units: rows } = await read<{ about: object; units: { name: string; items: object[] }[] }>(
      `public/data.json?${scope}`,
    );
    expect(about).toMatchObject({ licence: '注明来源即可使用', releasedOn: '2026-07-20', period });
    expect(rows.map(({ name, items }) => [name, items.length])).toEqual(units.map(({ name }) => [name, 2]));
    const answer = await fetch(`${server.url}/api/v1/public/data.xlsx?${scope}`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual(['单位得分', '各项得分', '说明']);
    expect(book.worksheets[0]?.getCell('B4').value).toBe('=云岭县“公式”局');
    expect(book.worksheets[2]?.getCell('B7').value).toBe('注明来源即可使用');
  });

  it('stays as it was released when the period is scored again, until it is released again', async () => {
    const again = await scorePeriod(database.stores, {
      ...{ period, asOf: '2026-06-30', assessedOn: '2026-07-21', points: [1, 7, 3] },
    });
    const first = async () => (await read<PublicRankingDto>(`public/ranking?${scope}`)).standings[0];
    expect(await first()).toMatchObject({ name: finance!.name, score: '14' });
    expect((await state()).periods[0]).toMatchObject({ circular: null, released: { isSuperseded: true } });
    expect((await release(assessor, period)).text).toContain('还没有通报');
    await issueOn(database.stores, again);
    now = new Date('2026-07-22T02:00:00.000Z');
    expect((await release(assessor, period)).status).toBe(204);
    expect(await first()).toMatchObject({ name: school!.name, score: '12' });
    const before = (await database.stores.assessments.head({ programme, period: '2026Q1', sample: false }))!;
    await issueOn(database.stores, before);
    expect((await release(assessor, '2026Q1')).status).toBe(204);
    expect(await read<PublicRankingDto>(`public/ranking?${scope}`)).toMatchObject({
      previous: { period: '2026Q1' },
      standings: [{ name: school!.name, previousRank: 1, previousScore: '13' }, {}, {}],
    });
    expect((await read<PublicUnitDto>(`public/units/${school!.id}?${scope}`)).places).toHaveLength(2);
    expect((await release(assessor, '2026Q1', false)).status).toBe(204);
    expect((await release(assessor, '2026Q1', false)).text).toContain('没有公开，不必撤下');
    expect((await read<PublicUnitDto>(`public/units/${school!.id}?${scope}`)).places).toHaveLength(1);
  });
});

describe('what the public says', () => {
  const hostile = '<img src=x onerror=alert(1)> =cmd|"/c calc"!A1';

  it.each([
    ['too few words', { words: '  短  ' }, 400, '5 至 1000 字'],
    ['too many words', { words: '长'.repeat(1001) }, 400, '5 至 1000 字'],
    ['a contact without end', { contact: '长'.repeat(101) }, 400, '至多 100 字'],
    ['another kind', { kind: 'spam' }, 400, '应为'],
    ['a unit that is not public', { organisation: 'none' }, 404, '没有这个单位'],
    ['a field that nobody offered', { account: 'x' }, 400, '不认识的字段'],
  ])('is refused with %s, and nothing is kept', async (_, more, status, words) => {
    const answer = await remark(more);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(words)]);
    expect(await remarksOf(admin)).toEqual([]);
  });

  it('is taken as plain text, once however often it is sent, and what only a program fills in is dropped', async () => {
    const id = randomUUID();
    for (let time = 0; time < 2; time += 1)
      expect((await remark({ id, words: hostile, contact: ' 某电话 ' })).status).toBe(204);
    expect((await remark({ trap: 'https://spam.example' })).status).toBe(204);
    expect(await remarksOf(admin)).toMatchObject([
      { id, name: finance!.name, words: hostile, contact: '某电话', state: 'waiting', steps: [] },
    ]);
    const { rows } = await database.stores.audit.entries({ what: 'public.remark' });
    expect(rows[0]).toMatchObject({ who: '公众', address: null, agent: null });
    expect(JSON.stringify(rows)).not.toContain('某电话');
  });

  it('is seen by the unit without the contact, and by no other unit', async () => {
    expect(await remarksOf(department)).toMatchObject([{ words: hostile, contact: null }]);
    const other = await signedIn(database.stores, { role: 'department', unit: school!.id, now: moment });
    expect(await remarksOf(other)).toEqual([]);
    const [{ id } = { id: '' }] = await remarksOf(admin);
    const answer = { id: randomUUID(), words: '已补上', seen: 0 };
    expect((await send(other, `remarks/${id}/answers`, answer)).status).toBe(404);
  });

  it('is answered by the unit, made public by the office alone, and taken off by another answer', async () => {
    const [{ id } = { id: '' }] = await remarksOf(admin);
    const shown = () => read<ShownRemarkDto[]>('public/remarks');
    const act = (by: SignedIn, what: 'answers' | 'steps', sent: object) =>
      send(by, `remarks/${id}/${what}`, { id: randomUUID(), words: '', ...sent });
    expect(await shown()).toEqual([]);
    expect((await act(assessor, 'steps', { step: 'shown', seen: 0 })).text).toContain('先答复，再公开');
    expect((await act(department, 'answers', { seen: 0 })).status).toBe(400);
    expect((await act(department, 'answers', { words: '已在预算栏目补上', seen: 0 })).status).toBe(200);
    const late = await act(assessor, 'steps', { step: 'dismissed', words: '无关', seen: 0 });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('已于')]);
    expect((await act(department, 'steps', { step: 'shown', seen: 1 })).status).toBe(403);
    expect((await act(assessor, 'steps', { step: 'shown', seen: 1 })).status).toBe(200);
    expect(await shown()).toMatchObject([{ words: hostile, answer: '已在预算栏目补上', name: finance!.name }]);
    expect((await open('public/remarks')).text).not.toMatch(/某甲|某电话/);
    expect(await read<ShownRemarkDto[]>(`public/remarks?organisation=${school!.id}`)).toEqual([]);
    expect((await act(department, 'answers', { words: '又改了', seen: 2 })).status).toBe(200);
    expect(await shown()).toEqual([]);
  });

  it('is taken ten times an hour from one address', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 12; time += 1) statuses.push((await remark()).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await remark()).text).toContain('分钟后再试；所写的没有提交');
    moment = new Date(moment.getTime() + 61 * 60_000);
    expect((await remark()).status).toBe(204);
  });

  it('is held without its contact after half a year', async () => {
    now = new Date(now.getTime() + 181 * 86_400_000);
    admin = await signedIn(database.stores, { now: moment });
    expect((await remarksOf(admin)).filter(({ contact }) => contact !== null)).toEqual([]);
    const stored = await database.stores.remarks.remarks({ sample: false });
    expect(stored.every(({ contact }) => contact === null)).toBe(true);
  });
});

describe('switched off', () => {
  it('the page is gone at once, and what was said of it stays', async () => {
    expect((await open('public')).status).toBe(200);
    expect((await turn(admin, false, { reason: '暂停公开' })).status).toBe(204);
    for (const path of addresses) expect([path, (await open(path)).status]).toEqual([path, 404]);
    expect((await remark()).status).toBe(404);
    expect((await turn(admin, false)).text).toContain('没有开启，不必关闭');
    expect((await state()).words.map(({ isOpen, reason }) => [isOpen, reason])).toEqual([
      [false, '暂停公开'],
      [true, '县政府常务会议定'],
    ]);
    expect((await remarksOf(admin)).length).toBeGreaterThan(0);
  });
});
