import { describe, expect, it } from 'vitest';
import { drawIds, objectionTo, type AskedDecision, type Decidable, type Standing } from './index.js';

const finding = (id: string, change: Partial<Decidable> = {}): Decidable => ({
  id,
  organisation: '云岭县财政局',
  indicator: 'published-in-time',
  message: `${id}迟了`,
  said: `said-${id}`,
  ...change,
});
const here = new Map(
  [
    finding('a'),
    finding('b'),
    finding('c'),
    finding('other', { organisation: '云岭县教育局' }),
    finding('material', { indicator: 'evidence' }),
  ].map((one) => [one.id, one]),
);
const asked = (change: Partial<AskedDecision> = {}): AskedDecision => ({
  verdict: 'dismissed',
  findings: [{ id: 'a', said: 'said-a' }],
  into: null,
  reason: '页面上已有',
  ...change,
});
const standing = (id: string, change: Partial<Standing> = {}): Standing => ({
  finding: id,
  said: `said-${id}`,
  verdict: 'confirmed',
  by: '复核员甲',
  on: '2026-06-30',
  reason: '属实',
  source: 'review',
  into: null,
  ...change,
});
const merge = (into: string | null, ...ids: string[]) =>
  asked({ verdict: 'merged', into, findings: ids.map((id) => ({ id, said: `said-${id}` })) });

describe('a decision on findings', () => {
  it.each<[string, AskedDecision, Standing[]]>([
    ['one', asked(), []],
    ['a confirmation without a reason', asked({ verdict: 'confirmed', reason: '' }), []],
    ['many', asked({ findings: ['a', 'b', 'c'].map((id) => ({ id, said: `said-${id}` })) }), []],
    ['a merger', merge('b', 'a', 'c'), []],
    ['one that was decided on when it said something else', asked(), [standing('a', { said: 'before' })]],
  ])('may be %s', (_, decision, before) => {
    expect(objectionTo(decision, here, before)).toBeNull();
  });

  it.each<[string, AskedDecision, Standing[]]>([
    ['没有选中问题', asked({ findings: [] }), []],
    ['没有写理由', asked({ reason: ' ' }), []],
    ['没有写理由', { ...merge('b', 'a'), reason: '' }, []],
    ['选了501个', asked({ findings: Array.from({ length: 501 }, (_, n) => ({ id: `${n}`, said: '' })) }), []],
    ['已不在最近一次评分中', asked({ findings: [{ id: 'gone', said: '' }] }), []],
    ['内容已有变化', asked({ findings: [{ id: 'a', said: 'before' }] }), []],
    ['待第二人审定', asked({ findings: [{ id: 'material', said: 'said-material' }] }), []],
    ['没有指明并入哪一个', merge(null, 'a'), []],
    ['没有指明并入哪一个', merge('gone', 'a'), []],
    ['不能并入自己', merge('a', 'a', 'b'), []],
    ['不是同一单位', merge('other', 'a'), []],
    ['自己已并入别处', merge('b', 'a'), [standing('b', { verdict: 'merged', into: 'c' })]],
    ['已有别的问题并入', merge('b', 'a'), [standing('c', { verdict: 'merged', into: 'a' })]],
  ])('is refused: %s', (what, decision, before) => {
    expect(objectionTo(decision, here, before)).toMatchObject({ kind: 'refused', what: expect.stringContaining(what) });
  });

  it('tells who was first, and stands back for an appeal alone', () => {
    expect(objectionTo(asked(), here, [standing('a')])).toEqual({
      kind: 'taken',
      what: '“a迟了”已由复核员甲于2026-06-30确认（属实）',
      accepted: '刷新后再看；要改先撤销原决定',
    });
    expect(objectionTo(asked(), here, [standing('a')], { overrides: true })).toBeNull();
  });
});

describe('a sample for a second look', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `f${index}`);

  it('is the same for the same seed, in whatever order they come, and another for another', () => {
    const drawn = drawIds(ids, { count: 10 }, 'seed-1');
    expect(drawn).toHaveLength(10);
    expect(drawIds([...ids].reverse(), { count: 10 }, 'seed-1')).toEqual(drawn);
    expect(drawIds(ids, { count: 10 }, 'seed-2')).not.toEqual(drawn);
    expect(drawIds(ids, { count: 5 }, 'seed-1')).toEqual(drawn.slice(0, 5));
  });

  it.each([
    [{ percent: 10 }, 4],
    [{ percent: 1 }, 1],
    [{ percent: 100 }, 40],
    [{ count: 99 }, 40],
  ])('%o is %i of forty', (draw, count) => {
    expect(new Set(drawIds(ids, draw, 's')).size).toBe(count);
  });
});
