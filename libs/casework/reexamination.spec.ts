import { describe, expect, it } from 'vitest';
import { reexaminationOf, type ReexaminationFacts } from './reexamination.js';

const facts: ReexaminationFacts = {
  ...{ issuedOn: '2024-05-01', knownSince: '2024-06-01', words: [], today: '2025-03-01', state: 'nonpublic' },
};
const kept = (year: number) => ({ verdict: 'kept' as const, year });

describe('the yearly re-examination of a document that is not public', () => {
  it.each<[string, Partial<ReexaminationFacts>, string, string | null]>([
    ['in the year of its issue', { today: '2024-12-31' }, 'later', '2025-12-31'],
    ['in the year after', {}, 'due', '2025-12-31'],
    ['on the last day', { today: '2025-12-31' }, 'due', '2025-12-31'],
    ['a day later', { today: '2026-01-01' }, 'overdue', '2025-12-31'],
    ['kept in its year', { words: [kept(2025)] }, 'kept', '2026-12-31'],
    ['the year after it was kept', { words: [kept(2025)], today: '2026-01-01' }, 'due', '2026-12-31'],
    ['kept in time again', { words: [kept(2025), kept(2026)], today: '2026-05-01' }, 'kept', '2027-12-31'],
    ['two years after it was kept', { words: [kept(2025)], today: '2027-01-01' }, 'overdue', '2026-12-31'],
    ['kept late', { words: [kept(2026)], today: '2026-02-01' }, 'kept', '2027-12-31'],
    ['of old, in a ledger of this year', { issuedOn: '2015-01-01', knownSince: '2025-02-01' }, 'due', '2025-12-31'],
    ['of old, in a ledger of last year', { issuedOn: '2015-01-01' }, 'overdue', '2024-12-31'],
    ['to be published', { words: [{ verdict: 'opened', year: 2025 }] }, 'opened', null],
    ['to be published, years ago', { words: [{ verdict: 'opened', year: 2025 }], today: '2029-01-01' }, 'opened', null],
    ['published', { words: [{ verdict: 'opened', year: 2025 }], state: 'nonpublicShown' }, 'shown', null],
    ['shown, and nobody said that it may be', { state: 'nonpublicShown' }, 'due', '2025-12-31'],
  ])('%s', (_, change, state, dueOn) => {
    expect(reexaminationOf({ ...facts, ...change })).toEqual({ state, dueOn });
  });
});
