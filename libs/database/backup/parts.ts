import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BadInput } from '#kernel';

/** One file of a backup as its manifest lists it. */
export interface Part {
  /** Below the folder of the backup, with `/`. */
  file: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** Passes bytes on and knows afterwards how many they were and their SHA-256. */
export class Measure extends Transform {
  size = 0;
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.byteLength;
    this.hash.update(chunk);
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}

/** Fails at the end when the bytes that passed are not those of the part. */
class Proof extends Measure {
  constructor(private readonly part: Part) {
    super();
  }

  override _flush(done: TransformCallback): void {
    done(this.size === this.part.size && this.sha256() === this.part.sha256 ? null : damaged(this.part.file));
  }
}

export function damaged(file: string): BadInput {
  return new BadInput([
    { where: `备份中的 ${file}`, what: '已损坏或不完整，与指纹不符；没有恢复任何内容', accepted: '另一份完好的备份' },
  ]);
}

/** Writes what is read as a compressed part, on the disk when this resolves. */
export async function writePart(folder: string, file: string, from: Readable): Promise<Part> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  const measure = new Measure();
  await pipeline(from, createGzip({ level: 1 }), measure, createWriteStream(path, { flags: 'wx', flush: true }));
  return { file, size: measure.size, sha256: measure.sha256() };
}

/** Reads a part to its end and says whether it is whole. @throws BadInput */
export async function provePart(folder: string, part: Part): Promise<void> {
  await readPart(folder, part, async (bytes) => {
    for await (const chunk of bytes) void chunk;
  });
}

/** The unpacked bytes of a part. @throws BadInput when they are not those that were written. */
export async function readPart(folder: string, part: Part, read: (bytes: Readable) => Promise<void>): Promise<void> {
  const unpacked = createGunzip();
  const proof = new Proof(part);
  const reading = read(unpacked);
  // Whichever of the two notices first, the reason is the damage.
  const [packed, taken] = await Promise.allSettled([
    pipeline(createReadStream(join(folder, part.file)), proof, unpacked),
    reading,
  ]);
  const faults = [packed, taken].flatMap((ended) =>
    ended.status === 'rejected' ? [asDamage(ended.reason, part)] : [],
  );
  if (faults.length > 0) throw faults.find((fault) => fault instanceof BadInput) ?? faults.at(-1);
}

function asDamage(error: unknown, part: Part): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code?.startsWith('Z_') ? damaged(part.file) : error;
}
