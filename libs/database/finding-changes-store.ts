import type { DataSource } from 'typeorm';
import type { Finding } from '#indicators';
import { instant } from './instant.js';
import { periodKind, type AssessmentHead } from './scope.js';

/**
 * What became of a finding between two results: `new` was never seen before; `recurred` was seen and gone before; `open` stands
 * in both; `mended` was looked at since and is gone; `unseen` stood in the first and nothing was said of it since: not measured,
 * of another period, or decided away.
 */
export const findingChanges = ['new', 'recurred', 'open', 'mended', 'unseen'] as const;
export type FindingChange = (typeof findingChanges)[number];
export type ChangeCounts = Record<FindingChange, number>;

export interface ChangedFinding extends Pick<
  Finding,
  'id' | 'organisation' | 'indicator' | 'subject' | 'kind' | 'message' | 'evidence'
> {
  /** Name of the unit. */
  name: string;
  change: FindingChange;
  clause: string;
  /** Points that it cost in either result, as text; null where it did not stand there. */
  pointsBefore: string | null;
  pointsAfter: string | null;
  /** Period in which it was seen first. */
  firstPeriod: string;
}

export interface FindingChangeFilter {
  /** Ids of the only units that are looked at; null for all. */
  units: readonly string[] | null;
  organisation?: string | undefined;
  indicator?: string | undefined;
  kind?: Finding['kind'] | undefined;
  change?: FindingChange | undefined;
}

export interface FindingChangeTotals {
  totals: ChangeCounts;
  /** Units with anything to tell, by name. */
  units: (ChangeCounts & { organisation: string; name: string })[];
  indicators: (ChangeCounts & { indicator: string })[];
}

const counts = findingChanges.map((change) => `(count(*) filter (where change = '${change}'))::int as "${change}"`);

/**
 * All findings that stand in either result, with what became of each; parameters 1 to 6 say which. That one is mended is said once, also
 * by a result that another took the place of since.
 */
const changed = `
  with earlier as (select * from finding where assessment = $1 and state <> 'fixed'),
    later as (select * from finding where assessment = $2 and state <> 'fixed'),
    word as (
      select distinct on (f.organisation, f.id) f.organisation, f.id, f.state
      from finding f join assessment w on w.id = f.assessment
        join assessment a on a.id = $1 join assessment b on b.id = $2
      where w.programme = b.programme and w.sample = b.sample and w.period = any($3)
        and (w.as_of, w.assessed_at) > (a.as_of, a.assessed_at)
        and (w.as_of, w.assessed_at) <= (b.as_of, b.assessed_at)
      order by f.organisation, f.id, w.as_of desc, w.assessed_at desc),
    changed as (
      select coalesce(l.id, e.id) as id, coalesce(l.organisation, e.organisation) as organisation,
        coalesce(l.indicator, e.indicator) as indicator, coalesce(l.subject, e.subject) as subject,
        coalesce(l.kind, e.kind) as kind, coalesce(l.message, e.message) as message,
        coalesce(l.evidence, e.evidence) as evidence, coalesce(l.clause, e.clause) as clause,
        coalesce(l.first_period, e.first_period) as "firstPeriod", coalesce(l.position, e.position) as position,
        e.points::text as "pointsBefore", l.points::text as "pointsAfter",
        coalesce(t.name, s.name, coalesce(l.organisation, e.organisation)) as name,
        case when e.id is not null and l.id is not null then 'open'
          when l.id is null then case when w.state = 'fixed' then 'mended' else 'unseen' end
          when l.state = 'recurred' or l.first_period <= (select period from assessment where id = $1) then 'recurred'
          else 'new' end as change
      from earlier e full join later l on l.organisation = e.organisation and l.id = e.id
        left join word w on w.organisation = e.organisation and w.id = e.id
        left join score s on s.assessment = $1 and s.organisation = e.organisation
        left join score t on t.assessment = $2 and t.organisation = l.organisation),
    chosen as (
      select * from changed where ($4::text[] is null or organisation = any($4)) and ($5::text is null or organisation = $5)
        and ($6::text is null or kind = $6))`;

/** Findings of two results of a programme beside each other. */
export class FindingChangesStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Results of a programme, also those that another took the place of, newest first. */
  results(programme: string, sample: boolean): Promise<(AssessmentHead & { latest: boolean })[]> {
    return this.dataSource.query(
      `select id, programme, programme_version as "programmeVersion", period, as_of::text as "asOf", round, sample,
         ${instant('assessed_at')} as "assessedAt", latest
       from assessment where programme = $1 and sample = $2 order by as_of desc, period, assessed_at desc limit 300`,
      [programme, sample],
    );
  }

  async totals(
    before: AssessmentHead,
    after: AssessmentHead,
    filter: FindingChangeFilter,
  ): Promise<FindingChangeTotals> {
    const parameters = await this.parametersOf(before, after, filter);
    const [totals, units, indicators] = await Promise.all([
      this.dataSource.query<ChangeCounts[]>(`${changed} select ${counts.join(', ')} from chosen`, parameters),
      this.dataSource.query<FindingChangeTotals['units']>(
        `${changed} select organisation, name, ${counts.join(', ')} from chosen group by organisation, name
         order by count(*) filter (where change in ('new', 'recurred')) desc, name`,
        parameters,
      ),
      this.dataSource.query<FindingChangeTotals['indicators']>(
        `${changed} select indicator, ${counts.join(', ')} from chosen group by indicator
         order by count(*) filter (where change in ('new', 'recurred')) desc, indicator`,
        parameters,
      ),
    ]);
    return { totals: totals[0]!, units, indicators };
  }

  /** What is new and back first, then by unit in reading order; all of them without a limit. */
  async rows(
    before: AssessmentHead,
    after: AssessmentHead,
    filter: FindingChangeFilter,
    { offset = 0, limit = null }: { offset?: number; limit?: number | null } = {},
  ): Promise<{ total: number; rows: ChangedFinding[] }> {
    const parameters = await this.parametersOf(before, after, filter);
    const where = `from chosen where ($7::text is null or indicator = $7) and ($8::text is null or change = $8)`;
    const only = [...parameters, filter.indicator ?? null, filter.change ?? null];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `${changed} select count(*)::int as total ${where}`,
      only,
    );
    const rows = await this.dataSource.query<ChangedFinding[]>(
      `${changed} select id, organisation, name, indicator, subject, kind, message, evidence, clause, "firstPeriod",
         "pointsBefore", "pointsAfter", change ${where}
       order by array_position($9::text[], change), name, position, id offset $10 limit $11`,
      [...only, findingChanges, offset, limit],
    );
    return { total: count?.total ?? 0, rows };
  }

  private async parametersOf(
    before: AssessmentHead,
    after: AssessmentHead,
    { units, organisation, kind }: FindingChangeFilter,
  ): Promise<unknown[]> {
    const known = await this.dataSource.query<{ period: string }[]>(
      `select distinct period from assessment where programme = $1 and sample = $2`,
      [after.programme, after.sample],
    );
    const alike = known.map(({ period }) => period).filter((period) => periodKind(period) === periodKind(after.period));
    return [before.id, after.id, alike, units, organisation ?? null, kind ?? null];
  }
}
