import { verify } from '@node-rs/argon2';
import { describe, expect, it, vi } from 'vitest';
import { firstPassword, hashPassword, isPassword, secret, secretHash } from './passwords.js';

vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

describe('a password', () => {
  it('is kept as argon2id with the cost that is recommended, each time with another salt', async () => {
    const [one, two] = await Promise.all([hashPassword('Changjiang-9'), hashPassword('Changjiang-9')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await isPassword(one, 'Changjiang-9')).toBe(true);
    expect(await isPassword(one, 'Changjiang-8')).toBe(false);
  });

  it('of nobody is looked at as long as any other, and never right', async () => {
    vi.mocked(verify).mockClear();
    expect(await isPassword(null, 'Changjiang-9')).toBe(false);
    expect(verify).toHaveBeenCalledOnce();
    expect(vi.mocked(verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

it('gives passwords and secrets that are never the same', () => {
  const many = (make: () => string) => new Set(Array.from({ length: 500 }, make)).size;
  expect(many(firstPassword)).toBe(500);
  expect(many(secret)).toBe(500);
  expect(secretHash('a')).toMatch(/^[\da-f]{64}$/);
});
