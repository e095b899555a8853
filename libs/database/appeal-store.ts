import type { DataSource, EntityManager } from 'typeorm';
import { appealStateAfter, type AppealDeed, type AppealKind, type AppealState } from '#casework';
import { bulkInsert } from './bulk-writer.js';
import { AppealEntity, AppealFindingEntity, AppealStepEntity } from './entities/appeal.entity.js';
import { instant } from './instant.js';
import type { FindingRow } from './stores.js';

/** A finding as the assessment said it on which something was built. */
export type FindingSaid = Omit<FindingRow, 'organisation' | 'programme' | 'period'>;

export interface AppealStepRow {
  deed: AppealDeed;
  reason: string;
  /** Findings for which it was accepted. */
  findings: string[];
  until: string | null;
  account: string;
  author: string;
  unit: string | null;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** What a department sent about findings of one assessment, with all that was done to it, oldest first. */
export interface AppealRow {
  id: string;
  assessment: string;
  programme: string;
  period: string;
  sample: boolean;
  organisation: string;
  organisationName: string;
  kind: AppealKind;
  reason: string;
  links: string[];
  /** Proofs that were handed in before, among the files of the unit. */
  files: { id: string; name: string; size: number }[];
  from: string | null;
  until: string | null;
  lastDay: string | null;
  decideBy: string | null;
  account: string;
  sender: string;
  unit: string | null;
  sentAt: string;
  findings: FindingSaid[];
  steps: AppealStepRow[];
  state: AppealState;
}

export type NewAppeal = Omit<
  AppealRow,
  'programme' | 'period' | 'sample' | 'organisationName' | 'findings' | 'files' | 'steps' | 'state'
> & { findings: readonly string[]; files: string[] };

export interface AppealFilter {
  programme?: string | undefined;
  period?: string | undefined;
  sample?: boolean | undefined;
  organisation?: string | undefined;
  /** Ids of the only units that are looked at; null for all. */
  units?: readonly string[] | null;
  /** Instant: only what had been sent and done by then. */
  until?: string | null;
}

/** SQL for a finding as an object. */
export const findingSaid = `jsonb_build_object('id', f.id, 'indicator', f.indicator, 'subject', f.subject, 'kind', f.kind,
  'message', f.message, 'remedy', f.remedy, 'details', f.details, 'evidence', f.evidence, 'requirement', f.requirement,
  'clause', f.clause, 'points', f.points::text, 'state', f.state, 'decided', f.decided)`;

const rowsOf = (where: string) => `
  select p.id, p.assessment, a.programme, a.period, a.sample, p.organisation,
    coalesce(s.name, p.organisation) as "organisationName", p.kind, p.reason, p.links,
    (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'size', u.size) order by u.name, u.id), '[]')
       from uploaded_file u where u.organisation = p.organisation and p.files @> jsonb_build_array(u.id)) as files, p.from_day::text as "from",
    p.until_day::text as "until", p.last_day::text as "lastDay", p.decide_by::text as "decideBy", p.account, p.sender,
    p.unit, ${instant('p.sent_at')} as "sentAt",
    (select coalesce(jsonb_agg(${findingSaid} order by f.position), '[]') from appeal_finding x
       join finding f on f.assessment = p.assessment and f.organisation = p.organisation and f.id = x.finding
       where x.appeal = p.id) as findings,
    (select coalesce(jsonb_agg(jsonb_build_object('deed', t.deed, 'reason', t.reason, 'findings', t.findings,
         'until', t.until_day::text, 'account', t.account, 'author', t.author, 'unit', t.unit, 'at', ${instant('t.at')})
         order by t.position), '[]') from appeal_step t
       where t.appeal = p.id and ($1::timestamptz is null or t.at <= $1)) as steps
  from appeal p join assessment a on a.id = p.assessment
    left join score s on s.assessment = p.assessment and s.organisation = p.organisation
  where ($1::timestamptz is null or p.sent_at <= $1) and ${where}`;

/** What departments answer to findings. Rows are added and never changed. */
export class AppealStore {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order in which they were sent. */
  async appeals(filter: AppealFilter): Promise<AppealRow[]> {
    const rows = await this.dataSource.query<Omit<AppealRow, 'state'>[]>(
      `${rowsOf(`($2::text is null or a.programme = $2) and ($3::text is null or a.period = $3)
         and ($4::boolean is null or a.sample = $4) and ($5::text is null or p.organisation = $5)
         and ($6::text[] is null or p.organisation = any($6))`)} order by p.sent_at, p.id`,
      [
        filter.until ?? null,
        filter.programme ?? null,
        filter.period ?? null,
        filter.sample ?? null,
        filter.organisation ?? null,
        filter.units ?? null,
      ],
    );
    return rows.map(withState);
  }

