import type { DataSource, EntityManager } from 'typeorm';
import type { Finding } from '#indicators';
import { stableId } from '#kernel';
import type { ReviewGate } from '#programmes';
import { findingSays, type FindingDecision } from '#scoring';
import { findingColumns } from './finding-history.js';
import { bulkInsert } from './bulk-writer.js';
import {
  FindingDecisionEntity,
  FindingDecisionWithdrawalEntity,
  ReviewSampleEntity,
} from './entities/review.entity.js';
import { instant } from './instant.js';
import type { AssessmentHead } from './scope.js';
import type { DecidedOn, FindingRow } from './stores.js';

/** A programme, a period, and whether of the sample. */
export type ReviewScope = Pick<AssessmentHead, 'programme' | 'period' | 'sample'>;

export interface DecisionWithdrawal {
  author: string;
  reason: string;
  /** Instant, ISO 8601 UTC. */
  createdAt: string;
}

/** A decision as it is shown: with what was decided on, in which go, and whether it was taken back. */
export interface DecisionRow extends Omit<FindingDecision, 'into'> {
  into: string | null;
  account: string | null;
  deed: string;
  snapshot: DecidedOn;
  createdAt: string;
  withdrawn: DecisionWithdrawal | null;
}

export type DecisionDraft = Pick<
  DecisionRow,
  | 'organisation'
  | 'finding'
  | 'indicator'
  | 'verdict'
  | 'into'
  | 'reason'
  | 'by'
  | 'account'
  | 'source'
  | 'said'
  | 'deed'
> & { snapshot: DecidedOn; createdAt: string };

/** A finding that waits for a person. */
export interface QueueRow extends FindingRow {
  /** Name of the unit. */
  unit: string;
  /** Points that hang on it, as text. */
  stake: string;
  /** Digest of what it says; a decision on it names this. */
  said: string;
  /** The last decision, made when the finding said something else. */
  earlier: Pick<DecisionRow, 'verdict' | 'by' | 'on' | 'reason'> | null;
}

export const queueViews = ['waiting', 'all'] as const;

export interface QueueFilter {
  organisation?: string;
  /** Ids of the only units that are looked at; null for all. */
  units?: readonly string[] | null;
  indicator?: string;
  kind?: FindingRow['kind'];
  state?: Exclude<FindingRow['state'], 'fixed'>;
  /** Only those that were drawn in this sample, whether or not they would wait otherwise. */
  drawn?: string;
  /** Only these. */
  findings?: readonly string[];
  /** `waiting`: doubts, what is new or back, and what changed since it was decided on; `all`: whatever is not decided. */
  view?: (typeof queueViews)[number];
  offset?: number;
  limit?: number;
}

export interface SampleRow {
  id: string;
  seed: string;
  asked: string;
  of: number;
  drawn: string[];
  by: string;
  createdAt: string;
  /** Of those drawn: confirmed, dismissed or merged, and not looked at yet. */
  upheld: number;
  overturned: number;
  open: number;
}

const decisionColumns = `d.id, d.organisation, d.programme, d.period, d.finding, d.indicator, d.verdict, d.merged_into as "into", d.reason,
  d.author as "by", (d.created_at at time zone 'Asia/Shanghai')::date::text as "on", d.source, d.said, d.account, d.deed,
  d.snapshot, ${instant('d.created_at')} as "createdAt"`;
const withdrawnColumn = `case when w.decision is null then null else json_build_object('author', w.author, 'reason', w.reason,
  'createdAt', ${instant('w.created_at')}) end as withdrawn`;
const decisions = `finding_decision d left join finding_decision_withdrawal w on w.decision = d.id`;
const ofScope = `d.programme = $1 and d.period = $2 and d.sample = $3`;
const values = ({ programme, period, sample }: ReviewScope): unknown[] => [programme, period, sample];

