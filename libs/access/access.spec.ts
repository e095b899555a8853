import { describe, expect, it } from 'vitest';
import {
  accountName,
  addressLimit,
  codeAt,
  isAccountName,
  isAlive,
  lockedFor,
  nameLimit,
  newSecret,
  passwordFaults,
  rightsInSample,
  rightsOf,
  rightTitles,
  roles,
  secretUri,
  stepOfCode,
  tokenRoles,
  withOneMore,
  withoutOne,
  type Attempts,
} from './index.js';

const minute = 60_000;

describe('roles', () => {
  it('hold what the house says of them', () => {
    expect([...rightsOf('administrator')].sort()).toEqual(Object.keys(rightTitles).sort());
    const changes = (right: string) => /\.(write|try|manage|decide|run)$/.test(right);
    expect(rightsOf('leader').filter(changes)).toEqual([]);
    expect(rightsOf('department').filter(changes)).toEqual(['ledgers.write', 'materials.write']);
    expect(rightsOf('readOnly').filter(changes)).toEqual([]);
    for (const role of [...roles.filter((one) => one !== 'administrator'), ...tokenRoles])
      for (const right of ['accounts.manage', 'tokens.manage', 'audit.read'] as const)
        expect([role, rightsOf(role).includes(right)]).toEqual([role, false]);
    for (const right of ['overview.read', 'circulars.read', 'rounds.read', 'hosts.read', 'comparisons.read'] as const)
      expect([right, rightsOf('department').includes(right)]).toEqual([right, false]);
    expect(rightsInSample.filter(changes)).toEqual([]);
    expect(rightsInSample).not.toContain('audit.read');
  });
});

describe('a password', () => {
  it.each([
    ['Changjiang-dongliu-9', []],
    ['九曲黄河万里沙浪淘风簸自天涯如今直', []],
    ['correct horse battery staple', []],
    ['short', ['不足 12 个字符', '大写字母、小写字母、数字、符号不足三种', '重复的字符过多']],
    ['onlylowercase', ['大写字母、小写字母、数字、符号不足三种']],
    ['Zhangsan-Shi-7', ['含有账号名']],
    ['P@ssw0rd-Yunl', ['含有常见口令或连续的数字、字母']],
    ['Yun-Ling-88', ['不足 12 个字符']],
    ['Yun-Ling-888', []],
    ['1qaz@WSX-yun', ['含有常见口令或连续的数字、字母']],
    ['Yunling-12345', ['含有常见口令或连续的数字、字母']],
    ['Aa1Aa1Aa1Aa1', ['重复的字符过多']],
    ['Old-Mima-Shi-7', ['与原口令相同']],
    [`Aa-${'长江'.repeat(70)}`, ['超过 128 个字符', '重复的字符过多']],
  ])('%s', (password, faults) => {
    expect(passwordFaults(password, { name: 'zhangsan', current: 'Old-Mima-Shi-7' })).toEqual(faults);
  });
});

describe('attempts', () => {
  const fail = (times: number, at: number, before: Attempts | null = null) =>
    Array.from({ length: times }).reduce<Attempts | null>((one) => withOneMore(one, at, nameLimit), before);

  it('shut the door at the fifth, for a quarter of an hour', () => {
    expect(lockedFor(fail(4, 0), 0)).toBe(0);
    expect(lockedFor(fail(5, 0), 0)).toBe(15 * minute);
    expect(lockedFor(fail(5, 0), 15 * minute - 1)).toBe(1);
    expect(lockedFor(fail(5, 0), 15 * minute)).toBe(0);
  });

  it('begin anew after the lock, and after so long without one', () => {
    expect(withOneMore(fail(5, 0), 15 * minute, nameLimit)).toEqual({
      failures: 1,
      since: 15 * minute,
      lockedUntil: null,
    });
    expect(withOneMore(fail(4, 0), 15 * minute, nameLimit)).toMatchObject({ failures: 1 });
    expect(withOneMore(fail(4, 0), 15 * minute - 1, nameLimit)).toMatchObject({ failures: 5 });
  });

  it('that were good are taken out again, also the one that had shut the door', () => {
    const shut = fail(5, 0)!;
    expect(withoutOne(shut, nameLimit)).toEqual({ failures: 4, since: 0, lockedUntil: null });
    expect(withoutOne({ ...shut, failures: 6 }, nameLimit).lockedUntil).toBe(15 * minute);
    expect(addressLimit.failures).toBeGreaterThan(nameLimit.failures);
  });
});

describe('a session', () => {
  const hour = 60 * minute;
  it.each([
    [0, 30 * minute - 1, true],
    [0, 30 * minute, false],
    [12 * hour - 1, 12 * hour - 1, true],
    [12 * hour - 1, 12 * hour, false],
  ])('seen at %i, at %i lives: %s', (seenAt, now, alive) => {
    expect(isAlive({ createdAt: 0, seenAt }, now, 30 * minute)).toBe(alive);
  });
});

describe('a one-time code', () => {
  it('is that of RFC 6238', () => {
    // The secret of its appendix B, "12345678901234567890".
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [2_000_000_000, '279037'],
    ] as const)
      expect(codeAt(secret, seconds * 1000)).toBe(code);
  });

  it('counts one step around the clock, and no step twice', () => {
    const secret = newSecret();
    const now = 1_800_000_000_000;
    const step = now / 30_000;
    expect(stepOfCode(secret, codeAt(secret, now), now, null)).toBe(step);
    expect(stepOfCode(secret, codeAt(secret, now - 30_000), now, null)).toBe(step - 1);
    expect(stepOfCode(secret, codeAt(secret, now + 30_000), now, null)).toBe(step + 1);
    expect(stepOfCode(secret, codeAt(secret, now), now, step)).toBeNull();
    expect(stepOfCode(secret, codeAt(secret, now - 30_000), now, step)).toBeNull();
    for (const wrong of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
      expect(stepOfCode(secret, wrong, now, null)).toBeNull();
    expect(secretUri(secret, '某甲')).toMatch(/^otpauth:\/\/totp\/.*issuer=%E6%98%8E%E9%95%9C.*secret=[A-Z2-7]{32}/);
  });
});

describe('a name', () => {
  it('is written in one way', () => {
    expect(accountName(' Ｚhang.San ')).toBe('zhang.san');
    for (const good of ['zhang.san', '张某', 'a1']) expect(isAccountName(good)).toBe(true);
    for (const bad of ['a', '.a', 'a b', 'a/b', '<b>', 'a'.repeat(33), 'a\u0000b', ''])
      expect(isAccountName(bad)).toBe(false);
  });
});
