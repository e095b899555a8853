import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationRow } from '#database';
import { MemoryBlobStore } from '#evidence';
import { readFile } from '#files';
import { findProgramme } from '#operations';
import type { DispatchSheetDto } from '../../apps/server/dto/dispatch.dto.js';
import type { SaidTaskWordsDto, TaskStateDto, UnitTaskDto, UnitTasksPageDto } from '../../apps/server/dto/task.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { programme, publishTasks, room, units } from './support/settled-tasks.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const { task } = room;
const [civil, school, justice, trade] = units;
const now = new Date('2026-07-08T02:00:00.000Z');

let database: TemporaryDatabase;
let server: RunningServer;
let assessor: SignedIn;
let reviewer: SignedIn;
let department: SignedIn;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await database.stores.organisations.importOrganisations(units);
  await publishTasks(database.stores, { period: '2026H1', asOf: '2026-06-30', tasks: [room] });
  await publishTasks(database.stores, { period: '2026Q3', asOf: '2026-07-07', tasks: [room] });
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme(programme)],
    now: () => now,
  });
  assessor = await signedIn(database.stores, { role: 'assessor' });
  reviewer = await signedIn(database.stores, { role: 'reviewer' });
  department = await signedIn(database.stores, { role: 'department', unit: civil.id });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

const get = async <Answer>(by: SignedIn, path: string, period = '2026Q3') =>
  (await (await by.fetch(`${server.url}/api/v1/${path}programme=${programme}&period=${period}`)).json()) as Answer;
const taskOf = async (by: SignedIn, unit: OrganisationRow, period?: string): Promise<UnitTaskDto> => {
  const { units: found } = await get<UnitTasksPageDto>(by, `tasks/units?organisation=${unit.id}&`, period);
  return found[0]!.tasks[0]!;
};
const whole = async (period?: string) => (await get<TaskStateDto[]>(assessor, 'tasks?', period))[0]!;

interface Said {
  verdict: string;
  units: { organisation: string; seen: string | null; files: string[] }[];
  doneOn?: string | null;
  reason?: string;
  deed?: string;
}
async function say(
  by: SignedIn,
  { doneOn = null, reason = '现场查验', deed = randomUUID(), ...sent }: Said,
  more = {},
) {
  const asked = { deed, programme, period: '2026Q3', task, doneOn, reason, links: [], ...sent, ...more };
  const headers = { 'content-type': 'application/json' };
  const answer = await by.fetch(`${server.url}/api/v1/tasks/words`, {
    ...{ method: 'POST', headers, body: JSON.stringify(asked) },
  });
  return { status: answer.status, json: (await answer.json()) as SaidTaskWordsDto & { message: string } };
}
const about = ({ id }: OrganisationRow, seen: string | null = null, files: string[] = []) => ({
  ...{ organisation: id, seen, files },
});

