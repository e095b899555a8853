import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator knows it: six digits, SHA-1, thirty seconds. */
const seconds = 30;
const digits = 6;
/** A clock may be one step off, either way. */
const steps = 1;

/** A new secret of 160 bits, in base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator reads from the QR code. */
export function secretUri(secret: string, account: string): string {
  return codes(secret, account).toString();
}

/**
 * The step of time that a code belongs to, or null when it is wrong or its step is not after `lastStep`: no code counts twice.
 * @param now milliseconds.
 */
export function stepOfCode(secret: string, code: string, now: number, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const away = codes(secret, '').validate({ token: code, timestamp: now, window: steps });
  if (away === null) return null;
  const step = Math.floor(now / 1000 / seconds) + away;
  return lastStep === null || step > lastStep ? step : null;
}

/** The code of a moment, as an authenticator shows it. */
export function codeAt(secret: string, now: number): string {
  return codes(secret, '').generate({ timestamp: now });
}

function codes(secret: string, account: string): TOTP {
  return new TOTP({ issuer: '明镜', label: account, secret: Secret.fromBase32(secret), period: seconds, digits });
}
