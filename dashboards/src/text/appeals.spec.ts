import { describe, expect, it } from 'vitest';
import { daysLeftText, noticeLabel, windowText } from './appeals.js';

describe('the words for days', () => {
  it.each([
    [null, ''],
    [0, '今天是最后一日'],
    [3, '剩 3 个工作日'],
  ])('%s', (days, text) => expect(daysLeftText(days)).toBe(text));

  it.each([
    [{ isOpen: true, lastDay: '2023-01-29', daysLeft: 2 }, '可申诉或说明至 2023-01-29（剩 2 个工作日）'],
    [{ isOpen: false, lastDay: '2023-01-29', daysLeft: null }, '申诉期限已过（2023-01-29）'],
    [{ isOpen: true, lastDay: null, daysLeft: null }, '可申诉或说明'],
  ])('%o', (window, text) => expect(windowText(window)).toBe(text));

  it('name the level of what is overdue', () => {
    expect(noticeLabel({ state: 'overdue', stateTitle: '逾期未整改', levelTitle: '督办' })).toEqual({
      ...{ text: '逾期未整改（督办）', tone: 'bad' },
    });
    expect(noticeLabel({ state: 'open', stateTitle: '整改中', levelTitle: '' }).text).toBe('整改中');
  });
});
