import { expect, it } from 'vitest';
import { tokenState } from './tokens.js';

it.each([
  ['2026-11-21', null, '有效'],
  ['2026-11-20', null, '已过期'],
  ['2027-01-01', '2026-11-21T01:00:00Z', '已撤销'],
])('holds until %s, revoked %s: %s', (expiresOn, revokedAt, expected) => {
  expect(tokenState({ expiresOn, revokedAt }, '2026-11-21').text).toBe(expected);
});
