import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { sha256Hex, Slots } from '#kernel';

/** What OWASP recommends for argon2id (RFC 9106): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes memory and a processor: those who ask at the same time wait for each other. */
const atOnce = new Slots(2);

export function hashPassword(password: string): Promise<string> {
  return atOnce.run(() => hash(password.normalize('NFC'), cost));
}

/** Where there is nothing to hold it against, it takes as long and is false. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await nobody());
  const fits = await atOnce.run(() => verify(against, password.normalize('NFC')));
  return fits && passwordHash !== null;
}

let ofNobody: Promise<string> | null = null;
function nobody(): Promise<string> {
  return (ofNobody ??= hashPassword(secret()));
}

/** Without letters and digits that are taken for each other. */
const letters = 'abcdefghijkmnpqrstuvwxyz';
const signs = `${letters}ABCDEFGHJKLMNPQRSTUVWXYZ23456789`;

/** A first password, to be read out or written down: four groups of five signs, 116 bits. */
export function firstPassword(): string {
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** 256 random bits, as text that may stand in an address or a header. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. */
export function secretHash(text: string): string {
  return sha256Hex(text);
}
