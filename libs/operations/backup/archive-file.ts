import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack, type Extract, type Pack } from 'tar-stream';
import { damaged, type TablesDump } from '#database';
import { sha256Of } from '#evidence';
import { BadInput } from '#kernel';
import { eachBlob } from './blob-list.js';
import { foreign, manifestFile } from './manifest.js';

type Entry = Extract extends AsyncIterable<infer One> ? One : never;

/** Larger than any answer that a crawl keeps; it is held in memory. */
const largestBlob = 1_073_741_824;
const partName = /^(?:manifest\.json|blobs\.gz|tables\/[a-z][a-z0-9_]{0,62}\.gz)$/;
const blobName = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{62})$/;

/**
 * Writes parts and blobs as one tar: the tables, the list of blobs, the blobs in its order, and the manifest last, so that
 * an archive that was cut off is known by its absence.
 */
export async function packArchive<Sealed>(
  file: string,
  compressed: boolean,
  folder: string,
  dump: TablesDump,
  from: { blob: (sha256: string) => Promise<Uint8Array | null>; seal: () => Promise<Sealed> },
): Promise<Sealed & { copied: number }> {
  const tar = pack();
  const target = createWriteStream(file, { flags: 'wx' });
  const written = compressed ? pipeline(tar, createGzip({ level: 1 }), target) : pipeline(tar, target);
  const fill = async () => {
    for (const part of [...dump.tables, dump.blobs]) await addFile(tar, folder, part.file);
    let copied = 0;
    await eachBlob(folder, dump.blobs, async (sha256) => {
      const bytes = await from.blob(sha256);
      if (bytes === null) return;
      await add(tar, `blobs/${sha256.slice(0, 2)}/${sha256.slice(2)}`, bytes.byteLength, Readable.from([bytes]));
      copied += 1;
    });
    const sealed = await from.seal();
    await addFile(tar, folder, manifestFile);
    tar.finalize();
    return { ...sealed, copied };
  };
  const filling = fill().catch((error: unknown) => {
    tar.destroy(error as Error);
    throw error;
  });
  const [filled, ended] = await Promise.allSettled([filling, written]);
  // A full disk ends the writing first; what fills it only learns of it.
  if (ended.status === 'rejected' && (ended.reason as NodeJS.ErrnoException).code !== undefined) throw ended.reason;
  if (filled.status === 'rejected') throw filled.reason;
  if (ended.status === 'rejected') throw ended.reason;
  return filled.value;
}

async function addFile(tar: Pack, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  await add(tar, name, (await stat(path)).size, createReadStream(path));
}

function add(tar: Pack, name: string, size: number, bytes: Readable): Promise<void> {
  return pipeline(bytes, tar.entry({ name, size, mode: 0o644, mtime: new Date(0) }));
}

/**
 * Lays manifest and parts into the folder and proves every blob by its name.
 * @returns the blobs of the list that the archive lacks.
 * @throws BadInput when it is no backup, damaged or cut off.
 */
export async function unpackParts(file: string, folder: string): Promise<{ manifest: string; missing: string[] }> {
  let manifest: string | null = null;
  const lacking = new Lacking();
  const seen = new Set<string>();
  let expected: Expected | null = null;
  try {
    await eachEntry(file, async (entry) => {
      const { name, type } = entry.header;
      if (type !== 'file' || manifest !== null || seen.has(name)) throw foreign(file);
      const blob = blobOf(name);
      if (blob === null) {
        if (!partName.test(name)) throw foreign(file);
        seen.add(name);
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await pipeline(chunksOf(entry), createWriteStream(join(folder, name), { flags: 'wx' }));
        if (name === manifestFile) manifest = await readFile(join(folder, name), 'utf8');
        return;
      }
      if (!seen.has('blobs.gz')) throw foreign(file);
      expected ??= new Expected(folder);
      await bytesOf(entry, blob);
      await expected.upTo(blob, lacking);
    });
    if (manifest === null) throw foreign(file);
    if (seen.has('blobs.gz')) await (expected ?? new Expected(folder)).upTo(null, lacking);
    return { manifest, missing: lacking.hashes };
  } finally {
    (expected as Expected | null)?.close();
  }
}

/** The blobs of an archive, each proved, one after the other. */
export async function eachPackedBlob(
  file: string,
  work: (sha256: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  await eachEntry(file, async (entry) => {
    const blob = blobOf(entry.header.name);
    if (blob === null) entry.resume();
    else await work(blob, await bytesOf(entry, blob));
  });
}

const blobOf = (name: string) => blobName.exec(name)?.slice(1).join('') ?? null;

async function bytesOf(entry: Entry, sha256: string): Promise<Uint8Array> {
  if ((entry.header.size ?? 0) > largestBlob) throw damaged(entry.header.name);
  const chunks: Buffer[] = [];
  for await (const chunk of chunksOf(entry)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (sha256Of(bytes) !== sha256) throw damaged(entry.header.name);
  return bytes;
}

/** Its streams are of another make: walked, not piped, they tell of a sudden end. */
async function* chunksOf(entry: Entry): AsyncGenerator<Buffer> {
  for await (const chunk of entry as AsyncIterable<Buffer>) yield chunk;
}

async function eachEntry(file: string, work: (entry: Entry) => Promise<void>): Promise<void> {
  const source = createReadStream(file);
  const tar = extract();
  const reading = (await isCompressed(file)) ? pipeline(source, createGunzip(), tar) : pipeline(source, tar);
  const taking = (async () => {
    for await (const entry of tar) await work(entry);
  })();
  const faults = (await Promise.allSettled([taking, reading])).flatMap((ended) =>
    ended.status === 'rejected' ? [ended.reason as unknown] : [],
  );
  if (faults.length === 0) return;
  const own = faults.find((fault) => fault instanceof BadInput);
  const system = faults.find((fault) => /^E[A-Z]+$/.test((fault as NodeJS.ErrnoException).code ?? ''));
  // All else is the reader's word for bytes that are no archive.
  throw own ?? system ?? foreign(file);
}

async function isCompressed(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

class Lacking {
  readonly hashes: string[] = [];

  add(sha256: string): void {
    // A backup leaves out few blobs or all of them.
    if (this.hashes.length < 10_000) this.hashes.push(sha256);
  }
}

/** The list of blobs, walked beside the blobs themselves, which come in the same order. */
class Expected {
  private readonly lines: AsyncIterator<string>;

  constructor(folder: string) {
    this.lines = linesOf(join(folder, 'blobs.gz'));
  }

  /** Goes on to `sha256`, or to the end; what is passed over is lacking. */
  async upTo(sha256: string | null, lacking: Lacking): Promise<void> {
    for (;;) {
      const line = await this.lines.next().catch(() => {
        throw damaged('blobs.gz');
      });
      if (line.done && sha256 === null) return;
      if (line.done) throw damaged('blobs.gz');
      if (line.value === sha256) return;
      lacking.add(line.value);
    }
  }

  close(): void {
    void this.lines.return?.();
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createReadStream(file).pipe(createGunzip());
  let rest = '';
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
