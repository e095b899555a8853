import type { DataSource } from 'typeorm';

/** What belongs to which units. */
export class ScopeStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A unit and all below it, by their ids. */
  async unitsUnder(unit: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `with recursive tree as (
         select id, name from organisation where id = $1
         union select o.id, o.name from organisation o join tree t on o.parent = t.name
       ) select id from tree`,
      [unit],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether a finding is of one of these units. */
  findingOf(finding: string, units: readonly string[]): Promise<boolean> {
    return this.holds(`select from finding where id = $1 and organisation = any($2)`, [finding, units]);
  }

  /** Whether a kept page is of a site of these units, or what is said of them points to it. */
  captureOf(capture: string, units: readonly string[]): Promise<boolean> {
    return this.holds(
      `select from (select site from capture where id = $1 union select site from link_look where id = $1) seen
         join site s on s.id = seen.site join organisation o on o.site = s.url where o.id = any($2)
       union all select from finding where organisation = any($2) and evidence->>'capture' = $1
       union all select from task_unit_state u
         where u.organisation = any($2) and u.evidence @> jsonb_build_array(jsonb_build_object('capture', $1::text))`,
      [capture, units],
    );
  }

  /** Whether a version of material was sent by one of these units. */
  materialOf(version: string, units: readonly string[]): Promise<boolean> {
    return this.holds(`select from material_version where id = $1 and organisation = any($2)`, [version, units]);
  }

  /** Whether a file was handed in for one of these units. */
  uploadOf(upload: string, units: readonly string[]): Promise<boolean> {
    return this.holds(`select from uploaded_file where id = $1 and organisation = any($2)`, [upload, units]);
  }

  /** Whether an appeal was sent for one of these units. */
  appealOf(appeal: string, units: readonly string[]): Promise<boolean> {
    return this.holds(`select from appeal where id = $1 and organisation = any($2)`, [appeal, units]);
  }

  /** Whether a notice was sent to one of these units. */
  noticeOf(notice: string, units: readonly string[]): Promise<boolean> {
    return this.holds(`select from rectification_notice where id = $1 and organisation = any($2)`, [notice, units]);
  }

  /** Whether a remark of the public is about one of these units. */
  remarkOf(remark: string, units: readonly string[]): Promise<boolean> {
    return this.holds(`select from public_remark where id = $1 and organisation = any($2)`, [remark, units]);
  }

  /** Whether all that is kept is a sample's: then, and only then, it may be read by anybody. */
  holdsOnlySample(): Promise<boolean> {
    return this.holds(
      `select where not exists (select from round where not sample) and not exists (select from organisation where not sample)`,
      [],
    );
  }

  private async holds(query: string, parameters: unknown[]): Promise<boolean> {
    const [row] = await this.dataSource.query<{ holds: boolean }[]>(`select exists (${query}) as holds`, parameters);
    return row?.holds === true;
  }
}
