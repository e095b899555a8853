import { describe, expect, it } from 'vitest';
import type { InterpretationFact, SiteFacts } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { published, someContext, someFacts, someInterpretation } from './facts.fixture.js';
import { interpretationElementsComplete } from './interpretation-elements.indicator.js';

const five: InterpretationFact['elements'] = ['背景依据', '目标任务', '主要内容', '具体举措', '适用对象'];
const plain = (name: string, change: Partial<InterpretationFact> = {}) =>
  someInterpretation(name, { formats: ['text'], elements: five, ...change });
const evaluate = (interpretations: InterpretationFact[], params: unknown = {}, facts: Partial<SiteFacts> = {}) =>
  evaluateIndicator(interpretationElementsComplete, someFacts({ interpretations, ...facts }), someContext(params));

describe('elements of interpretations', () => {
  it('passes with the five principal ones', () => {
    expect(evaluate([plain('甲')])).toMatchObject({ outcome: 'pass', measured: 1, of: 1 });
  });

  it('finds what a text says not a word of', () => {
    const lacking = plain('乙', { elements: ['背景依据', '主要内容', '具体举措'], unsaid: ['适用对象'] });
    const result = evaluate([plain('甲'), lacking]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 2 });
    expect(result.findings[0]).toMatchObject({
      kind: 'fail',
      message: '解读“《云岭县乙实施方案》政策解读”没有适用对象',
      evidence: { capture: 'capture-jd-乙' },
    });
  });

  it.each<[string, Partial<InterpretationFact>, string]>([
    ['says the rest', { elements: ['目标任务', '适用对象'] }, 'pass'],
    ['is a film', { elements: [], formats: ['video'] }, 'notMeasured'],
    ['speaks of it in other words', { elements: [] }, 'needsReview'],
    ['says as little', { elements: [], unsaid: ['目标任务', '适用对象'] }, 'fail'],
    ['is of another policy', { policy: null }, 'fail'],
  ])('takes the interpretations of one policy together: the other one %s', (_, change, outcome) => {
    const first = plain('乙', { elements: ['背景依据', '主要内容', '具体举措'], unsaid: ['目标任务', '适用对象'] });
    const other = plain('乙', {
      url: 'https://www.yunling.example/jd/2.html',
      publishedOn: published('2021-09-15'),
      ...change,
    });
    expect(evaluate([first, other]).outcome).toBe(outcome);
  });

  it.each<[string, Partial<InterpretationFact>, string]>([
    ['not recognised is not lacking', { elements: ['背景依据'] }, 'needsReview'],
    ['a picture may say it', { elements: [], formats: ['text', 'infographic'] }, 'notMeasured'],
    ['a film', { elements: [], formats: ['video'] }, 'notMeasured'],
    ['nothing of it was read', { elements: [], formats: [] }, 'notMeasured'],
    ['a picture that says it all in words too', { formats: ['text', 'infographic'] }, 'pass'],
    ['no day of publication', { elements: [], unsaid: ['目标任务'], publishedOn: null }, 'notMeasured'],
    [
      'perhaps no interpretation',
      { elements: [], unsaid: five, doubts: [{ field: 'title', why: '与另一处不同' }] },
      'needsReview',
    ],
    ['another period', { elements: [], publishedOn: published('2021-09-15') }, 'notApplicable'],
  ])('%s: %s', (_, change, outcome) => {
    expect(evaluate([plain('乙', change)]).outcome).toBe(outcome);
  });

  it('asks for the elements that the plan names', () => {
    const all = [...five, '注意事项', '关键词解释', '新旧政策差异', '解读机关'];
    expect(evaluate([plain('甲')], { elements: all }).outcome).toBe('needsReview');
    expect(evaluate([plain('甲', { elements: ['解读机关'] })], { elements: ['解读机关'] }).outcome).toBe('pass');
    expect(evaluate([plain('甲')], { elements: ['错'] }).outcome).toBe('error');
  });

  it('has no measure when the only interpretations could not be read', () => {
    const visit = {
      as: 'detail',
      columnKey: 'interpretation',
      columnName: null,
      from: null,
      linkText: '解读',
      listPage: 1,
      depth: 2,
    } as const;
    const unread = [
      { url: 'https://www.yunling.example/x', outcome: 'timeout', visit, unrendered: false, capture: 'c' } as const,
    ];
    expect(evaluate([], {}, { unread: [...unread] }).outcome).toBe('notMeasured');
    expect(evaluate([]).outcome).toBe('notApplicable');
    const lacking = plain('乙', { elements: [], unsaid: five });
    expect(evaluate([lacking]).outcome).toBe('fail');
    expect(evaluate([lacking], {}, { unread: [...unread] }).outcome).toBe('needsReview');
  });
});
