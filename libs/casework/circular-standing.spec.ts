import { describe, expect, it } from 'vitest';
import { circularStanding, circularWordObjection, type CircularWord } from './circular-standing.js';

describe('a circular that was issued', () => {
  it.each([
    [[], false, 'inForce'],
    [[], true, 'corrected'],
    [['revoked'], true, 'revoked'],
    [['revoked', 'restored'], false, 'inForce'],
    [['revoked', 'restored'], true, 'corrected'],
  ] as [CircularWord[], boolean, string][])('of which %j was said, corrected: %s, is %s', (words, corrected, state) => {
    expect(circularStanding(words, corrected)).toBe(state);
  });

  it('is revoked once, and restored only then', () => {
    expect(circularWordObjection([], 'revoked')).toBeNull();
    expect(circularWordObjection(['revoked'], 'revoked')).toBe('已撤销');
    expect(circularWordObjection(['revoked'], 'restored')).toBeNull();
    expect(circularWordObjection([], 'restored')).toBe('没有撤销');
  });
});
