import type { DataSource } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { LetterheadVersionEntity } from './entities/letterhead.entity.js';
import { instant } from './instant.js';

/** A version of what an office prints around its circulars; the shape of its content is settled where circulars are written. */
export interface LetterheadRow {
  letterhead: string;
  /** From 1 on. */
  version: number;
  sample: boolean;
  content: unknown;
  reason: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

const columns = `letterhead, version, sample, content, reason, account, author, ${instant('at')} as at`;

export class LetterheadStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest version of each, or the one that was the newest at an instant, in the order in which they were made. */
  newest(sample: boolean, at: string | null = null): Promise<LetterheadRow[]> {
    return this.dataSource.query<LetterheadRow[]>(newestOf, [sample, at]);
  }

  /** Newest first. */
  versions(letterhead: string): Promise<LetterheadRow[]> {
    return this.dataSource.query<LetterheadRow[]>(
      `select ${columns} from letterhead_version where letterhead = $1 order by version desc`,
      [letterhead],
    );
  }

  /**
   * Keeps the next version, of two at once one after the other.
   * @param settle given the newest version of each: throws, or says which number the row gets; null for none, nothing is kept then.
   */
  keep(row: Omit<LetterheadRow, 'version'>, settle: (newest: LetterheadRow[]) => number | null): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('letterhead'))`);
      const version = settle(await manager.query<LetterheadRow[]>(newestOf, [row.sample, null]));
      if (version === null) return;
      await bulkInsert(manager, LetterheadVersionEntity, [{ ...row, version, at: new Date(row.at) }]);
    });
  }
}

const newestOf = `select ${columns} from letterhead_version v
  where sample = $1 and ($2::timestamptz is null or at <= $2) and not exists (
    select from letterhead_version n
    where n.letterhead = v.letterhead and n.version > v.version and ($2::timestamptz is null or n.at <= $2))
  order by (select min(f.at) from letterhead_version f where f.letterhead = v.letterhead), letterhead`;
