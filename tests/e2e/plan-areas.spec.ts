import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAreas, startArea, type OpenArea } from '#county';
import type { AssessmentRow } from '#database';
import { readSettings } from '#kernel';
import {
  clockStartingAt,
  crawlRound,
  exportRows,
  findProgramme,
  importUnits,
  openHouse,
  printExport,
  programmeIds,
  type House,
} from '#operations';
import { unitsOfTask } from '#scoring';
import { assessWhole } from '../assess-whole.js';
import { demoReport } from '../../apps/cli/demo-report.js';
import { temporaryPlace, type TemporaryPlace } from '../integration/support/temporary-database.js';

// Two of the five are crawled; AREAS=all takes them all.
const usual = ['luozhuang-2020', 'xulaijie-2022'];
const taken = planAreas.filter(({ programme }) => process.env.AREAS === 'all' || usual.includes(programme));

describe('the sample areas', () => {
  it('stand for every plan of a place', () => {
    expect(planAreas.map(({ programme }) => programme).sort()).toEqual(
      programmeIds.filter((id) => id !== 'national').sort(),
    );
  });

  it.each(planAreas)('of $programme has the offices of the plan, and names as invented what is none', async (area) => {
    const { organisations = [] } = await findProgramme(area.programme);
    for (const { name, level, category, parent, aliases = [] } of area.units) {
      if (name.includes('（虚构）')) continue;
      const named = organisations.find((one) => one.name === name);
      expect({ name, level, category, parent: parent ?? null, aliases }).toEqual({
        name: named?.name,
        level: named?.level,
        category: named?.category,
        parent: named?.parent ?? null,
        aliases: named?.aliases ?? [],
      });
    }
  });
});

describe.each(taken)('the sample of $programme', (area) => {
  let place: TemporaryPlace;
  let open: OpenArea;
  let house: House;
  const rows = new Map<string, AssessmentRow>();

  beforeAll(async () => {
    place = await temporaryPlace();
    open = await startArea(area);
    house = await openHouse(
      readSettings({ ...process.env, ...place.settings, MINGJING_CONCURRENCY: '6' }),
      clockStartingAt(`${area.place.asOf}T20:00:00+08:00`),
    );
    const bytes = new TextEncoder().encode(open.organisationsCsv);
    const units = await importUnits(house, bytes, '单位名单.csv', { sample: true });
    await crawlRound(house, {
      units,
      full: true,
      sample: true,
      allowNetworks: '127.0.0.1/32',
      intervalMs: 0,
      signal: new AbortController().signal,
    });
    for (const period of area.periods)
      rows.set(period, (await assessWhole(house, { programme: area.programme, period, units, replay: false })).row);
  });

  afterAll(async () => {
    await house?.close();
    await open?.close();
    await place?.remove();
  });

  it('finds exactly the seeded late documents, and leaves none of them to a person', () => {
    const found = [...rows.values()].flatMap(({ scorecards }) =>
      scorecards.flatMap(({ results }) =>
        results.filter(({ indicator }) => indicator === 'published-in-time').flatMap(({ findings }) => findings),
      ),
    );
    expect(found.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual(
      open.late.map(({ url }) => `fail ${url}`).sort(),
    );
    expect(open.late.length).toBeGreaterThan(1);
  });

  it('scores every unit in every period without an error', () => {
    for (const { scorecards } of rows.values()) {
      expect(scorecards.filter(({ score }) => score === null).map(({ organisation }) => organisation.name)).toEqual([]);
      expect(scorecards).toHaveLength(area.units.length);
      expect(scorecards.flatMap(({ results }) => results.filter(({ outcome }) => outcome === 'error'))).toEqual([]);
    }
  });

  it('gives every task of the plan a state, and not all the same', async () => {
    const { tasks } = await findProgramme(area.programme);
    for (const row of rows.values()) expect(row.tasks.map(({ task }) => task)).toEqual(tasks.map(({ id }) => id));
    const last = rows.get(area.periods.at(-1) ?? '');
    expect(new Set(last?.tasks.map(({ state }) => state)).size).toBeGreaterThan(2);
    expect(last?.tasks.filter(({ reason }) => reason === '')).toEqual([]);
  });

  it('gives every task a state with each unit that it binds, and exports them', async () => {
    const plan = await findProgramme(area.programme);
    const units = area.units.map(({ name, aliases = [], level, category, parent = null }) => ({
      organisation: { id: name, name, aliases, level, category, parent, site: null },
    }));
    const period = area.periods.at(-1) ?? '';
    const exported = await exportRows(house, 'task-units', { period, programme: area.programme });
    for (const task of rows.get(period)?.tasks ?? []) {
      const bound = unitsOfTask(
        plan.tasks.find(({ id }) => id === task.task)!,
        plan,
        units,
      );
      const told = exported.filter((row) => row['task'] === task.title && row['dueOn'] === task.dueOn);
      const names = new Set(bound.map(({ organisation }) => organisation.name));
      expect(told.filter(({ organisation }) => !names.has(String(organisation)))).toEqual([]);
      // Only what applies to a unit in nothing may be left out.
      expect(told.length).toBe(Object.values(task.counts ?? {}).reduce((sum, number) => sum + number, 0));
      expect(told.filter(({ reason }) => reason === '')).toEqual([]);
    }
    expect(exported.length).toBeGreaterThan(area.units.length);
    expect(await printExport('task-units', exported, 'xlsx')).toBeInstanceOf(Uint8Array);
    expect(await printExport('task-units', exported, 'csv')).toContain('未到期');
  });

  it('is told whole: every unit, every task, every reading of a conflict and the one taken', async () => {
    const programme = await findProgramme(area.programme);
    const last = rows.get(area.periods.at(-1) ?? '');
    const text = last ? demoReport(programme, last).join('\n') : '';
    const said = [
      ...area.units.map(({ name }) => name),
      ...programme.tasks.map(({ title }) => title),
      ...programme.conflicts.flatMap(({ readings, taken: choice }) => [...readings, `采用：${choice}`]),
    ];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });
});
