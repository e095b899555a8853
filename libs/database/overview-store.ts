import type { DataSource } from 'typeorm';
import type { OutcomeKind } from '#indicators';
import { AssessmentStore } from './assessment-store.js';
import { periodKind, type AssessmentHead, type Scope } from './scope.js';

/** Headline figures of one assessment; decimals are text. */
export interface Summary {
  units: number;
  scored: number;
  vetoed: number;
  averageScore: string | null;
  averageCoverage: string | null;
  findings: number;
  reviews: number;
  newFindings: number;
  fixedFindings: number;
  recurredFindings: number;
}

/** One indicator over all units: `measured` of `of` subjects comply. */
export interface IndicatorRate {
  indicator: string;
  title: string;
  measured: number;
  of: number;
  unmeasured: number;
  passed: number;
  failed: number;
  undecided: number;
}

export interface Standing {
  organisation: string;
  name: string;
  level: string;
  category: string;
  score: string | null;
  grade: string | null;
  coverage: string;
  vetoed: string | null;
  rank: number | null;
  /** Score and place in the period before, or null. */
  previousScore: string | null;
  previousRank: number | null;
  findings: number;
  reviews: number;
}

export interface HeatMap {
  items: { id: string; title: string; group: string; indicator: string | null; max: string }[];
  cells: { organisation: string; item: string; points: string | null; counted: string; outcome: OutcomeKind | null }[];
}

/** A unit with one item of the rubric that asks an indicator. */
export interface IndicatorCell {
  organisation: string;
  name: string;
  category: string;
  site: string | null;
  item: string;
  title: string;
  group: string;
  max: string;
  counted: string;
  points: string | null;
  outcome: OutcomeKind | null;
}

export type IndicatorPast = Pick<IndicatorCell, 'item' | 'title' | 'counted' | 'points' | 'outcome'> & {
  period: string;
  asOf: string;
};

export interface TrendPoint {
  period: string;
  asOf: string;
  averageScore: string | null;
  rates: IndicatorRate[];
}

/** The place of a unit in one period; null where it was not ranked. */
export interface Place {
  organisation: string;
  period: string;
  rank: number | null;
}

/** What is seen first of an assessment. */
export interface OverviewFigures {
  assessment: AssessmentHead;
  summary: Summary;
  /** The figures of the period before, or null. */
  previous: (Summary & { period: string }) | null;
  rates: IndicatorRate[];
  ranking: Standing[];
  /** Periods of the same kind up to this one, oldest first. */
  trend: TrendPoint[];
}

/** Every unit with every item and period: a thousand times as many rows. */
export interface OverviewUnits {
  assessment: AssessmentHead;
  heat: HeatMap;
  /** Places of all units in the periods of the trend. */
  places: Place[];
}

export type Overview = OverviewFigures & OverviewUnits;

const rateColumns = `indicator, title, measured::float8 as measured, of_count::float8 as "of",
  unmeasured::float8 as unmeasured, passed, failed, undecided`;

export class OverviewStore {
  private readonly assessments: AssessmentStore;

  constructor(private readonly dataSource: DataSource) {
    this.assessments = new AssessmentStore(dataSource);
  }

  /**
   * The newest results of the periods of the same kind up to that of the scope, oldest first, itself the last; none when the
   * scope was not assessed. What is read of them never changes.
   */
  async periodsUpTo({ programme, sample, period }: Scope): Promise<AssessmentHead[]> {
    const all = await this.assessments.assessedPeriods(programme, sample);
    const upTo = all
      .filter((one) => periodKind(one.period) === periodKind(period) && one.period <= period)
      .sort(byPeriod);
    return upTo.at(-1)?.period === period ? upTo : [];
  }

  /** Everything the overview shows, from the read models alone; null when the scope was not assessed. */
  async overview(scope: Scope): Promise<Overview | null> {
    const periods = await this.periodsUpTo(scope);
    return periods.length === 0 ? null : this.overviewOf(periods);
  }

  async overviewOf(periods: readonly AssessmentHead[]): Promise<Overview> {
    const [figures, units] = await Promise.all([this.figuresOf(periods), this.unitsOf(periods)]);
    return { ...figures, ...units };
  }

  /** What an assessment said of each unit by one indicator, item by item. */
  outcomesOf(
    assessment: string,
    indicator: string,
  ): Promise<{ organisation: string; item: string; outcome: OutcomeKind | null }[]> {
    return this.dataSource.query(
      `select organisation, item, outcome from heat_cell where assessment = $1 and indicator = $2
       order by organisation, position`,
      [assessment, indicator],
    );
  }

  /** How each unit of an assessment stands with the items that ask an indicator. */
  indicatorCells(assessment: string, indicator: string): Promise<IndicatorCell[]> {
    return this.dataSource.query<IndicatorCell[]>(
      `select h.organisation, s.name, s.scorecard->'organisation'->>'category' as category,
         s.scorecard->'organisation'->>'site' as site, h.item, h.title, h.group_title as "group", h.max::text as max,
         h.counted::text as counted, h.points::text as points, h.outcome
       from heat_cell h join score s on s.assessment = h.assessment and s.organisation = h.organisation
       where h.assessment = $1 and h.indicator = $2 order by h.position, s.name`,
      [assessment, indicator],
    );
  }

