import { isAscii, isUtf8, transcode } from 'node:buffer';

/** Text of a body and the name of the encoding that was decided for it, lower case (`utf-8`, `gb18030`, `big5` …). */
export interface DecodedBody {
  text: string;
  charset: string;
}

/** Declarations further down belong to pasted Word files, not to the page. */
const prescanBytes = 4096;

/** How much of a body is judged when no encoding fits it wholly. */
const sampleBytes = 262_144;

/**
 * Decides the encoding of a body and decodes it. A byte order mark wins; then bytes that are valid UTF-8 (but for a broken
 * byte here and there) and not plain ASCII are UTF-8 whatever is declared; then the header; then a declaration in the first
 * 4096 bytes; a declaration that the bytes contradict loses to GB18030, which is what undeclared Chinese pages are. gb2312
 * and gbk are read as gb18030.
 */
export function decodeBody(bytes: Uint8Array, contentTypeHeader: string | null): DecodedBody {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked);

  const declared = [charsetOfHeader(contentTypeHeader), charsetOfProlog(bytes)]
    .filter((name) => name !== null)
    .filter((name) => !name.startsWith('utf-16') || mayBeWide(bytes));
  const utf8 = strictly(bytes, 'utf-8');
  // A stateful 7-bit encoding looks like ASCII: only its declaration tells.
  if (
    utf8 !== null &&
    !(declared.some((name) => name === 'iso-2022-jp' || name.startsWith('utf-16')) && isAscii(bytes))
  )
    return { text: utf8, charset: 'utf-8' };
  if (utf8 === null && isDamagedUtf8(bytes)) return decodeAs(bytes, 'utf-8');

  for (const name of declared) {
    if (name === 'utf-8') continue;
    const text = strictly(bytes, name);
    if (text !== null && plausible(text, name)) return { text, charset: name };
  }
  const gb18030 = strictly(bytes, 'gb18030');
  if (gb18030 !== null && plausible(gb18030, 'gb18030')) return { text: gb18030, charset: 'gb18030' };
  const big5 = strictly(bytes, 'big5');
  if (big5 !== null && plausible(big5, 'big5')) return { text: big5, charset: 'big5' };
  return leastDamaged(bytes, declared);
}

/** Text of an answer, by what its header and its bytes say of the encoding. */
export function textOfAnswer({ body, headers }: { body: Uint8Array; headers: Record<string, string> }): string {
  return decodeBody(body, headers['content-type'] ?? null).text;
}

/**
 * Characters of several bytes come about by chance in no other encoding so often, while GB18030 takes almost any two bytes
 * for a character: a short page with one byte broken would turn into other characters throughout.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, sampleBytes));
  const whole = text.match(/[\u0800-\ud7ff\ue000-\ufffc]/g)?.length ?? 0;
  return whole >= 10 && (text.match(/\ufffd/g)?.length ?? 0) * 6 <= whole;
}

/** Markup in UTF-16 has a zero in every character; almost any bytes decode as UTF-16, so that its name alone proves nothing. */
function mayBeWide(bytes: Uint8Array): boolean {
  return bytes.subarray(0, prescanBytes).includes(0);
}

/** The encodings that a Chinese site may really use; a single-byte one fits any bytes and proves nothing. */
function plausible(text: string, name: string): boolean {
  if (/^(windows|iso-8859|macintosh|ibm|koi8|x-mac)/.test(name)) return false;
  const sample = text.slice(0, 65_536);
  const strange = sample.match(/[\ue000-\uf8ff\u0080-\u009f]/g)?.length ?? 0;
  const foreign = sample.match(/[^\0-\x7f]/g)?.length ?? 0;
  return strange * 20 <= foreign;
}

function leastDamaged(bytes: Uint8Array, declared: string[]): DecodedBody {
  const sample = bytes.subarray(0, sampleBytes);
  let best = { charset: 'utf-8', damage: Number.POSITIVE_INFINITY };
  for (const charset of new Set(['utf-8', ...declared.filter((name) => /^(gb18030|big5|utf)/.test(name)), 'gb18030'])) {
    const text = new TextDecoder(charset).decode(sample);
    const damage = text.match(/[\ufffd\ue000-\uf8ff\u0080-\u009f]/g)?.length ?? 0;
    if (damage < best.damage) best = { charset, damage };
  }
  return decodeAs(bytes, best.charset);
}

function decodeAs(bytes: Uint8Array, charset: string): DecodedBody {
  return { text: new TextDecoder(charset).decode(bytes), charset };
}

function strictly(bytes: Uint8Array, charset: string): string | null {
  if (charset === 'utf-8' && isUtf8(bytes)) return soundUtf8(bytes);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return cutMidCharacter(bytes, charset);
  }
}

/** The text of bytes that are valid UTF-8 and have no byte order mark: by way of UTF-16, six times as fast as a TextDecoder. */
function soundUtf8(bytes: Uint8Array): string {
  return isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

/** A body that ends within a character (a size limit, a careless server) is still in its encoding. */
function cutMidCharacter(bytes: Uint8Array, charset: string): string | null {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut += 1) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      continue;
    }
  }
  return null;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return null;
}

function charsetOfHeader(header: string | null): string | null {
  return canonical(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(header ?? '')?.[1]);
}

function charsetOfProlog(bytes: Uint8Array): string | null {
  const prolog = Buffer.from(bytes.subarray(0, prescanBytes))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '');
  const xml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(prolog)?.[1];
  const css = /^\s*@charset\s+"([\w.:-]+)"/i.exec(prolog)?.[1];
  const meta = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(prolog)?.[1];
  return canonical(xml ?? css ?? meta);
}

/** The standard name of an encoding label, or null when no browser knows it. */
function canonical(label: string | undefined): string | null {
  if (!label) return null;
  const lower = label.toLowerCase();
  if (/^(gb_?2312(-80)?|gbk|gb_?18030|cp936|ms936|x-gbk|euc-cn|hz-gb-2312|chinese)$/.test(lower)) return 'gb18030';
  try {
    return new TextDecoder(lower).encoding;
  } catch {
    return null;
  }
}
