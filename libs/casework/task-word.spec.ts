import { describe, expect, it } from 'vitest';
import type { TaskProof, TaskStateName, TaskUnitState } from '#scoring';
import {
  countedTasks,
  standingTaskWords,
  underTaskWords,
  wordSentence,
  worthOfWord,
  type CountedState,
  type TaskVerdict,
  type TaskWord,
  type WordWorth,
} from './task-word.js';

const word = (verdict: TaskVerdict, doneOn: string | null = null, at = '2026-07-05'): TaskWord => ({
  ...{
    task: 'T1',
    organisation: 'u1',
    verdict,
    doneOn,
    reason: '现场查验。',
    author: '某甲',
    at: `${at}T02:00:00.000Z`,
  },
});
const days = { dueOn: '2026-06-20', asOf: '2026-06-30', until: '2026-07-05' };
const measured = (state: TaskStateName, provedBy: TaskProof[] = []) => ({ state, provedBy });

describe('what a person says of a task', () => {
  type Case = [string, TaskStateName, TaskProof[], TaskWord, Partial<typeof days> | null, CountedState, WordWorth];
  it.each<Case>([
    // Nothing was proved: the word counts.
    ['done by the due day', 'notMeasured', [], word('done', '2026-06-20'), null, 'onTime', 'counts'],
    ['done after it', 'notMeasured', [], word('done', '2026-06-21'), null, 'late', 'counts'],
    [
      'done before anything was due',
      'upcoming',
      [],
      word('done', '2026-06-01'),
      { dueOn: '2026-12-31' },
      'onTime',
      'counts',
    ],
    [
      'done where no day is due',
      'notMeasured',
      [],
      word('done', '2026-06-21'),
      { dueOn: null as never },
      'done',
      'counts',
    ],
    [
      'done after the day that an older result judges',
      'notMeasured',
      [],
      word('done', '2026-07-01'),
      { until: '2026-06-30' },
      'notMeasured',
      'waits',
    ],
    ['not done, past the due day', 'notMeasured', [], word('notDone'), null, 'overdue', 'counts'],
    ['not done, before the due day', 'upcoming', [], word('notDone'), { dueOn: '2026-12-31' }, 'upcoming', 'counts'],
    [
      'not done, said before the due day that has passed since',
      'notMeasured',
      [],
      word('notDone', null, '2026-06-20'),
      null,
      'notMeasured',
      'waits',
    ],
    [
      'not done where no day is due',
      'notMeasured',
      [],
      word('notDone'),
      { dueOn: null as never },
      'notMeasured',
      'waits',
    ],
    ['not applicable', 'notMeasured', [], word('notApplicable'), null, 'notApplicable', 'counts'],
    // Shown without a day: the word gives the day, and nothing else.
    ['the day of what is there', 'done', ['facts'], word('done', '2026-06-10'), null, 'onTime', 'counts'],
    ['a late day of what is there', 'done', ['evidence'], word('done', '2026-06-25'), null, 'late', 'counts'],
    ['a day after it was seen to be there', 'done', ['facts'], word('done', '2026-07-02'), null, 'done', 'disputed'],
    ['not done of what is there', 'done', ['facts'], word('notDone'), null, 'done', 'disputed'],
    // Proved with a day.
    ['the same as was proved', 'onTime', ['facts'], word('done', '2026-06-01'), null, 'onTime', 'agrees'],
    ['in time of what was proved late', 'late', ['facts'], word('done', '2026-06-01'), null, 'late', 'disputed'],
    ['not done of what was proved', 'onTime', ['facts'], word('notDone'), null, 'onTime', 'disputed'],
    // Shown to be missing.
    ['done of what was missing', 'overdue', ['facts'], word('done', '2026-06-19'), null, 'overdue', 'disputed'],
    ['done of what was missing until then', 'overdue', ['facts'], word('done', '2026-07-03'), null, 'overdue', 'waits'],
    [
      'done though the material was refused',
      'overdue',
      ['evidence'],
      word('done', '2026-06-19'),
      null,
      'overdue',
      'disputed',
    ],
    ['not done of what was missing', 'overdue', ['facts'], word('notDone'), null, 'overdue', 'agrees'],
    ['missing, but not yet due', 'upcoming', ['facts'], word('notDone'), { dueOn: '2026-12-31' }, 'upcoming', 'agrees'],
    [
      'whom it does not concern, whatever is missing',
      'overdue',
      ['facts'],
      word('notApplicable'),
      null,
      'notApplicable',
      'counts',
    ],
  ])('%s: measured %s %j', (_, state, provedBy, said, other, counted, worth) => {
    expect(worthOfWord(measured(state, provedBy), said, { ...days, ...other })).toEqual({ state: counted, worth });
  });

  it('stands until another, or until it is taken back', () => {
    const other = { ...word('done', '2026-06-01'), organisation: 'u2' };
    expect(standingTaskWords([word('notDone'), other, word('done', '2026-06-20')])).toEqual([
      word('done', '2026-06-20'),
      other,
    ]);
    expect(standingTaskWords([word('notDone'), word('withdrawn')])).toEqual([]);
  });

  it('is laid over what was measured, which is told beside it', () => {
    const state = (organisation: string, is: TaskStateName, provedBy: TaskProof[] = []): TaskUnitState => ({
      ...{
        task: 'T1',
        organisation,
        name: organisation,
        state: is,
        provedBy,
        on: null,
        reason: '待报送材料。',
        evidence: [],
      },
    });
    const states = [state('u1', 'notMeasured'), state('u2', 'overdue', ['facts']), state('u3', 'notMeasured')];
    const said = [
      word('done', '2026-06-25'),
      { ...word('done', '2026-06-19'), organisation: 'u2' },
      { ...word('notApplicable'), organisation: 'u3' },
    ];
    const laid = underTaskWords(states, said, () => days);
    expect(laid).toMatchObject([
      { state: 'late', on: '2026-06-25', measured: { state: 'notMeasured', reason: '待报送材料。' }, worth: 'counts' },
      { state: 'overdue', on: null, worth: 'disputed' },
      { state: 'notApplicable', worth: 'counts' },
    ]);
    expect(laid[0]?.reason).toBe(
      '系统未能核实：待报送材料；某甲 2026-07-05 认定完成（2026-06-25完成），理由：现场查验。按认定计入',
    );
    expect(laid[1]?.reason).toContain('系统测得逾期未完成：待报送材料；');
    expect(laid[1]?.reason).toContain('与系统测得不一致，按系统测得计入');
    expect(countedTasks(laid).map(({ organisation, state: counted }) => [organisation, counted])).toEqual([
      ['u1', 'late'],
      ['u2', 'overdue'],
    ]);
    expect(underTaskWords(states.slice(0, 1), [], () => days)).toMatchObject([
      { state: 'notMeasured', reason: '待报送材料。', word: null, worth: null },
    ]);
  });

  it('is dated by the day in China on which it was said', () => {
    const late = { ...word('notDone'), at: '2026-06-20T16:30:00.000Z' };
    expect(worthOfWord(measured('notMeasured'), late, days)).toEqual({ state: 'overdue', worth: 'counts' });
    expect(wordSentence({ state: 'upcoming', reason: '未到期' }, late, 'agrees')).toContain(
      '某甲 2026-06-21 认定未完成',
    );
  });
});