  /** How a unit stood with an indicator in some assessments, oldest first. */
  indicatorHistory(organisation: string, indicator: string, assessments: readonly string[]): Promise<IndicatorPast[]> {
    return this.dataSource.query<IndicatorPast[]>(
      `select a.period, a.as_of::text as "asOf", h.item, h.title, h.counted::text as counted, h.points::text as points,
         h.outcome
       from heat_cell h join assessment a on a.id = h.assessment
       where h.organisation = $1 and h.indicator = $2 and h.assessment = any($3) order by a.as_of, a.period, h.position`,
      [organisation, indicator, assessments],
    );
  }

  /** Scores of all units of the last period without their trees, by rank. */
  async standings(periods: readonly AssessmentHead[]): Promise<Standing[]> {
    const { assessment, before } = lastOf(periods);
    return this.standingsOf(assessment.id, before?.id ?? null);
  }

  /** Of all units of an assessment together, in the order of the rubric. */
  rates(assessment: string): Promise<IndicatorRate[]> {
    return this.dataSource.query<IndicatorRate[]>(
      `select ${rateColumns} from indicator_rate where assessment = $1 order by position, indicator`,
      [assessment],
    );
  }

  /** The overview without its rows of single units by item and period. */
  async figuresOf(periods: readonly AssessmentHead[]): Promise<OverviewFigures> {
    const { assessment, before } = lastOf(periods);
    const [summary, previous, ranking, trend] = await Promise.all([
      this.summary(assessment.id),
      before ? this.summary(before.id) : null,
      this.standings(periods),
      Promise.all(periods.map((head) => this.trendPoint(head))),
    ]);
    return {
      assessment,
      summary,
      previous: before && previous ? { ...previous, period: before.period } : null,
      rates: trend.at(-1)?.rates ?? [],
      ranking,
      trend,
    };
  }

  /** The rows that `figuresOf` leaves out. */
  async unitsOf(periods: readonly AssessmentHead[]): Promise<OverviewUnits> {
    const { assessment } = lastOf(periods);
    const [heat, places] = await Promise.all([this.heatMap(assessment.id), this.placesIn(periods)]);
    return { assessment, heat, places };
  }

  private async summary(assessment: string): Promise<Summary> {
    const [row] = await this.dataSource.query<Summary[]>(
      `select units, scored, vetoed, average_score::text as "averageScore", average_coverage::text as "averageCoverage",
         findings, reviews, new_findings as "newFindings", fixed_findings as "fixedFindings",
         recurred_findings as "recurredFindings"
       from assessment_summary where assessment = $1`,
      [assessment],
    );
    if (row === undefined) throw new Error(`assessment ${assessment} has no summary`);
    return row;
  }

  private async trendPoint({ id, period, asOf }: AssessmentHead): Promise<TrendPoint> {
    const rates = await this.rates(id);
    const { averageScore } = await this.summary(id);
    return { period, asOf, averageScore, rates };
  }

  private placesIn(assessments: readonly AssessmentHead[]): Promise<Place[]> {
    return this.dataSource.query<Place[]>(
      `select s.organisation, a.period, s.rank from score s join assessment a on a.id = s.assessment
       where s.assessment = any($1) order by a.period, s.rank nulls last, s.organisation`,
      [assessments.map(({ id }) => id)],
    );
  }

  /** Of one assessment, beside another one. */
  standingsOf(assessment: string, before: string | null): Promise<Standing[]> {
    return this.dataSource.query<Standing[]>(
      // A card is long and stored packed: it is opened once a unit, not for every word that is wanted of it.
      `select s.organisation, s.name, u.unit->>'level' as level, u.unit->>'category' as category, s.score::text as score, s.grade,
         s.coverage::text as coverage, s.vetoed, s.rank, p.score::text as "previousScore", p.rank as "previousRank",
         coalesce(f.findings, 0)::int as findings, coalesce(f.reviews, 0)::int as reviews
       from score s
       cross join lateral (select s.scorecard->'organisation' as unit offset 0) u
       left join score p on p.assessment = $2 and p.organisation = s.organisation
       left join (
         select organisation, count(*) filter (where kind = 'fail') as findings,
           count(*) filter (where kind = 'review') as reviews
         from finding where assessment = $1 and state <> 'fixed' group by organisation
       ) f on f.organisation = s.organisation
       where s.assessment = $1 order by s.rank nulls last, s.name`,
      [assessment, before],
    );
  }

  private async heatMap(assessment: string): Promise<HeatMap> {
    const items = await this.dataSource.query<HeatMap['items']>(
      `select item as id, min(title) as title, min(group_title) as "group",
         min(indicator) as indicator, max(max)::text as max
       from heat_cell where assessment = $1 group by item order by min(position), item`,
      [assessment],
    );
    const cells = await this.dataSource.query<HeatMap['cells']>(
      `select organisation, item, points::text as points, counted::text as counted, outcome
       from heat_cell where assessment = $1 order by organisation, position`,
      [assessment],
    );
    return { items, cells };
  }
}

/** @throws Error when there is none. */
function lastOf(periods: readonly AssessmentHead[]): { assessment: AssessmentHead; before: AssessmentHead | null } {
  const assessment = periods.at(-1);
  if (assessment === undefined) throw new Error('no period was assessed');
  return { assessment, before: periods.at(-2) ?? null };
}

function byPeriod(one: { period: string }, other: { period: string }): number {
  return one.period < other.period ? -1 : one.period > other.period ? 1 : 0;
}
