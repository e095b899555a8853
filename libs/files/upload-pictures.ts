import { crc32 } from 'node:zlib';
import { uploadRefusals, type UploadLimits, type UploadVerdict } from './upload-model.js';
import { hasMarkup } from './upload-signs.js';

const refused = (why: string): UploadVerdict => ({ refused: why });

/**
 * A JPEG from its first mark to its last. Cameras put further JPEGs behind the first (depth, brightness) and zeros; whatever
 * else stands there is no picture, nor may the notes within it hold a page.
 */
export function checkJpeg(bytes: Buffer, limits: UploadLimits): UploadVerdict {
  let from = 0;
  for (let count = 0; count < 16; count += 1) {
    const end = endOfJpeg(bytes, from, limits);
    if (typeof end !== 'number') return end;
    from = end;
    while (from < bytes.length && bytes[from] === 0) from += 1;
    if (from === bytes.length) return { kind: 'jpg' };
    if (bytes[from] !== 0xff || bytes[from + 1] !== 0xd8) return refused(uploadRefusals.two);
  }
  return refused(uploadRefusals.two);
}

function endOfJpeg(bytes: Buffer, from: number, { maxPixels }: UploadLimits): number | UploadVerdict {
  const damaged = refused(uploadRefusals.damaged);
  let at = from + 2;
  let isSized = false;
  let hasScan = false;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return damaged;
    const mark = bytes[at + 1]!;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7)) {
      at += 2;
      continue;
    }
    if (mark === 0xd9) break;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return damaged;
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (isFrame(mark)) {
      if (body.length < 6) return damaged;
      if (body.readUInt16BE(1) * body.readUInt16BE(3) > maxPixels) return refused(uploadRefusals.pixels);
      isSized = true;
    } else if (isNote(mark) && hasMarkup(body)) return refused(uploadRefusals.two);
    at += 2 + length;
    if (mark !== 0xda) continue;
    hasScan = true;
    at = endOfScan(bytes, at);
  }
  if (at + 2 > bytes.length || bytes[at] !== 0xff || bytes[at + 1] !== 0xd9 || !isSized || !hasScan) return damaged;
  return at + 2;
}

const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
/** Comments and what applications note down. */
const isNote = (mark: number): boolean => mark === 0xfe || (mark >= 0xe0 && mark <= 0xef);

/** Where the next mark stands after coded lines: 0xFF 0x00 is a value, and restarts belong to the lines. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** A PNG chunk by chunk, each by its check sum, with nothing behind the last. */
export function checkPng(bytes: Buffer, { maxPixels }: UploadLimits): UploadVerdict {
  const damaged = refused(uploadRefusals.damaged);
  let at = 8;
  let chunks = 0;
  let hasLines = false;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return damaged;
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return damaged;
    if (chunks === 0) {
      if (name !== 'IHDR' || length !== 13) return damaged;
      if (body.readUInt32BE(0) * body.readUInt32BE(4) > maxPixels) return refused(uploadRefusals.pixels);
    }
    if (name === 'IDAT') hasLines = true;
    else if (hasMarkup(body)) return refused(uploadRefusals.two);
    chunks += 1;
    at = end;
    if (name !== 'IEND') continue;
    if (!hasLines) return damaged;
    return at === bytes.length ? { kind: 'png' } : refused(uploadRefusals.two);
  }
  return damaged;
}
