import { describe, expect, it } from 'vitest';
import type { InterpretationFact } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { published, someContext, someFacts, someInterpretation } from './facts.fixture.js';
import { interpretationsVaried } from './interpretations-varied.indicator.js';

const thresholds = [
  { fromYear: 2022, atLeast: '0.7' },
  { fromYear: 2023, atLeast: '0.9' },
];
const plain = (name: string, change: Partial<InterpretationFact> = {}) =>
  someInterpretation(name, { formats: ['text'], ...change });
const varied = (count: number) => Array.from({ length: count }, (_, index) => someInterpretation(`图${index}`));
const evaluate = (interpretations: InterpretationFact[], change = {}) =>
  evaluateIndicator(interpretationsVaried, someFacts({ interpretations }), someContext({ thresholds }, change));

describe('interpretations varied', () => {
  it('passes at the very share asked for', () => {
    const result = evaluate([...varied(7), plain('甲'), plain('乙'), plain('丙')]);
    expect(result).toMatchObject({ outcome: 'pass', measured: 7, of: 10, findings: [] });
    expect(result.message).toBe('本期10件可测解读中多样化解读7件，占70%，2022年应不低于70%');
  });

  it('names the interpretations in text alone when the share is not reached', () => {
    const result = evaluate([...varied(2), plain('甲')]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 2, of: 3 });
    expect(result.findings.map((one) => one.subject)).toEqual(['https://www.yunling.example/jd/甲.html']);
  });

  it('takes the share that holds in the year of the period', () => {
    const dated = published('2023-03-01');
    const next = [...varied(4).map((one) => ({ ...one, publishedOn: dated })), plain('甲', { publishedOn: dated })];
    expect(evaluate(next, { period: '2023', asOf: '2023-12-31' }).outcome).toBe('fail');
    expect(evaluate(next, { period: '2021', asOf: '2021-12-31' }).outcome).toBe('notApplicable');
  });

  it('leaves out undated ones, unknown forms and other periods', () => {
    const result = evaluate([
      someInterpretation('甲'),
      plain('乙', { publishedOn: null }),
      plain('丙', { formats: [] }),
      plain('丁', { publishedOn: published('2021-12-31') }),
    ]);
    expect(result).toMatchObject({ outcome: 'pass', measured: 1, of: 1, unmeasured: 2 });
    expect(evaluate([plain('乙', { publishedOn: null })]).outcome).toBe('notMeasured');
    expect(evaluate([])).toMatchObject({ outcome: 'notApplicable', message: '本期没有发布解读' });
  });

  it.each([['2'], [1.5], ['70%']])('refuses the share %s', (atLeast) => {
    const context = someContext({ thresholds: [{ fromYear: 2022, atLeast }] });
    expect(evaluateIndicator(interpretationsVaried, someFacts(), context).outcome).toBe('error');
  });
});
