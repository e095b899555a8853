import type { DataSource, EntityManager } from 'typeorm';
import type { Answers, MaterialVerdict, MaterialWord, SentMaterial } from '#casework';
import { bulkInsert } from './bulk-writer.js';
import { MaterialDecisionEntity, MaterialVersionEntity, MaterialWithdrawalEntity } from './entities/material.entity.js';
import { instant } from './instant.js';
import type { AssessmentHead } from './scope.js';
import { storableJson } from './storable.js';

/** What is asked of a unit once a period. */
export interface MaterialKey {
  organisation: string;
  programme: string;
  period: string;
  requirement: string;
}

export interface MaterialDraftRow extends MaterialKey {
  answers: Answers;
  /** Counts how often it was saved; 0 where it never was. */
  revision: number;
  savedBy: string;
  saver: string;
  savedAt: string;
}

/** A version that was sent, with what reviewers said of it, oldest first. */
export interface MaterialVersionRow extends MaterialKey, SentMaterial {
  id: string;
  answers: Answers;
  sender: string;
  sentAt: string;
  words: MaterialWord[];
}

export type NewMaterial = Omit<MaterialVersionRow, 'version' | 'words'>;

export interface NewMaterialWord {
  id: string;
  version: string;
  verdict: MaterialVerdict;
  grade: string | null;
  reason: string;
  decidedBy: string;
  decider: string;
  decidedAt: string;
}

export interface NewMaterialWithdrawal {
  decision: string;
  reason: string;
  withdrawnBy: string;
  withdrawer: string;
  withdrawnAt: string;
}

export interface MaterialFilter {
  programme: string;
  /** All periods when absent. */
  period?: string;
  organisations?: readonly string[] | null;
  requirement?: string;
  /** Instant: only what had been sent, decided and withdrawn by then. */
  until?: string | null;
}

const keyIs = `organisation = $1 and programme = $2 and period = $3 and requirement = $4`;
const valuesOf = ({ organisation, programme, period, requirement }: MaterialKey) => [
  organisation,
  programme,
  period,
  requirement,
];
const draftColumns = `organisation, programme, period, requirement, answers, revision, saved_by as "savedBy", saver,
  ${instant('saved_at')} as "savedAt"`;

const versionsWhere = (where: string) => `
  select v.id, v.organisation, v.programme, v.period, v.requirement, v.version, v.answers, v.sent_by as "sentBy", v.sender,
    ${instant('v.sent_at')} as "sentAt",
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'verdict', d.verdict, 'grade', d.grade, 'reason', d.reason,
         'by', d.decided_by, 'signs', d.decider, 'at', ${instant('d.decided_at')}, 'isWithdrawn', w.decision is not null)
         order by d.position), '[]')
       from material_decision d
       left join material_withdrawal w on w.decision = d.id and ($1::timestamptz is null or w.withdrawn_at <= $1)
       where d.version = v.id and ($1::timestamptz is null or d.decided_at <= $1)) as words
  from material_version v
  where ($1::timestamptz is null or v.sent_at <= $1) and ${where}
  order by v.position`;

/** What units hand in where no site shows it. But for drafts, rows are added and never changed. */
export class MaterialStore {
  constructor(private readonly dataSource: DataSource) {}

  async draft(key: MaterialKey): Promise<MaterialDraftRow | null> {
    const [row] = await this.dataSource.query<MaterialDraftRow[]>(
      `select ${draftColumns} from material_draft where ${keyIs}`,
      valuesOf(key),
    );
    return row ?? null;
  }

  /** Which requirements of which units have a draft. */
  drafts({ programme, period, organisations = null }: MaterialFilter): Promise<MaterialKey[]> {
    return this.dataSource.query<MaterialKey[]>(
      `select organisation, programme, period, requirement from material_draft
       where programme = $1 and period = $2 and ($3::text[] is null or organisation = any($3))`,
      [programme, period, organisations],
    );
  }

  /** Keeps a draft over the one that was read; null when another was saved meanwhile. */
  async saveDraft(draft: Omit<MaterialDraftRow, 'revision'>, over: number): Promise<MaterialDraftRow | null> {
    const { answers, savedBy, saver, savedAt } = draft;
    const [row] = await this.dataSource.query<MaterialDraftRow[]>(
      `insert into material_draft as old
         (organisation, programme, period, requirement, answers, revision, saved_by, saver, saved_at)
       select $1, $2, $3, $4, $5::jsonb, $6 + 1, $7, $8, $9::timestamptz
       where $6 = 0 or exists (select from material_draft where ${keyIs} and revision = $6)
       on conflict (organisation, programme, period, requirement) do update
         set answers = excluded.answers, revision = excluded.revision, saved_by = excluded.saved_by,
           saver = excluded.saver, saved_at = excluded.saved_at
         where old.revision = $6
       returning ${draftColumns}`,
      [...valuesOf(draft), storableJson(answers), over, savedBy, saver, savedAt],
    );
    return row ?? null;
  }

