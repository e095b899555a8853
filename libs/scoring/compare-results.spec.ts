import { describe, expect, it } from 'vitest';
import { compareResults, type Result } from './compare-results.js';
import { scoreOf, someItem, someProgramme, someResult, someUnit } from './scoring.fixture.js';
import type { TaskStatus } from './task-model.js';

const items = (points: string) => [
  someItem('a', points, { kind: 'perFinding', each: '5' }),
  someItem('b', '40', { kind: 'allOrNothing' }),
];
const education = someUnit('云岭县教育局');
const finance = someUnit('云岭县财政局');
const task: TaskStatus = {
  programme: 'sample',
  period: '2022',
  task: 'T-1',
  stage: '编制目录',
  title: '公布目录',
  responsible: [],
  startOn: null,
  dueOn: '2022-06-30',
  dueText: '6月底',
  state: 'overdue',
  reason: '1个单位未达到要求',
  evidence: [],
  counts: {},
};

function resultOf(points: string, change: Partial<Result> = {}): Result {
  const programme = someProgramme([items(points)]);
  const failing = [someResult('a', 'fail', [2, 4]), someResult('b', 'pass')];
  const passing = [someResult('a', 'pass'), someResult('b', 'pass')];
  const scorecards = [scoreOf(programme, failing, education), scoreOf(programme, passing, finance)];
  return {
    programme: 'sample',
    programmeVersion: '1',
    period: '2022',
    asOf: '2022-12-31',
    scorecards,
    tasks: [task],
    ...change,
  };
}

describe('comparing two results', () => {
  it('names the units that moved, by how much and by which item, and those that stayed', () => {
    const said = compareResults(resultOf('60'), resultOf('20'));
    expect(said.unmoved).toEqual([]);
    expect(said.units.map(({ name, before, after, change }) => [name, before, after, change])).toEqual([
      ['云岭县教育局', '90', '50', '-40'],
      ['云岭县财政局', '100', '60', '-40'],
    ]);
    expect(said.units[0]).toMatchObject({ gradeBefore: '优秀', gradeAfter: '不合格', sameEvidence: true, gone: [] });
    expect(said.units[0]!.items).toMatchObject([
      {
        id: 'a',
        before: '50',
        after: '10',
        change: '-40',
        why: '符合的仍为2/4，问题仍为2个；满分由60分变为20分',
        appeared: [],
      },
    ]);
  });

  it('says of equal results that nothing moved', () => {
    const said = compareResults(resultOf('60'), resultOf('60'));
    expect(said).toMatchObject({ units: [], unmoved: ['云岭县教育局', '云岭县财政局'], tasks: [] });
  });

  it('shows a problem that came or went even where it costs nothing', () => {
    const programme = someProgramme([items('60')]);
    const free = { ...programme.rubric.groups[0]!.items[0]!, rule: { kind: 'perFinding', each: '0' } as const };
    const noCost = someProgramme([[free, items('60')[1]!]]);
    const card = (of: [number, number]) =>
      scoreOf(noCost, [someResult('a', 'fail', of), someResult('b', 'pass')], education);
    const [before, after] = [card([3, 4]), card([2, 4])].map((one) => resultOf('60', { scorecards: [one] }));
    const [unit] = compareResults(before!, after!).units;
    expect(unit).toMatchObject({ change: '0', items: [{ id: 'a', change: '0', gone: [] }] });
    expect(unit!.items[0]!.appeared.map(({ subject }) => subject)).toEqual(['a-1']);
    expect(unit!.appeared).toEqual(unit!.items[0]!.appeared.map(({ id }) => id));
  });

  it('names units that are in one of them only', () => {
    const one = resultOf('60');
    const said = compareResults(
      { ...one, scorecards: one.scorecards.slice(0, 1) },
      { ...one, scorecards: one.scorecards.slice(1) },
    );
    expect(said).toMatchObject({ units: [], onlyBefore: ['云岭县教育局'], onlyAfter: ['云岭县财政局'] });
  });

  it('tells which tasks are in another state or due on another day', () => {
    const later: TaskStatus = { ...task, dueOn: '2023-06-30', state: 'upcoming', reason: '未到期' };
    const added: TaskStatus = { ...task, task: 'T-2', title: '验收' };
    const said = compareResults(resultOf('60'), resultOf('60', { tasks: [later, added] }));
    expect(said.tasks).toMatchObject([
      { task: 'T-1', before: 'overdue', after: 'upcoming', dueBefore: '2022-06-30', dueAfter: '2023-06-30' },
      { task: 'T-2', before: null, after: 'overdue' },
    ]);
    expect(compareResults(resultOf('60'), resultOf('60', { tasks: [added] })).tasks).toEqual([]);
  });
});
