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

export class AlarmStore {
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
  async shifts(before: string, after: string): Promise<IndicatorShift[]> {
    return this.dataSource.query<IndicatorShift[]>(
      `with word as (
         -- An indicator that stands in two items of the rubric counts once a unit.
         select distinct on (assessment, organisation, indicator) assessment, organisation, indicator, outcome
         from outcome where assessment in ($1, $2) order by assessment, organisation, indicator, position
       )
       select r.indicator, r.title,
         count(*) filter (where b.outcome in ('pass', 'fail') and a.outcome in ('pass', 'fail'))::int as "decidedTwice",
         count(*) filter (where b.outcome = 'pass' and a.outcome = 'fail')::int as worse,
         count(*) filter (where b.outcome = 'fail' and a.outcome = 'pass')::int as better,
         count(*) filter (where b.outcome in ('pass', 'fail') and a.outcome <> 'notApplicable')::int as "decidedBefore",
         count(*) filter (where b.outcome in ('pass', 'fail')
           and a.outcome in ('notMeasured', 'needsReview', 'error'))::int as lost
       from word b join word a on a.assessment = $2 and a.organisation = b.organisation and a.indicator = b.indicator
       join indicator_rate r on r.assessment = $2 and r.indicator = b.indicator
       where b.assessment = $1 group by r.indicator, r.title, r.position order by r.position, r.indicator`,
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
