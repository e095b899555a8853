import { describe, expect, it } from 'vitest';
import type { TaskStateName } from '#scoring';
import { dispatchCounts, dispatchStages } from './dispatch.js';
import type { WordedTask } from './task-word.js';

const state = (task: string, name: string, is: TaskStateName): WordedTask => ({
  ...{
    task,
    organisation: `id of ${name}`,
    name,
    state: is,
    provedBy: [],
    on: null,
    reason: `${name}：${is}`,
    evidence: [],
  },
  ...{ measured: { state: is, reason: '' }, word: null, worth: null },
});
const task = (id: string, stage: string, dueOn: string | null) => ({
  ...{ task: id, stage, title: `任务${id}`, dueOn, dueText: dueOn ?? '长期' },
});
const tasks = [task('T1', '启动', '2026-06-01'), task('T2', '推进', '2026-07-10'), task('T3', '推进', null)];
const now = [
  state('T1', '民政局', 'onTime'),
  state('T1', '教育局', 'overdue'),
  state('T2', '民政局', 'upcoming'),
  state('T2', '教育局', 'done'),
  state('T3', '民政局', 'notMeasured'),
];
const sheet = (before: WordedTask[] | null = null, until = '2026-06-28') => dispatchStages(tasks, now, before, until);

describe('the sheet of a week', () => {
  it('has a row a task in the order of the plan, its units with the most pressing first', () => {
    expect(sheet().map(({ stage, rows }) => [stage, rows.map((row) => row.task)])).toEqual([
      ['启动', ['T1']],
      ['推进', ['T2', 'T3']],
    ]);
    expect(sheet()[0]?.rows[0]?.units.map(({ name }) => name)).toEqual(['教育局', '民政局']);
  });

  it.each([
    ['2026-06-28', true],
    ['2026-06-26', true],
    ['2026-06-25', false],
    ['2026-07-10', false],
  ])('of a week until %s tells what is due in the next two: %s', (until, isDueSoon) => {
    expect(sheet(null, until)[1]?.rows[0]).toMatchObject({ task: 'T2', isDueSoon });
  });

  it('tells what became of each since the week before, and nothing where nothing is known of then', () => {
    const before = [state('T1', '教育局', 'upcoming'), state('T1', '民政局', 'onTime'), state('T9', '民政局', 'done')];
    const units = sheet(before).flatMap(({ rows }) => rows.flatMap((row) => row.units));
    expect(units.filter(({ was }) => was !== null)).toMatchObject([
      { name: '教育局', was: 'upcoming', state: 'overdue' },
    ]);
    expect(dispatchCounts(sheet(before))).toEqual({
      ...{ done: 2, late: 0, overdue: 1, dueSoon: 1, notMeasured: 1, changed: 1, confirmed: 0, disputed: 0 },
    });
    expect(dispatchCounts(sheet()).changed).toBe(0);
  });

  it('counts what people confirmed, and what they said against the measurement, apart; what concerns nobody is in no state', () => {
    const words: WordedTask[] = [
      { ...state('T3', '民政局', 'notMeasured'), state: 'onTime', worth: 'counts' },
      { ...state('T1', '教育局', 'overdue'), worth: 'disputed' },
      { ...state('T2', '教育局', 'done'), state: 'notApplicable', worth: 'counts' },
    ];
    const stages = dispatchStages(tasks, words, [state('T3', '民政局', 'notMeasured')], '2026-06-28');
    expect(dispatchCounts(stages)).toEqual({
      ...{ done: 1, late: 0, overdue: 1, dueSoon: 0, notMeasured: 0, changed: 1, confirmed: 2, disputed: 1 },
    });
    expect(stages[1]?.rows[1]?.units).toMatchObject([{ state: 'onTime', was: 'notMeasured', worth: 'counts' }]);
  });
});
