import type { DataSource, EntityManager } from 'typeorm';
import type { LaterWord } from '#casework';
import { findingSaid, type FindingSaid } from './appeal-store.js';
import { bulkInsert } from './bulk-writer.js';
import { giveNumber } from './document-numbers.js';
import {
  RectificationFindingEntity,
  RectificationLookEntity,
  RectificationNoticeEntity,
  RectificationStepEntity,
} from './entities/rectification.entity.js';
import { instant } from './instant.js';

export interface RectificationStepRow {
  id: string;
  /** `request` asks for a `recheck`. */
  kind: 'answer' | 'request' | 'recheck' | 'withdrawal';
  /** Null for all findings of the notice. */
  finding: string | null;
  words: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
  /** In which the pages were asked for again; null where it is no recheck, or its round is told by none. */
  round: string | null;
  roundFinishedAt: string | null;
}

export type NewRectificationStep = Omit<RectificationStepRow, 'round' | 'roundFinishedAt'>;

/** A word on a finding from evidence that is newer than the notice. */
export interface LaterWordRow extends LaterWord {
  period: string;
  asOf: string;
  /** When the round began that it rests on, ISO 8601 UTC. */
  seenAt: string;
}

/** A notice with its findings as they were said then, what later assessments said of each, and all that was done, oldest first. */
export interface RectificationRow {
  id: string;
  assessment: string;
  programme: string;
  period: string;
  sample: boolean;
  organisation: string;
  organisationName: string;
  demand: string;
  dueOn: string;
  account: string;
  issuer: string;
  issuedAt: string;
  /** 发文字号; null where the office gives its notices none. */
  number: string | null;
  findings: (FindingSaid & { words: LaterWordRow[]; isUpheld: boolean })[];
  steps: RectificationStepRow[];
}

export type NewRectification = Omit<
  RectificationRow,
  'programme' | 'period' | 'sample' | 'organisationName' | 'number' | 'findings' | 'steps'
> & { number?: string | null; findings: readonly string[] };

export interface RectificationFilter {
  programme?: string | undefined;
  period?: string | undefined;
  sample?: boolean | undefined;
  organisation?: string | undefined;
  /** Ids of the only units that are looked at; null for all. */
  units?: readonly string[] | null;
}

/**
 * What was said of a finding on a round that began after the notice, oldest first: by that round judged as the notice's own
 * period was, then by the assessments that rest on it. A page that was only carried along in that round was not looked at.
 */
const laterWords = `(select coalesce(jsonb_agg(jsonb_build_object('state', v.state, 'period', v.period, 'asOf', v.as_of::text,
    'seenAt', ${instant('v.seen_at')}, 'seenAnew', v.seen_anew)
    order by v.seen_at, v.assessed_at nulls first), '[]') from (
  select w.state, b.period, b.as_of, r.started_at as seen_at, b.assessed_at, c.revisit is distinct from 'carried' as seen_anew
  from finding w join assessment b on b.id = w.assessment
    join assessment_evidence e on e.assessment = b.id and e.organisation = w.organisation
    join round r on r.id = e.round left join capture c on c.id = w.evidence->>'capture'
  where w.organisation = n.organisation and w.id = f.id and b.programme = a.programme and b.sample = a.sample
    and r.started_at > n.issued_at
  union all
  select l.state, a.period, (l.seen_at at time zone 'Asia/Shanghai')::date, l.seen_at, null, l.seen_anew
  from rectification_look l where l.notice = n.id and l.finding = f.id and l.state <> 'notMeasured') v)`;

/** Whether the last word on an appeal about the finding accepted it. */
const upheld = `exists (select from appeal_finding x join appeal p on p.id = x.appeal join assessment q on q.id = p.assessment
  cross join lateral (select deed, findings from appeal_step where appeal = p.id order by position desc limit 1) last
  where x.finding = f.id and p.organisation = n.organisation and q.programme = a.programme and q.sample = a.sample
    and last.deed in ('accept', 'partly') and last.findings @> jsonb_build_array(f.id))`;

