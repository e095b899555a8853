import { describe, expect, it } from 'vitest';
import {
  circularDraftState,
  circularSteps,
  reviewObjection,
  stepObjection,
  type CircularDraftState,
  type CircularStep,
} from './circular-draft.js';

const after = (...steps: CircularStep[]) => circularDraftState(steps.map((step) => ({ step, account: 'a' })));

describe('the draft of a circular', () => {
  it.each<[CircularStep[], CircularDraftState]>([
    [[], 'editing'],
    [['sent'], 'inReview'],
    [['sent', 'returned'], 'editing'],
    [['sent', 'returned', 'sent', 'approved'], 'approved'],
    [['sent', 'approved', 'recalled'], 'editing'],
    [['dropped'], 'dropped'],
    [['dropped', 'recalled'], 'editing'],
    [['sent', 'approved', 'issued'], 'issued'],
  ])('after %j is %s', (steps, state) => {
    expect(after(...steps)).toBe(state);
  });

  it.each<[CircularDraftState, CircularStep[]]>([
    ['editing', ['sent', 'dropped']],
    ['inReview', ['returned', 'approved', 'recalled']],
    ['approved', ['returned', 'recalled', 'issued']],
    ['dropped', ['recalled']],
    ['issued', []],
  ])('%s allows %j and nothing else', (state, allowed) => {
    expect(circularSteps.filter((step) => stepObjection(state, step) === null)).toEqual(
      circularSteps.filter((step) => allowed.includes(step)),
    );
  });

  it('is reviewed by somebody who wrote nothing of it', () => {
    expect(reviewObjection(['a', 'b'], 'b')).toContain('须由另一人审核');
    expect(reviewObjection(['a', 'b'], 'c')).toBeNull();
  });
});
