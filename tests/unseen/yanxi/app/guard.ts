import { runInNewContext } from 'node:vm';

/** What the page and the gateway share: how requests are signed and how both ways are enciphered. Part of the bundle. */
export const GUARD = String.raw`
const APP_KEY = 'yx-portal-2024', CIPHER_KEY = 'b7Qm2xVt9KdR4sLw';
function mix(seed, text) {
  let a = seed >>> 0;
  for (let i = 0; i < text.length; i++) { a ^= text.charCodeAt(i); a = Math.imul(a, 16777619) >>> 0; a ^= a >>> 13; }
  return (a >>> 0).toString(16).padStart(8, '0');
}
function sign(path, stamp, nonce, body) {
  const text = [APP_KEY, path, stamp, nonce, body, CIPHER_KEY].join('&');
  return [2166136261, 3344921057, 1540483477, 668265263].map((seed) => mix(seed, text)).join('');
}
function stream(salt, bytes) {
  const key = new TextEncoder().encode(CIPHER_KEY + salt), s = Array.from({ length: 256 }, (_, i) => i), out = new Uint8Array(bytes.length);
  for (let i = 0, j = 0; i < 256; i++) { j = (j + s[i] + key[i % key.length]) & 255; [s[i], s[j]] = [s[j], s[i]]; }
  for (let n = 0, i = 0, j = 0; n < bytes.length; n++) {
    i = (i + 1) & 255; j = (j + s[i]) & 255; [s[i], s[j]] = [s[j], s[i]];
    out[n] = bytes[n] ^ s[(s[i] + s[j]) & 255];
  }
  return out;
}
function seal(value, salt) {
  let raw = '';
  for (const one of stream(salt, new TextEncoder().encode(JSON.stringify(value)))) raw += String.fromCharCode(one);
  return salt + btoa(raw);
}
function unseal(text) {
  const raw = atob(text.slice(8)), bytes = Uint8Array.from(raw, (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(stream(text.slice(0, 8), bytes)));
}
`;

interface Guard {
  sign(path: string, stamp: string, nonce: string, body: string): string;
  /** `salt` is eight letters or digits. */
  seal(value: unknown, salt: string): string;
  unseal(text: string): unknown;
}

export const guard = runInNewContext(`${GUARD};({ sign, seal, unseal })`, {
  TextEncoder,
  TextDecoder,
  btoa,
  atob,
  Uint8Array,
}) as Guard;
