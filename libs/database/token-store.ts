import type { TokenRole } from '#access';
import type { DataSource } from 'typeorm';
import type { UnitName } from './account-store.js';
import { bulkInsert } from './bulk-writer.js';
import { ApiTokenEntity } from './entities/account.entity.js';
import { instant } from './instant.js';

export interface TokenRow {
  id: string;
  name: string;
  role: TokenRole;
  unit: UnitName | null;
  expiresOn: string;
  createdBy: string;
  createdAt: string;
  usedAt: string | null;
  revokedAt: string | null;
  sample: boolean;
}

export interface NewToken {
  id: string;
  name: string;
  hash: string;
  role: TokenRole;
  unit: string | null;
  expiresOn: string;
  createdBy: string;
  createdAt: Date;
  sample: boolean;
}

const columns = `t.id, t.name, t.role,
  case when t.unit is null then null else jsonb_build_object('id', t.unit, 'name', o.name) end as unit,
  t.expires_on::text as "expiresOn", t.created_by as "createdBy", ${instant('t.created_at')} as "createdAt",
  ${instant('t.used_at')} as "usedAt", ${instant('t.revoked_at')} as "revokedAt", t.sample`;
const from = `from api_token t left join organisation o on o.id = t.unit`;

/** Tokens of other programs; their secrets are nowhere, only the hashes. */
export class TokenStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  tokens(): Promise<TokenRow[]> {
    return this.dataSource.query<TokenRow[]>(`select ${columns} ${from} order by t.created_at desc, t.id`);
  }

  async token(id: string): Promise<TokenRow | null> {
    const [row] = await this.dataSource.query<TokenRow[]>(`select ${columns} ${from} where t.id = $1`, [id]);
    return row ?? null;
  }

  async byHash(hash: string): Promise<TokenRow | null> {
    const [row] = await this.dataSource.query<TokenRow[]>(`select ${columns} ${from} where t.hash = $1`, [hash]);
    return row ?? null;
  }

  async add(token: NewToken): Promise<void> {
    await bulkInsert(this.dataSource.manager, ApiTokenEntity, [token]);
  }

  /** One that was revoked before stays as it is. */
  async revoke(id: string, now: Date): Promise<void> {
    await this.dataSource.query(`update api_token set revoked_at = $2 where id = $1 and revoked_at is null`, [id, now]);
  }

  async removeSampleTokens(): Promise<void> {
    await this.dataSource.query(`delete from api_token where sample`);
  }

  /** Notes when it was used, to the minute. */
  async used(id: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `update api_token set used_at = $2 where id = $1 and (used_at is null or used_at < $2::timestamptz - interval '1 minute')`,
      [id, now],
    );
  }
}