const rowsOf = (where: string) => `
  select n.id, n.assessment, a.programme, a.period, a.sample, n.organisation,
    coalesce(s.name, n.organisation) as "organisationName", n.demand, n.due_on::text as "dueOn", n.account, n.issuer,
    ${instant('n.issued_at')} as "issuedAt", n.number,
    (select coalesce(jsonb_agg(${findingSaid} || jsonb_build_object('words', ${laterWords}, 'isUpheld', ${upheld})
       order by f.position), '[]') from rectification_finding x
       join finding f on f.assessment = n.assessment and f.organisation = n.organisation and f.id = x.finding
       where x.notice = n.id) as findings,
    (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'finding', t.finding, 'words', t.words,
       'account', t.account, 'author', t.author, 'at', ${instant('t.at')}, 'round', t.round,
       'roundFinishedAt', ${instant('k.finished_at')}) order by t.at, t.id), '[]')
       from rectification_step t left join round k on k.id = t.round where t.notice = n.id) as steps
  from rectification_notice n join assessment a on a.id = n.assessment
    left join score s on s.assessment = n.assessment and s.organisation = n.organisation
  where ${where}`;

/** Notices to mend findings. Rows are added and never changed. */
export class RectificationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** By the day until which, then in the order in which they were sent. */
  notices(filter: RectificationFilter): Promise<RectificationRow[]> {
    return this.dataSource.query<RectificationRow[]>(
      `${rowsOf(`($1::text is null or a.programme = $1) and ($2::text is null or a.period = $2)
         and ($3::boolean is null or a.sample = $3) and ($4::text is null or n.organisation = $4)
         and ($5::text[] is null or n.organisation = any($5))`)} order by n.due_on, n.issued_at, n.id`,
      [
        filter.programme ?? null,
        filter.period ?? null,
        filter.sample ?? null,
        filter.organisation ?? null,
        filter.units ?? null,
      ],
    );
  }

  notice(id: string): Promise<RectificationRow | null> {
    return noticeOf(this.dataSource.manager, id);
  }

  /**
   * Keeps a notice, unless `refuse` throws on those that the unit has of the programme, or on what bears its number already.
   * One of a known id stays as it is.
   */
  async issue(
    draft: NewRectification,
    refuse: (others: RectificationRow[], taken: string | null) => void,
  ): Promise<RectificationRow> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`notices ${draft.organisation}`]);
      const known = await noticeOf(manager, draft.id);
      if (known) return known;
      const others = await manager.query<RectificationRow[]>(
        rowsOf(
          `n.organisation = $1 and (a.programme, a.sample) = (select programme, sample from assessment where id = $2)`,
        ),
        [draft.organisation, draft.assessment],
      );
      const { findings, issuedAt, number = null, ...rest } = draft;
      refuse(others, number === null ? null : await numberTaken(manager, draft, number));
      await bulkInsert(manager, RectificationNoticeEntity, [{ ...rest, number, issuedAt: new Date(issuedAt) }]);
      await bulkInsert(
        manager,
        RectificationFindingEntity,
        findings.map((finding) => ({ notice: draft.id, finding })),
      );
      return (await noticeOf(manager, draft.id))!;
    });
  }

  /** Adds what was done, unless `refuse` throws on how the notice stands; what is there under its id already stays. */
  async act(
    notice: string,
    step: NewRectificationStep,
    refuse: (notice: RectificationRow) => void,
  ): Promise<{ before: RectificationRow; after: RectificationRow }> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select from rectification_notice where id = $1 for update`, [notice]);
      const before = (await noticeOf(manager, notice))!;
      if (before.steps.some(({ id }) => id === step.id)) return { before, after: before };
      refuse(before);
      await bulkInsert(manager, RectificationStepEntity, [{ ...step, notice, at: new Date(step.at), round: null }]);
      return { before, after: (await noticeOf(manager, notice))! };
    });
  }

  /** Notes in which round the pages are asked for again. */
  async noteRound(step: string, round: string): Promise<void> {
    await this.dataSource.query(`update rectification_step set round = $2 where id = $1`, [step, round]);
  }

  /** Notices that may have to be looked at again by themselves: those whose day passed since, or whose unit asks for it. */
  recheckCandidates(request: {
    sample: boolean | null;
    /** Days, both included. */
    dueFrom: string;
    dueTo: string;
  }): Promise<{ id: string; steps: number }[]> {
    const { sample, dueFrom, dueTo } = request;
    return this.dataSource.query<{ id: string; steps: number }[]>(
      `select n.id, (select count(*)::int from rectification_step where notice = n.id) as steps
       from rectification_notice n join assessment a on a.id = n.assessment
       where ($1::boolean is null or a.sample = $1)
         and not exists (select from rectification_step where notice = n.id and kind = 'withdrawal')
         and (n.due_on between $2 and $3 or exists (select from rectification_step q where q.notice = n.id and q.kind = 'request'
           and not exists (select from rectification_step l where l.notice = n.id and l.kind = 'recheck' and l.at >= q.at)))
       order by n.due_on, n.id`,
      [sample, dueFrom, dueTo],
    );
  }

  /** Notices that run or ran out no longer ago than that day, and that nobody withdrew; with the rounds they were held against. */
  async looksToTake(
    dueFrom: string,
  ): Promise<{ id: string; organisation: string; issuedAt: string; rounds: string[] }[]> {
    return this.dataSource.query(
      `select n.id, n.organisation, ${instant('n.issued_at')} as "issuedAt",
         array(select distinct round from rectification_look where notice = n.id) as rounds
       from rectification_notice n where n.due_on >= $1
         and not exists (select from rectification_step where notice = n.id and kind = 'withdrawal')
       order by n.organisation, n.id`,
      [dueFrom],
    );
  }

  /** Keeps what a round says; said again it stays as it was said first. */
  async keepLooks(looks: readonly RectificationLookEntity[]): Promise<void> {
    await bulkInsert(this.dataSource.manager, RectificationLookEntity, [...looks], 'on conflict do nothing');
  }

  /**
   * Begins a new look at a unit for several notices, unless another process has begun it or does so now. What `begin` throws undoes it.
   * @returns null where it was another's.
   */
  async claimRecheck<Begun extends { round: string | null; words: string }>(
    organisation: string,
    steps: readonly (NewRectificationStep & { notice: string })[],
    begin: () => Promise<Begun>,
  ): Promise<Begun | null> {
    return this.dataSource.transaction(async (manager) => {
      const [lock] = await manager.query<{ mine: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtext($1)) as mine`,
        [`recheck ${organisation}`],
      );
      if (!lock?.mine) return null;
      const known = await manager.query<unknown[]>(`select from rectification_step where id = any($1)`, [
        steps.map(({ id }) => id),
      ]);
      if (known.length > 0) return null;
      await bulkInsert(
        manager,
        RectificationStepEntity,
        steps.map((step) => ({ ...step, at: new Date(step.at), round: null })),
      );
      const begun = await begin();
      await manager.query(`update rectification_step set round = $2, words = $3 where id = any($1)`, [
        steps.map(({ id }) => id),
        begun.round,
        begun.words,
      ]);
      return begun;
    });
  }
}

async function noticeOf(manager: EntityManager, id: string): Promise<RectificationRow | null> {
  const [row] = await manager.query<RectificationRow[]>(rowsOf('n.id = $1'), [id]);
  return row ?? null;
}

/** Gives a notice its number; the title of what bears it already, or null. */
async function numberTaken(
  manager: EntityManager,
  { id: bearer, assessment, organisation, issuedAt }: NewRectification,
  number: string,
): Promise<string | null> {
  const [about] = await manager.query<{ sample: boolean; title: string }[]>(
    `select a.sample, '整改通知（' || coalesce(s.name, $2) || '）' as title
     from assessment a left join score s on s.assessment = a.id and s.organisation = $2 where a.id = $1`,
    [assessment, organisation],
  );
  return about ? giveNumber(manager, { ...about, bearer, number, givenAt: new Date(issuedAt) }) : null;
}
