import type { DataSource } from 'typeorm';
import type { IndicatorShift } from '#casework';
import { instant } from './instant.js';
import { periodKind, type AssessmentHead } from './scope.js';

/** Who looked into an alarm of an assessment, and what came of it. */
export interface AlarmLookRow {
  alarm: string;
  assessment: string;
  message: string;
  reason: string;
  /** Null for a command. */
  account: string | null;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

type Earlier = Pick<AssessmentHead, 'id' | 'period' | 'asOf' | 'assessedAt'>;

/** Of so many pairs of assessments it is kept what they differ in. */
const mostKnown = 32;

export class AlarmStore {
  /** An assessment is never changed: what two of them differ in is worked out once, the pair asked for last at the end. */
  private readonly known = new Map<string, Promise<IndicatorShift[]>>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The assessment that one is held against: by the same version of the programme on another round, of the same period where
   * there is one, else of the last period before it of its kind. Null where there is none.
   */
  async before(head: AssessmentHead): Promise<Earlier | null> {
    const earlier = await this.dataSource.query<Earlier[]>(
      `select id, period, as_of::text as "asOf", ${instant('assessed_at')} as "assessedAt" from assessment
       where programme = $1 and programme_version = $2 and sample = $3 and round <> $4 and assessed_at < $5::timestamptz
         and (period = $6 or latest and period < $6)
       order by period = $6 desc, period desc, assessed_at desc`,
      [head.programme, head.programmeVersion, head.sample, head.round, head.assessedAt, head.period],
    );
    return earlier.find(({ period }) => periodKind(period) === periodKind(head.period)) ?? null;
  }

  /** What became of each indicator's word on the units that both assessments judge. */
  shifts(before: string, after: string): Promise<IndicatorShift[]> {
    const pair = `${before} ${after}`;
    const known = this.known.get(pair) ?? this.compare(before, after);
    this.known.delete(pair);
    this.known.set(pair, known);
    for (const oldest of this.known.keys()) if (this.known.size > mostKnown) this.known.delete(oldest);
    known.catch(() => this.known.delete(pair));
    return known;
  }

  private compare(before: string, after: string): Promise<IndicatorShift[]> {
    return this.dataSource.query<IndicatorShift[]>(
      `with word as (
         -- An indicator that stands in two items of the rubric counts once a unit, by the first; place and word in one number
         -- tell it without sorting a province's rows.
         select organisation, indicator,
           min(position * 4 + word) filter (where assessment = $1) % 4 as before,
           min(position * 4 + word) filter (where assessment = $2) % 4 as after
         from (
           select assessment, organisation, indicator, position,
             case outcome when 'pass' then 0 when 'fail' then 1 when 'notApplicable' then 2 else 3 end as word
           from outcome where assessment in ($1, $2)
         ) o group by organisation, indicator
       )
       select r.indicator, r.title, w."decidedTwice", w.worse, w.better, w."decidedBefore", w.lost
       from (
         select indicator,
           count(*) filter (where before < 2 and after < 2)::int as "decidedTwice",
           count(*) filter (where before = 0 and after = 1)::int as worse,
           count(*) filter (where before = 1 and after = 0)::int as better,
           count(*) filter (where before < 2 and after <> 2)::int as "decidedBefore",
           count(*) filter (where before < 2 and after = 3)::int as lost
         from word where before is not null and after is not null group by indicator
       ) w join indicator_rate r on r.assessment = $2 and r.indicator = w.indicator order by r.position, r.indicator`,
      [before, after],
    );
  }

  async looks(assessment: string): Promise<AlarmLookRow[]> {
    return this.dataSource.query<AlarmLookRow[]>(
      `select alarm, assessment, message, reason, account, author, ${instant('at')} as at
       from alarm_look where assessment = $1`,
      [assessment],
    );
  }

  /** @returns what stands now: this look, or an earlier one of somebody else. */
  async look(row: AlarmLookRow): Promise<AlarmLookRow> {
    await this.dataSource.query(
      `insert into alarm_look (alarm, assessment, message, reason, account, author, at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (alarm) do nothing`,
      [row.alarm, row.assessment, row.message, row.reason, row.account, row.author, row.at],
    );
    return (await this.looks(row.assessment)).find(({ alarm }) => alarm === row.alarm)!;
  }
}
