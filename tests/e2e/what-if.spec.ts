import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { planAreas, startArea, type OpenArea } from '#county';
import { readSettings } from '#kernel';
import { rubricItems, type RubricGroup, type RubricItem } from '#programmes';
import { clockStartingAt, crawlRound, importUnits, openHouse, type House, type WhatIf } from '#operations';
import { addAssess } from '../../apps/cli/commands/assess.command.js';
import { temporaryPlace, type TemporaryPlace } from '../integration/support/temporary-database.js';

const area = planAreas.find(({ programme }) => programme === 'luozhuang-2020')!;
const planFile = join(import.meta.dirname, '../../libs/programmes/plans/luozhuang-2020.yaml');

let place: TemporaryPlace;
let open: OpenArea;
let house: House;
let plan: string;

beforeAll(async () => {
  place = await temporaryPlace();
  plan = await readFile(planFile, 'utf8');
  open = await startArea(area);
  const settings = readSettings({ ...process.env, ...place.settings, MINGJING_CONCURRENCY: '6' });
  house = await openHouse(settings, clockStartingAt(`${area.place.asOf}T20:00:00+08:00`));
  for (const [name, value] of Object.entries(place.settings)) vi.stubEnv(name, value);
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
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await house?.close();
  await open?.close();
  await place?.remove();
});

/** What the command prints on standard output. */
async function assess(...args: string[]): Promise<string> {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    const program = new Command('mingjing').exitOverride();
    addAssess(program);
    await program.parseAsync(['assess', ...args], { from: 'user' });
  } finally {
    spy.mockRestore();
  }
  return printed;
}

interface WrittenPlan {
  tasks: { id: string; dueText: string }[];
  rubric: { groups: RubricGroup[] };
}

/** The plan with one place of it changed. */
function edited(text: string, change: (plan: WrittenPlan, item: (id: string) => RubricItem) => void): string {
  const plan = parse(text) as WrittenPlan;
  change(plan, (id) => {
    const found = rubricItems(plan.rubric).find((one) => one.id === id);
    if (!found) throw new Error(`no item ${id}`);
    return found;
  });
  return stringify(plan, { aliasDuplicateObjects: false });
}

async function compare(before: string, after: string): Promise<WhatIf> {
  await writeFile(join(place.folder, 'before.yaml'), before);
  await writeFile(join(place.folder, 'after.yaml'), after);
  const files = ['--programme', join(place.folder, 'after.yaml'), '--compare', join(place.folder, 'before.yaml')];
  return JSON.parse(await assess(...files, '--period', '2020Q4', '--json')) as WhatIf;
}

const itemsOf = ({ units }: WhatIf) => new Set(units.flatMap(({ items }) => items.map(({ id }) => id)));
const unitIn = ({ units }: WhatIf, name: string) => units.find((unit) => unit.name === name);