/** What people decided on findings. Nothing in it is ever changed; what is taken back stays. */
export class ReviewStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Decisions that stand, oldest first.
   * @param until an instant: those that stood then; all that stand now when null.
   */
  async standing(scope: ReviewScope, until: string | null): Promise<FindingDecision[]> {
    return (await this.standingRows(scope, until)).map(decisionOf);
  }

  standingRows(scope: ReviewScope, until: string | null = null): Promise<DecisionRow[]> {
    return standingIn(this.dataSource.manager, scope, until);
  }

  /** Of an assessment's findings those that match, by points at stake, and how many there are in all. */
  async queue(head: AssessmentHead, filter: QueueFilter): Promise<{ total: number; rows: QueueRow[] }> {
    // What stands is gathered once: asked for finding by finding, a province takes seconds.
    const standing = `with standing as materialized (
        select d.id, d.finding, d.said, d.verdict, d.author, d.reason, d.created_at, d.position from ${decisions}
        where ${ofScope} and w.decision is null and ($5::text is null or d.organisation = $5)),
      last as materialized (select distinct on (finding) * from standing order by finding, position desc),
      held as materialized (select distinct finding, said from standing)`;
    const where = `from finding f join assessment a on a.id = f.assessment left join organisation o on o.id = f.organisation
      left join last on last.finding = f.id left join held on held.finding = f.id and held.said = f.said
      where f.assessment = $4 and f.state <> 'fixed' and f.indicator <> 'evidence'
        and ($5::text is null or f.organisation = $5) and ($6::text[] is null or f.organisation = any($6))
        and ($7::text is null or f.indicator = $7) and ($8::text is null or coalesce(f.decided->>'was', f.kind) = $8)
        and ($9::text is null or f.state = $9) and ($11::text[] is null or f.id = any($11))
        and held.finding is null and (f.said is not null or last.finding is null)
        and case when $10::text is not null
            then exists (select from review_sample s where s.id = $10 and s.drawn ? f.id)
          when $12 then true
          else coalesce(f.decided->>'was', f.kind) = 'review' or f.state in ('new', 'recurred') or last.id is not null end`;
    const parameters = [
      ...values(head),
      head.id,
      filter.organisation ?? null,
      filter.units ?? null,
      filter.indicator ?? null,
      filter.kind ?? null,
      filter.state ?? null,
      filter.drawn ?? null,
      filter.findings ?? null,
      filter.view === 'all',
    ];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `${standing} select count(*)::int as total ${where}`,
      parameters,
    );
    if (filter.limit === 0) return { total: count?.total ?? 0, rows: [] };
    const rows = await this.dataSource.query<QueueRow[]>(
      `${standing} select ${findingColumns}, coalesce(o.name, f.organisation) as unit, coalesce(f.stake, f.points)::text as stake,
         f.said, case when last.id is null then null else json_build_object('verdict', last.verdict, 'by', last.author,
           'on', (last.created_at at time zone 'Asia/Shanghai')::date::text, 'reason', last.reason) end as earlier
       ${where} order by coalesce(f.stake, f.points) desc, f.organisation, f.position offset $13 limit $14`,
      [...parameters, filter.offset ?? 0, filter.limit ?? null],
    );
    return { total: count?.total ?? 0, rows: rows.map(withDigest) };
  }

  /** How many findings of these units nobody decided on, of those that a programme wants reviewed. */
  async openCount(head: AssessmentHead, gate: ReviewGate, units: readonly string[]): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from finding f
       where f.assessment = $4 and f.state <> 'fixed' and f.indicator <> 'evidence' and f.organisation = any($5)
         and (coalesce(f.decided->>'was', f.kind) = any($6) or f.indicator = any($7))
         and not exists (select from ${decisions} where ${ofScope} and d.finding = f.id and w.decision is null
           and (f.said is null or d.said = f.said))`,
      [...values(head), head.id, units, gate.kinds ?? [], gate.indicators ?? []],
    );
    return row?.count ?? 0;
  }

  /** Findings of an assessment by their ids, decided or not. */
  async findings(
    head: AssessmentHead,
    ids: readonly string[],
  ): Promise<(FindingRow & { said: string; unit: string })[]> {
    const rows = await this.dataSource.query<(FindingRow & { said: string; unit: string })[]>(
      `select ${findingColumns}, f.said, coalesce(o.name, f.organisation) as unit
       from finding f join assessment a on a.id = f.assessment left join organisation o on o.id = f.organisation
       where f.assessment = $1 and f.state <> 'fixed' and f.id = any($2)`,
      [head.id, ids],
    );
    return rows.map(withDigest);
  }

  /**
   * Looks at what stands and adds decisions in one step, one after the other within a programme and period.
   * @param work is given what stands and says what is added; what it throws leaves nothing behind.
   */
  decide(
    scope: ReviewScope,
    work: (
      standing: readonly DecisionRow[],
      ofDeed: (deed: string) => Promise<DecisionRow[]>,
    ) => Promise<DecisionDraft[]>,
  ): Promise<DecisionRow[]> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, scope);
      const ofDeed = (deed: string) => rowsWhere(manager, scope, `d.deed = $4`, [deed]);
      const drafts = await work(await standingIn(manager, scope, null), ofDeed);
      const rows = drafts.map((draft) => ({
        ...draft,
        ...scope,
        id: stableId('finding decision', scope.programme, scope.period, draft.deed, draft.finding),
      }));
      await bulkInsert(
        manager,
        FindingDecisionEntity,
        rows.map(({ by: author, createdAt, ...row }) => ({ ...row, author, createdAt: new Date(createdAt) })),
      );
      const [first] = rows;
      return first ? ofDeed(first.deed) : [];
    });
  }

  /** Takes back what was decided in one go; what was taken back before stays so. */
  withdraw(
    scope: ReviewScope,
    work: (standing: readonly DecisionRow[]) => readonly DecisionRow[],
    withdrawal: DecisionWithdrawal & { account: string | null },
  ): Promise<DecisionRow[]> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, scope);
      const rows = work(await standingIn(manager, scope, null));
      await bulkInsert(
        manager,
        FindingDecisionWithdrawalEntity,
        rows.map(({ id }) => ({ ...withdrawal, decision: id, createdAt: new Date(withdrawal.createdAt) })),
      );
      const { author, reason, createdAt } = withdrawal;
      return rows.map((row) => ({ ...row, withdrawn: { author, reason, createdAt } }));
    });
  }

  /** All that was decided, newest first, what was taken back too. */
  async decided(
    scope: ReviewScope,
    filter: { units?: readonly string[] | null; deed?: string; offset?: number; limit?: number },
  ): Promise<{ total: number; rows: DecisionRow[] }> {
    const where = `from ${decisions} where ${ofScope} and ($4::text[] is null or d.organisation = any($4))
      and ($5::text is null or d.deed = $5)`;
    const parameters = [...values(scope), filter.units ?? null, filter.deed ?? null];
    const [count] = await this.dataSource.query<{ total: number }[]>(
      `select count(*)::int as total ${where}`,
      parameters,
    );
    const rows = await this.dataSource.query<DecisionRow[]>(
      `select ${decisionColumns}, ${withdrawnColumn} ${where} order by d.position desc offset $6 limit $7`,
      [...parameters, filter.offset ?? 0, filter.limit ?? null],
    );
    return { total: count?.total ?? 0, rows };
  }

  /** Decisions that were made or taken back since an assessment, so that its scores do not know of it. */
  async pending(head: AssessmentHead): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from ${decisions}
       where ${ofScope} and (d.created_at > $4) <> coalesce(w.created_at > $4, false)`,
      [...values(head), head.assessedAt],
    );
    return row?.count ?? 0;
  }

  /** When something was decided or taken back last, or null. */
  async lastInstant(sample: boolean): Promise<string | null> {
    const [row] = await this.dataSource.query<{ at: string | null }[]>(
      `select ${instant('max(greatest(d.created_at, w.created_at))')} as at from ${decisions} where d.sample = $1`,
      [sample],
    );
    return row?.at ?? null;
  }

  async addSample(scope: ReviewScope, row: Omit<SampleRow, 'upheld' | 'overturned' | 'open'>): Promise<void> {
    const { of: ofCount, by: author, createdAt, ...rest } = row;
    await bulkInsert(
      this.dataSource.manager,
      ReviewSampleEntity,
      [{ ...scope, ...rest, ofCount, author, createdAt: new Date(createdAt) }],
      'on conflict do nothing',
    );
  }

  /** Samples that were drawn, newest first, with what became of them. */
  samples(scope: ReviewScope): Promise<SampleRow[]> {
    return this.dataSource.query<SampleRow[]>(
      `select s.id, s.seed, s.asked, s.of_count as "of", s.drawn, s.author as "by", ${instant('s.created_at')} as "createdAt",
         r.upheld, r.overturned, jsonb_array_length(s.drawn) - r.upheld - r.overturned as open
       from review_sample s cross join lateral (
         select count(*) filter (where v.verdict = 'confirmed')::int as upheld,
           count(*) filter (where v.verdict <> 'confirmed')::int as overturned
         from (select distinct on (d.finding) d.verdict from ${decisions}
           where ${ofScope} and w.decision is null and s.drawn ? d.finding order by d.finding, d.position desc) v) r
       where s.programme = $1 and s.period = $2 and s.sample = $3 order by s.created_at desc, s.id`,
      values(scope),
    );
  }
}

