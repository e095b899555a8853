import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentHead } from '#database';
import { MemoryBlobStore } from '#evidence';
import { findProgramme } from '#operations';
import type {
  ComparableResultDto,
  FindingChangeRowsDto,
  FindingChangesDto,
} from '../../apps/server/dto/finding-change.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { changedUnits, programme, scoreThreeQuarters } from './support/changing-findings.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const [finance, school] = changedUnits;

let database: TemporaryDatabase;
let server: RunningServer;
let assessor: SignedIn;
let department: SignedIn;
let heads: AssessmentHead[];

beforeAll(async () => {
  database = await openTemporaryDatabase();
  heads = await scoreThreeQuarters(database.stores);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme(programme)],
  });
  assessor = await signedIn(database.stores, { role: 'assessor' });
  department = await signedIn(database.stores, { role: 'department', unit: finance!.id });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

const get = async (by: SignedIn, path: string, before: number, after: number, more = '') => {
  const ids = `before=${heads[before]!.id}&after=${heads[after]!.id}`;
  return by.fetch(`${server.url}/api/v1/finding-changes${path}?programme=${programme}&${ids}${more}`);
};
const totals = async (by: SignedIn, before: number, after: number, more = '') =>
  (await (await get(by, '', before, after, more)).json()) as FindingChangesDto;
const rows = async (by: SignedIn, before: number, after: number, more = '') =>
  (await (await get(by, '/rows', before, after, more)).json()) as FindingChangeRowsDto;
const told = ({ rows: all }: FindingChangeRowsDto) => all.map(({ name, subject, change }) => [name, subject, change]);

describe('findings of two results beside each other', () => {
  it('are new, back, still there, mended or not looked at again, unit by unit and indicator by indicator', async () => {
    // The third quarter beside the second.
    const found = await totals(assessor, 1, 2);
    expect(found.totals).toEqual({ new: 1, recurred: 1, open: 1, mended: 1, unseen: 1 });
    expect(found.units).toEqual([
      { organisation: finance!.id, name: finance!.name, new: 1, recurred: 1, open: 0, mended: 1, unseen: 0 },
      { organisation: school!.id, name: school!.name, new: 0, recurred: 0, open: 1, mended: 0, unseen: 1 },
    ]);
    expect(found.indicators).toEqual([
      { indicator: 'columns-complete', new: 1, recurred: 1, open: 1, mended: 1, unseen: 0 },
      { indicator: 'page-tags', new: 0, recurred: 0, open: 0, mended: 0, unseen: 1 },
    ]);
    expect(told(await rows(assessor, 1, 2))).toEqual([
      [finance!.name, 'new-in-3', 'new'],
      [finance!.name, 'in-1-and-3', 'recurred'],
      [school!.name, 'always', 'open'],
      [finance!.name, 'in-2', 'mended'],
      [school!.name, 'then-unread', 'unseen'],
    ]);
  });

  it('are told over a quarter in between by the last word, whichever result is named first', async () => {
    const wanted = [
      [finance!.name, 'new-in-3', 'new'],
      [school!.name, 'always', 'open'],
      [finance!.name, 'in-1-and-3', 'open'],
      [school!.name, 'then-unread', 'unseen'],
    ];
    expect(told(await rows(assessor, 0, 2))).toEqual(wanted);
    expect(told(await rows(assessor, 2, 0))).toEqual(wanted);
    expect((await totals(assessor, 0, 1)).totals).toEqual({ new: 1, recurred: 0, open: 2, mended: 1, unseen: 0 });
  });

  it('are told of two scorings of one quarter, and of one beside itself', async () => {
    const { totals: counted, before } = await totals(assessor, 2, 3);
    expect(before.latest).toBe(false);
    expect(counted).toEqual({ new: 0, recurred: 0, open: 2, mended: 1, unseen: 0 });
    expect((await totals(assessor, 3, 3)).totals).toEqual({ new: 0, recurred: 0, open: 2, mended: 0, unseen: 0 });
    // What the first scoring found mended, the second has no more word on.
    expect((await totals(assessor, 1, 3)).totals).toEqual({ new: 0, recurred: 1, open: 1, mended: 1, unseen: 1 });
    const listed = await assessor.fetch(`${server.url}/api/v1/finding-changes/results?programme=${programme}`);
    expect(((await listed.json()) as ComparableResultDto[]).map(({ period, latest }) => [period, latest])).toEqual([
      ['2026Q3', true],
      ['2026Q3', false],
      ['2026Q2', true],
      ['2026Q1', true],
    ]);
  });

  it('are narrowed down, page by page', async () => {
    expect((await rows(assessor, 1, 2, '&change=mended')).total).toBe(1);
    expect((await rows(assessor, 1, 2, '&indicator=page-tags')).total).toBe(1);
    expect((await rows(assessor, 1, 2, '&kind=review')).total).toBe(0);
    expect(told(await rows(assessor, 1, 2, '&offset=1&limit=1'))).toEqual([[finance!.name, 'in-1-and-3', 'recurred']]);
    expect((await get(assessor, '/rows', 1, 2, '&change=gone')).status).toBe(400);
    const none = await assessor.fetch(`${server.url}/api/v1/finding-changes?programme=${programme}&before=x&after=y`);
    expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('没有所选的评分结果')]);
  });

  it('are a department’s own alone', async () => {
    const found = await totals(department, 1, 2);
    expect(found.units.map(({ name }) => name)).toEqual([finance!.name]);
    expect(JSON.stringify([found, await rows(department, 1, 2)])).not.toContain(school!.name);
    expect((await get(department, '', 1, 2, `&organisation=${school!.id}`)).status).toBe(404);
  });

  it('are a workbook', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await get(assessor, '/sheet.xlsx', 1, 2)).arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual(['按单位', '按指标', '问题']);
    const line = (sheet: number, at: number) => (book.worksheets[sheet]!.getRow(at).values as unknown[]).slice(1, 7);
    expect(line(0, 3)).toEqual([finance!.name, 1, 1, 0, 1, 0]);
    expect(line(0, 5)).toEqual(['合计', 1, 1, 1, 1, 1]);
    expect(line(2, 3).slice(0, 2)).toEqual(['新出现', finance!.name]);
    expect(book.worksheets[2]!.rowCount).toBeGreaterThanOrEqual(7);
  });
});
