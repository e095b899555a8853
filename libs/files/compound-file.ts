/** A stream or storage of a compound file. */
export interface CompoundEntry {
  name: string;
  isStream: boolean;
  isRoot: boolean;
  start: number;
  size: number;
}

const mostSectors = 8000;
const none = 0xfffffff0;

/**
 * The directory of a compound file (what Word, Excel, PowerPoint and WPS wrote before 2007) and the beginnings of its
 * streams: as much as tells what it is and what is in it. Nothing is followed further than the bytes that are there.
 */
export class CompoundFile {
  readonly entries: CompoundEntry[];
  private readonly sector: number;
  private readonly tables: number[];

  /** @throws RangeError where the file does not hold what it names. */
  constructor(private readonly bytes: Buffer) {
    const shift = bytes.readUInt16LE(0x1e);
    if (shift !== 9 && shift !== 12) throw new RangeError('no compound file');
    this.sector = 1 << shift;
    this.tables = this.readTables();
    this.entries = this.readEntries();
  }

  /** The first bytes of a stream. @throws RangeError */
  beginning(entry: CompoundEntry, most: number): Buffer {
    const wanted = Math.min(entry.size, most);
    const cutoff = this.bytes.readUInt32LE(0x38);
    if (entry.size >= cutoff || entry.isRoot) return this.follow(entry.start, wanted);
    const root = this.entries.find(({ isRoot }) => isRoot);
    if (!root) throw new RangeError('no root');
    const small = this.follow(root.start, root.size);
    const chain = this.follow(this.bytes.readUInt32LE(0x3c), this.bytes.readUInt32LE(0x40) * this.sector);
    const parts: Buffer[] = [];
    for (let at = entry.start, left = wanted; left > 0 && at < none; left -= 64) {
      if (parts.length > mostSectors) throw new RangeError('endless');
      parts.push(small.subarray(at * 64, at * 64 + Math.min(64, left)));
      at = chain.readUInt32LE(at * 4);
    }
    return Buffer.concat(parts);
  }

  private sectorAt(number: number): Buffer {
    const from = (number + 1) * this.sector;
    if (number >= none || from >= this.bytes.length) throw new RangeError('beyond the end');
    return this.bytes.subarray(from, from + this.sector);
  }

  private follow(start: number, most: number): Buffer {
    const parts: Buffer[] = [];
    const seen = new Set<number>();
    for (let at = start, left = most; left > 0 && at < none; left -= this.sector) {
      if (seen.has(at) || seen.size > this.bytes.length / this.sector) throw new RangeError('endless');
      seen.add(at);
      parts.push(this.sectorAt(at).subarray(0, Math.min(this.sector, left)));
      at = this.next(at);
    }
    return Buffer.concat(parts);
  }

  private next(sector: number): number {
    const each = this.sector / 4;
    const table = this.tables[Math.floor(sector / each)];
    if (table === undefined) throw new RangeError('beyond the table');
    return this.sectorAt(table).readUInt32LE((sector % each) * 4);
  }

  private readTables(): number[] {
    const tables: number[] = [];
    for (let at = 0x4c; at < 0x200; at += 4) {
      const sector = this.bytes.readUInt32LE(at);
      if (sector < none) tables.push(sector);
    }
    let more = this.bytes.readUInt32LE(0x44);
    for (let count = 0; more < none; count += 1) {
      if (count > mostSectors) throw new RangeError('endless');
      const list = this.sectorAt(more);
      for (let at = 0; at + 8 <= list.length; at += 4) {
        const sector = list.readUInt32LE(at);
        if (sector < none) tables.push(sector);
      }
      more = list.readUInt32LE(this.sector - 4);
    }
    return tables;
  }

  private readEntries(): CompoundEntry[] {
    const directory = this.follow(this.bytes.readUInt32LE(0x30), mostSectors * this.sector);
    const entries: CompoundEntry[] = [];
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const type = directory[at + 0x42];
      const length = Math.min(64, directory.readUInt16LE(at + 0x40));
      if (type === 0 || length < 2) continue;
      entries.push({
        name: directory.toString('utf16le', at, at + length - 2),
        isStream: type === 2,
        isRoot: type === 5,
        start: directory.readUInt32LE(at + 0x74),
        size: directory.readUInt32LE(at + 0x78),
      });
    }
    return entries;
  }
}
