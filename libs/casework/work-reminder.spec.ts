import { expect, it } from 'vitest';
import { workReminder, type ReminderFacts } from './work-reminder.js';

const nothing: ReminderFacts = {
  ...{ open: 0, doubts: 0, points: '0', fresh: 0, recurred: 0, due: [], overdue: [], windows: [], decided: [] },
};

it('says nothing where there is nothing to say', () => {
  expect(workReminder(nothing)).toEqual([]);
});

it.each<[Partial<ReminderFacts>, string, string[]]>([
  [
    { overdue: [{ on: '2023-01-17', daysOver: 6, levelTitle: '督办', left: 2 }] },
    'overdue',
    ['整改期限 2023-01-17 的通知还有 2 个问题未整改，逾期 6 个工作日（督办）'],
  ],
  [
    { overdue: [{ on: '2023-01-17', daysOver: null, levelTitle: '', left: 1 }] },
    'overdue',
    ['整改期限 2023-01-17 的通知还有 1 个问题未整改'],
  ],
  [{ due: [{ on: '2023-01-17', daysLeft: 0, left: 1 }] }, 'due', ['整改期限 2023-01-17（今天）的通知还有 1 个问题']],
  [
    { due: [{ on: '2023-01-17', daysLeft: 3, left: 1 }] },
    'due',
    ['整改期限 2023-01-17（还有 3 个工作日）的通知还有 1 个问题'],
  ],
  [{ fresh: 2, recurred: 1 }, 'fresh', ['最近七天新发现 2 个问题', '1 个问题整改后又出现']],
  [{ windows: [{ lastDay: '2023-01-29', count: 3 }] }, 'windows', ['3 个问题可申诉或说明，最后一日是 2023-01-29']],
  [
    { decided: [{ kindTitle: '申诉', stateTitle: '采纳', on: '2023-01-16' }] },
    'decided',
    ['申诉已于 2023-01-16 办理：采纳'],
  ],
  [{ open: 3, doubts: 1, points: '2.5' }, 'open', ['共 3 个问题，合计扣 2.5 分；其中 1 个待核查、不扣分']],
  [{ open: 3, points: '2.5' }, 'open', ['共 3 个问题，合计扣 2.5 分']],
])('of %o', (facts, kind, lines) => {
  expect(workReminder({ ...nothing, ...facts })).toEqual([{ kind, title: expect.any(String), lines }]);
});

it('puts what presses most first', () => {
  const all = workReminder({
    ...{ open: 1, doubts: 0, points: '1', fresh: 1, recurred: 0 },
    due: [{ on: '2023-01-17', daysLeft: 0, left: 1 }],
    overdue: [{ on: '2023-01-10', daysOver: 5, levelTitle: '提醒', left: 1 }],
    windows: [{ lastDay: '2023-01-29', count: 1 }],
    decided: [{ kindTitle: '申诉', stateTitle: '采纳', on: '2023-01-16' }],
  });
  expect(all.map(({ kind }) => kind)).toEqual(['overdue', 'due', 'fresh', 'windows', 'decided', 'open']);
});
