import { describe, expect, it } from 'vitest';
import { decodeBody } from './decode-body.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
/** “云岭县人民政府” */
const inGb = 'd4c6c1ebcfd8c8cbc3f1d5feb8ae';
const inBig5 = 'b6b3c0adbfa4a448a5c1ac46a9b2';
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('decodeBody', () => {
  it.each<[string, Uint8Array, string | null, string, string]>([
    ['a plain UTF-8 page', utf8('<meta charset="utf-8">云岭县'), 'text/html; charset=utf-8', 'utf-8', '云岭县'],
    ['UTF-8 that the header calls gbk', utf8('<p>云岭县'), 'text/html; charset=gbk', 'utf-8', '云岭县'],
    ['a byte order mark against the header', utf8('\ufeff云岭县'), 'text/html; charset=gb2312', 'utf-8', '云岭县'],
    ['gb2312 by header', bytes(inGb), 'text/html; charset=gb2312', 'gb18030', '云岭县人民政府'],
    ['gb by meta', join(utf8('<meta charset=gb2312>'), bytes(inGb)), null, 'gb18030', '云岭县人民政府'],
    ['gb that calls itself utf-8', join(utf8('<meta charset=utf-8>'), bytes(inGb)), null, 'gb18030', '云岭县人民政府'],
    ['gb that calls itself iso-8859-1', bytes(inGb), 'text/html; charset=ISO-8859-1', 'gb18030', '云岭县人民政府'],
    ['gb declared as nonsense', join(utf8('<meta charset="x-none">'), bytes(inGb)), null, 'gb18030', '人民政府'],
    ['gb not declared at all', bytes(inGb), null, 'gb18030', '云岭县人民政府'],
    ['big5 by header', bytes(inBig5), 'text/html; charset=big5', 'big5', '雲嶺縣人民政府'],
    ['a page cut in the middle of a character', utf8('云岭县').slice(0, 8), null, 'utf-8', '云岭'],
    ['UTF-16 with its mark', bytes('fffe914e'), null, 'utf-16le', '云'],
    ['ASCII that calls itself UTF-16', utf8('<p>2025'), 'text/html; charset=utf-16', 'utf-8', '<p>2025'],
    ['gb that calls itself UTF-16', bytes(inGb), 'text/html; charset=utf-16le', 'gb18030', '云岭县人民政府'],
    ['UTF-8 with a byte lost', utf8('云岭县人民政府关于印发通知的公告').slice(1), null, 'utf-8', '岭县人民政府'],
    ['an empty body', new Uint8Array(), null, 'utf-8', ''],
  ])('%s', (_, body, header, charset, words) => {
    const decoded = decodeBody(body, header);
    expect(decoded.charset).toBe(charset);
    expect(decoded.text).toContain(words);
  });

  it('does not listen to a declaration deep inside the page', () => {
    const page = join(utf8(' '.repeat(5000) + '<meta charset="big5">'), bytes(inGb));
    expect(decodeBody(page, null)).toMatchObject({ charset: 'gb18030' });
  });

  it('keeps what can be kept of damaged bytes', () => {
    const damaged = join(utf8('云岭县人民政府办公室'), bytes('ff'), utf8('关于印发的通知'));
    expect(decodeBody(damaged, null)).toMatchObject({ charset: 'utf-8' });
  });
});
