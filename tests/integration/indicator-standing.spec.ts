import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryBlobStore } from '#evidence';
import { findProgramme } from '#operations';
import type { IndicatorPastDto, IndicatorStandingDto } from '../../apps/server/dto/indicator-standing.dto.js';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { changedUnits, programme, scoreThreeQuarters } from './support/changing-findings.js';
import { signedIn, type SignedIn } from './support/signed-in.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

const [finance, school] = changedUnits;

let database: TemporaryDatabase;
let server: RunningServer;
let assessor: SignedIn;
let department: SignedIn;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await scoreThreeQuarters(database.stores);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme(programme)],
  });
  assessor = await signedIn(database.stores, { role: 'assessor' });
  department = await signedIn(database.stores, { role: 'department', unit: school!.id });
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

const get = (by: SignedIn, path: string, period: string) =>
  by.fetch(`${server.url}/api/v1/indicators/${path}programme=${programme}&period=${period}`);
const standing = async (by: SignedIn, indicator: string, period: string) =>
  (await (await get(by, `${indicator}/standing?`, period)).json()) as IndicatorStandingDto;

describe('an indicator', () => {
  it('says what it measures, by which data, how units stand and what it costs', async () => {
    const { indicator, outcomes, effects, cells, rate } = await standing(assessor, 'columns-complete', '2026Q3');
    expect(indicator).toMatchObject({ id: 'columns-complete', data: expect.arrayContaining(['栏目']) });
    expect(indicator.measures && indicator.blindSpots && indicator.basis[0]?.clause).toBeTruthy();
    expect(outcomes).toEqual([{ outcome: 'fail', units: 2 }]);
    expect(effects).toMatchObject([{ title: 'columns-complete 项', max: '10', units: 2, full: 0, lost: '2' }]);
    expect(cells.map(({ name, points, lost }) => [name, points, lost])).toEqual([
      [school!.name, '9', '1'],
      [finance!.name, '9', '1'],
    ]);
    expect(rate).toMatchObject({ measured: 16, of: 20, failed: 2 });
  });

  it('counts what was not measured apart, and takes nothing for lost there', async () => {
    const { outcomes, effects, cells } = await standing(assessor, 'page-tags', '2026Q3');
    expect(outcomes).toEqual([
      { outcome: 'pass', units: 1 },
      { outcome: 'notMeasured', units: 1 },
    ]);
    expect(effects).toMatchObject([{ units: 1, full: 1, lost: '0' }]);
    expect(cells.find(({ name }) => name === school!.name)).toMatchObject({ points: null, lost: null });
  });

  it('shows a department its own, what it was, and who does it well', async () => {
    const { cells, examples } = await standing(department, 'page-tags', '2026Q2');
    expect(cells.map(({ name }) => name)).toEqual([school!.name]);
    expect(examples).toEqual([
      { organisation: finance!.id, name: finance!.name, category: '部门', site: finance!.site },
    ]);
    const own = await get(department, `page-tags/history?organisation=${school!.id}&`, '2026Q3');
    expect(((await own.json()) as IndicatorPastDto[]).map(({ period, points }) => [period, points])).toEqual([
      ['2026Q1', '9'],
      ['2026Q2', '9'],
      ['2026Q3', null],
    ]);
    expect((await get(department, `page-tags/history?organisation=${finance!.id}&`, '2026Q3')).status).toBe(404);
  });

  it('that there is not, or a period that was not scored, is told', async () => {
    expect((await get(assessor, 'none/standing?', '2026Q3')).status).toBe(404);
    expect((await get(assessor, 'page-tags/standing?', '2025Q3')).status).toBe(404);
    expect((await standing(assessor, 'open-day', '2026Q3')).cells).toEqual([]);
  });
});
