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

/** Files from people. None is changed or removed. */
export class UploadStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The same bytes for the same unit are kept once, under their first name; then that row is given. */
  async add(row: UploadRow): Promise<UploadRow> {
    await bulkInsert(
      this.dataSource.manager,
      UploadedFileEntity,
      [{ ...row, uploadedAt: new Date(row.uploadedAt) }],
      'on conflict do nothing',
    );
    const [kept] = await this.dataSource.query<UploadRow[]>(
      `select ${columns} from uploaded_file where organisation = $1 and sha256 = $2`,
      [row.organisation, row.sha256],
    );
    return kept!;
  }

  async upload(id: string): Promise<UploadRow | null> {
    return (await this.uploads([id]))[0] ?? null;
  }

  /** Those of the ids that there are, in no order. */
  uploads(ids: readonly string[]): Promise<UploadRow[]> {
    return this.dataSource.query<UploadRow[]>(`select ${columns} from uploaded_file where id = any($1)`, [ids]);
  }

  async count(organisation: string): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from uploaded_file where organisation = $1`,
      [organisation],
    );
    return row?.count ?? 0;
  }
}
