import { mostAttempts, sendingMinutes, type ChannelKind } from '#casework';
import type { DataSource } from 'typeorm';
import { instant } from './instant.js';

export interface ChannelRow {
  id: string;
  name: string;
  kind: ChannelKind;
  url: string;
  secret: string | null;
  /** Id of the programme whose newest result it tells of. */
  programme: string;
  /** In Beijing, 0 to 23. */
  hour: number;
  workdaysOnly: boolean;
  createdBy: string;
  /** Instant, ISO 8601 UTC. */
  createdAt: string;
  /** What became of its last digest; null before the first. */
  last: SendingRow | null;
}

export interface SendingRow {
  day: string;
  state: 'sending' | 'sent' | 'nothing' | 'failed';
  attempts: number;
  note: string | null;
  at: string;
}

const columns = `c.id, c.name, c.kind, c.url, c.secret, c.programme, c.hour, c.workdays_only as "workdaysOnly",
  c.created_by as "createdBy", ${instant('c.created_at')} as "createdAt",
  (select json_build_object('day', s.day::text, 'state', s.state, 'attempts', s.attempts, 'note', s.note,
     'at', ${instant('s.at')}) from notice_sending s where s.channel = c.id order by s.day desc limit 1) as last`;

/** Group robots and what was sent to them; the history of one that was removed stays. */
export class ChannelStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Oldest first. */
  channels(): Promise<ChannelRow[]> {
    return this.dataSource.query<ChannelRow[]>(
      `select ${columns} from notice_channel c where removed_at is null order by created_at, id`,
    );
  }

  async channel(id: string): Promise<ChannelRow | null> {
    const [row] = await this.dataSource.query<ChannelRow[]>(
      `select ${columns} from notice_channel c where id = $1 and removed_at is null`,
      [id],
    );
    return row ?? null;
  }

  async add(row: Omit<ChannelRow, 'last'>): Promise<void> {
    await this.dataSource.query(
      `insert into notice_channel (id, name, kind, url, secret, programme, hour, workdays_only, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[row.id, row.name, row.kind, row.url, row.secret],
        ...[row.programme, row.hour, row.workdaysOnly, row.createdBy, row.createdAt],
      ],
    );
  }

  async remove(id: string, now: Date): Promise<void> {
    // Whoever has the address may write to the group: it goes at once.
    await this.dataSource.query(`update notice_channel set removed_at = $2, url = '', secret = null where id = $1`, [
      id,
      now,
    ]);
  }

  /**
   * Takes a day's digest upon oneself; false where it was sent, is being sent, or was tried often enough. One that began
   * and was heard of no more may be begun again.
   */
  async take(channel: string, day: string, now: Date): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `with taken as (
         insert into notice_sending (channel, day, state, attempts, at) values ($1, $2, 'sending', 1, $3)
         on conflict (channel, day) do update
           set state = 'sending', attempts = notice_sending.attempts + 1, at = excluded.at, note = null
           where notice_sending.state in ('sending', 'failed') and notice_sending.attempts < $4
             and notice_sending.at < excluded.at - make_interval(mins => $5)
         returning channel)
       select * from taken`,
      [channel, day, now, mostAttempts, sendingMinutes],
    );
    return rows.length > 0;
  }

  async settle(
    channel: string,
    day: string,
    { state, note }: { state: 'sent' | 'nothing' | 'failed'; note: string | null },
    now: Date,
  ): Promise<void> {
    await this.dataSource.query(
      `update notice_sending set state = $3, note = $4, at = $5 where channel = $1 and day = $2`,
      [channel, day, state, note, now],
    );
  }

  /** Forgets what became of digests before a day. */
  async forget(before: string): Promise<void> {
    await this.dataSource.query(`delete from notice_sending where day < $1`, [before]);
  }
}
