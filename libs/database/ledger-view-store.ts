import type { DataSource } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { LedgerViewEntity } from './entities/ledger-row.entity.js';
import { instant } from './instant.js';
import type { LedgerKind } from './ledger-rows.js';

export interface LedgerViewRow {
  id: string;
  account: string;
  ledger: LedgerKind;
  name: string;
  /** As the address of the page has it. */
  view: { filter: string[]; sort: string | null; columns: string[] | null };
  /** Instant, ISO 8601 UTC. */
  savedAt: string;
}

/** Views of ledgers that accounts keep for themselves. */
export class LedgerViewStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Of one account, by name. */
  async views(account: string): Promise<LedgerViewRow[]> {
    return this.dataSource.query<LedgerViewRow[]>(
      `select id, account, ledger, name, view, ${instant('saved_at')} as "savedAt" from ledger_view
       where account = $1 order by ledger, name`,
      [account],
    );
  }

  async save({ savedAt, ...view }: LedgerViewRow): Promise<void> {
    await bulkInsert(
      this.dataSource.manager,
      LedgerViewEntity,
      [{ ...view, savedAt: new Date(savedAt) }],
      `on conflict (id) do update set name = excluded.name, view = excluded.view, saved_at = excluded.saved_at
       where ledger_view.account = excluded.account`,
    );
  }

  async remove(account: string, id: string): Promise<void> {
    await this.dataSource.query(`delete from ledger_view where account = $1 and id = $2`, [account, id]);
  }
}
