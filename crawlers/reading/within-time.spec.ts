import { describe, expect, it } from 'vitest';
import { withinTime } from './within-time.js';

describe('withinTime', () => {
  it('gives what the work gives, and throws what it throws', () => {
    expect(withinTime(60_000, () => '云岭县')).toEqual({ value: '云岭县' });
    expect(withinTime(60_000, () => undefined)).toEqual({ value: undefined });
    expect(() => withinTime(60_000, () => JSON.parse('{'))).toThrow(SyntaxError);
  });

  it.each<[string, () => void]>([
    ['an endless loop', () => { for (;;); }], // prettier-ignore
    ['a loop that catches everything', () => { for (;;) try { for (;;); } catch { continue; } }], // prettier-ignore
    ['an expression without end', () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`)],
    ['much work in small steps', () => { for (;;) 'x'.repeat(1e6).replaceAll('y', ''); }], // prettier-ignore
  ])('breaks off %s, and the thread goes on', async (_name, work) => {
    expect(withinTime(50, work)).toBeNull();
    expect(withinTime(60_000, () => 1)).toEqual({ value: 1 });
    expect(await Promise.resolve(2)).toBe(2);
  });
});
