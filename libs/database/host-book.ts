import type { DataSource, EntityManager } from 'typeorm';
import type { FetchOutcome } from '#evidence';
import type { OpenHours } from '#kernel';
import type { HostPermissionRow } from './host-rows.js';
import { instant } from './instant.js';

/** How a host has been doing of late, in the shape that crawlers ask for; instants in milliseconds since 1970. */
export interface KeptHostState {
  slowedMs: number;
  good: number;
  failures: number;
  rests: number;
  trouble: FetchOutcome | null;
  troubleSince: number | null;
  pausedUntil: number | null;
  givenUpUntil: number | null;
  givenUpTimes: number;
}

export interface KeptTurnAsk {
  host: string;
  lease: string;
  intervalMs: number;
  leastMs: number;
  perHost: number;
  hours: OpenHours;
  jitter: number;
}

export interface KeptHostRecord {
  state: KeptHostState;
  rule: { intervalMs: number | null; perHost: number | null; hours: OpenHours | null };
  nextAt: number;
  busyUntil: number | null;
  busy: boolean;
  now: number;
}

export type KeptTurn = { granted: true; gapMs: number } | { granted: false; record: KeptHostRecord };

/** How soon the turns of a dead worker are free again, and how often living ones say that they live; milliseconds. */
export interface LeaseTiming {
  leaseMs: number;
  renewEveryMs: number;
}

const usualTiming: LeaseTiming = { leaseMs: 10_000, renewEveryMs: 2000 };

/** Milliseconds since 1970 of a timestamp; null stays null, `-infinity` is long ago. */
const ms = (instantSql: string): string =>
  `(case when ${instantSql} = '-infinity' then 0 else extract(epoch from ${instantSql}) * 1000 end)::float8`;
const at = (parameter: string): string => `to_timestamp(${parameter}::float8 / 1000)`;

const stateJson = `json_build_object('slowedMs', h.slowed_ms, 'good', h.good, 'failures', h.failures, 'rests', h.rests,
  'trouble', h.trouble, 'troubleSince', ${ms('h.trouble_since')}, 'pausedUntil', ${ms('h.paused_until')},
  'givenUpUntil', ${ms('h.given_up_until')}, 'givenUpTimes', h.given_up_times)`;

/**
 * The state of hosts in the database, for all workers and over restarts. Every time in it is the database's, so that no
 * clock of a worker's machine matters. A turn is one statement on one row: two that ask at once are served one after the
 * other, and the second sees what the first took.
 */
export class DatabaseHostBook {
  private readonly out = new Map<string, Set<string>>();
  /** Turns of which the database, being away, could not be told that they are over, or told us that we had them. */
  private readonly owed = new Map<string, Set<string>>();
  private readonly renewal: NodeJS.Timeout;
  private readonly takeTurn: string;

  /** @param now SQL for the time; tests give one that they set. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly timing: LeaseTiming = usualTiming,
    private readonly now = 'clock_timestamp()',
  ) {
    this.takeTurn = takeStatement(now);
    // A renewal that fails is made up for by the next.
    this.renewal = setInterval(() => void this.renew().catch(() => undefined), timing.renewEveryMs);
    this.renewal.unref();
  }

  async take(ask: KeptTurnAsk): Promise<KeptTurn> {
    const { host, lease, intervalMs, leastMs, perHost, hours, jitter } = ask;
    const values = [host, lease, this.timing.leaseMs, intervalMs, leastMs, perHost, JSON.stringify(hours), jitter];
    for (;;) {
      const rows = await this.owing(host, lease, () =>
        this.dataSource.query<{ gapMs: number | null; record: KeptHostRecord | null }[]>(this.takeTurn, values),
      );
      const [row] = rows;
      if (row?.record) return { granted: false, record: row.record };
      if (row) {
        this.out.set(host, (this.out.get(host) ?? new Set()).add(lease));
        return { granted: true, gapMs: row.gapMs ?? 0 };
      }
      await this.dataSource.query(`insert into host (name) values ($1) on conflict do nothing`, [host]);
    }
  }

  async leave(host: string, lease: string, sentAgoMs: number, gapMs: number): Promise<boolean> {
    this.forget(host, lease);
    const [[row]] = await this.owing(host, lease, () =>
      this.dataSource.query<[{ uneasy: boolean }[], number]>(
        `update host h set leases = h.leases - $2,
           next_at = greatest(h.next_at, ${this.now} + make_interval(secs => (greatest($4::float8, h.slowed_ms) - $3::float8) / 1000))
         where h.name = $1
         returning h.slowed_ms > 0 or h.failures > 0 or h.paused_until is not null or h.given_up_until is not null as uneasy`,
        [host, lease, Math.max(0, sentAgoMs), gapMs],
      ),
    );
    return row?.uneasy ?? false;
  }

  async change(host: string, change: (state: KeptHostState, now: number) => KeptHostState): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const kept = await this.lock(manager, host);
      const next = change(kept.state, kept.now);
      await manager.query(
        `update host set slowed_ms = $2, good = $3, failures = $4, rests = $5, trouble = $6, trouble_since = ${at('$7')},
           paused_until = ${at('$8')}, given_up_until = ${at('$9')}, given_up_times = $10 where name = $1`,
        [
          host,
          Math.round(next.slowedMs),
          next.good,
          next.failures,
          next.rests,
          next.trouble,
          next.troubleSince,
          next.pausedUntil,
          next.givenUpUntil,
          next.givenUpTimes,
        ],
      );
    });
  }

  /** Those that stand today in Asia/Shanghai, in the order in which they were given. */
  permissions(host: string): Promise<HostPermissionRow[]> {
    return this.dataSource.query<HostPermissionRow[]>(
      `select p.id, p.host, p.path, p.author, p.reason, p.until::text as until, ${instant('p.created_at')} as "createdAt",
         null as withdrawn
       from host_permission p
       where p.host = $1 and p.until >= (${this.now} at time zone 'UTC' + interval '8 hours')::date
         and not exists (select from host_permission_withdrawal w where w.permission = p.id)
       order by p.position`,
      [host],
    );
  }

