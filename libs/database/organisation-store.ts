import type { DataSource, EntityManager } from 'typeorm';
import { BadInput, MissingResource, stableId, type Fault } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { OrganisationEntity, SiteEntity } from './entities/organisation.entity.js';
import type { OrganisationRow } from './stores.js';

/** Id of the site with this home page; the same in every round. */
export function siteId(homeUrl: string): string {
  return stableId('site', homeUrl);
}

const columns = 'id, name, aliases, level, category, parent, site, extra, sample';

/** How a list of units is stored. */
export interface ImportOptions {
  /** Told of the real units as they stand just before, which nobody changes meanwhile; what it throws stops all. */
  check?: (standing: OrganisationRow[]) => void;
  /** Known units keep their place in the list, new ones come at its end. */
  keepsOrder?: boolean;
}

export class OrganisationStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores all rows or none. A unit that is already known by its name keeps its id and takes the new values; sites are
   * made for the addresses that are new. Units not in the rows stay.
   * @returns the rows as stored, in their order.
   */
  async importOrganisations(
    rows: OrganisationRow[],
    { check, keepsOrder }: ImportOptions = {},
  ): Promise<OrganisationRow[]> {
    // The last row of a name wins, as it would one by one.
    const byName = new Map(rows.map((row) => [row.name, row]));
    return this.dataSource.transaction(async (manager) => {
      if (check) {
        await lockUnits(manager);
        check(await manager.query<OrganisationRow[]>(`select ${columns} from organisation where not sample`));
      }
      const from = keepsOrder ? await endOfList(manager) : 0;
      await bulkInsert(
        manager,
        OrganisationEntity,
        [...byName.values()].map((row, position) => ({ ...row, position: from + position })),
        `on conflict (name) do update set aliases = excluded.aliases, level = excluded.level,
           category = excluded.category, parent = excluded.parent, site = excluded.site, extra = excluded.extra,
           sample = excluded.sample, updated_at = now()${keepsOrder ? '' : ', position = excluded.position'}`,
      );
      const urls = [...new Set(rows.flatMap((row) => row.site ?? []))];
      await bulkInsert(
        manager,
        SiteEntity,
        urls.map((url) => ({ id: siteId(url), url })),
        'on conflict do nothing',
      );
      return manager.query<OrganisationRow[]>(
        `select ${columns} from organisation where name = any($1) order by position, name`,
        [[...byName.keys()]],
      );
    });
  }

  /**
   * Takes real units away of which nothing is kept but their row, all of them or none.
   * @throws BadInput with a line for each on which something hangs; MissingResource for one that is not there.
   */
  async removeOrganisations(ids: readonly string[]): Promise<OrganisationRow[]> {
    return this.dataSource.transaction(async (manager) => {
      await lockUnits(manager);
      const units = await manager.query<OrganisationRow[]>(
        `select ${columns} from organisation where id = any($1) and not sample order by position, name`,
        [ids],
      );
      if (units.length < new Set(ids).size) throw new MissingResource([{ where: '单位', what: '没有这个单位' }]);
      const faults: Fault[] = [];
      const held = await heldUnits(manager, units);
      for (const { name } of units) {
        const why = held.get(name);
        if (why) faults.push({ where: name, what: `${why}，不能移除`, accepted: '刚添加、还没有任何记录的单位' });
      }
      if (faults.length > 0) throw new BadInput(faults);
      await manager.query(`delete from organisation where id = any($1)`, [ids]);
      return units;
    });
  }

  /** Units in the order of their sheet; `only` takes names, aliases or ids, `units` ids alone (null for all). */
  listOrganisations(
    filter: { sample?: boolean; only?: string[]; units?: readonly string[] | null } = {},
  ): Promise<OrganisationRow[]> {
    return this.dataSource.query<OrganisationRow[]>(
      `select ${columns} from organisation
       where ($1::boolean is null or sample = $1)
         and ($2::text[] is null or name = any($2) or id = any($2) or aliases ?| $2)
         and ($3::text[] is null or id = any($3))
       order by sample, position, name`,
      [filter.sample ?? null, filter.only ?? null, filter.units ?? null],
    );
  }

  /** A unit that was made from an archive takes the name its pages give; a name that is taken is left alone. */
  async renameOrganisation(id: string, name: string): Promise<void> {
    await this.dataSource.query(
      `update organisation set name = $2, updated_at = now() where id = $1 and not exists (select 1 from organisation where name = $2)`,
      [id, name],
    );
  }

  async organisation(id: string): Promise<OrganisationRow | null> {
    const [row] = await this.dataSource.query<OrganisationRow[]>(`select ${columns} from organisation where id = $1`, [
      id,
    ]);
    return row ?? null;
  }
}

/** Nobody else adds, changes or removes a unit until the transaction ends; everybody may read. */
async function lockUnits(manager: EntityManager): Promise<void> {
  await manager.query(`lock table organisation in share row exclusive mode`);
}

async function endOfList(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ end: number }[]>(
    `select coalesce(max(position), -1) + 1 as end from organisation where not sample`,
  );
  return row?.end ?? 0;
}

/** Names of the units that something hangs on, with what it is: whatever table names a unit counts, also one that is added later. */
async function heldUnits(manager: EntityManager, units: readonly OrganisationRow[]): Promise<Map<string, string>> {
  const ids = units.map(({ id }) => id);
  const held = new Map<string, string>();
  const note = (name: string, why: string) => held.set(name, held.get(name) ?? why);
  const below = await manager.query<{ parent: string; name: string }[]>(
    `select parent, name from organisation where parent = any($1) and id <> all($2)`,
    [units.map(({ name }) => name), ids],
  );
  for (const { parent, name } of below) note(parent, `是“${name}”的上级`);
  const crawled = await manager.query<{ site: string }[]>(`select distinct site from site_round where site = any($1)`, [
    units.flatMap(({ site }) => (site === null ? [] : siteId(site))),
  ]);
  const seen = new Set(crawled.map(({ site }) => site));
  const scheduled = await manager.query<{ id: string }[]>(
    `select distinct unit as id from schedule, jsonb_array_elements_text(coalesce(units, '[]')) as unit`,
  );
  const named = new Set(scheduled.map(({ id }) => id));
  const places = await manager.query<{ table: string; column: string }[]>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'text'
       and c.column_name in ('organisation', 'unit') order by 1, 2`,
  );
  const recorded = new Set<string>();
  for (const { table, column } of places)
    for (const { id } of await manager.query<{ id: string }[]>(
      `select distinct "${column}" as id from "${table}" where "${column}" = any($1)`,
      [ids],
    ))
      recorded.add(id);
  for (const { id, name, site } of units) {
    if (site !== null && seen.has(siteId(site))) note(name, '网站已经采集过');
    if (named.has(id)) note(name, '列在定时计划中');
    if (recorded.has(id)) note(name, '已有账号、得分或材料等记录');
  }
  return held;
}
