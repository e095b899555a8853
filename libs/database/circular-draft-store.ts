import type { DataSource, EntityManager } from 'typeorm';
import type { CircularStep } from '#casework';
import { bulkInsert } from './bulk-writer.js';
import { giveNumber } from './document-numbers.js';
import type { CircularRow } from './circular-row.js';
import { addCircular } from './circular-store.js';
import { CircularDraftEntity, CircularStepEntity, CircularVersionEntity } from './entities/circular-draft.entity.js';
import { instant } from './instant.js';

/** A draft as it was begun; what was computed for it never changes. */
export interface CircularDraftRow {
  id: string;
  programme: string;
  period: string;
  kind: CircularRow['kind'];
  /** As it was computed. */
  title: string;
  sample: boolean;
  /** The assessment whose figures it prints, and when that was made. */
  assessment: string;
  assessedAt: string;
  /** Of the computed circular, as JSON in the blob store. */
  computedSha256: string;
  /** What the office printed around its circulars then, by its version; null where it had nothing of the kind. */
  letterhead: string | null;
  letterheadVersion: number | null;
  /** The circular that it corrects. */
  corrects: string | null;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  createdAt: string;
}

/** Figures on which a text is written: what was computed, and the assessment that it prints. */
export interface CircularFigures {
  computedSha256: string;
  assessment: string;
  assessedAt: string;
}

export interface CircularVersionRow {
  revision: number;
  /** Null for those with which the draft was begun. */
  figures: CircularFigures | null;
  account: string;
  author: string;
  savedAt: string;
}

/** A version with its text, whose shape is settled where circulars are written. */
export interface CircularWordingRow extends CircularVersionRow {
  wording: unknown;
}

export interface CircularStepRow {
  id: string;
  step: CircularStep;
  /** Of the text to which it was done. */
  revision: number;
  reason: string;
  account: string;
  author: string;
  at: string;
}

/** A draft in a list: with what was done to it, and who wrote last. */
export interface CircularDraftOverview extends CircularDraftRow {
  steps: CircularStepRow[];
  newest: CircularVersionRow;
}

/** What is known of a draft at the moment in which something is done to it. */
export interface StandingDraft {
  steps: CircularStepRow[];
  newest: CircularVersionRow;
  writers: string[];
}

const draftColumns = `d.id, d.programme, d.period, d.kind, d.title, d.sample, d.assessment,
  ${instant('d.assessed_at')} as "assessedAt", d.computed_sha256 as "computedSha256",
  d.letterhead, d.letterhead_version as "letterheadVersion", d.corrects, d.account, d.author,
  ${instant('d.created_at')} as "createdAt"`;
const versionColumns = `v.revision, v.account, v.author, ${instant('v.saved_at')} as "savedAt",
  case when v.computed_sha256 is not null then json_build_object('computedSha256', v.computed_sha256,
    'assessment', v.assessment, 'assessedAt', ${instant('v.assessed_at')}) end as figures`;
const stepColumns = `s.id, s.step, s.revision, s.reason, s.account, s.author, ${instant('s.at')} as at`;

