import type { DataSource, EntityManager } from 'typeorm';
import { BadInput, msUntilOpen, stableId, type OpenHours } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { HostPermissionEntity, HostPermissionWithdrawalEntity, HostRuleEntity } from './entities/host.entity.js';
import { DatabaseHostBook, type LeaseTiming } from './host-book.js';
import type {
  HostPermissionDraft,
  HostPermissionRow,
  HostRow,
  HostRuleDraft,
  HostRuleRow,
  RefusedPage,
} from './host-rows.js';
import { instant } from './instant.js';

const permissionColumns = `p.id, p.host, p.path, p.author, p.reason, p.until::text as until,
  ${instant('p.created_at')} as "createdAt", case when w.permission is null then null else json_build_object(
    'author', w.author, 'reason', w.reason, 'createdAt', ${instant('w.created_at')}) end as withdrawn`;

const permissionTables = `host_permission p left join host_permission_withdrawal w on w.permission = p.id`;

/** Outcomes by which a site, or what stands before it, keeps us out. */
export const refusals = ['forbidden', 'challenged', 'rateLimited', 'blockedByRobots'] as const;

/** How hosts are doing, and what persons set for them and allowed. */
export class HostStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The state of hosts for the crawlers of one process; to be closed. */
  book(timing?: LeaseTiming, now?: string): DatabaseHostBook {
    return new DatabaseHostBook(this.dataSource, timing, now);
  }

  /** Hosts that were ever asked or ruled on, those in trouble first. `words`: part of the name, '' for all. */
  async hosts(filter: { words: string; offset: number; limit: number }): Promise<{ total: number; rows: HostRow[] }> {
    const rows = await this.dataSource.query<(HostRow & { total: number })[]>(
      `select count(*) over ()::int as total, h.name as host, h.slowed_ms as "slowedMs",
         (select count(*)::int from jsonb_each(h.leases) l
          where l.value::float8 > extract(epoch from clock_timestamp()) * 1000) as "underWay",
         h.failures, h.trouble, ${instant('h.trouble_since')} as "troubleSince",
         ${instant('h.paused_until')} as "pausedUntil", ${instant('h.given_up_until')} as "givenUpUntil",
         h.given_up_times as "givenUpTimes", h.interval_ms as "intervalMs", h.per_host as "perHost", h.hours,
         ${instant('h.asked_at')} as "askedAt"
       from host h where strpos(h.name, lower($1)) > 0
       order by h.given_up_until > clock_timestamp() desc nulls last, h.failures desc, h.slowed_ms desc, h.name
       offset $2 limit $3`,
      [filter.words, filter.offset, filter.limit],
    );
    return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
  }

  /** How long until a host may be asked, by the database's clock; 0 within its hours, or the usual ones where it has none. */
  async msUntilOpen(host: string, usual: OpenHours): Promise<number> {
    const [row] = await this.dataSource.query<{ now: number; hours: OpenHours | null }[]>(
      `select (extract(epoch from clock_timestamp()) * 1000)::float8 as now,
         (select h.hours from host h where h.name = $1) as hours`,
      [host],
    );
    return row ? msUntilOpen(row.hours ?? usual, row.now) : 0;
  }

  /** Everything that was ever set for these hosts, oldest first. */
  rules(hosts: string[]): Promise<HostRuleRow[]> {
    return this.dataSource.query<HostRuleRow[]>(
      `select id, host, interval_ms as "intervalMs", per_host as "perHost", hours, resumed, author, reason,
         ${instant('created_at')} as "createdAt"
       from host_rule where host = any($1) order by position`,
      [hosts],
    );
  }

  /**
   * Sets something for a host: what is left out stays as it was set before.
   * @returns the rule that counts now.
   */
  async addRule(host: string, draft: Partial<HostRuleDraft> & ByWhom): Promise<HostRuleRow> {
    return this.dataSource.transaction(async (manager) => {
      await lockHost(manager, host);
      const before = (await this.rules([host])).length;
      const [known] = await manager.query<Pick<HostRuleDraft, 'intervalMs' | 'perHost' | 'hours'>[]>(
        `select interval_ms as "intervalMs", per_host as "perHost", hours from host where name = $1`,
        [host],
      );
      const rule = { intervalMs: null, perHost: null, hours: null, resumed: false, ...known, ...draft, host };
      const { intervalMs, perHost, hours, resumed, author, reason, createdAt } = rule;
      const said = [intervalMs, perHost, JSON.stringify(hours), resumed, author, reason, createdAt].map(String);
      const row = { ...rule, id: stableId('host rule', host, String(before), ...said) };
      await bulkInsert(manager, HostRuleEntity, [{ ...row, createdAt: new Date(createdAt) }]);
      await manager.query(
        `insert into host as h (name, interval_ms, per_host, hours) values ($1, $2, $3, $4)
         on conflict (name) do update set interval_ms = $2, per_host = $3, hours = $4`,
        [host, intervalMs, perHost, hours === null ? null : JSON.stringify(hours)],
      );
      if (resumed)
        await manager.query(
          `update host set slowed_ms = 0, good = 0, failures = 0, rests = 0, trouble = null, trouble_since = null,
             paused_until = null, given_up_until = null, given_up_times = 0 where name = $1`,
          [host],
        );
      return row;
    });
  }

  /** All permissions of these hosts in the order in which they were given; those taken back among them. */
  permissions(hosts: string[]): Promise<HostPermissionRow[]> {
    return this.dataSource.query<HostPermissionRow[]>(
      `select ${permissionColumns} from ${permissionTables} where p.host = any($1) order by p.position`,
      [hosts],
    );
  }

  async addPermission(draft: HostPermissionDraft): Promise<HostPermissionRow> {
    return this.dataSource.transaction(async (manager) => {
      await lockHost(manager, draft.host);
      const { host, path, author, reason, until, createdAt } = draft;
      const before = (await this.permissions([host])).length;
      const id = stableId('host permission', host, String(before), path, author, reason, until, createdAt);
      await manager.query(`insert into host (name) values ($1) on conflict do nothing`, [host]);
      await bulkInsert(manager, HostPermissionEntity, [{ ...draft, id, createdAt: new Date(createdAt) }]);
      return { ...draft, id, withdrawn: null };
    });
  }

  /**
   * Takes a permission back by a row of its own.
   * @throws BadInput when there is no such permission or it was taken back before.
   */
  async withdrawPermission(id: string, withdrawal: ByWhom): Promise<HostPermissionRow> {
    return this.dataSource.transaction(async (manager) => {
      await lockHost(manager, id);
      const [known] = await manager.query<HostPermissionRow[]>(
        `select ${permissionColumns} from ${permissionTables} where p.id = $1`,
        [id],
      );
      const fault = !known
        ? { what: `没有编号为“${id.slice(0, 60)}”的授权`, accepted: '授权清单（host list）中的编号' }
        : known.withdrawn
          ? { what: `授权“${id}”已由${known.withdrawn.author}撤销`, accepted: '尚未撤销的授权' }
          : null;
      if (!known || fault) throw new BadInput([{ where: '撤销授权', what: '', accepted: '', ...fault }]);
      const { author, reason, createdAt } = withdrawal;
      await bulkInsert(manager, HostPermissionWithdrawalEntity, [
        { permission: id, author, reason, createdAt: new Date(createdAt) },
      ]);
      return { ...known, withdrawn: { author, reason, createdAt } };
    });
  }

  /**
   * Pages that sites did not let us see in the newest round that visited each site, by host and time; those of archives
   * and samples are not asked after.
   * @param host its name; all hosts without it.
   */
  refusedPages(limit: number, host?: string): Promise<RefusedPage[]> {
    return this.dataSource.query<RefusedPage[]>(
      `with newest as (
         select distinct on (s.site) s.site, s.round, s.outcomes from site_round s join round r on r.id = s.round
         where r.source = 'live' and not r.sample and s.pages > 0 order by s.site, r.started_at desc
       )
       select split_part(split_part(split_part(c.request->>'url', '://', 2), '/', 1), '?', 1) as host,
         c.request->>'url' as url, c.outcome, c.status, ${instant('c.fetched_at')} as at, c.note, c.site
       from newest n join capture c on c.round = n.round and c.site = n.site
       where n.outcomes ?| $1::text[] and c.outcome = any($1::text[])
         and ($3::text is null or split_part(split_part(split_part(c.request->>'url', '://', 2), '/', 1), '?', 1) = $3)
       order by host, c.fetched_at, c.id limit $2`,
      [refusals, limit, host ?? null],
    );
  }
}

interface ByWhom {
  author: string;
  reason: string;
  createdAt: string;
}

async function lockHost(manager: EntityManager, host: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`host ${host}`]);
}
