import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSeal, passingSeal } from './seal.js';

const folder = mkdtempSync(join(tmpdir(), 'mingjing-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = 'JBSWY3DPEHPK3PXP';

describe('a seal', () => {
  it('opens what it closed, for what it was closed for, and nothing else', () => {
    const seal = passingSeal();
    const sealed = seal.close(secret, 'a');
    expect(sealed).not.toContain(secret);
    expect(seal.close(secret, 'a')).not.toBe(sealed);
    expect(seal.open(sealed, 'a')).toBe(secret);
    expect(seal.open(sealed, 'b')).toBeNull();
    expect(passingSeal().open(sealed, 'a')).toBeNull();
    const changed = sealed.slice(0, 20) + (sealed[20] === 'A' ? 'B' : 'A') + sealed.slice(21);
    for (const bad of [changed, sealed.slice(0, -4), '', 'v1.', secret, sealed.replace('v1', 'v2')])
      expect([bad, seal.open(bad, 'a')]).toEqual([bad, null]);
  });

  it('has a key that is made once, for its owner alone', () => {
    const file = join(folder, 'new', 'secret.key');
    const sealed = openSeal(file).close(secret, 'a');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file, 'utf8');
    expect(openSeal(file).open(sealed, 'a')).toBe(secret);
    expect(readFileSync(file, 'utf8')).toBe(key);
  });

  it.skipIf(process.platform === 'win32')('takes no key that others may read', () => {
    const file = join(folder, 'open.key');
    openSeal(file);
    chmodSync(file, 0o640);
    expect(() => openSeal(file)).toThrow('别的用户也能读');
  });

  it('takes nothing else for a key', () => {
    const file = join(folder, 'bad.key');
    writeFileSync(file, 'not a key', { mode: 0o600 });
    expect(() => openSeal(file)).toThrow('内容不是密钥');
  });
});
