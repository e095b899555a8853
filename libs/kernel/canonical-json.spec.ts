import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: [true, null, 'é'] }, '{"a":[true,null,"é"],"b":1}'],
    [{ a: undefined, b: { d: 1, c: 2 } }, '{"b":{"c":2,"d":1}}'],
    ['第“一”行\n', '"第“一”行\\n"'],
    [[undefined, 1], '[null,1]'],
  ])('writes %j', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('gives equal values equal bytes whatever the order of their keys', () =>
    expect(canonicalJson({ x: { p: 1, q: 2 }, y: 3 })).toBe(canonicalJson({ y: 3, x: { q: 2, p: 1 } })));

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1]])('refuses %s', (value) =>
    expect(() => canonicalJson({ value })).toThrow(TypeError),
  );
});
