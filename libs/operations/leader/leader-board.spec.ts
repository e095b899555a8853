import { expect, it } from 'vitest';
import type { TaskUnitState } from '#scoring';
import { ends, moved, unitProgress, type LeaderBoard, type Placed } from './leader-board.js';
import { leaderBriefHtml } from './leader-brief.js';

const placed = (name: string, category: string, rank: number | null, previousRank: number | null = null): Placed => ({
  ...{ organisation: name, name, category, score: rank === null ? null : '80.5', grade: null, rank, previousRank },
});

it('finds first and last of each kind, and nobody where all share a place', () => {
  const ranking = [
    placed('甲局', '部门', 1),
    placed('乙局', '部门', 1),
    placed('丙局', '部门', 3),
    placed('丁局', '部门', null),
    placed('戊镇', '街镇', 1),
    placed('己镇', '街镇', 1),
  ];
  expect(ends(ranking, 'first').map(({ name }) => name)).toEqual(['甲局', '乙局']);
  expect(ends(ranking, 'last').map(({ name }) => name)).toEqual(['丙局']);
  expect(ends([], 'last')).toEqual([]);
});

it('lists who moved, the furthest first', () => {
  const ranking = [
    placed('甲', '部门', 1, 2),
    placed('乙', '部门', 2, 2),
    placed('丙', '部门', 6, 3),
    placed('丁', '部门', 5),
  ];
  expect(moved(ranking).map(({ name }) => name)).toEqual(['丙', '甲']);
});

it('counts the tasks of each unit, most overdue first', () => {
  const state = (organisation: string, word: TaskUnitState['state']): TaskUnitState => ({
    ...{ task: 't', organisation, name: organisation, state: word, provedBy: [], on: null, reason: '', evidence: [] },
  });
  const states = [
    state('甲', 'done'),
    state('甲', 'late'),
    state('乙', 'overdue'),
    state('乙', 'upcoming'),
    state('乙', 'notMeasured'),
  ];
  expect(unitProgress(states)).toEqual([
    { organisation: '乙', name: '乙', done: 0, overdue: 1, upcoming: 1, notMeasured: 1 },
    { organisation: '甲', name: '甲', done: 2, overdue: 0, upcoming: 0, notMeasured: 0 },
  ]);
});

it('prints one page that lets no markup through and counts what it leaves out', () => {
  const board: LeaderBoard = {
    assessment: {
      ...{ id: 'a', programme: 'p', programmeVersion: '1', period: '2022Q4', asOf: '2022-12-31', round: 'r' },
      ...{ sample: true, assessedAt: '2023-01-01T00:00:00Z' },
    },
    title: '<b>方案',
    summary: {
      ...{
        units: 13,
        scored: 12,
        vetoed: 1,
        averageScore: '87.89',
        averageCoverage: '0.95',
        findings: 48,
        reviews: 11,
      },
      ...{ newFindings: 14, fixedFindings: 3, recurredFindings: 2 },
    },
    previous: null,
    ...{ units: [], demonstrationPoints: [], leading: [], lagging: [] },
    moved: Array.from({ length: 10 }, (_, at) => placed(`单位${at}`, '部门', at + 1, at + 2)),
    matters: [{ kind: 'alarm', text: '<script>甲' }],
  };
  const progress = { all: 9, due: 4, done: 3, unknown: 1, share: '0.6666' };
  const html = leaderBriefHtml(board, [{ stage: '一', dueOn: '2022-12-31', progress }]);
  expect(html).not.toContain('<script');
  expect(html).toContain('&#60;b&#62;方案');
  expect(html).toContain('一（期限 2022-12-31）：共 9 项，已到期 4 项，完成 3 项，还不能核实 1 项，完成比例 66.7%');
  expect(html).toContain('另有 2 项，见领导看板');
  expect(html).toContain('示例数据，不得用于实际工作');
});
