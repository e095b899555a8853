import type { Attempts, Role } from '#access';
import type { DataSource, EntityManager } from 'typeorm';
import { bulkInsert } from './bulk-writer.js';
import { AccountEntity, SessionEntity } from './entities/account.entity.js';
import { instant } from './instant.js';
import { prepared } from './prepared.js';
import { storableText } from './storable.js';

export interface UnitName {
  id: string;
  name: string;
}

export interface AccountRow {
  id: string;
  name: string;
  displayName: string;
  role: Role;
  unit: UnitName | null;
  mustChangePassword: boolean;
  /** Whether a one-time code is asked for. */
  secondFactor: boolean;
  /** Instant, or null. */
  disabledAt: string | null;
  sample: boolean;
  createdAt: string;
  mail: string | null;
  /** Instant, or null: until then nothing is sent to it but a code. */
  mailConfirmedAt: string | null;
  mailWanted: boolean;
  /** When the password was chosen, instant. */
  passwordSetAt: string;
  /** Of the person with a provider of single sign-on; null for none. */
  providerIssuer: string | null;
  providerSubject: string | null;
}

/** What signing in needs to know beside it. */
export interface Credentials {
  passwordHash: string;
  secret: string | null;
  pendingSecret: string | null;
  lastStep: number | null;
  /** SHA-256 of the code by which an address of mail is confirmed, and when it was sent. */
  mailCode: string | null;
  mailCodeAt: string | null;
}

export interface NewAccount {
  id: string;
  name: string;
  displayName: string;
  role: Role;
  unit: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
  sample: boolean;
  createdAt: Date;
}

/** What may be changed; what is absent stays. */
export interface AccountChange {
  displayName?: string;
  role?: Role;
  unit?: string | null;
  passwordHash?: string;
  mustChangePassword?: boolean;
  secondFactor?: string | null;
  pendingFactor?: string | null;
  lastStep?: number | null;
  disabledAt?: Date | null;
  mail?: string | null;
  mailConfirmedAt?: Date | null;
  mailCode?: string | null;
  mailCodeAt?: Date | null;
  mailWanted?: boolean;
  passwordSetAt?: Date;
  providerIssuer?: string | null;
  providerSubject?: string | null;
}

export interface OpenSession {
  account: AccountRow;
  /** Whether a provider of single sign-on vouched for who opened it. */
  byProvider: boolean;
  /** Instants in milliseconds. */
  createdAt: number;
  seenAt: number;
}

const columns = `a.id, a.name, a.display_name as "displayName", a.role,
  case when a.unit is null then null else jsonb_build_object('id', a.unit, 'name', o.name) end as unit,
  a.must_change_password as "mustChangePassword", a.second_factor is not null as "secondFactor",
  ${instant('a.disabled_at')} as "disabledAt", a.sample, ${instant('a.created_at')} as "createdAt",
  a.mail, ${instant('a.mail_confirmed_at')} as "mailConfirmedAt", a.mail_wanted as "mailWanted",
  ${instant('a.password_set_at')} as "passwordSetAt", a.provider_issuer as "providerIssuer",
  a.provider_subject as "providerSubject"`;
const from = `from account a left join organisation o on o.id = a.unit`;

