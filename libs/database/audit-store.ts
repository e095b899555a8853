import type { DataSource } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { AuditEntryEntity } from './entities/account.entity.js';
import { instant } from './instant.js';
import { storableJson, storableText } from './storable.js';

export interface NewAuditEntry {
  at: Date;
  account: string | null;
  who: string;
  role: string | null;
  what: string;
  sentence: string;
  address: string | null;
  agent: string | null;
  before: unknown;
  after: unknown;
}

export interface AuditRow extends Omit<NewAuditEntry, 'at'> {
  id: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

export interface AuditFilter {
  /** Part of the name of who did it. */
  who?: string;
  /** Part of the right's name or of the sentence. */
  what?: string;
  /** Days in Beijing time, both included. */
  from?: string;
  to?: string;
  offset?: number;
  limit?: number;
}

const inBeijing = (day: string) => `(${day}::date::timestamp at time zone 'Asia/Shanghai')`;
const where = `from audit_entry where ($1::text is null or strpos(who, $1) > 0)
  and ($2::text is null or strpos(what, $2) > 0 or strpos(sentence, $2) > 0)
  and ($3::text is null or at >= ${inBeijing('$3')}) and ($4::text is null or at < ${inBeijing('$4')} + interval '1 day')`;

/** The trail: lines are added, and those older than 180 days may be cleared; nothing else can be done to it. */
export class AuditStore {
  constructor(private readonly dataSource: DataSource) {}

  async add(entry: NewAuditEntry): Promise<void> {
    await bulkInsert(this.dataSource.manager, AuditEntryEntity, [entry]);
  }

  /** Whether somebody's line on the same is there since. */
  async holds(line: { who: string; what: string; after: Record<string, string>; since: Date }): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `select 1 from audit_entry where at > $1 and who = $2 and what = $3 and after @> $4::jsonb limit 1`,
      [line.since, storableText(line.who), line.what, storableJson(line.after)],
    );
    return rows.length > 0;
  }

  /** Newest first, and how many there are in all. */
  async entries(filter: AuditFilter): Promise<{ total: number; rows: AuditRow[] }> {
    const word = (text: string | undefined) => (text === undefined ? null : storableText(text));
    const parameters = [word(filter.who), word(filter.what), filter.from ?? null, filter.to ?? null];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `select count(*)::int as total ${where}`,
      parameters,
    );
    const rows = await this.dataSource.query<AuditRow[]>(
      `select id::text as id, ${instant('at')} as at, account, who, role, what, sentence, address, agent, before, after
       ${where} order by at desc, audit_entry.id desc offset $5 limit $6`,
      [...parameters, filter.offset ?? 0, filter.limit ?? null],
    );
    return { total: count?.total ?? 0, rows };
  }

  /** Removes what is older than so many days. @throws the database's own error for fewer than 180. */
  async clear(olderThanDays: number): Promise<number> {
    const gone = await this.dataSource.query<unknown[]>(
      `with gone as (delete from audit_entry where at < now() - make_interval(days => $1) returning id) select id from gone`,
      [olderThanDays],
    );
    return gone.length;
  }
}