describe('what if the plan said otherwise', () => {
  it('moves nothing when nothing is changed', async () => {
    const said = await compare(plan, plan);
    expect(said).toMatchObject({ units: [], tasks: [], changes: [], onlyBefore: [], onlyAfter: [] });
    expect(said.unmoved).toHaveLength(area.units.length);
  });

  it('moves the items of a changed weight, and what the units lost there', async () => {
    const marks = (id: string) => rubricItems((parse(plan) as WrittenPlan).rubric).find((one) => one.id === id)?.points;
    const [inTime, columns] = [Number(marks('published-in-time')), Number(marks('columns-complete'))];
    const after = edited(plan, (_, item) => {
      item('published-in-time').points = String(inTime - 10);
      item('columns-complete').points = String(columns + 10);
    });
    const said = await compare(plan, after);
    expect(said.changes).toEqual([
      {
        field: 'rubric.groups[disclosure].items[published-in-time].points',
        before: `"${inTime}"`,
        after: `"${inTime - 10}"`,
        words: {
          place: expect.stringMatching(/ › 分值$/) as string,
          before: String(inTime),
          after: String(inTime - 10),
        },
      },
      {
        field: 'rubric.groups[platform].items[columns-complete].points',
        before: `"${columns}"`,
        after: `"${columns + 10}"`,
        words: {
          place: expect.stringMatching(/ › 分值$/) as string,
          before: String(columns),
          after: String(columns + 10),
        },
      },
    ]);
    expect(itemsOf(said)).toEqual(new Set(['published-in-time', 'columns-complete']));
    // Who lost its points by late documents gains where they weigh less.
    expect(Number(unitIn(said, '褚墩镇政府')?.change)).toBeGreaterThan(0);
    expect(said.tasks).toEqual([]);
  });

  it('moves the findings of a changed threshold, and of no other item', async () => {
    const said = await compare(
      plan,
      edited(plan, (_, item) => void (item('published-in-time').params.workdays = 21)),
    );
    expect(said.changes).toEqual([
      {
        field: 'rubric.groups[disclosure].items[published-in-time].params.workdays',
        before: '20',
        after: '21',
        words: { place: expect.stringContaining('› 测度 › 工作日') as string, before: '20', after: '21' },
      },
    ]);
    expect(said.units.map(({ name }) => name)).toEqual(['褚墩镇政府']);
    const [town] = said.units;
    expect(town!.sameEvidence).toBe(true);
    expect(town!.items.map(({ id }) => id)).toEqual(['published-in-time']);
    // One of its two late documents was late by a day.
    const late = open.late.filter(({ organisation }) => organisation === '褚墩镇政府').map(({ url }) => url);
    expect(late).toContain(town!.items[0]!.gone[0]!.subject);
    expect(town!.items[0]).toMatchObject({ appeared: [], gone: [{}] });
    expect(Number(town!.items[0]!.change)).toBeGreaterThan(0);
    expect(town!.items[0]!.why).toContain('问题由2个变为1个');
  });

  it('moves the fields that a catalogue covers when a field is known by one more name', async () => {
    const covering = (field: object) =>
      edited(plan, (_, item) => void (item('catalogue-fields-covered').params = { fields: [field] }));
    const before = covering({ name: '惠农补贴' });
    const said = await compare(before, covering({ name: '惠农补贴', aliases: ['涉农补贴'] }));
    expect(said.changes).toHaveLength(1);
    expect(itemsOf(said)).toEqual(new Set(['catalogue-fields-covered']));
    expect(unitIn(said, '盛庄街道办事处')?.items[0]).toMatchObject({ gone: [{ subject: '惠农补贴' }], appeared: [] });
    expect(said.units.every(({ change }) => Number(change) > 0)).toBe(true);
  });

  it('moves the state of a task whose due day is changed, and no score', async () => {
    const said = await compare(
      plan,
      edited(plan, ({ tasks }) => void (tasks.find(({ id }) => id === 'LZT-10')!.dueText = '2020年11月底前')),
    );
    expect(said.changes?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['tasks[LZT-10].dueText', 'tasks[LZT-10].dueOn']),
    );
    expect(said.units).toEqual([]);
    expect(said.tasks).toMatchObject([
      { task: 'LZT-10', before: 'upcoming', after: 'overdue', dueBefore: '2020-12-31', dueAfter: '2020-11-30' },
    ]);
    expect(said.tasks[0]!.why).toContain('罗庄街道办事处');
  });

  it('says what another plan would say of the same pages, and publishes nothing', async () => {
    const said = await assess('--programme', 'pingliang-2020', '--period', '2020Q4', '--compare', 'luozhuang-2020');
    expect(said).toContain('对照：luozhuang-2020（版本 1）2020Q4，截至 2020-12-31 → pingliang-2020（版本 1）2020Q4');
    expect(said).toContain('区民政局');
    expect(said).toContain('该项目已不在评分细则中');
    expect(said).not.toMatch(/undefined|NaN|\[object|null/);
    for (const programme of ['pingliang-2020', 'luozhuang-2020'])
      expect(await house.assessments.assessedPeriods(programme)).toEqual([]);
  });

  it('compares with what was published for another period, once there is something', async () => {
    const since = ['--programme', 'luozhuang-2020', '--period', '2020Q4', '--compare-period', '2020Q3'];
    await expect(assess(...since)).rejects.toThrow('还没有评估');
    await assess('--programme', 'luozhuang-2020', '--period', '2020Q3', '--json');
    const said = JSON.parse(await assess(...since, '--json')) as WhatIf;
    expect([said.before.period, said.after.period]).toEqual(['2020Q3', '2020Q4']);
    expect(said.units.length).toBeGreaterThan(0);
    const published = await house.assessments.assessedPeriods('luozhuang-2020');
    expect(published.map(({ period }) => period)).toEqual(['2020Q3']);
  });
});
