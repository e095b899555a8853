import type { DataSource, EntityManager } from 'typeorm';
import { articleKey, compareColumns, pinnedName, type ColumnChange, type ColumnTree } from '#facts';
import { BadInput, stableId } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import {
  columnsAfter,
  type ColumnEventRow,
  type ColumnPinDraft,
  type ColumnPinRow,
  type PinWithdrawal,
} from './column-rows.js';
import {
  ColumnEventEntity,
  ColumnPinEntity,
  ColumnPinWithdrawalEntity,
  ColumnRoundEntity,
} from './entities/column.entity.js';
import { instant } from './instant.js';

const eventColumns = `e.id, e.column_id as "column", e.kind, e.before, e.after, e.round, ${instant('r.started_at')} as "at",
  e.capture`;

const pinColumns = `p.id, p.site, p.url, p.name, p.ruling, p.key, p.author, p.reason, p.until::text as until,
  ${instant('p.created_at')} as "createdAt",
  case when w.pin is null then null else json_build_object('author', w.author, 'reason', w.reason,
    'createdAt', ${instant('w.created_at')}) end as withdrawn`;

/** The history of the columns of sites, and what assessors ruled of them. Nothing in it is ever changed. */
export class ColumnStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Compares the columns of a site in a round with those known from earlier rounds of the same source (the network, or the
   * same archive), and keeps what happened. A round is compared once: again, it adds nothing.
   * @returns how many events were added.
   */
  async recordRound(site: string, round: { id: string; source: string }, tree: ColumnTree): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await lockSite(manager, site);
      const [compared] = await manager.query<unknown[]>(`select 1 from column_round where site = $1 and round = $2`, [
        site,
        round.id,
      ]);
      if (compared) return 0;
      const known = columnsAfter(await eventsOf(manager, site, round.source));
      const changes = compareColumns(known, tree);
      await bulkInsert(manager, ColumnRoundEntity, [{ site, round: round.id }]);
      await bulkInsert(
        manager,
        ColumnEventEntity,
        changes.map((change) => eventOf(site, round.id, change)),
      );
      return changes.length;
    });
  }

  /** All that happened to the columns of a site, oldest first, by the rounds of the source that was compared last. */
  async events(site: string): Promise<ColumnEventRow[]> {
    const [last] = await this.dataSource.query<{ source: string }[]>(
      `select r.source from column_round c join round r on r.id = c.round where c.site = $1
       order by c.position desc limit 1`,
      [site],
    );
    return last ? eventsOf(this.dataSource.manager, site, last.source) : [];
  }

  /** Pins of a site in the order in which they were given, those taken back among them. */
  pins(site: string): Promise<ColumnPinRow[]> {
    return this.dataSource.query<ColumnPinRow[]>(
      `select ${pinColumns} from column_pin p left join column_pin_withdrawal w on w.pin = p.id
       where p.site = $1 order by p.position`,
      [site],
    );
  }

  /** How many pins of each of these sites stand on a day; sites without any are absent. */
  async standingCounts(sites: readonly string[], day: string): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ site: string; pins: number }[]>(
      `select p.site, count(*)::int as pins from column_pin p
       where p.site = any($1) and (p.until is null or p.until >= $2::date)
         and not exists (select from column_pin_withdrawal w where w.pin = p.id)
       group by p.site`,
      [sites, day],
    );
    return new Map(rows.map(({ site, pins }) => [site, pins]));
  }

  /** Pins by their ids, in the order of the ids, whether or not they still stand. */
  async pinsById(ids: string[]): Promise<ColumnPinRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.dataSource.query<ColumnPinRow[]>(
      `select ${pinColumns} from column_pin p left join column_pin_withdrawal w on w.pin = p.id where p.id = any($1)`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Keeps a ruling; a later one on the same column goes before it, and neither is changed. */
  async addPin(draft: ColumnPinDraft): Promise<ColumnPinRow> {
    return this.dataSource.transaction(async (manager) => {
      await lockSite(manager, draft.site);
      const [row] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from column_pin where site = $1`,
        [draft.site],
      );
      const { site, url, name, ruling, key, author, reason, until, createdAt } = draft;
      const subject = url === null ? `name ${pinnedName(name ?? '')}` : `url ${articleKey(url)}`;
      const said = [site, subject, url ?? '', name ?? '', ruling, key ?? '', author, reason, until ?? '', createdAt];
      const id = stableId('column pin', String(row?.count ?? 0), ...said);
      await bulkInsert(manager, ColumnPinEntity, [{ ...draft, id, createdAt: new Date(createdAt) }]);
      return { ...draft, id, withdrawn: null };
    });
  }

  /**
   * Takes a pin back by a row of its own.
   * @throws BadInput when the site has no such pin or it was taken back before.
   */
  async withdrawPin(site: string, pin: string, withdrawal: PinWithdrawal): Promise<ColumnPinRow> {
    return this.dataSource.transaction(async (manager) => {
      await lockSite(manager, site);
      const [known] = await manager.query<ColumnPinRow[]>(
        `select ${pinColumns} from column_pin p left join column_pin_withdrawal w on w.pin = p.id
         where p.site = $1 and p.id = $2`,
        [site, pin],
      );
      if (!known)
        throw new BadInput([
          { where: '撤销订正', what: `该网站没有编号为“${pin}”的订正`, accepted: '订正清单中的编号' },
        ]);
      if (known.withdrawn)
        throw new BadInput([
          { where: '撤销订正', what: `订正“${pin}”已由${known.withdrawn.author}撤销`, accepted: '尚未撤销的订正' },
        ]);
      await bulkInsert(manager, ColumnPinWithdrawalEntity, [
        { pin, ...withdrawal, createdAt: new Date(withdrawal.createdAt) },
      ]);
      return { ...known, withdrawn: withdrawal };
    });
  }
}

async function lockSite(manager: EntityManager, site: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`columns ${site}`]);
}

function eventsOf(manager: EntityManager, site: string, source: string): Promise<ColumnEventRow[]> {
  return manager.query<ColumnEventRow[]>(
    `select ${eventColumns} from column_event e join round r on r.id = e.round
     where e.site = $1 and r.source = $2 order by e.position`,
    [site, source],
  );
}

function eventOf(site: string, round: string, change: ColumnChange) {
  const { kind, before, after, capture } = change;
  const columnId = change.column ?? stableId('column', site, round, articleKey(after.url), after.key ?? '', after.name);
  return { id: stableId('column event', round, columnId, kind), site, round, columnId, kind, before, after, capture };
}
