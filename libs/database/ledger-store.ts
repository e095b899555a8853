import type { DataSource, EntityManager } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { ImportedFileEntity, ImportWithdrawalEntity } from './entities/imported-file.entity.js';
import { LedgerWordEntity } from './entities/ledger.entity.js';
import { entityOf, standing, type ImportRow } from './import-store.js';
import { instant } from './instant.js';

/** Who took a ledger back. */
export interface ImportWithdrawalRow {
  import: string;
  reason: string;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

export interface LedgerWordRow {
  id: string;
  organisation: string;
  /** Names the document over all ledgers of the unit. */
  document: string;
  kind: 'page' | 'review';
  /** The address, or the year. */
  subject: string;
  verdict: 'same' | 'different' | 'kept' | 'opened' | 'withdrawn';
  reason: string;
  /** What the ledger and the page said then, for a reader. */
  said: Record<string, string | null>;
  account: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** A ledger that was handed in, with who took it back. */
export type LedgerFileRow = ImportRow & { withdrawal: ImportWithdrawalRow | null };

/** Ledgers of documents that people handed in, and what they said of their documents. Rows are added and never changed. */
export class LedgerStore {
  constructor(private readonly dataSource: DataSource) {}

  /** All ledgers, also those that were taken back; newest first. */
  async files(): Promise<LedgerFileRow[]> {
    return this.dataSource.query<LedgerFileRow[]>(
      `select f.id, f.kind, f.name, f.sha256, ${instant('f.imported_at')} as "importedAt", f.organisations, f.sample,
         f.account, f.author, case when w.import is not null then jsonb_build_object('import', w.import,
           'reason', w.reason, 'account', w.account, 'author', w.author, 'at', ${instant('w.at')}) end as withdrawal
       from imported_file f left join import_withdrawal w on w.import = f.id
       where f.kind = 'ledger' order by f.imported_at desc, f.id`,
    );
  }

  /**
   * Keeps a ledger, unless `refuse` throws on those that stand. One of a known id stays as it is, so that what is sent again
   * after a broken connection is kept once; of two at once the second sees the first's.
   */
  async add(row: ImportRow, refuse: (ledgers: ImportRow[]) => void): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lock(manager, 'ledgers');
      const known = await manager.query<{ id: string }[]>(`select id from imported_file where id = $1`, [row.id]);
      if (known.length > 0) return;
      refuse((await standing(manager)).filter(({ kind }) => kind === 'ledger'));
      await bulkInsert(manager, ImportedFileEntity, [entityOf(row)]);
    });
  }

  /** @returns what stands now: this withdrawal, or an earlier one of somebody else. */
  async withdraw(row: ImportWithdrawalRow): Promise<ImportWithdrawalRow> {
    return this.dataSource.transaction(async (manager) => {
      // Who is about to confirm a ledger sees what stands.
      await lock(manager, 'ledgers');
      await bulkInsert(manager, ImportWithdrawalEntity, [{ ...row, at: new Date(row.at) }], 'on conflict do nothing');
      const [kept] = await manager.query<ImportWithdrawalRow[]>(
        `select import, reason, account, author, ${instant('at')} as at from import_withdrawal where import = $1`,
        [row.import],
      );
      return kept!;
    });
  }

  /** In the order in which they were said. @param organisations null for all units. */
  words(organisations: readonly string[] | null): Promise<LedgerWordRow[]> {
    return wordsOf(this.dataSource.manager, organisations);
  }

  /** Adds a word, unless `refuse` throws on what was said of the same subject before, oldest first. A known id stays as it is. */
  async say(word: LedgerWordRow, refuse: (before: LedgerWordRow[]) => void): Promise<LedgerWordRow[]> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, `ledger words ${word.organisation}`);
      const isAboutIt = ({ document, kind, subject }: LedgerWordRow) =>
        document === word.document && kind === word.kind && subject === word.subject;
      const before = (await wordsOf(manager, [word.organisation])).filter(isAboutIt);
      if (before.some(({ id }) => id === word.id)) return before;
      refuse(before);
      await bulkInsert(manager, LedgerWordEntity, [{ ...word, at: new Date(word.at) }]);
      return [...before, word];
    });
  }
}

async function lock(manager: EntityManager, name: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [name]);
}

function wordsOf(manager: EntityManager, organisations: readonly string[] | null): Promise<LedgerWordRow[]> {
  return manager.query<LedgerWordRow[]>(
    `select id, organisation, document, kind, subject, verdict, reason, said, account, author, ${instant('at')} as at
     from ledger_word where $1::text[] is null or organisation = any($1) order by ledger_word.at, id`,
    [organisations],
  );
}
