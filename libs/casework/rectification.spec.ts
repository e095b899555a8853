import { describe, expect, it } from 'vitest';
import { createWorkdays } from '#calendar';
import {
  countMends,
  escalationTitle,
  mendState,
  noticeStanding,
  type LaterWord,
  type MendState,
} from './rectification.js';

const workdays = createWorkdays();
const word = (state: LaterWord['state'], seenAnew = true): LaterWord => ({ state, seenAnew });

describe('a finding after a notice', () => {
  it.each<[string, LaterWord[], boolean, MendState]>([
    ['nobody looked', [], false, 'notMeasured'],
    ['the page was only carried along', [word('open', false)], false, 'notMeasured'],
    ['it is still there', [word('open')], false, 'notMended'],
    ['it is gone', [word('fixed', false)], false, 'mended'],
    ['it was there and is gone', [word('open'), word('fixed')], false, 'mended'],
    ['it is back', [word('fixed'), word('recurred')], false, 'recurred'],
    ['it is back and stays', [word('fixed'), word('recurred'), word('open')], false, 'recurred'],
    ['it is back, and gone again', [word('fixed'), word('recurred'), word('fixed')], false, 'mended'],
    ['it is gone, and what was carried along shows it', [word('fixed'), word('recurred', false)], false, 'mended'],
    ['an appeal was accepted', [word('open')], true, 'upheld'],
  ])('when %s', (_, words, isUpheld, state) => {
    expect(mendState(words, isUpheld)).toBe(state);
  });
});

describe('a notice', () => {
  const items = (...states: MendState[]) => states.map((state) => ({ state, answeredOn: null }));
  const stand = (
    today: string,
    of: { state: MendState; answeredOn: string | null }[],
    { isWithdrawn = false, escalateAfter = [1, 6, 11] } = {},
  ) => noticeStanding(workdays, { dueOn: '2023-01-17', isWithdrawn, items: of }, { today, escalateAfter });

  it.each([
    ['2023-01-10', 'open', 5, 0, 0],
    ['2023-01-17', 'open', 0, 0, 0],
    ['2023-01-18', 'overdue', null, 1, 1],
    // The Spring Festival counts for nothing.
    ['2023-01-27', 'overdue', null, 3, 1],
    ['2023-01-30', 'overdue', null, 6, 2],
    ['2023-02-10', 'overdue', null, 15, 3],
  ])('that is not mended, on %s', (today, state, daysLeft, daysOver, level) => {
    expect(stand(today, items('mended', 'notMended'))).toEqual({ state, daysLeft, daysOver, level });
  });

  it('is done when nothing is left, and withdrawn whatever is', () => {
    expect(stand('2023-02-10', items('mended', 'upheld')).state).toBe('done');
    expect(stand('2023-02-10', items('notMended'), { isWithdrawn: true })).toMatchObject({
      state: 'withdrawn',
      level: 0,
    });
  });

  it('that was answered in time is not overdue before somebody looked again', () => {
    const answered = (state: MendState, answeredOn: string | null) => [{ state, answeredOn }];
    expect(stand('2023-02-10', answered('notMeasured', '2023-01-17'))).toMatchObject({ state: 'awaiting', level: 0 });
    expect(stand('2023-01-12', answered('notMeasured', '2023-01-11'))).toMatchObject({
      state: 'awaiting',
      daysLeft: 3,
    });
    expect(stand('2023-02-10', answered('notMeasured', '2023-01-18')).state).toBe('overdue');
    expect(stand('2023-02-10', answered('notMeasured', null)).state).toBe('overdue');
    expect(stand('2023-02-10', answered('notMended', '2023-01-11')).state).toBe('overdue');
  });

  it('takes the levels of its plan, and says none where the calendar does not reach', () => {
    expect(stand('2023-01-18', items('notMended'), { escalateAfter: [3] }).level).toBe(0);
    const beyond = `${Number(workdays.covers.to.slice(0, 4)) + 1}-03-01`;
    expect(stand(beyond, items('notMended'))).toEqual({ state: 'overdue', daysLeft: null, daysOver: null, level: 0 });
  });
});

it('counts by state', () => {
  expect(countMends(['mended', 'mended', 'recurred'])).toEqual({
    ...{ mended: 2, notMended: 0, recurred: 1, notMeasured: 0, upheld: 0 },
  });
  expect([0, 1, 2, 3, 4].map(escalationTitle)).toEqual(['', '提醒', '督办', '约谈', '第4级']);
});
