import type { DataSource, EntityManager } from 'typeorm';
import { BadInput, stableId } from '#kernel';
import type { Scorecard } from '#scoring';
import { bulkInsert } from './bulk-writer.js';
import { AssessmentEntity, FindingEntity, OutcomeEntity, ScoreEntity } from './entities/assessment.entity.js';
import { documentUrls, lastWords, withHistory } from './finding-history.js';
import { instant } from './instant.js';
import { writeReadModels } from './read-models.js';
import { meansSample, periodKind, type AssessmentHead, type Scope } from './scope.js';
import type { AssessmentRow, FindingRow, TaskState } from './stores.js';
import { TaskStore, writeTasks, writeTaskUnits } from './task-store.js';

const headColumns = `a.id, a.programme, a.programme_version as "programmeVersion", a.period, a.as_of::text as "asOf",
  a.round, a.sample, ${instant('a.assessed_at')} as "assessedAt"`;

const findingColumns = `f.id, f.organisation, f.indicator, f.subject, f.kind, f.message, f.remedy, f.details, f.evidence,
  a.programme, a.period, f.requirement, f.clause, f.points::text as points, f.state`;

export interface FindingFilter {
  programme?: string;
  period?: string;
  sample?: boolean;
  organisation?: string;
  indicator?: string;
  kind?: FindingRow['kind'];
  /** Without it, what is fixed is left out. */
  state?: FindingRow['state'];
  offset?: number;
  limit?: number;
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
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps one assessment with everything that is published together and refreshes what dashboards read. An earlier
   * assessment of the same programme and period stays as superseded. Saving the same one again changes nothing.
   * @throws BadInput when its round is not stored.
   */
  async saveAssessment(row: AssessmentRow): Promise<AssessmentHead> {
    return this.dataSource.transaction(async (manager) => {
      const head = await this.headOf(manager, row);
      await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`assessment ${head.programme}`]);
      const [known] = await manager.query<{ id: string }[]>(`select id from assessment where id = $1`, [head.id]);
      if (known) return head;
      await manager.query(
        `update assessment set latest = false where programme = $1 and period = $2 and sample = $3 and latest`,
        [head.programme, head.period, head.sample],
      );
      const earlier = await lastWords(manager, head);
      await bulkInsert(manager, AssessmentEntity, [{ ...head, assessedAt: new Date(head.assessedAt), latest: true }]);
      await writeScores(manager, head.id, row);
      const documents = await documentUrls(manager, [...earlier.values()].flat());
      await bulkInsert(
        manager,
        FindingEntity,
        row.scorecards.flatMap((card) =>
          withHistory(card, earlier.get(card.organisation.id) ?? [], documents).map((finding) => ({
            ...finding,
            assessment: head.id,
            organisation: card.organisation.id,
          })),
        ),
      );
      await writeTasks(manager, head.id, row.tasks);
      await writeTaskUnits(manager, head.id, row.taskUnits ?? []);
      await writeReadModels(manager, head.id, row.scorecards);
      return head;
    });
  }

  /** The newest assessment of the scope, or null. */
  async head(scope: Scope): Promise<AssessmentHead | null> {
    const sample = await meansSample(this.dataSource, scope.sample);
    const [head] = await this.dataSource.query<AssessmentHead[]>(
      `select ${headColumns} from assessment a where programme = $1 and period = $2 and sample = $3 and latest`,
      [scope.programme, scope.period, sample],
    );
    return head ?? null;
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
    return this.dataSource.query<AssessmentHead[]>(
      `select ${headColumns} from assessment a where programme = $1 and sample = $2 and latest order by as_of, period`,
      [programme, await meansSample(this.dataSource, sample)],
    );
  }

  /** Everything published for the scope, as it was saved. */
  async assessment(scope: Scope): Promise<AssessmentRow | null> {
    const head = await this.head(scope);
    if (head === null) return null;
    const { programme, programmeVersion, period, asOf, round, assessedAt } = head;
    const scorecards = await this.scorecardsOf(head.id);
    return {
      programme,
      programmeVersion,
      period,
      asOf,
      round,
      assessedAt,
      scorecards,
      tasks: await this.tasksOf(head.id),
    };
  }

  /** By rank, units without one last. */
  async scorecards(scope: Scope): Promise<Scorecard[]> {
    const head = await this.head(scope);
    return head ? this.scorecardsOf(head.id) : [];
  }

  async scorecard(organisation: string, scope: Scope): Promise<Scorecard | null> {
    const head = await this.head(scope);
    if (head === null) return null;
    const [row] = await this.dataSource.query<{ scorecard: Scorecard }[]>(
      `select scorecard from score where assessment = $1 and organisation = $2`,
      [head.id, organisation],
    );
    return row?.scorecard ?? null;
  }

  /** By unit, the ids of the pins that its published score rests on. */
  async pinsOf(assessment: string): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.query<{ organisation: string; pins: string[] }[]>(
      `select organisation, pins from score where assessment = $1`,
      [assessment],
    );
    return new Map(rows.map(({ organisation, pins }) => [organisation, pins]));
  }

  /** A unit's scores in all periods of the same kind, oldest first. */
  async history(organisation: string, scope: Scope): Promise<PeriodScore[]> {
    const sample = await meansSample(this.dataSource, scope.sample);
    const rows = await this.dataSource.query<PeriodScore[]>(
      `select a.period, a.as_of::text as "asOf", s.score::text as score, s.grade, s.coverage::text as coverage, s.rank
       from score s join assessment a on a.id = s.assessment
       where s.organisation = $1 and a.programme = $2 and a.sample = $3 and a.latest order by a.period`,
      [organisation, scope.programme, sample],
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
         and case when $7::text is null then f.state <> 'fixed' else f.state = $7 end`;
    const parameters = [
      filter.programme ?? null,
      filter.period ?? null,
      sample,
      filter.organisation ?? null,
      filter.indicator ?? null,
      filter.kind ?? null,
      filter.state ?? null,
    ];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `select count(*)::int as total ${where}`,
      parameters,
    );
    const rows = await this.dataSource.query<FindingRow[]>(
      `select ${findingColumns} ${where} order by a.as_of desc, a.id, f.organisation, f.position offset $8 limit $9`,
      [...parameters, filter.offset ?? 0, filter.limit ?? null],
    );
    return { total: count?.total ?? 0, rows };
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

  async tasks(scope: Scope): Promise<TaskState[]> {
    const head = await this.head(scope);
    return head ? this.tasksOf(head.id) : [];
  }

  private async headOf(manager: EntityManager, row: AssessmentRow): Promise<AssessmentHead> {
    const [round] = await manager.query<{ sample: boolean }[]>(`select sample from round where id = $1`, [row.round]);
    if (!round)
      throw new BadInput([
        { where: '评估', what: `轮次 ${row.round} 没有保存在数据库中`, accepted: '已完成采集的轮次' },
      ]);
    const { programme, programmeVersion, period, asOf, assessedAt } = row;
    const id = stableId('assessment', programme, programmeVersion, period, asOf, row.round, assessedAt);
    const { sample } = round;
    return { id, programme, programmeVersion, period, asOf, round: row.round, sample, assessedAt };
  }

  private async scorecardsOf(assessment: string): Promise<Scorecard[]> {
    const rows = await this.dataSource.query<{ scorecard: Scorecard }[]>(
      `select scorecard from score where assessment = $1 order by rank nulls last, name`,
      [assessment],
    );
    return rows.map(({ scorecard }) => scorecard);
  }

  private tasksOf(assessment: string): Promise<TaskState[]> {
    return new TaskStore(this.dataSource).tasksOf(assessment);
  }
}

async function writeScores(
  manager: EntityManager,
  assessment: string,
  { scorecards: cards, pins = {} }: AssessmentRow,
): Promise<void> {
  await bulkInsert(
    manager,
    ScoreEntity,
    cards.map((card) => ({
      assessment,
      organisation: card.organisation.id,
      name: card.organisation.name,
      score: card.score,
      grade: card.grade,
      coverage: card.coverage,
      vetoed: card.vetoed,
      rank: card.rank,
      evidenceDigest: card.evidenceDigest,
      pins: pins[card.organisation.id] ?? [],
      scorecard: card,
    })),
  );
  await bulkInsert(
    manager,
    OutcomeEntity,
    cards.flatMap((card) =>
      card.results.map((result, position) => ({
        assessment,
        organisation: card.organisation.id,
        position,
        indicator: result.indicator,
        version: result.version,
        outcome: result.outcome,
        measured: result.measured,
        ofCount: result.of,
        unmeasured: result.unmeasured,
        message: result.message,
      })),
    ),
  );
}
