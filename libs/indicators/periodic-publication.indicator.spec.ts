import { describe, expect, it } from 'vitest';
import type { SiteFacts } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { published, someColumn, someContext, someDocument, someFacts } from './facts.fixture.js';
import { periodicPublication } from './periodic-publication.indicator.js';

const params = { matter: '规范性文件清理结果', words: ['清理结果'], months: 24, column: 'policy' };
const cleared = (on: string | null) =>
  someDocument('qljg', { title: '云岭县行政规范性文件清理结果', publishedOn: on === null ? null : published(on) });
const other = someDocument('other');
const policy = someColumn('policy', { itemCount: 1 });
const unread = (columnKey: 'policy' | 'news'): SiteFacts['unread'][number] => ({
  url: 'https://www.yunling.example/zc/unread.html',
  outcome: 'timeout',
  visit: { as: 'detail', columnKey, columnName: null, hint: null } as never,
  unrendered: false,
  capture: 'capture-unread',
});

describe('publication at least every two years (沂水)', () => {
  it.each<[string, Partial<SiteFacts>, string]>([
    ['just within', { documents: [cleared('2020-12-31')] }, 'pass'],
    ['a day too old', { documents: [cleared('2020-12-30')], columns: [policy] }, 'fail'],
    ['never', { documents: [other], columns: [policy] }, 'fail'],
    ['only after the day of judgement', { documents: [cleared('2023-01-05')], columns: [policy] }, 'fail'],
    ['without a date', { documents: [cleared(null)], columns: [policy] }, 'notMeasured'],
    ['a column that was not seen', { documents: [other] }, 'notMeasured'],
    ['a column read in part', { documents: [other], columns: [{ ...policy, complete: false }] }, 'notMeasured'],
    ['an item that was not read', { documents: [other], columns: [{ ...policy, itemCount: 2 }] }, 'notMeasured'],
    [
      'an unread page of the column',
      { documents: [other], columns: [policy], unread: [unread('policy')] },
      'notMeasured',
    ],
    ['an unread page of another', { documents: [other], columns: [policy], unread: [unread('news')] }, 'fail'],
  ])('%s', (_, facts, outcome) => {
    const result = evaluateIndicator(periodicPublication, someFacts(facts), someContext(params));
    expect(result.outcome).toBe(outcome);
    expect(result.findings).toHaveLength(outcome === 'fail' ? 1 : 0);
  });

  it('takes the last day of a shorter month', () => {
    const facts = someFacts({ documents: [cleared('2022-02-28')] });
    const context = someContext({ ...params, months: 1 }, { asOf: '2022-03-31' });
    expect(evaluateIndicator(periodicPublication, facts, context).outcome).toBe('pass');
  });
});
