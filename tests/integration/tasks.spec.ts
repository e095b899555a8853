import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskState } from '#database';
import { MemoryBlobStore } from '#evidence';
import { findProgramme } from '#operations';
import type { TaskStateName, TaskUnitState } from '#scoring';
import { startServer, type RunningServer } from '../../apps/server/server.js';
import { assessment } from './support/invented.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.js';

let database: TemporaryDatabase;
let server: RunningServer;

const later = '2022Q4';
const scope = `programme=tengzhou-2017&period=${later}`;

async function get(path: string): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(`${server.url}/api/v1/${path}`);
  return { status: answer.status, json: await answer.json() };
}

function task(id: string, dueOn: string | null, counts?: TaskState['counts']): TaskState {
  const [made] = assessment('', later, '', []).tasks;
  const { programme: _, ...rest } = made!;
  return { ...rest, programme: 'tengzhou-2017', task: id, stage: '启动部署', dueOn, ...(counts ? { counts } : {}) };
}

function unitTask(name: string, id: string, state: TaskStateName, on: string | null = null): TaskUnitState {
  const evidence = state === 'overdue' ? [{ capture: 'c1', url: 'https://www.yunling.example/' }] : [];
  const provedBy: TaskUnitState['provedBy'] = on ? ['facts', 'evidence'] : [];
  return { task: id, organisation: `id-${name}`, name, state, provedBy, on, reason: `${name}如此`, evidence };
}

const tasks = [
  task('TZT-2', '2022-12-31', { onTime: 1, notMeasured: 1 }),
  task('TZT-1', '2022-06-30', { overdue: 1, done: 1 }),
  task('TZT-3', null, { notMeasured: 1 }),
];
const states = [
  unitTask('云岭县财政局', 'TZT-1', 'done'),
  unitTask('云岭县财政局', 'TZT-2', 'onTime', '2022-10-08'),
  unitTask('云岭县审计局', 'TZT-3', 'notMeasured'),
  unitTask('云岭县审计局', 'TZT-1', 'overdue'),
  unitTask('云岭县审计局', 'TZT-2', 'notMeasured'),
];

/** Two batches of units, as they come in. */
async function publish(period: string, kept: readonly TaskState[], units: readonly TaskUnitState[]): Promise<void> {
  const { stores } = database;
  const round = await stores.rounds.openRound({
    source: 'live',
    sample: true,
    startedAt: `2023-01-0${period.at(-1)}Z`,
  });
  const { scorecards: _, tasks: __, ...opening } = assessment(round.id, period, '2022-12-31', []);
  await stores.assessments.write({ ...opening, programme: 'tengzhou-2017' }, { publish: true }, async (draft) => {
    await draft.addTaskUnits(units.slice(0, 2));
    await draft.addTaskUnits(units.slice(2));
    await draft.addTasks(kept);
  });
}

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await publish('2022Q3', [task('TZT-1', '2022-06-30')], []);
  await publish(later, tasks, states);
  server = await startServer({
    settings: { HOST: '127.0.0.1', PORT: 0 },
    dataSource: database.dataSource,
    blobs: new MemoryBlobStore(),
    programmes: [await findProgramme('tengzhou-2017')],
  });
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

describe('tasks of units', () => {
  it('come in the order of the plan, the units with most overdue first, with their progress', async () => {
    const { json } = await get(`tasks/units?${scope}`);
    expect(json).toMatchObject({
      total: 2,
      units: [
        { name: '云岭县审计局', progress: { all: 3, due: 1, done: 0, unknown: 0, share: '0' } },
        { name: '云岭县财政局', progress: { all: 2, due: 1, done: 1, unknown: 0, share: '1' } },
      ],
    });
    const [audit, finance] = (json as { units: { tasks: { task: string }[] }[] }).units;
    expect(audit?.tasks.map((one) => one.task)).toEqual(['TZT-2', 'TZT-1', 'TZT-3']);
    expect(finance?.tasks[0]).toEqual({
      task: 'TZT-2',
      state: 'onTime',
      provedBy: ['facts', 'evidence'],
      on: '2022-10-08',
      reason: '云岭县财政局如此',
      evidence: [],
      ...{ measured: { state: 'onTime', reason: '云岭县财政局如此' }, worth: null, words: [], standing: null },
      materials: [],
    });
  });

  it.each([
    ['organisation=id-云岭县财政局', ['云岭县财政局']],
    ['words=审计', ['云岭县审计局']],
    ['words=%25', []],
    ['state=onTime', ['云岭县财政局']],
    ['state=notMeasured&task=TZT-1', []],
    ['state=notMeasured&task=TZT-2', ['云岭县审计局']],
    ['limit=1&offset=1', ['云岭县财政局']],
  ])('are narrowed by %s', async (query, names) => {
    const { json } = await get(`tasks/units?${scope}&${query}`);
    expect((json as { units: { name: string }[] }).units.map(({ name }) => name)).toEqual(names);
  });

  it('are refused for a state that is none and a period that was not assessed', async () => {
    expect((await get(`tasks/units?${scope}&state=lost`)).status).toBe(400);
    expect((await get(`tasks/units?programme=tengzhou-2017&period=2021`)).status).toBe(404);
    expect((await get(`tasks/board?programme=nobody&period=${later}`)).status).toBe(404);
  });
});

describe('the board of tasks', () => {
  it('counts what is due and says when the next reports are due', async () => {
    const { json } = await get(`tasks/board?${scope}`);
    expect(json).toMatchObject({
      asOf: '2022-12-31',
      whole: { all: 5, due: 2, done: 1, unknown: 0, share: '0.5' },
      stages: [{ stage: '启动部署', progress: { all: 5, due: 2 } }],
    });
    const { recurring } = json as { recurring: { every: string; next: { period: string; on: string } | null }[] };
    expect(recurring.map(({ every, next }) => [every, next?.period ?? null, next?.on ?? null])).toEqual([
      // New Year's Day is a Sunday and rested on Monday too.
      ['week', '2022年第52周', '2023-01-03'],
      ['month', '2022年12月', '2023-01-03'],
      ['quarter', '2022年第四季度', '2023-01-03'],
      ['year', null, null],
    ]);
  });

  it('has no progress for results from before units were told apart', async () => {
    expect((await get('tasks/board?programme=tengzhou-2017&period=2022Q3')).json).toMatchObject({
      whole: null,
      stages: [],
    });
    const { json } = await get('tasks?programme=tengzhou-2017&period=2022Q3');
    expect(json).toMatchObject([{ task: 'TZT-1' }]);
    expect((json as object[])[0]).not.toHaveProperty('counts');
    expect((await get('tasks/units?programme=tengzhou-2017&period=2022Q3')).json).toEqual({ total: 0, units: [] });
  });
});
