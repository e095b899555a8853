import type { DataSource } from 'typeorm';
import type { UploadKind } from '#files';
import { bulkInsert } from './bulk-writer.js';
import { UploadedFileEntity } from './entities/material.entity.js';
import { instant } from './instant.js';

/** A file that somebody handed in for a unit. */
export interface UploadRow {
  id: string;
  organisation: string;
  /** Of its bytes in the blob store. */
  sha256: string;
  name: string;
  kind: UploadKind;
  /** In bytes. */
  size: number;
  /** Id of the account or token. */
  uploadedBy: string;
  /** The name that was signed with. */
  uploader: string;
  uploadedAt: string;
}

const columns = `id, organisation, sha256, name, kind, size, uploaded_by as "uploadedBy", uploader,
  ${instant('uploaded_at')} as "uploadedAt"`;

/** Where a file is named, so that it stays. */
export interface UploadUse {
  /** The first version that was sent with it. */
  sent: { requirement: string; period: string; version: number } | null;
  /** Whether an appeal, statement or application was sent with it. */
  appealed: boolean;
  /** Whether a task was confirmed with it. */
  confirmed: boolean;
  /** In how many drafts of its unit it stands. */
  drafts: number;
}

const names = (answers: string) =>
  `jsonb_path_exists(${answers}, '$.*.files[*] ? (@ == $id)', jsonb_build_object('id', u.id))`;
const inVersion = `from material_version v where v.organisation = u.organisation and ${names('v.answers')}`;
const inDraft = `from material_draft d where d.organisation = u.organisation and ${names('d.answers')}`;
const inAppeal = `from appeal p where p.organisation = u.organisation and p.files @> jsonb_build_array(u.id)`;
const inWord = `from task_word w where w.organisation = u.organisation and w.files @> jsonb_build_array(u.id)`;

/** Rows that go with a clearing: removed more than a day before $1, and named nowhere. */
export const removedUploads = `select u.id from uploaded_file u
  where u.removed_at < $1::timestamptz - interval '1 day' and not exists (select ${inVersion})
    and not exists (select ${inDraft}) and not exists (select ${inAppeal}) and not exists (select ${inWord})`;

/** Files from people. None is changed; one that was sent is never removed. */
export class UploadStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The same bytes of the same name for the same unit are one row, which comes back where it was removed. */
  async add(row: UploadRow): Promise<UploadRow> {
    await bulkInsert(
      this.dataSource.manager,
      UploadedFileEntity,
      [{ ...row, uploadedAt: new Date(row.uploadedAt) }],
      'on conflict (organisation, sha256, name) do update set removed_at = null',
    );
    const [kept] = await this.dataSource.query<UploadRow[]>(
      `select ${columns} from uploaded_file where organisation = $1 and sha256 = $2 and name = $3`,
      [row.organisation, row.sha256, row.name],
    );
    return kept!;
  }

  async upload(id: string): Promise<UploadRow | null> {
    return (await this.uploads([id]))[0] ?? null;
  }

  /** Those of the ids that there are and that were not removed, in no order. */
  uploads(ids: readonly string[]): Promise<UploadRow[]> {
    return this.dataSource.query<UploadRow[]>(
      `select ${columns} from uploaded_file where id = any($1) and removed_at is null`,
      [ids],
    );
  }

  /** Also one that was removed and is not cleared yet; with where it is named. */
  async use(id: string): Promise<{ row: UploadRow; use: UploadUse } | null> {
    const [found] = await this.dataSource.query<(UploadRow & UploadUse)[]>(
      `select ${columns},
         (select jsonb_build_object('requirement', v.requirement, 'period', v.period, 'version', v.version)
            ${inVersion} order by v.position limit 1) as sent,
         exists (select ${inAppeal}) as appealed, exists (select ${inWord}) as confirmed, (select count(*)::int ${inDraft}) as drafts
       from uploaded_file u where u.id = $1`,
      [id],
    );
    if (!found) return null;
    const { sent, appealed, confirmed, drafts, ...row } = found;
    return { row, use: { sent, appealed, confirmed, drafts } };
  }

  /** Takes a file out of use, or puts it back (null). */
  async setRemoved(id: string, at: Date | null): Promise<void> {
    await this.dataSource.query(`update uploaded_file set removed_at = $2 where id = $1`, [id, at]);
  }

  async count(organisation: string): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from uploaded_file where organisation = $1 and removed_at is null`,
      [organisation],
    );
    return row?.count ?? 0;
  }
}
