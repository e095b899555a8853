import { describe, expect, it } from 'vitest';
import { qrPath } from './qr.js';

const address = 'otpauth://totp/x:lisi?secret=JBSWY3DPEHPK3PXP&issuer=x';

describe('qrPath', () => {
  it('has the three finder patterns of a QR code inside a border of four modules', () => {
    const { size, path } = qrPath(address);
    const isDark = (x: number, y: number) => path.includes(`M${x} ${y}h1v1h-1z`);
    for (const [left, top] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      for (let step = 0; step < 7; step += 1) expect(isDark(left + step, top)).toBe(true);
      expect(isDark(left + 1, top + 1)).toBe(false);
      expect(isDark(left + 3, top + 3)).toBe(true);
    }
    for (let step = 0; step < size; step += 1) expect(isDark(step, 3)).toBe(false);
  });

  it('is another for another secret', () => {
    expect(qrPath(address).path).not.toBe(qrPath(address.replace('JBSW', 'KBSW')).path);
  });
});
