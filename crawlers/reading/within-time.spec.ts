import { describe, expect, it } from 'vitest';
import { withinTime } from './within-time.js';

describe('withinTime', () => {
  it('gives what the work gives, and throws what it throws', async () => {
    expect(await withinTime(60_000, () => '云岭县')).toEqual({ value: '云岭县' });
    expect(await withinTime(60_000, () => undefined)).toEqual({ value: undefined });
    await expect(withinTime(60_000, () => JSON.parse('{') as unknown)).rejects.toThrow(SyntaxError);
  });

  it.each<[string, () => void]>([
    ['an endless loop', () => { for (;;); }], // prettier-ignore
    ['a loop that catches everything', () => { for (;;) try { for (;;); } catch { continue; } }], // prettier-ignore
    ['an expression without end', () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`)],
    ['much work in small steps', () => { for (;;) 'x'.repeat(1e6).replaceAll('y', ''); }], // prettier-ignore
  ])('breaks off %s, and the thread goes on', async (_name, work) => {
    const elsewhere = Promise.all([5, 50].map((ms) => new Promise<number>((done) => setTimeout(() => done(ms), ms))));
    const [broken, next] = await Promise.all([withinTime(50, work), withinTime(60_000, () => 1)]);
    expect([broken, next]).toEqual([null, { value: 1 }]);
    expect(await withinTime(60_000, () => 2)).toEqual({ value: 2 });
    expect(await elsewhere).toEqual([5, 50]);
  });
});
