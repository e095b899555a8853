import { describe, expect, it } from 'vitest';
import type { DocumentFact } from './model.js';
import { withRepublished } from './republished.js';

const name = '关于印发《云岭县节约用水奖励实施细则（试行）》的通知';

function copy(on: string, change: Partial<DocumentFact> = {}): DocumentFact {
  return {
    url: `https://www.yunling.example.gov.cn/${on}.html`,
    kind: 'document',
    title: name,
    documentNumber: '云水发〔2026〕6号',
    indexNumber: null,
    issuedOn: { on: '2026-02-10', source: 'metadata', words: '' },
    publishedOn: { on, source: 'info', words: '' },
    publishedOnOthers: [],
    issuer: null,
    validity: null,
    columnKey: 'policy',
    columnName: null,
    attachments: [],
    capture: on,
    ...change,
  };
}

const first = copy('2026-02-12');
const doubtsOf = (again: Partial<DocumentFact>, others = [first]) =>
  withRepublished([...others, copy('2026-04-20', again)]).at(-1)!.doubts;

describe('a document that was put up again', () => {
  it('is in doubt about its publication, by the day of the first copy, which is not', () => {
    expect(doubtsOf({ title: `${name}（更正）` })).toEqual([
      { field: 'publishedOn', why: expect.stringContaining('已于2026-02-12发布') as string, other: '2026-02-12' },
    ]);
    expect(withRepublished([first, copy('2026-04-20', { title: `${name}（更正）` })])[0]).toBe(first);
  });

  it('whatever brackets the numbers stand in, and whichever came first', () => {
    const again = { title: `${name}（重新发布）`, documentNumber: '云水发[2026]6号' };
    expect(doubtsOf(again, [copy('2026-03-01'), first])?.[0]?.other).toBe('2026-02-12');
  });

  it.each([
    ['another number', { documentNumber: '云水发〔2026〕7号' }],
    ['no number', { documentNumber: null }],
    ['another day of writing', { issuedOn: { on: '2026-02-11', source: 'metadata', words: '' } as const }],
    ['another title', { title: '关于调整水价的通知' }],
    ['an interpretation', { kind: 'interpretation' as const }],
    ['put up a day later', { publishedOn: { on: '2026-02-13', source: 'info', words: '' } as const }],
  ])('is none with %s', (_, change) => {
    expect(doubtsOf({ title: `${name}（更正）`, ...change })).toBeUndefined();
  });

  it('is none where many pages bear one number', () => {
    const many = Array.from({ length: 25 }, (_, n) => copy('2026-02-12', { capture: `${n}` }));
    expect(doubtsOf({}, many)).toBeUndefined();
  });
});
