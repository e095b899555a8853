import type { DataSource, EntityManager } from 'typeorm';
import { BadInput, Slots, stableId } from '#kernel';
import type { Scorecard } from '#scoring';
import { findingColumns, findingsOf } from './finding-history.js';
import { AssessmentDraft, scorecardsOf, wholeCard, type StoredCard } from './assessment-draft.js';
import { instant } from './instant.js';
import { prepared } from './prepared.js';
import { meansSample, periodKind, sampleMeant, type AssessmentHead, type Scope } from './scope.js';
import type { AssessmentOpening, AssessmentRow, FindingRow, RoundRow, TaskState } from './stores.js';
import { roundColumns } from './round-store.js';
import { TaskStore } from './task-store.js';

const headColumns = `a.id, a.programme, a.programme_version as "programmeVersion", a.period, a.as_of::text as "asOf",
  a.round, a.sample, ${instant('a.assessed_at')} as "assessedAt"`;

export interface FindingFilter {
  programme?: string;
  period?: string;
  sample?: boolean;
  organisation?: string;
  /** Ids of the only units that are looked at; null for all. */
  units?: readonly string[] | null;
  indicator?: string;
  kind?: FindingRow['kind'];
  /** Without it, what is fixed is left out. */
  state?: FindingRow['state'];
  offset?: number;
  limit?: number;
}

/** Findings of a unit that stand, of them doubts, new ones and those that came back, and the points that they cost together. */
export interface FindingCounts {
  open: number;
  doubts: number;
  points: string;
  fresh: number;
  recurred: number;
}

/** A unit's result in one period, for its history. */
export interface PeriodScore {
  period: string;
  asOf: string;
  score: string | null;
  grade: string | null;
  coverage: string;
  rank: number | null;
}

export class AssessmentStore {
  /** One is written at a time in a process: each holds a connection while what it is made from is read over others. */
  private readonly writing = new Slots(1);

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Opens an assessment to be written part by part and publishes it when `work` is done, in the place of the last one of
   * the same programme and period, which stays as superseded: readers see the old one or all of the new one, and what
   * breaks off leaves nothing behind. Without `publish` it is only looked at and taken back, and so is one that is kept
   * already.
   * @throws BadInput when its round is not stored.
   */
  write<Result>(
    opening: AssessmentOpening,
    { publish }: { publish: boolean },
    work: (draft: AssessmentDraft) => Promise<Result>,
  ): Promise<Result> {
    return this.writing.run(() => this.writeNow(opening, publish, work));
  }

  /** The newest assessment of the scope, or null. */
  async head(scope: Scope): Promise<AssessmentHead | null> {
    const [head] = await prepared<AssessmentHead>(
      this.dataSource,
      'head',
      `select ${headColumns} from assessment a
       where programme = $1 and period = $2 and sample = ${sampleMeant('$3')} and latest`,
      [scope.programme, scope.period, scope.sample ?? null],
    );
    return head ?? null;
  }

  /** When something was assessed last, or null. */
  async lastInstant(sample: boolean): Promise<string | null> {
    const [row] = await this.dataSource.query<{ at: string | null }[]>(
      `select ${instant('max(assessed_at)')} as at from assessment where sample = $1`,
      [sample],
    );
    return row?.at ?? null;
  }

