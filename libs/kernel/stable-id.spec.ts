import { describe, expect, it } from 'vitest';
import { sha256Hex, stableId } from './stable-id.js';

describe('ids', () => {
  it('are those of the standard, also of Chinese and of broken text', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('政务公开')).toBe(sha256Hex('政务公开'.normalize()));
    // A lone surrogate is hashed as the replacement character.
    expect(sha256Hex('\ud800')).toBe(sha256Hex('\ufffd'));
  });

  it('tell their parts apart', () => {
    expect(stableId('a', 'bc')).not.toBe(stableId('ab', 'c'));
    expect(stableId('a', 'b')).toMatch(/^[0-9a-f]{20}$/);
  });
});
