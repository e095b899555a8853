import { expect, it } from 'vitest';
import type { TaskState } from '../api/types.js';
import { timeline } from './timeline.chart.js';

const task = (id: string, startOn: string | null, dueOn: string | null): TaskState => ({
  programme: 'p',
  period: '2022',
  task: id,
  stage: '一',
  title: id,
  responsible: [],
  startOn,
  dueOn,
  dueText: '',
  state: 'upcoming',
  reason: '',
  evidence: [],
});

it('places tasks between the quarter of the first day and shortly after the last', () => {
  const scale = timeline(
    [task('甲', '2020-08-15', '2020-09-30'), task('乙', null, '2020-12-16'), task('丙', null, null)],
    '2020-10-01',
  );
  expect(scale).toMatchObject({ from: '2020-07-01', to: '2020-12-31', today: 50.27 });
  expect(scale?.ticks).toEqual([
    { label: '2020.7', left: 0 },
    { label: '2020.10', left: 50.27 },
  ]);
  expect(scale?.bars.map(({ task: { task: id }, left, width, isPoint }) => [id, left, width, isPoint])).toEqual([
    ['甲', 24.59, 25.14, false],
    ['乙', 91.8, 0, true],
  ]);
  expect(scale?.undated.map(({ task: id }) => id)).toEqual(['丙']);
});

it('has no scale without a day, and no mark of today outside it', () => {
  expect(timeline([task('甲', null, null)], '2022-01-01')).toBeNull();
  expect(timeline([task('甲', null, '2020-09-30')], '2025-01-01')?.today).toBeNull();
});

it('never shows more marks than can be read', () => {
  const scale = timeline([task('甲', '2015-01-01', '2024-12-31')], null);
  expect(scale?.ticks.length).toBeLessThanOrEqual(11);
  expect(scale?.ticks[0]?.label).toBe('2015年');
});