  /** The programme by which a period was assessed last, or null. */
  async lastProgramme(period: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ programme: string }[]>(
      `select programme from assessment where period = $1 and latest order by sample, assessed_at desc limit 1`,
      [period],
    );
    return row?.programme ?? null;
  }

  /** Newest assessments of a programme, one a period, oldest period first. */
  async assessedPeriods(programme: string, sample?: boolean): Promise<AssessmentHead[]> {
    return prepared<AssessmentHead>(
      this.dataSource,
      'assessedPeriods',
      `select ${headColumns} from assessment a where programme = $1 and sample = ${sampleMeant('$2')} and latest
       order by as_of, period`,
      [programme, sample ?? null],
    );
  }

  /** Everything published for the scope, as it was saved. */
  async assessment(scope: Scope): Promise<AssessmentRow | null> {
    const head = await this.head(scope);
    if (head === null) return null;
    const { programme, programmeVersion, period, asOf, round, assessedAt } = head;
    const scorecards = await this.scorecardsOf(head.id);
    const opening = { programme, programmeVersion, period, asOf, round, assessedAt };
    return { ...opening, scorecards, tasks: await this.tasksOf(head.id) };
  }

  /** By rank, units without one last. */
  async scorecards(scope: Scope): Promise<Scorecard[]> {
    const head = await this.head(scope);
    return head ? this.scorecardsOf(head.id) : [];
  }

  /** Scorecards that an assessment gave to some units, in their order; units without one are absent. */
  scorecardsOfUnits(assessment: string, organisations: readonly string[]): Promise<Scorecard[]> {
    return scorecardsOf(this.dataSource, assessment, organisations);
  }

  async scorecard(organisation: string, scope: Scope): Promise<Scorecard | null> {
    const head = await this.head(scope);
    const [card] = head ? await this.scorecardsOfUnits(head.id, [organisation]) : [];
    return card ?? null;
  }

  /** Units of an assessment by rank, those without one last. */
  async scoredUnits(assessment: string): Promise<{ organisation: string; name: string }[]> {
    return this.dataSource.query(
      `select organisation, name from score where assessment = $1 order by rank nulls last, name`,
      [assessment],
    );
  }

  /** By unit, the ids of the pins that its published score rests on. */
  async pinsOf(assessment: string): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.query<{ organisation: string; pins: string[] }[]>(
      `select organisation, pins from score where assessment = $1`,
      [assessment],
    );
    return new Map(rows.map(({ organisation, pins }) => [organisation, pins]));
  }

  /** By unit, the round that an assessment rests on; empty for those from before it was kept. */
  async roundsOf(assessment: string): Promise<Map<string, RoundRow>> {
    const rows = await this.dataSource.query<(RoundRow & { organisation: string })[]>(
      `select e.organisation, ${roundColumns} from assessment_evidence e join round on round.id = e.round
       where e.assessment = $1`,
      [assessment],
    );
    return new Map(rows.map(({ organisation, ...round }) => [organisation, round]));
  }

  /** A unit's scores in all periods of the same kind, oldest first. */
  async history(organisation: string, scope: Scope): Promise<PeriodScore[]> {
    const rows = await this.dataSource.query<PeriodScore[]>(
      `select a.period, a.as_of::text as "asOf", s.score::text as score, s.grade, s.coverage::text as coverage, s.rank
       from score s join assessment a on a.id = s.assessment
       where s.organisation = $1 and a.programme = $2 and a.sample = ${sampleMeant('$3')} and a.latest
       order by a.period`,
      [organisation, scope.programme, scope.sample ?? null],
    );
    return rows.filter(({ period }) => periodKind(period) === periodKind(scope.period));
  }

  /** Findings of the newest assessments, unit by unit in reading order, and how many there are in all. */
  async findings(filter: FindingFilter): Promise<{ total: number; rows: FindingRow[] }> {
    const sample = filter.programme ? await meansSample(this.dataSource, filter.sample) : (filter.sample ?? null);
    const where = `from finding f join assessment a on a.id = f.assessment
       where a.latest and ($1::text is null or a.programme = $1) and ($2::text is null or a.period = $2)
         and ($3::boolean is null or a.sample = $3) and ($4::text is null or f.organisation = $4)
         and ($5::text is null or f.indicator = $5) and ($6::text is null or f.kind = $6)
         and case when $7::text is null then f.state <> 'fixed' else f.state = $7 end
         and ($8::text[] is null or f.organisation = any($8))`;
    const parameters = [
      filter.programme ?? null,
      filter.period ?? null,
      sample,
      filter.organisation ?? null,
      filter.indicator ?? null,
      filter.kind ?? null,
      filter.state ?? null,
      filter.units ?? null,
    ];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `select count(*)::int as total ${where}`,
      parameters,
    );
    const rows = await this.dataSource.query<FindingRow[]>(
      `select ${findingColumns} ${where} order by a.as_of desc, a.id, f.organisation, f.position offset $9 limit $10`,
      [...parameters, filter.offset ?? 0, filter.limit ?? null],
    );
    return { total: count?.total ?? 0, rows };
  }

  /** Findings of some units that stand in an assessment, unit by unit in reading order. */
  findingsOfUnits(assessment: string, organisations: readonly string[]): Promise<FindingRow[]> {
    return findingsOf(this.dataSource, assessment, organisations);
  }

  /** The newest word on a finding, in a period or at all. */
  async finding(id: string, within: { programme?: string; period?: string } = {}): Promise<FindingRow | null> {
    const [row] = await this.dataSource.query<FindingRow[]>(
      `select ${findingColumns} from finding f join assessment a on a.id = f.assessment
       where f.id = $1 and a.latest and ($2::text is null or a.programme = $2) and ($3::text is null or a.period = $3)
       order by a.as_of desc, a.assessed_at desc limit 1`,
      [id, within.programme ?? null, within.period ?? null],
    );
    return row ?? null;
  }

  /** By unit, how many findings stand in an assessment, and what they cost. */
  async findingCounts(head: AssessmentHead): Promise<Map<string, FindingCounts>> {
    const rows = await this.dataSource.query<(FindingCounts & { organisation: string })[]>(
      `select organisation, count(*)::int as open, (count(*) filter (where kind = 'review'))::int as doubts,
         trim_scale(sum(points))::text as points, (count(*) filter (where state = 'new'))::int as fresh,
         (count(*) filter (where state = 'recurred'))::int as recurred
       from finding where assessment = $1 and state <> 'fixed' group by organisation`,
      [head.id],
    );
    return new Map(rows.map(({ organisation, ...counts }) => [organisation, counts]));
  }

  /**
   * When each finding of a unit was first published for the day that an assessment judges: to score it again makes nothing new.
   * By finding, instants.
   */
  async firstPublished(head: AssessmentHead, organisation: string): Promise<Map<string, string>> {
    const rows = await this.dataSource.query<{ id: string; at: string }[]>(
      `select f.id, ${instant('min(a.assessed_at)')} as "at" from finding f join assessment a on a.id = f.assessment
       where f.organisation = $1 and a.programme = $2 and a.period = $3 and a.sample = $4 and a.as_of = $5::date
         and f.state <> 'fixed' group by f.id`,
      [organisation, head.programme, head.period, head.sample, head.asOf],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  async tasks(scope: Scope): Promise<TaskState[]> {
    const head = await this.head(scope);
    return head ? this.tasksOf(head.id) : [];
  }

  private async writeNow<Result>(
    opening: AssessmentOpening,
    publish: boolean,
    work: (draft: AssessmentDraft) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const { manager } = runner;
      const head = await headOf(manager, opening);
      if (publish) await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`assessment ${head.programme}`]);
      const [known] = await manager.query<{ id: string }[]>(`select id from assessment where id = $1`, [head.id]);
      const whole = publish && !known;
      const draft = new AssessmentDraft(manager, whole ? head : { ...head, id: `${head.id} again` }, whole);
      await draft.open();
      const result = await work(draft);
      if (whole) await draft.publish();
      await (whole ? runner.commitTransaction() : runner.rollbackTransaction());
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** All scorecards of an assessment, by rank, units without one last. */
  async scorecardsOf(assessment: string): Promise<Scorecard[]> {
    const rows = await this.dataSource.query<StoredCard[]>(
      `select scorecard, rank from score where assessment = $1 order by rank nulls last, name`,
      [assessment],
    );
    return rows.map(wholeCard);
  }

  private tasksOf(assessment: string): Promise<TaskState[]> {
    return new TaskStore(this.dataSource).tasksOf(assessment);
  }
}

async function headOf(manager: EntityManager, opening: AssessmentOpening): Promise<AssessmentHead> {
  const { programme, programmeVersion, period, asOf, round: id, assessedAt } = opening;
  const [round] = await manager.query<{ sample: boolean }[]>(`select sample from round where id = $1`, [id]);
  if (!round)
    throw new BadInput([{ where: '评估', what: `轮次 ${id} 没有保存在数据库中`, accepted: '已完成采集的轮次' }]);
  const assessment = stableId('assessment', programme, programmeVersion, period, asOf, id, assessedAt);
  return { id: assessment, programme, programmeVersion, period, asOf, round: id, sample: round.sample, assessedAt };
}
