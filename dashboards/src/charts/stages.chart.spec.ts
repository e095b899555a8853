import { expect, it } from 'vitest';
import type { TaskState } from '../api/types.js';
import { stageScale } from './stages.chart.js';

const task = (stage: string, startOn: string | null, dueOn: string | null): TaskState => ({
  ...{ programme: 'p', period: '2022', task: `${stage}${dueOn}`, stage, title: '', responsible: [], startOn, dueOn },
  ...{ dueText: '', state: 'upcoming', reason: '', evidence: [] },
});
const progress = { all: 4, due: 2, done: 1, unknown: 0, share: '0.5' };
const stages = ['一', '二', '三'].map((stage) => ({ stage, dueText: null, dueOn: null, dueRule: null, progress }));

it('spans each stage from its first beginning to its last day, with the line of today', () => {
  const scale = stageScale(
    [task('一', '2020-08-15', '2020-09-30'), task('一', null, '2020-10-15'), task('二', null, '2020-12-16')],
    stages,
    '2020-10-01',
  );
  expect(scale?.lines.map(({ bar }) => bar)).toEqual([
    { left: 24.59, width: 33.33, isPoint: false },
    { left: 91.8, width: 0, isPoint: true },
    null,
  ]);
  expect(scale?.today).toBe(50.27);
});

it('is nothing where no task has a day', () => expect(stageScale([task('一', null, null)], stages, null)).toBeNull());
