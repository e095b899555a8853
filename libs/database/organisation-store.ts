import type { DataSource } from 'typeorm';
import { stableId } from '#kernel';
import { bulkInsert } from './bulk-writer.js';
import { OrganisationEntity, SiteEntity } from './entities/organisation.entity.js';
import type { OrganisationRow } from './stores.js';

/** Id of the site with this home page; the same in every round. */
export function siteId(homeUrl: string): string {
  return stableId('site', homeUrl);
}

const columns = 'id, name, aliases, level, category, parent, site, extra, sample';

export class OrganisationStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores all rows or none. A unit that is already known by its name keeps its id and takes the new values; sites are
   * made for the addresses that are new. Units not in the rows stay.
   * @returns the rows as stored, in their order.
   */
  async importOrganisations(rows: OrganisationRow[]): Promise<OrganisationRow[]> {
    // The last row of a name wins, as it would one by one.
    const byName = new Map(rows.map((row) => [row.name, row]));
    return this.dataSource.transaction(async (manager) => {
      await bulkInsert(
        manager,
        OrganisationEntity,
        [...byName.values()].map((row, position) => ({ ...row, position })),
        `on conflict (name) do update set aliases = excluded.aliases, level = excluded.level,
           category = excluded.category, parent = excluded.parent, site = excluded.site, extra = excluded.extra,
           sample = excluded.sample, position = excluded.position, updated_at = now()`,
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
