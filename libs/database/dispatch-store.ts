import type { DataSource, EntityManager } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { DispatchRemarkEntity } from './entities/dispatch.entity.js';
import { instant } from './instant.js';

/** What the office wrote to the sheet of a week. */
export interface DispatchRemarkRow {
  id: string;
  programme: string;
  week: string;
  sample: boolean;
  words: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** A result that tells how tasks stood. */
export interface DispatchResult {
  id: string;
  programmeVersion: string;
  period: string;
  asOf: string;
}

type Week = Pick<DispatchRemarkRow, 'programme' | 'week' | 'sample'>;

/** Sheets of weeks: the results that they rest on, and what was written to them. */
export class DispatchStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The last result that judges a day not after `until`; null where there is none. */
  async resultUntil(programme: string, sample: boolean, until: string): Promise<DispatchResult | null> {
    const [row] = await this.dataSource.query<DispatchResult[]>(
      `select id, programme_version as "programmeVersion", period, as_of::text as "asOf" from assessment
       where programme = $1 and sample = $2 and as_of <= $3::date order by as_of desc, assessed_at desc limit 1`,
      [programme, sample, until],
    );
    return row ?? null;
  }

  /** What stands; null where nobody wrote anything. */
  remark(week: Week): Promise<DispatchRemarkRow | null> {
    return lastOf(this.dataSource.manager, week);
  }

  /** Adds words, unless `refuse` throws on what stands. A known id stays as it is; of two at once the second sees the first's. */
  async write(
    row: DispatchRemarkRow,
    refuse: (standing: DispatchRemarkRow | null) => void,
  ): Promise<DispatchRemarkRow> {
    return this.dataSource.transaction(async (manager) => {
      const lock = JSON.stringify(['dispatch', row.programme, row.week, row.sample]);
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [lock]);
      const standing = await lastOf(manager, row);
      if (standing?.id === row.id) return standing;
      refuse(standing);
      await bulkInsert(manager, DispatchRemarkEntity, [{ ...row, at: new Date(row.at) }]);
      return row;
    });
  }
}

async function lastOf(manager: EntityManager, { programme, week, sample }: Week): Promise<DispatchRemarkRow | null> {
  const [row] = await manager.query<DispatchRemarkRow[]>(
    `select id, programme, week, sample, words, account, author, ${instant('at')} as at from dispatch_remark
     where programme = $1 and week = $2 and sample = $3 order by dispatch_remark.at desc, id desc limit 1`,
    [programme, week, sample],
  );
  return row ?? null;
}
