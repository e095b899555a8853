import { describe, expect, it } from 'vitest';
import { shareText } from './ledger.js';

describe('the share of what is not public', () => {
  it.each([
    [{ documents: 5, onRequest: 1, refused: 1, share: '40', trend: null }, '5 件中 2 件，40%'],
    [{ documents: 5, onRequest: 1, refused: 0, share: '20', trend: 'down' }, '5 件中 1 件，20%，比上年下降'],
    [{ documents: 5, onRequest: 0, refused: 0, share: '0', trend: 'same' }, '5 件中 0 件，0%，与上年持平'],
    [{ documents: null, onRequest: 0, refused: 0, share: null, trend: null }, '未测（没有这一年的台账）'],
  ] as const)('%j', (year, text) => expect(shareText({ year: 2026, ...year })).toBe(text));
});
