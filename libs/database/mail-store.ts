import { mostAttempts, sendingMinutes } from '#casework';
import type { DataSource } from 'typeorm';
import { instant } from './instant.js';

export interface MailSendingRow {
  account: string;
  /** `digest DAY`, `week MONDAY`, `notice ID LEVEL`. */
  matter: string;
  state: 'sending' | 'sent' | 'nothing' | 'failed';
  attempts: number;
  note: string | null;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** What was sent by mail to whom. */
export class MailStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What became of mails on these matters. */
  sendings(matters: readonly string[]): Promise<MailSendingRow[]> {
    return this.dataSource.query<MailSendingRow[]>(
      `select account, matter, state, attempts, note, ${instant('at')} as at from mail_sending
       where matter = any($1) order by account, matter`,
      [matters],
    );
  }

  /** Takes a mail upon oneself; false where it was sent, is being sent, or was tried often enough. */
  async take(account: string, matter: string, now: Date): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `with taken as (
         insert into mail_sending (account, matter, state, attempts, at) values ($1, $2, 'sending', 1, $3)
         on conflict (account, matter) do update
           set state = 'sending', attempts = mail_sending.attempts + 1, at = excluded.at, note = null
           where mail_sending.state in ('sending', 'failed') and mail_sending.attempts < $4
             and mail_sending.at < excluded.at - make_interval(mins => $5)
         returning account)
       select * from taken`,
      [account, matter, now, mostAttempts, sendingMinutes],
    );
    return rows.length > 0;
  }

  async settle(
    account: string,
    matter: string,
    { state, note }: { state: 'sent' | 'nothing' | 'failed'; note: string | null },
    now: Date,
  ): Promise<void> {
    await this.dataSource.query(
      `update mail_sending set state = $3, note = $4, at = $5 where account = $1 and matter = $2`,
      [account, matter, state, note, now],
    );
  }

  /** Forgets what became of mails before a day; a notice is told of once, however long ago that was. */
  async forget(before: string): Promise<void> {
    await this.dataSource.query(`delete from mail_sending where at < $1::date and matter not like 'notice %'`, [
      before,
    ]);
  }
}
