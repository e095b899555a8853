import { describe, expect, it } from 'vitest';
import { createWorkdays } from '#calendar';
import {
  appealDeeds,
  appealStateAfter,
  appealStates,
  appealSteps,
  appealWindow,
  byUrgency,
  excusesOf,
  partyFault,
  settle,
  type Asked,
} from './appeal.js';

const workdays = createWorkdays();

describe('what may be done to an appeal', () => {
  it.each([
    ['sent', ['accept', 'partly', 'refuse', 'withdraw']],
    ['accepted', ['reopen']],
    ['partly', ['reopen']],
    ['refused', ['reopen']],
    ['withdrawn', []],
  ] as const)('when it is %s', (state, possible) => {
    expect(appealDeeds.filter((deed) => appealSteps[state][deed] !== undefined)).toEqual(possible);
  });

  it('follows from its lines, and only from possible ones', () => {
    expect(appealStateAfter([])).toBe('sent');
    expect(appealStateAfter(['refuse', 'reopen', 'accept'])).toBe('accepted');
    expect(appealStateAfter(['withdraw', 'accept'])).toBe('withdrawn');
    expect(appealStateAfter(['accept', 'withdraw'])).toBe('accepted');
    expect(Object.keys(appealSteps)).toEqual([...appealStates]);
  });

  it.each([
    ['accept', { account: 'b', unit: null }, null],
    ['accept', { account: 'b', unit: 'county' }, null],
    ['accept', { account: 'b', unit: 'finance' }, '提交的单位不能办理'],
    ['refuse', { account: 'a', unit: null }, '提交的单位不能办理'],
    ['reopen', { account: 'b', unit: 'finance' }, '提交的单位不能办理'],
    ['accept', { account: 'b', unit: 'treasury' }, '提交的单位不能办理'],
    ['withdraw', { account: 'a', unit: 'finance' }, null],
    ['withdraw', { account: 'c', unit: 'finance' }, null],
    ['withdraw', { account: 'b', unit: null }, '只有提交的单位'],
  ] as const)('%s by %o', (deed, asker, fault) => {
    const found = partyFault(deed, asker, { account: 'a', unit: 'finance', organisation: 'treasury' });
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});

describe('the window', () => {
  // 2023-01-21 to 01-27 is the Spring Festival; 01-28 and 01-29 are worked.
  it.each([
    ['2023-01-10', 5, '2023-01-17', '2023-01-17', true, 0],
    ['2023-01-10', 5, '2023-01-10', '2023-01-17', true, 5],
    ['2023-01-10', 5, '2023-01-18', '2023-01-17', false, null],
    ['2023-01-19', 2, '2023-01-28', '2023-01-28', true, 0],
    ['2023-01-19', 2, '2023-01-29', '2023-01-28', false, null],
  ])('published on %s, %i days, on %s', (publishedOn, days, today, lastDay, isOpen, daysLeft) => {
    expect(appealWindow(workdays, { publishedOn, days, today })).toEqual({ lastDay, isOpen, daysLeft });
  });

  it('stays open where the calendar does not reach', () => {
    const publishedOn = workdays.covers.to;
    expect(appealWindow(workdays, { publishedOn, days: 5, today: publishedOn })).toEqual({
      ...{ lastDay: null, daysLeft: null, isOpen: true },
    });
  });
});

describe('a decision', () => {
  const one: Asked = { kind: 'appeal', findings: ['f1'], from: null, until: null };
  const two: Asked = { ...one, findings: ['f1', 'f2'] };
  const excuse: Asked = { kind: 'exemption', findings: ['f1'], from: '2022-10-01', until: '2023-03-31' };
  it.each([
    [one, { deed: 'refuse' }, { findings: [], until: null }],
    [one, { deed: 'accept' }, { findings: ['f1'], until: null }],
    [one, { deed: 'partly' }, '只有一个问题'],
    [two, { deed: 'partly' }, '哪几个'],
    [two, { deed: 'partly', findings: ['f2'] }, { findings: ['f2'], until: null }],
    [two, { deed: 'partly', findings: ['f1', 'f2'] }, '哪几个'],
    [two, { deed: 'partly', findings: [] }, '不采纳'],
    [two, { deed: 'partly', findings: ['f3'] }, '不在这次提交之内'],
    [two, { deed: 'accept', findings: ['f1'] }, '部分采纳'],
    [excuse, { deed: 'accept' }, { findings: ['f1'], until: '2023-03-31' }],
    [excuse, { deed: 'accept', until: '2022-12-31' }, '部分采纳'],
    [excuse, { deed: 'partly', until: '2022-12-31' }, { findings: ['f1'], until: '2022-12-31' }],
    [excuse, { deed: 'partly', until: '2023-12-31' }, '2022-10-01 至 2023-03-31'],
    [excuse, { deed: 'partly', until: '2022-09-30' }, '2022-10-01 至 2023-03-31'],
    [excuse, { deed: 'partly' }, '改短截止日期'],
  ] as const)('on %o: %o', (asked, decided, comesTo) => {
    const settled = settle(asked, decided);
    if (typeof comesTo !== 'string') expect(settled).toEqual(comesTo);
    else expect('fault' in settled ? settled.fault : null).toContain(comesTo);
  });

  it('excuses what a statement or exemption was accepted for, and nothing by an appeal', () => {
    const about = {
      ...{ organisation: 'u', from: '2022-10-01', until: '2022-12-31', by: '某乙', why: '无人任职' },
      findings: [{ indicator: 'column-freshness', subject: 'notice' }],
    };
    expect(excusesOf({ kind: 'exemption', ...about })).toEqual([
      {
        ...{ kind: 'exemption', organisation: 'u', indicator: 'column-freshness', subject: 'notice' },
        ...{ on: '2022-10-01', until: '2022-12-31', by: '某乙', why: '无人任职' },
      },
    ]);
    expect(excusesOf({ kind: 'appeal', ...about })).toEqual([]);
  });
});

it('puts what is to be decided first in order of the day until which', () => {
  const row = (id: string, state: 'sent' | 'refused', decideBy: string | null, sentAt: string) => ({
    ...{ id, state, decideBy, sentAt },
  });
  const rows = [
    row('old', 'refused', '2023-01-05', '2023-01-01'),
    row('endless', 'sent', null, '2023-01-01'),
    row('later', 'sent', '2023-01-20', '2023-01-02'),
    row('newer', 'refused', '2023-01-05', '2023-01-03'),
    row('next', 'sent', '2023-01-12', '2023-01-09'),
    row('first', 'sent', '2023-01-12', '2023-01-08'),
  ];
  expect(byUrgency(rows).map(({ id }) => id)).toEqual(['first', 'next', 'later', 'endless', 'newer', 'old']);
});