function standingIn(manager: EntityManager, scope: ReviewScope, until: string | null): Promise<DecisionRow[]> {
  return rowsWhere(
    manager,
    scope,
    `case when $4::timestamptz is null then w.decision is null
       else d.created_at <= $4 and (w.decision is null or w.created_at > $4) end`,
    [until],
  );
}

function rowsWhere(manager: EntityManager, scope: ReviewScope, what: string, more: unknown[]): Promise<DecisionRow[]> {
  return manager.query<DecisionRow[]>(
    `select ${decisionColumns}, ${withdrawnColumn} from ${decisions} where ${ofScope} and ${what} order by d.position`,
    [...values(scope), ...more],
  );
}

async function lock(manager: EntityManager, { programme, period }: ReviewScope): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`review ${programme} ${period}`]);
}

function decisionOf({
  into,
  account: _,
  deed: _deed,
  snapshot: _on,
  createdAt: _at,
  withdrawn: _w,
  ...row
}: DecisionRow) {
  return { ...row, ...(into === null ? {} : { into }) } satisfies FindingDecision;
}

/** Findings from before it was kept tell it themselves. */
function withDigest<Row extends Finding & { said: string | null }>(row: Row): Row & { said: string } {
  return { ...row, said: row.said ?? findingSays(row) };
}