  /** When something was sent or done last, notices included, or null. */
  async lastInstant(sample: boolean): Promise<string | null> {
    const [row] = await this.dataSource.query<{ at: string | null }[]>(
      `select ${instant('max(said.at)')} as at from (
         select assessment, sent_at as at from appeal
         union all select p.assessment, t.at from appeal_step t join appeal p on p.id = t.appeal
         union all select assessment, issued_at from rectification_notice
         union all select n.assessment, t.at from rectification_step t join rectification_notice n on n.id = t.notice
       ) said join assessment a on a.id = said.assessment where a.sample = $1`,
      [sample],
    );
    return row?.at ?? null;
  }

  appeal(id: string): Promise<AppealRow | null> {
    return appealOf(this.dataSource.manager, id);
  }

  /**
   * Keeps what was sent, unless `refuse` throws on what already stands of the unit in the same programme and period; it may
   * say which findings alone are kept. What was sent under this id before stays as it is.
   */
  async send(draft: NewAppeal, refuse: (others: AppealRow[]) => readonly string[] | void): Promise<AppealRow> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`appeals ${draft.organisation}`]);
      const known = await appealOf(manager, draft.id);
      if (known) return known;
      const others = await manager.query<Omit<AppealRow, 'state'>[]>(
        `${rowsOf(`p.organisation = $2 and (a.programme, a.period, a.sample) =
           (select programme, period, sample from assessment where id = $3)`)} order by p.sent_at`,
        [null, draft.organisation, draft.assessment],
      );
      const kept = refuse(others.map(withState)) ?? draft.findings;
      const { findings: _asked, from: fromDay, until: untilDay, sentAt, ...rest } = draft;
      await bulkInsert(manager, AppealEntity, [{ ...rest, fromDay, untilDay, sentAt: new Date(sentAt) }]);
      await bulkInsert(
        manager,
        AppealFindingEntity,
        kept.map((finding) => ({ appeal: draft.id, finding })),
      );
      return (await appealOf(manager, draft.id))!;
    });
  }

  /** Adds a deed, unless `refuse` throws on how it stands. Of two at once the second sees what the first has done. */
  async act(id: string, make: (appeal: AppealRow) => AppealStepRow): Promise<{ before: AppealRow; after: AppealRow }> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select from appeal where id = $1 for update`, [id]);
      const before = (await appealOf(manager, id))!;
      const { until: untilDay, at, ...step } = make(before);
      const row = { ...step, appeal: id, position: before.steps.length, untilDay, at: new Date(at) };
      await bulkInsert(manager, AppealStepEntity, [row]);
      return { before, after: (await appealOf(manager, id))! };
    });
  }
}

async function appealOf(manager: EntityManager, id: string): Promise<AppealRow | null> {
  const [row] = await manager.query<Omit<AppealRow, 'state'>[]>(rowsOf('p.id = $2'), [null, id]);
  return row ? withState(row) : null;
}

function withState(row: Omit<AppealRow, 'state'>): AppealRow {
  return { ...row, state: appealStateAfter(row.steps.map(({ deed }) => deed)) };
}
