import { describe, expect, it } from 'vitest';
import type { ColumnFact } from '#facts';
import { columnsComplete } from './columns-complete.indicator.js';
import { defaultColumnRule } from './columns.js';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someFacts } from './facts.fixture.js';

const required = (key: ColumnFact['key']) => ({ ...defaultColumnRule(key), required: true });
const evaluate = (columns: ColumnFact[], columnRules = columns.map(({ key }) => required(key))) =>
  evaluateIndicator(columnsComplete, someFacts({ columns }), someContext({}, { columnRules }));

describe('columns complete', () => {
  it('passes when all required columns are in order', () => {
    expect(evaluate([someColumn('news'), someColumn('policy')])).toMatchObject({ outcome: 'pass', measured: 2, of: 2 });
  });

  it('finds each column that is not, by its key', () => {
    const result = evaluate([
      someColumn('news', { itemDates: ['2022-01-01'] }),
      someColumn('policy'),
      someColumn('rules', { itemDates: [], itemCount: 0 }),
      someColumn('request', { state: 'missing', url: null, name: null, capture: 'capture-home' }),
      someColumn('service', { state: 'broken', outcome: 'notFound' }),
      someColumn('interaction', { state: 'unread', outcome: 'timeout' }),
    ]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 5, unmeasured: 1 });
    expect(result.findings.map((one) => [one.subject, one.message.split('：')[0]])).toEqual([
      ['news', '栏目长期未更新'],
      ['request', '缺少栏目'],
      ['rules', '空白栏目'],
      ['service', '栏目链接失效'],
    ]);
    const missing = result.findings.find((one) => one.subject === 'request');
    expect(missing?.evidence).toEqual({ capture: 'capture-home', url: 'https://www.yunling.example/', marks: [] });
    expect(missing?.remedy).toContain('设置该栏目的链接');
  });

  it('holds nothing against the unit without evidence', () => {
    const result = evaluate([someColumn('request', { state: 'missing', url: null, capture: null })]);
    expect(result).toMatchObject({ outcome: 'notMeasured', findings: [], unmeasured: 1 });
  });

  it('asks only what the programme asks of the class', () => {
    const forTowns = { ...required('news'), appliesTo: { categories: ['街镇'] } };
    expect(evaluate([someColumn('news', { itemDates: [] })], [forTowns]).outcome).toBe('notApplicable');
    expect(evaluate([], [{ ...required('news'), required: false }]).outcome).toBe('notApplicable');
  });
});
