import { describe, expect, it, vi } from 'vitest';
import { Slots } from '#kernel';
import { firstPassword, hashPassword, isPassword, secret, secretHash } from './passwords.js';

describe('a password', () => {
  it('is kept as argon2id with the cost that is recommended, each time with another salt', async () => {
    const [one, two] = await Promise.all([hashPassword('Changjiang-9'), hashPassword('Changjiang-9')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await isPassword(one, 'Changjiang-9')).toBe(true);
    expect(await isPassword(one, 'Changjiang-8')).toBe(false);
  });

  it('of nobody is looked at as long as any other, and never right', async () => {
    // Whom it is held against was made by then, as for everybody else.
    await isPassword(null, 'Changjiang-9');
    const work = vi.spyOn(Slots.prototype, 'run');
    try {
      expect(await isPassword(null, 'Changjiang-9')).toBe(false);
      expect(work).toHaveBeenCalledOnce();
      expect(await work.mock.results[0]?.value).toBe(false);
    } finally {
      work.mockRestore();
    }
  });
});

it('gives passwords and secrets that are never the same', () => {
  const many = (make: () => string) => new Set(Array.from({ length: 500 }, make)).size;
  expect(many(firstPassword)).toBe(500);
  expect(many(secret)).toBe(500);
  expect(secretHash('a')).toMatch(/^[\da-f]{64}$/);
});
