import type { DataSource } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { ImportedFileEntity } from './entities/imported-file.entity.js';
import { instant } from './instant.js';

/**
 * What is imported as a whole file: logs of visits to home pages, names of the portal of services, what people decided or
 * counted, what they excused, ledgers of documents with their attribute of openness, lists of accounts of new media. `links` are logs of our own
 * looking after links, never given by anybody.
 */
export type ImportKind = 'probes' | 'links' | 'services' | 'records' | 'excuses' | 'ledger' | 'accounts';

export interface ImportRow {
  /** The same file of the same kind is the same import. */
  id: string;
  kind: ImportKind;
  name: string;
  /** Of its bytes in the blob store. */
  sha256: string;
  importedAt: string;
}

export class ImportStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A file that was imported before stays as it was. */
  async saveImport(row: ImportRow): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      ImportedFileEntity,
      [{ ...row, importedAt: new Date(row.importedAt) }],
      'on conflict do nothing',
    );
  }

  /**
   * Oldest first.
   * @param until an instant: only what had been imported by then.
   */
  imports(until: string | null = null): Promise<ImportRow[]> {
    return this.dataSource.query<ImportRow[]>(
      `select id, kind, name, sha256, ${instant('imported_at')} as "importedAt" from imported_file
       where $1::timestamptz is null or imported_at <= $1
       order by imported_at, id`,
      [until],
    );
  }
}
