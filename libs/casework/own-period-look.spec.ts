import { describe, expect, it } from 'vitest';
import { lookState } from './own-period-look.js';

const finding = { id: 'f', indicator: 'document-number-present', subject: 'https://www.yunling.example/zc/7.html' };
const later = (found: string[], measured: string[], read: string[]) => ({
  ...{ found: new Set(found), measured: new Set(measured), read: new Set(read) },
});

describe('what later evidence says of a finding of an earlier period', () => {
  it.each([
    ['is there still', later(['f'], [finding.indicator], [finding.subject]), 'open'],
    ['is gone, and its page was read', later([], [finding.indicator], [finding.subject]), 'fixed'],
    ['is gone, but its page was not read', later(['other'], [finding.indicator], []), 'notMeasured'],
    ['is gone, but nothing was measured', later([], ['another'], [finding.subject]), 'notMeasured'],
  ] as const)('%s', (_, result, state) => expect(lookState(finding, result)).toBe(state));

  it('asks for no page where the finding is about none', () => {
    const column = { ...finding, subject: '通知公告' };
    expect(lookState(column, later([], [finding.indicator], []))).toBe('fixed');
  });
});