  async close(): Promise<void> {
    clearInterval(this.renewal);
    // What cannot be given back now is free when its time is up.
    for (const turns of [this.out, this.owed]) await this.giveBack(turns).catch(() => undefined);
    this.out.clear();
  }

  /** Runs a question about a turn; where no answer comes, the turn is given back later. */
  private async owing<T>(host: string, lease: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      this.owed.set(host, (this.owed.get(host) ?? new Set()).add(lease));
      throw error;
    }
  }

  private async giveBack(turns: Map<string, Set<string>>): Promise<void> {
    for (const [host, leases] of [...turns]) {
      const given = [...leases];
      await this.dataSource.query(`update host set leases = leases - $2::text[] where name = $1`, [host, given]);
      for (const lease of given) leases.delete(lease);
      if (leases.size === 0) turns.delete(host);
    }
  }

  /** One host after the other, so that no two workers wait for each other. */
  private async renew(): Promise<void> {
    await this.giveBack(this.owed);
    for (const [host, leases] of [...this.out])
      await this.dataSource.query(
        `update host h set leases = (select jsonb_object_agg(l.key, case when l.key = any($2::text[])
             then to_jsonb(${ms(this.now)} + $3::float8) else l.value end) from jsonb_each(h.leases) l)
         where h.name = $1 and h.leases ?| $2::text[]`,
        [host, [...leases], this.timing.leaseMs],
      );
  }

  private async lock(manager: EntityManager, host: string): Promise<{ state: KeptHostState; now: number }> {
    const find = `select ${stateJson} as state, ${ms(this.now)} as now from host h where h.name = $1 for update`;
    const [kept] = await manager.query<{ state: KeptHostState; now: number }[]>(find, [host]);
    if (kept) return kept;
    await manager.query(`insert into host (name) values ($1) on conflict do nothing`, [host]);
    return this.lock(manager, host);
  }

  private forget(host: string, lease: string): void {
    const leases = this.out.get(host);
    leases?.delete(lease);
    if (leases?.size === 0) this.out.delete(host);
  }
}

/**
 * Takes a turn or tells why there is none. What decides stands in the row that is updated: whoever had to wait for another's
 * update is judged anew by what that left.
 */
function takeStatement(now: string): string {
  const nowMs = ms(now);
  const living = `l.value::float8 > ${nowMs}`;
  const gap = `greatest(coalesce(h.interval_ms, $4::integer), $5::float8, h.slowed_ms) * $8::float8`;
  // China has kept UTC+8 without summer time since 1992.
  const minute = `(floor(extract(epoch from ${now}) / 60)::bigint + 480) % 1440`;
  const [from, to] = ['(w.value->>0)::integer', '(w.value->>1)::integer'];
  const hours = `coalesce(h.hours, $7::jsonb)`;
  return `with taken as (
      update host h set
        leases = coalesce((select jsonb_object_agg(l.key, l.value) from jsonb_each(h.leases) l where ${living}), '{}')
          || jsonb_build_object($2::text, ${nowMs} + $3::float8),
        next_at = ${now} + make_interval(secs => ${gap} / 1000),
        asked_at = ${now}
      where h.name = $1
        and h.next_at <= ${now}
        and (h.paused_until is null or h.paused_until <= ${now})
        and (h.given_up_until is null or h.given_up_until <= ${now})
        and (select count(*) from jsonb_each(h.leases) l where ${living}) < coalesce(h.per_host, $6::integer)
        and (${hours} = '[]' or exists (select from jsonb_array_elements(${hours}) w
          where case when ${from} < ${to} then ${minute} >= ${from} and ${minute} < ${to}
            else ${minute} >= ${from} or ${minute} < ${to} end))
      returning (${gap})::float8 as gap
    )
    select t.gap as "gapMs", null::json as record from taken t
    union all
    select null, json_build_object('state', ${stateJson},
        'rule', json_build_object('intervalMs', h.interval_ms, 'perHost', h.per_host, 'hours', h.hours),
        'nextAt', ${ms('h.next_at')}, 'now', ${nowMs},
        'busy', b.count >= coalesce(h.per_host, $6::integer), 'busyUntil', b.until)
    from host h cross join lateral
      (select count(*) as count, min(l.value::float8) as until from jsonb_each(h.leases) l where ${living}) b
    where h.name = $1 and not exists (select from taken)`;
}
