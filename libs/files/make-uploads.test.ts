import { crc32, deflateSync } from 'node:zlib';
import { zipOf } from './make-files.test.js';

/** Small files as people hand them in, for the tests; the name keeps them out of the build. */

const office = 'http://schemas.openxmlformats.org';

/** An Office file of a few parts. */
export function makeOffice(main: string, parts: Record<string, string> = {}): Promise<Uint8Array> {
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
    [main]: '<x/>',
    ...parts,
  });
}

function segment(mark: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A JPEG in shape: marks, a frame, one scan; no decoder would be glad of it. */
export function makeJpeg({ note = '', wide = 40, high = 30 } = {}): Buffer {
  const frame = Buffer.from([8, high >> 8, high & 255, wide >> 8, wide & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(note === '' ? [] : [segment(0xfe, Buffer.from(note))]),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function pngChunk(name: string, body: Uint8Array): Buffer {
  const inside = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(inside));
  return Buffer.concat([length, inside, sum]);
}

/** A grey picture. */
export function makePng({ wide = 2, high = 2, extra = [] as Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(wide, 0);
  header.writeUInt32BE(high, 4);
  header[8] = 8;
  const lines = deflateSync(Buffer.alloc(Math.min(high, 4) * (Math.min(wide, 4) + 1)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', lines),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A compound file (as before 2007) of streams and, by an empty name of their stream, storages. */
export function makeCompound(streams: Record<string, Buffer>, storages: readonly string[] = []): Buffer {
  const size = 512;
  const end = 0xfffffffe;
  const body: Buffer[] = [];
  const table: number[] = [];
  const put = (bytes: Buffer): number => {
    const count = Math.max(1, Math.ceil(bytes.length / size));
    const start = table.length;
    for (let n = 0; n < count; n += 1) table.push(n === count - 1 ? end : start + n + 1);
    body.push(Buffer.concat([bytes, Buffer.alloc(count * size - bytes.length)]));
    return start;
  };
  const entry = (name: string, type: number, start: number, length: number): Buffer => {
    const row = Buffer.alloc(128);
    row.write(name, 0, 'utf16le');
    row.writeUInt16LE(name.length * 2 + 2, 0x40);
    row[0x42] = type;
    row.writeUInt32LE(start, 0x74);
    row.writeUInt32LE(length, 0x78);
    return row;
  };
  // Streams below 4096 bytes would lie elsewhere.
  const large = (bytes: Buffer) =>
    bytes.length < 4096 ? Buffer.concat([bytes, Buffer.alloc(4096 - bytes.length)]) : bytes;
  const rows = Object.entries(streams).map(([name, bytes]) => entry(name, 2, put(large(bytes)), large(bytes).length));
  const directory = put(
    Buffer.concat([entry('Root Entry', 5, end, 0), ...rows, ...storages.map((name) => entry(name, 1, 0, 0))]),
  );
  const head = Buffer.alloc(size);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 0x1e);
  head.writeUInt32LE(directory, 0x30);
  head.writeUInt32LE(4096, 0x38);
  head.writeUInt32LE(end, 0x3c);
  head.writeUInt32LE(end, 0x44);
  head.fill(0xff, 0x4c);
  head.writeUInt32LE(table.length, 0x4c);
  const fat = Buffer.alloc(size, 0xff);
  [...table, 0xfffffffd].forEach((next, n) => fat.writeUInt32LE(next, n * 4));
  return Buffer.concat([head, ...body, fat]);
}

/** Heads of a Word text and of a workbook's records. */
export function wordHead({ locked = false } = {}): Buffer {
  const head = Buffer.alloc(64);
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(locked ? 0x0100 : 0, 10);
  return head;
}

export function bookRecords(...records: [kind: number, body: number[]][]): Buffer {
  return Buffer.concat(
    [[0x0809, [0, 6, 5, 0]] as [number, number[]], ...records, [0x000a, []] as [number, number[]]].map(
      ([kind, bytes]) => {
        const head = Buffer.alloc(4);
        head.writeUInt16LE(kind, 0);
        head.writeUInt16LE(bytes.length, 2);
        return Buffer.concat([head, Buffer.from(bytes)]);
      },
    ),
  );
}