describe('tasks that people confirm', () => {
  it('lead to the material that they ask for, with its state', async () => {
    expect((await taskOf(department, civil)).materials).toMatchObject([{ requirement: 'PL-09', state: 'none' }]);
    const key = { organisation: civil.id, programme, period: '2026Q3', requirement: 'PL-09' };
    await database.stores.materials.send(
      { id: 'm1', ...key, answers: {}, sentBy: 'a', sender: '某乙', sentAt: '2026-07-02T00:00:00.000Z' },
      () => undefined,
    );
    expect((await taskOf(assessor, civil)).materials).toMatchObject([{ requirement: 'PL-09', state: 'sent' }]);
  });

  it('are confirmed by those who may, of units other than their own', async () => {
    const sent = { verdict: 'done', doneOn: '2026-06-18', units: [about(civil)] };
    expect((await say(department, sent)).status).toBe(403);
    const ofUnit = await signedIn(database.stores, { role: 'assessor', unit: civil.id });
    const own = await say(ofUnit, sent);
    expect([own.status, own.json.message]).toEqual([400, expect.stringContaining('本单位的任务不能由本单位认定')]);
    const foreign = await say(ofUnit, { ...sent, units: [about(school)] });
    expect(foreign.status).toBe(400);
    expect(foreign.json.message).not.toContain(school.name);
  });

  it.each([
    ['no reason', { reason: ' ' }, '理由'],
    ['no day', { doneOn: null }, '完成日期'],
    ['a day to come', { doneOn: '2026-07-09' }, '2026-07-08 或以前'],
    ['no unit', { units: [] }, '没有选单位'],
    ['what is no address', { links: ['www'] }, '佐证网址'],
    ['a file that was not handed in for the unit', { units: [about(civil, null, ['none'])] }, '先上传'],
    ['a task that there is not', { task: 'PLT-99' }, '没有这项任务'],
  ])('refuses %s, and keeps nothing', async (_, wrong, words) => {
    const sent = { verdict: 'done', doneOn: '2026-06-18', units: [about(civil)] };
    const answer = await say(assessor, sent, wrong);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.json.message).toContain(words);
    expect((await taskOf(assessor, civil)).words).toEqual([]);
  });

  it('count by the word where nothing was measured, and keep what was measured beside it', async () => {
    const file = await database.stores.uploads.add({
      ...{ id: 'photo', organisation: civil.id, sha256: 'a'.repeat(64), name: '专区照片.pdf', kind: 'pdf', size: 9 },
      ...{ uploadedBy: assessor.account.id, uploader: '某甲', uploadedAt: '2026-07-08T01:00:00.000Z' },
    });
    const deed = randomUUID();
    const sent = { deed, verdict: 'done', doneOn: '2026-06-18', units: [about(civil, null, [file.id])] };
    expect((await say(assessor, sent)).json).toEqual({ said: [civil.id], left: [] });
    expect((await say(assessor, sent)).json).toEqual({ said: [civil.id], left: [] });
    const shown = await taskOf(department, civil);
    expect(shown).toMatchObject({
      ...{ state: 'onTime', on: '2026-06-18', worth: 'counts', measured: { state: 'notMeasured' } },
      words: [{ verdict: 'done', reason: '现场查验', files: [{ id: 'photo', name: '专区照片.pdf' }] }],
    });
    expect(shown.reason).toContain('系统未能核实');
    expect(shown.reason).toContain('认定完成（2026-06-18完成），理由：现场查验');
    expect((await whole()).counts).toEqual({ onTime: 1, notMeasured: 1, overdue: 1 });
    const { whole: progress } = await get<{ whole: object }>(assessor, 'tasks/board?');
    expect(progress).toMatchObject({ all: 3, due: 3, done: 1, unknown: 1, share: '0.5' });
    const leaders = await get<{ units: { organisation: string }[] }>(assessor, 'leader?');
    expect(leaders.units.find(({ organisation }) => organisation === civil.id)).toMatchObject({
      done: 1,
      notMeasured: 0,
    });
    const removal = await assessor.fetch(`${server.url}/api/v1/uploads/photo`, { method: 'DELETE' });
    expect([removal.status, await removal.text()]).toEqual([400, expect.stringContaining('已用作任务认定的佐证')]);
    // An older result takes a completion up to its day; what is stored stays as it was measured.
    expect((await taskOf(assessor, civil, '2026H1')).state).toBe('onTime');
    const head = (await database.stores.assessments.head({ programme, period: '2026Q3', sample: false }))!;
    expect((await database.stores.tasks.tasksOf(head.id))[0]?.counts).toEqual({ notMeasured: 2, overdue: 1 });
  });

  it('take back a word by a further line, the second of two told who was faster', async () => {
    const { standing } = await taskOf(assessor, civil);
    const back = { verdict: 'withdrawn', reason: '看错了单位', units: [about(civil, standing)] };
    expect((await say(reviewer, { verdict: 'notDone', units: [about(civil)] })).status).toBe(409);
    expect((await say(reviewer, back)).status).toBe(201);
    const second = await say(assessor, back);
    expect([second.status, second.json.message]).toEqual([
      409,
      expect.stringMatching(/某甲已于 .*撤回认定（看错了单位）/),
    ]);
    const shown = await taskOf(assessor, civil);
    expect(shown).toMatchObject({ state: 'notMeasured', standing: null, worth: null });
    expect(shown.words.map(({ verdict }) => verdict)).toEqual(['withdrawn', 'done']);
    expect((await say(assessor, { ...back, units: [about(civil)] })).json.message).toContain('没有可撤回的认定');
  });

  it('are said of many units in one go, each that cannot be is told', async () => {
    const both = [about(civil), about(school, 'an older one'), about(justice), about(trade)];
    const { status, json } = await say(assessor, { verdict: 'done', doneOn: '2026-07-02', units: both });
    expect(status).toBe(201);
    expect(json.said).toEqual([civil.id, justice.id]);
    expect(json.left.map(({ organisation, why }) => [organisation, why])).toEqual([
      [school.id, '认定已有变化，请刷新后再办'],
      [trade.id, '这个单位不承担这项任务'],
    ]);
    expect(await taskOf(assessor, civil)).toMatchObject({ state: 'late', worth: 'counts' });
    // The site lacks it: that stays, and both are told.
    const disputed = await taskOf(assessor, justice);
    expect(disputed).toMatchObject({ state: 'overdue', worth: 'disputed', measured: { state: 'overdue' } });
    expect(disputed.reason).toContain('与系统测得不一致，按系统测得计入');
    // It was done after the day that the older result judges.
    expect(await taskOf(assessor, civil, '2026H1')).toMatchObject({ state: 'notMeasured', worth: 'waits' });
  });

  it('are found by the state that counts, and one that does not concern a unit is in no figure', async () => {
    expect((await say(reviewer, { verdict: 'notApplicable', units: [about(school)] })).status).toBe(201);
    const namesOf = async (state: string) =>
      (await get<UnitTasksPageDto>(assessor, `tasks/units?state=${state}&task=${task}&`)).units.map(({ name }) => name);
    expect(await namesOf('notApplicable')).toEqual([school.name]);
    expect(await namesOf('late')).toEqual([civil.name]);
    expect(await namesOf('notMeasured')).toEqual([]);
    expect((await whole()).counts).toEqual({ late: 1, overdue: 1 });
    const { units: found } = await get<UnitTasksPageDto>(assessor, `tasks/units?organisation=${school.id}&`);
    expect(found[0]?.progress).toMatchObject({ all: 0, due: 0 });
  });

  it('stand on the sheet of the week in which they were said, and on no sheet before it', async () => {
    const sheet = async (week: string) =>
      (await (
        await assessor.fetch(`${server.url}/api/v1/dispatch?programme=${programme}&week=${week}`)
      ).json()) as DispatchSheetDto;
    const statesOf = ({ stages }: DispatchSheetDto) =>
      Object.fromEntries(
        stages.flatMap(({ rows }) => rows.flatMap((row) => row.units.map(({ name, state }) => [name, state]))),
      );
    const current = await sheet('2026-W28');
    expect(current).toMatchObject({
      asOf: '2026-07-07',
      counts: { late: 1, overdue: 1, confirmed: 2, disputed: 1, changed: 2 },
    });
    expect(statesOf(current)).toEqual({
      [civil.name]: 'late',
      [school.name]: 'notApplicable',
      [justice.name]: 'overdue',
    });
    expect(statesOf(await sheet('2026-W27'))).toMatchObject({ [civil.name]: 'notMeasured' });
    const fileOf = async (kind: string) =>
      (
        await assessor.fetch(`${server.url}/api/v1/dispatch/sheet.${kind}?programme=${programme}&week=2026-W28`)
      ).arrayBuffer();
    const letter = JSON.stringify(await readFile(new Uint8Array(await fileOf('docx'))));
    for (const words of ['经人工认定2项，另有1项认定与系统测得不一致', '逾期完成（认定）', '不适用（认定）'])
      expect(letter).toContain(words);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await fileOf('xlsx'));
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain('认定完成（2026-07-02完成）');
  });

  it('come as a workbook, a department’s with its own unit alone', async () => {
    const told = async (by: SignedIn) => {
      const path = `tasks/units.xlsx?programme=${programme}&period=2026Q3`;
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await (await by.fetch(`${server.url}/api/v1/${path}`)).arrayBuffer());
      return JSON.stringify(book.worksheets[0]?.getSheetValues());
    };
    const all = await told(assessor);
    for (const words of [civil.name, '逾期完成（认定）', '未能核实', '不适用（认定）', '现场查验', '与系统测得不一致'])
      expect(all).toContain(words);
    const own = await told(department);
    expect(own).toContain(civil.name);
    expect(own).not.toContain(justice.name);
    expect((await get<UnitTasksPageDto>(department, 'tasks/units?')).units.map(({ name }) => name)).toEqual([
      civil.name,
    ]);
  });

  it('leave a line of the trail for each deed', async () => {
    const admin = await signedIn(database.stores);
    const answer = await admin.fetch(`${server.url}/api/v1/audit?limit=50`);
    const text = JSON.stringify(await answer.json());
    expect(text).toContain('认定任务：云岭市民政局、云岭市司法局，开设政务公开专区，完成');
    expect(text).toContain('开设政务公开专区，撤回认定');
  });
});
