import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';

const asGzip = promisify(gunzip);
const asZlib = promisify(inflate);
const asRawDeflate = promisify(inflateRaw);
const asBrotli = promisify(brotliDecompress);

/** Layers of encoding that are undone at most: some servers compress twice, none honestly three times. */
const maxLayers = 2;

export type Decoded = { bytes: Uint8Array; tooLarge: false } | { bytes: null; tooLarge: true };

/**
 * Undoes `Content-Encoding` as browsers do: what the bytes are counts more than what the header says, since servers
 * declare gzip over plain text and send gzip unasked. Never gives more than `limit` bytes, so that a bomb goes off empty.
 */
export async function decodeContent(body: Uint8Array, declared: string | null, limit: number): Promise<Decoded> {
  if (body.byteLength > limit) return { bytes: null, tooLarge: true };
  const names = (declared ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .slice(-maxLayers)
    .reverse();
  let bytes = body;
  try {
    for (const name of names) bytes = await undo(name, bytes, limit);
    if (names.length < maxLayers && isGzip(bytes) && !names.includes('br')) bytes = await undo('gzip', bytes, limit);
  } catch (error) {
    if (isOverflow(error)) return { bytes: null, tooLarge: true };
    throw error;
  }
  return { bytes, tooLarge: false };
}

async function undo(name: string, bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const options = { maxOutputLength: limit };
  // Z_SYNC_FLUSH takes a stream without its trailer, which many servers forget.
  const lenient = { ...options, finishFlush: constants.Z_SYNC_FLUSH };
  if (bytes.byteLength === 0) return bytes;
  if (isGzip(bytes)) return orAsItIs(() => asGzip(bytes, lenient), bytes);
  if (name === 'deflate') {
    const zlib = ((bytes[0] ?? 0) & 0x0f) === 8 && ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) % 31 === 0;
    return orAsItIs(() => (zlib ? asZlib(bytes, lenient) : asRawDeflate(bytes, lenient)), bytes);
  }
  if (name === 'br') return orAsItIs(() => asBrotli(bytes, options), bytes);
  return bytes;
}

async function orAsItIs(decode: () => Promise<Uint8Array>, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await decode();
  } catch (error) {
    if (isOverflow(error)) throw error;
    return bytes;
  }
}

function isOverflow(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
