import { describe, expect, it } from 'vitest';
import { remarkObjection, remarkState, type RemarkState, type RemarkStep } from './public-remark.js';

const after = (...steps: RemarkStep[]) => remarkState(steps.map((step) => ({ step })));

describe('where a remark stands', () => {
  it.each([
    [[], 'waiting'],
    [['answered'], 'answered'],
    [['answered', 'shown'], 'shown'],
    [['answered', 'shown', 'hidden'], 'answered'],
    [['dismissed'], 'dismissed'],
    [['dismissed', 'answered'], 'answered'],
  ] as [RemarkStep[], RemarkState][])('after %j is %s', (steps, state) => {
    expect(after(...steps)).toBe(state);
  });

  it('is off the public page as soon as somebody writes another answer', () => {
    expect(after('answered', 'shown', 'answered')).toBe('answered');
  });
});

describe('a step', () => {
  it.each([
    ['waiting', 'shown', '先答复'],
    ['dismissed', 'shown', '先答复'],
    ['shown', 'shown', '已经公开'],
    ['answered', 'hidden', '没有公开'],
    ['shown', 'dismissed', '先撤下'],
    ['dismissed', 'dismissed', '已经'],
  ] as [RemarkState, RemarkStep, string][])('of a remark that is %s: %s is refused', (state, step, words) => {
    expect(remarkObjection(state, step)).toContain(words);
  });

  it.each([
    ['waiting', 'answered'],
    ['waiting', 'dismissed'],
    ['answered', 'shown'],
    ['answered', 'answered'],
    ['shown', 'hidden'],
    ['shown', 'answered'],
    ['dismissed', 'answered'],
  ] as [RemarkState, RemarkStep][])('of a remark that is %s: %s is taken', (state, step) => {
    expect(remarkObjection(state, step)).toBeNull();
  });
});