export class CircularDraftStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins a draft with its computed text as the first version; a known id is the same draft. */
  begin(row: CircularDraftRow, wording: unknown): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, row.id);
      if (await draftIn(manager, row.id)) return;
      const { account, author, createdAt, assessedAt } = row;
      const draft = { ...row, createdAt: new Date(createdAt), assessedAt: new Date(assessedAt) };
      await bulkInsert(manager, CircularDraftEntity, [draft]);
      await addVersion(manager, row.id, { revision: 1, wording, account, author, savedAt: createdAt, figures: null });
    });
  }

  draft(id: string): Promise<CircularDraftRow | null> {
    return draftIn(this.dataSource.manager, id);
  }

  /** Newest first. */
  drafts(filter: { programme: string; sample: boolean }): Promise<CircularDraftOverview[]> {
    return this.dataSource.query<CircularDraftOverview[]>(
      `select ${draftColumns},
         (select coalesce(json_agg(t order by t.position), '[]') from (
            select ${stepColumns}, s.position from circular_step s where s.draft = d.id) t) as steps,
         (select row_to_json(t) from (
            select ${versionColumns} from circular_version v where v.draft = d.id order by v.revision desc limit 1) t) as newest
       from circular_draft d where d.programme = $1 and d.sample = $2 order by d.created_at desc, d.id`,
      [filter.programme, filter.sample],
    );
  }

  standing(draft: string): Promise<StandingDraft> {
    return standingIn(this.dataSource.manager, draft);
  }

  /** Newest first. */
  versions(draft: string): Promise<CircularVersionRow[]> {
    return this.dataSource.query<CircularVersionRow[]>(
      `select ${versionColumns} from circular_version v where v.draft = $1 order by v.revision desc`,
      [draft],
    );
  }

  /** A version with its text, the newest without a number; null where there is none. */
  async version(draft: string, revision?: number): Promise<CircularWordingRow | null> {
    const [row] = await this.dataSource.query<CircularWordingRow[]>(
      `select ${versionColumns}, v.wording from circular_version v
       where v.draft = $1 and ($2::integer is null or v.revision = $2) order by v.revision desc limit 1`,
      [draft, revision ?? null],
    );
    return row ?? null;
  }

  /**
   * Keeps a text as the next version, unless `refuse` throws on what stands. It takes the place of the one before it where that is
   * one's own since `since` and nothing was done to it: what saves itself leaves no version for every pause. It stands on the
   * figures of the one before it, unless it brings others.
   */
  save(
    draft: string,
    row: Omit<CircularWordingRow, 'revision' | 'figures'> & { figures?: CircularFigures },
    { since, refuse }: { since: string; refuse: (standing: StandingDraft) => void },
  ): Promise<CircularVersionRow> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, draft);
      const standing = await standingIn(manager, draft);
      refuse(standing);
      const { newest, steps } = standing;
      const isGoingOn =
        !row.figures && newest.account === row.account && newest.savedAt >= since && newest.revision > 1;
      if (isGoingOn && !steps.some((step) => step.revision === newest.revision))
        await manager.query(`delete from circular_version where draft = $1 and revision = $2`, [
          draft,
          newest.revision,
        ]);
      const revision = newest.revision + 1;
      const figures = row.figures ?? newest.figures;
      await addVersion(manager, draft, { ...row, revision, figures });
      return { ...row, revision, figures };
    });
  }

  /**
   * Notes a step, and a circular that is issued by it, unless `refuse` throws on what stands; it is also given who has the
   * circular's number already. A known step is done once.
   */
  take(
    draft: string,
    step: CircularStepRow,
    refuse: (standing: StandingDraft, taken: CircularRow['title'] | null) => void,
    circular: CircularRow | null = null,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, draft);
      const standing = await standingIn(manager, draft);
      if (standing.steps.some(({ id }) => id === step.id)) return;
      refuse(standing, circular && (await numberTaken(manager, circular)));
      if (circular) await addCircular(manager, circular);
      const row = { ...step, draft, position: standing.steps.length + 1, at: new Date(step.at) };
      await bulkInsert(manager, CircularStepEntity, [row]);
    });
  }
}

/** Gives a circular its number; the title of what bears it already, or null. */
async function numberTaken(manager: EntityManager, circular: CircularRow): Promise<string | null> {
  const { id: bearer, number, sample, title, createdAt } = circular;
  return number === null ? null : giveNumber(manager, { bearer, number, sample, title, givenAt: new Date(createdAt) });
}

async function addVersion(
  manager: EntityManager,
  draft: string,
  { figures, savedAt, ...row }: CircularWordingRow,
): Promise<void> {
  const { computedSha256 = null, assessment = null, assessedAt } = figures ?? {};
  const on = { computedSha256, assessment, assessedAt: assessedAt ? new Date(assessedAt) : null };
  await bulkInsert(manager, CircularVersionEntity, [{ draft, ...row, ...on, savedAt: new Date(savedAt) }]);
}

async function lock(manager: EntityManager, draft: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`circular draft ${draft}`]);
}

async function draftIn(manager: EntityManager, id: string): Promise<CircularDraftRow | null> {
  const [row] = await manager.query<CircularDraftRow[]>(
    `select ${draftColumns} from circular_draft d where d.id = $1`,
    [id],
  );
  return row ?? null;
}

async function standingIn(manager: EntityManager, draft: string): Promise<StandingDraft> {
  const steps = await manager.query<CircularStepRow[]>(
    `select ${stepColumns} from circular_step s where s.draft = $1 order by s.position`,
    [draft],
  );
  const [newest] = await manager.query<CircularVersionRow[]>(
    `select ${versionColumns} from circular_version v where v.draft = $1 order by v.revision desc limit 1`,
    [draft],
  );
  if (!newest) throw new Error(`no version of the circular draft ${draft}`);
  const writers = await manager.query<{ account: string }[]>(
    `select distinct account from circular_version where draft = $1
     union select account from circular_step where draft = $1 and step = 'sent'`,
    [draft],
  );
  return { steps, newest, writers: writers.map(({ account }) => account) };
}
