import { inflateRawSync } from 'node:zlib';

/** Why an archive is refused, in the reader's words. */
export class ZipRefused extends Error {}

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  headerAt: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;
const maxEntries = 2000;

/**
 * A zip archive of which only named parts are ever unpacked, in memory, within a budget that holds twice: for the sizes that the
 * central directory declares, and for what really comes out while inflating (declared sizes can lie).
 */
export class BoundedZip {
  private readonly entries = new Map<string, Entry>();
  private budget: number;

  /** @throws ZipRefused */
  constructor(
    private readonly bytes: Buffer,
    maxUnpacked: number,
  ) {
    this.budget = maxUnpacked;
    this.readDirectory(maxUnpacked);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Every part with where its header begins and how many bytes of the archive it takes, in the order of the directory. */
  parts(): { name: string; from: number; packed: number }[] {
    return [...this.entries].map(([name, { headerAt, packed }]) => ({ name, from: headerAt, packed }));
  }

  /** Bytes of one part, or null when there is none of that name. @throws ZipRefused */
  read(name: string): Buffer | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const { bytes } = this;
    if (entry.headerAt + 30 > bytes.length || bytes.readUInt32LE(entry.headerAt) !== headerMark) throw damaged();
    const from =
      entry.headerAt + 30 + bytes.readUInt16LE(entry.headerAt + 26) + bytes.readUInt16LE(entry.headerAt + 28);
    if (from + entry.packed > bytes.length) throw damaged();
    const packed = bytes.subarray(from, from + entry.packed);
    const unpacked = entry.method === 0 ? packed : this.inflate(packed);
    this.budget -= unpacked.length;
    if (this.budget < 0) throw tooLarge();
    return unpacked;
  }

  private inflate(packed: Buffer): Buffer {
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.budget) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
      throw damaged();
    }
  }

  private readDirectory(maxUnpacked: number): void {
    const { bytes } = this;
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) throw damaged();
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count > maxEntries) throw new ZipRefused(`压缩包内有 ${count} 个部件，超过 ${maxEntries} 个`);
    let total = 0;
    for (let i = 0; i < count; i += 1) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw damaged();
      const flags = bytes.readUInt16LE(at + 8);
      const method = bytes.readUInt16LE(at + 10);
      const unpacked = bytes.readUInt32LE(at + 24);
      const nameLength = bytes.readUInt16LE(at + 28);
      if (flags & 1) throw new ZipRefused('文件已加密');
      if (method !== 0 && method !== 8) throw damaged();
      total += unpacked;
      if (total > maxUnpacked) throw tooLarge();
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\/+/, '');
      if (this.entries.has(name)) throw damaged();
      this.entries.set(name, {
        method,
        packed: bytes.readUInt32LE(at + 20),
        unpacked,
        headerAt: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }
}

function damaged(): ZipRefused {
  return new ZipRefused('文件已损坏，不能解压');
}

function tooLarge(): ZipRefused {
  return new ZipRefused('解压后过大（疑似压缩炸弹）');
}