/** Accounts, their sessions, and who failed to sign in. */
export class AccountStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Those in use first, by name. */
  accounts(): Promise<AccountRow[]> {
    return this.dataSource.query<AccountRow[]>(`select ${columns} ${from} order by a.disabled_at is not null, a.name`);
  }

  async account(id: string): Promise<AccountRow | null> {
    const [row] = await this.dataSource.query<AccountRow[]>(`select ${columns} ${from} where a.id = $1`, [id]);
    return row ?? null;
  }

  async named(name: string): Promise<AccountRow | null> {
    const [row] = await this.dataSource.query<AccountRow[]>(`select ${columns} ${from} where a.name = $1`, [
      storableText(name),
    ]);
    return row ?? null;
  }

  /** Whose subject with a provider this is. */
  async ofSubject(issuer: string, subject: string): Promise<AccountRow | null> {
    const [row] = await this.dataSource.query<AccountRow[]>(
      `select ${columns} ${from} where a.provider_issuer = $1 and a.provider_subject = $2`,
      [storableText(issuer), storableText(subject)],
    );
    return row ?? null;
  }

  async credentials(id: string): Promise<Credentials | null> {
    const [row] = await this.dataSource.query<Credentials[]>(
      `select password_hash as "passwordHash", second_factor as secret, pending_factor as "pendingSecret",
         last_step::float8 as "lastStep", mail_code as "mailCode", ${instant('mail_code_at')} as "mailCodeAt" from account where id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** False when one of this name is there already. */
  async add(account: NewAccount): Promise<boolean> {
    await bulkInsert(
      this.dataSource.manager,
      AccountEntity,
      [{ ...account, passwordSetAt: account.createdAt }],
      'on conflict (name) do nothing',
    );
    return (await this.account(account.id)) !== null;
  }

  async change(id: string, change: AccountChange): Promise<void> {
    await changeRow(this.dataSource.manager, id, change);
  }

  /**
   * Changes an account unless nobody who may manage accounts would be left; one such change at a time.
   * @returns whether it was changed.
   */
  changeKeepingOneKeeper(id: string, change: AccountChange): Promise<boolean> {
    return this.dataSource
      .transaction(async (manager) => {
        await manager.query(`select pg_advisory_xact_lock(hashtext('mingjing accounts'))`);
        await changeRow(manager, id, change);
        const [row] = await manager.query<{ left: boolean; counts: boolean }[]>(
          `select exists (select from account
           where role = 'administrator' and disabled_at is null and sample = changed.sample) as "left"
         from account changed where changed.id = $1`,
          [id],
        );
        if (row?.left) return true;
        throw new NobodyLeft();
      })
      .catch((error: unknown) => {
        if (error instanceof NobodyLeft) return false;
        throw error;
      });
  }

  /** Whether somebody real may manage accounts. */
  async hasKeeper(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ has: boolean }[]>(
      `select exists (select from account where role = 'administrator' and disabled_at is null and not sample) as has`,
    );
    return row?.has === true;
  }

  /** Takes away what was made while all data were a sample's. */
  async removeSampleAccounts(): Promise<void> {
    await this.dataSource.query(`delete from account where sample`);
  }

  /** Notes that a one-time code was used; false when that step, or a later one, was used before. */
  async useStep(id: string, step: number): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `with used as (update account set last_step = $2 where id = $1 and (last_step is null or last_step < $2) returning id)
       select id from used`,
      [id, step],
    );
    return rows.length > 0;
  }

  async openSession(
    hash: string,
    { now, ...about }: { account: string; byProvider: boolean; now: Date },
  ): Promise<void> {
    await bulkInsert(this.dataSource.manager, SessionEntity, [{ hash, ...about, createdAt: now, seenAt: now }]);
  }

  async session(hash: string): Promise<OpenSession | null> {
    const [row] = await prepared<AccountRow & { since: Date; seen: Date; byProvider: boolean }>(
      this.dataSource,
      'session',
      `select ${columns}, s.created_at as since, s.seen_at as seen, s.by_provider as "byProvider" ${from} join session s on s.account = a.id where s.hash = $1`,
      [hash],
    );
    if (!row) return null;
    const { since, seen, byProvider, ...account } = row;
    return { account, byProvider, createdAt: since.getTime(), seenAt: seen.getTime() };
  }

  async touchSession(hash: string, now: Date): Promise<void> {
    await this.dataSource.query(`update session set seen_at = $2 where hash = $1 and seen_at < $2`, [hash, now]);
  }

  async endSession(hash: string): Promise<void> {
    await this.dataSource.query(`delete from session where hash = $1`, [hash]);
  }

  /** Ends the sessions of an account, all or those for which a provider vouched. */
  async endSessionsOf(account: string, which: 'all' | 'byProvider' = 'all'): Promise<void> {
    await this.dataSource.query(`delete from session where account = $1 and (by_provider or $2)`, [
      account,
      which === 'all',
    ]);
  }

  /** Takes away sessions begun before, and attempts counted before. */
  async forget(before: Date): Promise<void> {
    await this.dataSource.query(`delete from session where created_at < $1`, [before]);
    await this.dataSource.query(`delete from sign_in_attempt where since < $1`, [before]);
  }

  /** Changes the count of attempts under a key; nobody else looks at it meanwhile. */
  changeAttempts(key: string, change: (before: Attempts | null) => Attempts | null): Promise<Attempts | null> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`attempts ${key}`]);
      const [row] = await manager.query<{ failures: number; since: Date; lockedUntil: Date | null }[]>(
        `select failures, since, locked_until as "lockedUntil" from sign_in_attempt where key = $1`,
        [key],
      );
      const before = row
        ? { failures: row.failures, since: row.since.getTime(), lockedUntil: row.lockedUntil?.getTime() ?? null }
        : null;
      const after = change(before);
      if (after === before) return before;
      if (after === null) await manager.query(`delete from sign_in_attempt where key = $1`, [key]);
      else
        await manager.query(
          `insert into sign_in_attempt (key, failures, since, locked_until) values ($1, $2, $3, $4)
           on conflict (key) do update set failures = excluded.failures, since = excluded.since,
             locked_until = excluded.locked_until`,
          [key, after.failures, new Date(after.since), after.lockedUntil === null ? null : new Date(after.lockedUntil)],
        );
      return after;
    });
  }
}

class NobodyLeft extends Error {}

const names: Readonly<Record<keyof AccountChange, string>> = {
  displayName: 'display_name',
  role: 'role',
  unit: 'unit',
  passwordHash: 'password_hash',
  mustChangePassword: 'must_change_password',
  secondFactor: 'second_factor',
  pendingFactor: 'pending_factor',
  lastStep: 'last_step',
  disabledAt: 'disabled_at',
  mail: 'mail',
  mailConfirmedAt: 'mail_confirmed_at',
  mailCode: 'mail_code',
  mailCodeAt: 'mail_code_at',
  mailWanted: 'mail_wanted',
  passwordSetAt: 'password_set_at',
  providerIssuer: 'provider_issuer',
  providerSubject: 'provider_subject',
};

async function changeRow(manager: EntityManager, id: string, change: AccountChange): Promise<void> {
  const given = (Object.keys(names) as (keyof AccountChange)[]).filter((name) => change[name] !== undefined);
  if (given.length === 0) return;
  const sets = given.map((name, index) => `${names[name]} = $${index + 2}`).join(', ');
  await manager.query(`update account set ${sets} where id = $1`, [id, ...given.map((name) => change[name])]);
}