  /** In the order in which they were sent. */
  versions({ programme, period, organisations, requirement, until }: MaterialFilter): Promise<MaterialVersionRow[]> {
    return this.dataSource.query<MaterialVersionRow[]>(
      versionsWhere(`v.programme = $2 and ($3::text is null or v.period = $3)
        and ($4::text[] is null or v.organisation = any($4)) and ($5::text is null or v.requirement = $5)`),
      [until ?? null, programme, period ?? null, organisations ?? null, requirement ?? null],
    );
  }

  /** How many words on material of a period were given, or taken back, since an assessment of it. */
  async pending({
    programme,
    period,
    sample,
    assessedAt,
  }: Pick<AssessmentHead, 'programme' | 'period' | 'sample' | 'assessedAt'>): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from material_decision d
         join material_version v on v.id = d.version join organisation o on o.id = v.organisation
         left join material_withdrawal w on w.decision = d.id
       where v.programme = $1 and v.period = $2 and o.sample = $3 and d.verdict <> 'returned'
         and case when d.decided_at > $4 then w.decision is null else w.withdrawn_at > $4 end`,
      [programme, period, sample, assessedAt],
    );
    return row?.count ?? 0;
  }

  async version(id: string): Promise<MaterialVersionRow | null> {
    return (await versionsOf(this.dataSource.manager, 'v.id = $2', [id]))[0] ?? null;
  }

  /**
   * Adds a version and does away with the draft, unless `refuse` throws on what stands. What was sent under this id before
   * stays as it is, so that sending again after a broken connection sends nothing twice.
   */
  async send(material: NewMaterial, refuse: (sent: MaterialVersionRow[]) => void): Promise<MaterialVersionRow> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, material);
      const [known] = await versionsOf(manager, 'v.id = $2', [material.id]);
      if (known) return known;
      const sent = await sentOf(manager, material);
      refuse(sent);
      const version = (sent.at(-1)?.version ?? 0) + 1;
      const row = { ...material, version, sentAt: new Date(material.sentAt) };
      await bulkInsert(manager, MaterialVersionEntity, [row]);
      await manager.query(`delete from material_draft where ${keyIs}`, valuesOf(material));
      return (await versionsOf(manager, 'v.id = $2', [material.id]))[0]!;
    });
  }

  /** Adds a reviewer's word, unless `refuse` throws on what stands; of two at once the second sees the first's. */
  async decide(
    word: NewMaterialWord,
    refuse: (version: MaterialVersionRow, sent: MaterialVersionRow[]) => void,
  ): Promise<MaterialVersionRow> {
    return this.within(word.version, async (manager, version, sent) => {
      if (version.words.some(({ id }) => id === word.id)) return;
      refuse(version, sent);
      await bulkInsert(manager, MaterialDecisionEntity, [{ ...word, decidedAt: new Date(word.decidedAt) }]);
    });
  }

  async withdraw(
    version: string,
    withdrawal: NewMaterialWithdrawal,
    refuse: (version: MaterialVersionRow, sent: MaterialVersionRow[]) => void,
  ): Promise<MaterialVersionRow> {
    return this.within(version, async (manager, current, sent) => {
      refuse(current, sent);
      const row = { ...withdrawal, withdrawnAt: new Date(withdrawal.withdrawnAt) };
      await bulkInsert(manager, MaterialWithdrawalEntity, [row]);
    });
  }

  private within(
    id: string,
    act: (manager: EntityManager, version: MaterialVersionRow, sent: MaterialVersionRow[]) => Promise<void>,
  ): Promise<MaterialVersionRow> {
    return this.dataSource.transaction(async (manager) => {
      const [named] = await versionsOf(manager, 'v.id = $2', [id]);
      await lock(manager, named!);
      const sent = await sentOf(manager, named!);
      await act(
        manager,
        sent.find((one) => one.id === id)!,
        sent,
      );
      return (await versionsOf(manager, 'v.id = $2', [id]))[0]!;
    });
  }
}

async function lock(manager: EntityManager, key: MaterialKey): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    JSON.stringify(['material', ...valuesOf(key)]),
  ]);
}

function versionsOf(manager: EntityManager, where: string, values: unknown[]): Promise<MaterialVersionRow[]> {
  return manager.query<MaterialVersionRow[]>(versionsWhere(where), [null, ...values]);
}

function sentOf(manager: EntityManager, key: MaterialKey): Promise<MaterialVersionRow[]> {
  return versionsOf(
    manager,
    `v.organisation = $2 and v.programme = $3 and v.period = $4 and v.requirement = $5`,
    valuesOf(key),
  );
}
