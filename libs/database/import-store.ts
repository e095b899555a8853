import type { DataSource, EntityManager } from 'typeorm';
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
  /** Ids of the units that its rows name; null or absent where that was not noted down. */
  organisations?: readonly string[] | null;
  /** Whether it is of sample units; null or absent where that was not noted down. */
  sample?: boolean | null;
  /** Id of the account that handed it in, and the name that it signed with; null or absent for a command. */
  account?: string | null;
  author?: string | null;
}

const columns = `f.id, f.kind, f.name, f.sha256, ${instant('f.imported_at')} as "importedAt", f.organisations, f.sample,
  f.account, f.author`;

export class ImportStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A file that was imported before stays as it was. */
  async saveImport(row: ImportRow): Promise<void> {
    await bulkInsert(this.dataSource.manager, ImportedFileEntity, [entityOf(row)], 'on conflict do nothing');
  }

  /**
   * Oldest first; what was taken back by then is left out.
   * @param until an instant: only what had been imported by then.
   */
  imports(until: string | null = null): Promise<ImportRow[]> {
    return standing(this.dataSource.manager, until);
  }
}

/** All that stand, oldest first. */
export function standing(manager: EntityManager, until: string | null = null): Promise<ImportRow[]> {
  return manager.query<ImportRow[]>(
    `select ${columns} from imported_file f left join import_withdrawal w on w.import = f.id
     where ($1::timestamptz is null or f.imported_at <= $1)
       and (w.import is null or ($1::timestamptz is not null and w.at > $1))
     order by f.imported_at, f.id`,
    [until],
  );
}

export function entityOf({ organisations, sample, account, author, ...row }: ImportRow): object {
  const noted = { organisations: organisations ?? null, sample: sample ?? null };
  return { ...row, ...noted, account: account ?? null, author: author ?? null, importedAt: new Date(row.importedAt) };
}
