import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { readFile } from '#files';
import { findProgramme } from '#operations';
import type { DispatchSheetDto } from '../../apps/server/dto/dispatch.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';
import { programme, settleTwoDepartments, type TwoDepartments } from './support/two-departments.js';

let database: TemporaryDatabase;
let server: RunningServer;
let place: TwoDepartments;
let office: SignedIn;
let department: SignedIn;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const blobs = new MemoryBlobStore();
  place = await settleTwoDepartments(database.stores, blobs);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs,
    programmes: [await findProgramme(programme)],
  });
  office = await signedIn(database.stores, { role: 'assessor' });
  department = await signedIn(database.stores, { role: 'department', unit: place.own.unit.id });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

const ask = (by: SignedIn, path: string, init: RequestInit = {}) =>
  by.fetch(`${server.url}/api/v1/dispatch${path}`, init);
const sheet = async (by: SignedIn, week = '') =>
  (await (await ask(by, `?programme=${programme}${week}`)).json()) as DispatchSheetDto;
const write = async (by: SignedIn, sent: object) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await ask(by, '/remarks', { method: 'POST', headers, body: JSON.stringify(sent) });
  return { status: answer.status, json: (await answer.json()) as { id: string; message: string } };
};

describe('the sheet of a week', () => {
  it('is of the week of the newest result, unit by unit, and says nothing of changes without an earlier one', async () => {
    const whole = await sheet(office);
    const units = whole.stages.flatMap(({ rows }) => rows.flatMap((row) => row.units));
    expect(units.map(({ name, state, was }) => [name, state, was])).toEqual(
      [
        [place.other.unit.name, 'overdue', null],
        [place.own.unit.name, 'overdue', null],
      ].sort(),
    );
    expect(whole).toMatchObject({ beforeAsOf: null, counts: { overdue: 2, changed: 0 }, remark: null });
    expect(whole.asOf! >= whole.from && whole.asOf! <= whole.to).toBe(true);
    const own = await sheet(department);
    expect(own.stages.flatMap(({ rows }) => rows.flatMap((row) => row.units))).toMatchObject([
      { name: place.own.unit.name },
    ]);
  });

  it('has nothing measured before the first result, and refuses what is no week', async () => {
    expect(await sheet(office, '&week=2019-W10')).toMatchObject({ asOf: null, stages: [] });
    expect((await ask(office, `?programme=${programme}&week=2022Q4`)).status).toBe(400);
  });

  it('keeps the words of the office to each week, the second of two refused', async () => {
    const { week, next } = await sheet(office);
    const sent = { id: randomUUID(), programme, week, words: '请财政局本周内完成。', seen: null as string | null };
    expect((await write(department, sent)).status).toBe(403);
    expect((await write(office, { ...sent, words: ' ' })).status).toBe(400);
    const first = await write(office, sent);
    expect(first.status).toBe(201);
    expect((await write(office, sent)).json.id).toBe(first.json.id);
    const second = await write(office, { ...sent, id: randomUUID(), words: '另一意见' });
    expect([second.status, second.json.message]).toEqual([409, expect.stringContaining('请刷新后再改')]);
    const changed = { ...sent, id: randomUUID(), words: '请两局本周内完成。', seen: first.json.id };
    expect((await write(office, changed)).status).toBe(201);
    expect((await sheet(office)).remark).toMatchObject({ words: '请两局本周内完成。' });
    expect((await sheet(office, `&week=${next}`)).remark).toBeNull();
    expect((await sheet(department)).remark).toBeNull();
  });

  it('comes as a letter and as a workbook', async () => {
    const bytesOf = async (kind: string) => (await ask(office, `/sheet.${kind}?programme=${programme}`)).arrayBuffer();
    const letter = JSON.stringify(await readFile(new Uint8Array(await bytesOf('docx'))));
    for (const words of ['一周一调度', '逾期未完成', '请两局本周内完成。', place.own.unit.name])
      expect(letter).toContain(words);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await bytesOf('xlsx'));
    const told = JSON.stringify(book.worksheets[0]?.getSheetValues());
    for (const words of ['一周一调度', '逾期未完成', '请两局本周内完成。']) expect(told).toContain(words);
  });
});
