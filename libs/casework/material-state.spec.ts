import { describe, expect, it } from 'vitest';
import {
  countingWords,
  decisionObjection,
  materialState,
  sendingObjection,
  withdrawalObjection,
  type MaterialRule,
  type MaterialState,
  type MaterialVerdict,
  type MaterialWord,
  type SentMaterial,
} from './index.js';

const one: MaterialRule = { reviewers: 1, differ: 'review', grades: [] };
const two: MaterialRule = { ...one, reviewers: 2 };
const mean: MaterialRule = { ...two, differ: 'mean', grades: ['优', '良'] };

function word(by: string, verdict: MaterialVerdict, more: Partial<MaterialWord> = {}): MaterialWord {
  const at = '2026-05-08T02:00:00.000Z';
  return { id: `${by}-${verdict}`, verdict, grade: null, reason: '', by, signs: by, at, isWithdrawn: false, ...more };
}
const version = (number: number, ...words: MaterialWord[]): SentMaterial => ({
  version: number,
  sentBy: 'unit',
  words,
});

describe('the state of a requirement', () => {
  it.each<[string, SentMaterial[], MaterialRule, MaterialState]>([
    ['nothing', [], one, 'none'],
    ['sent', [version(1)], one, 'sent'],
    ['met', [version(1, word('a', 'meets'))], one, 'meets'],
    ['not met', [version(1, word('a', 'fails'))], one, 'fails'],
    ['not applicable', [version(1, word('a', 'notApplicable'))], one, 'notApplicable'],
    ['returned', [version(1, word('a', 'returned'))], two, 'returned'],
    ['sent again', [version(1, word('a', 'returned')), version(2)], one, 'sent'],
    ['withdrawn', [version(1, word('a', 'meets', { isWithdrawn: true }))], one, 'sent'],
    ['one of two', [version(1, word('a', 'meets'))], two, 'second'],
    ['two of one mind', [version(1, word('a', 'meets'), word('b', 'meets'))], two, 'meets'],
    ['two who differ', [version(1, word('a', 'meets'), word('b', 'fails'))], two, 'differ'],
    [
      'two grades',
      [version(1, word('a', 'graded', { grade: '优' }), word('b', 'graded', { grade: '良' }))],
      mean,
      'graded',
    ],
    [
      'a grade and none',
      [version(1, word('a', 'graded', { grade: '优' }), word('b', 'notApplicable'))],
      mean,
      'differ',
    ],
  ])('%s', (_, sent, rule, state) => {
    expect(materialState(sent, { hasDraft: false, rule })).toBe(state);
  });

  it('is a draft before anything was sent', () => {
    expect(materialState([], { hasDraft: true, rule: one })).toBe('draft');
    expect(materialState([version(1)], { hasDraft: true, rule: one })).toBe('sent');
  });
});

describe('what counts', () => {
  it('is what was last decided, however many were sent since', () => {
    const met = version(1, word('a', 'fails'));
    expect(countingWords([met, version(2)])?.version.version).toBe(1);
    expect(countingWords([met, version(2, word('a', 'returned'))])?.version.version).toBe(1);
    expect(countingWords([met, version(2, word('b', 'meets'))])?.words).toMatchObject([{ verdict: 'meets' }]);
    expect(countingWords([version(1, word('a', 'meets', { isWithdrawn: true }))])).toBeNull();
    expect(countingWords([])).toBeNull();
  });
});

describe('who may do what', () => {
  it.each<[MaterialState, boolean]>([
    ['none', true],
    ['draft', true],
    ['sent', false],
    ['second', false],
    ['differ', false],
    ['returned', true],
    ['meets', false],
    ['fails', true],
    ['notApplicable', false],
    ['graded', true],
  ])('a unit whose material is %s sends: %s', (state, may) => {
    expect(sendingObjection(state) === null).toBe(may);
  });

  const decide = (sent: SentMaterial, by: string, verdict: MaterialVerdict, rule = one, grade: string | null = null) =>
    decisionObjection(sent, { by, verdict, grade }, { rule, isNewest: true });

  it('whoever decides is not who sent, and decides once', () => {
    expect(decide(version(1), 'unit', 'meets')?.kind).toBe('wrong');
    expect(decide(version(1), 'a', 'meets')).toBeNull();
    expect(decide(version(1, word('a', 'meets')), 'a', 'fails', two)?.what).toMatch(/先撤回/);
    expect(decide(version(1, word('a', 'meets')), 'b', 'fails', two)).toBeNull();
    expect(decide(version(1, word('a', 'meets', { isWithdrawn: true })), 'a', 'fails')).toBeNull();
  });

  it('the second is told who decided what and when', () => {
    expect(decide(version(1, word('王某', 'meets')), 'b', 'fails')).toEqual({
      kind: 'taken',
      what: '王某已于2026-05-08 10:00审定为“符合”',
    });
    expect(decide(version(1, word('a', 'returned')), 'b', 'meets', two)?.kind).toBe('taken');
    expect(decide(version(1, word('a', 'meets'), word('b', 'fails')), 'c', 'meets', two)?.kind).toBe('taken');
    const late = decisionObjection(
      version(1),
      { by: 'a', verdict: 'meets', grade: null },
      { rule: one, isNewest: false },
    );
    expect(late?.what).toMatch(/新的一版/);
  });

  it('grades are those of the rubric, where it has any', () => {
    const graded = { ...one, grades: ['优', '良'] };
    expect(decide(version(1), 'a', 'graded', graded, '优')).toBeNull();
    expect(decide(version(1), 'a', 'notApplicable', graded)).toBeNull();
    expect(decide(version(1), 'a', 'returned', graded)).toBeNull();
    expect(decide(version(1), 'a', 'graded', graded, '差')?.what).toMatch(/优、良/);
    expect(decide(version(1), 'a', 'meets', graded)?.what).toMatch(/分等次/);
    expect(decide(version(1), 'a', 'graded', one, '优')?.what).toMatch(/没有给这一条分等次/);
    expect(decide(version(1), 'a', 'meets', one, '优')?.kind).toBe('wrong');
  });

  it('a word is taken back by who gave it, as long as nothing new was sent', () => {
    expect(withdrawalObjection(word('a', 'meets'), 'a', true)).toBeNull();
    expect(withdrawalObjection(word('a', 'meets'), 'b', true)?.kind).toBe('wrong');
    expect(withdrawalObjection(word('a', 'meets'), 'a', false)?.kind).toBe('taken');
    expect(withdrawalObjection(word('a', 'meets', { isWithdrawn: true }), 'a', true)?.kind).toBe('taken');
  });
});
