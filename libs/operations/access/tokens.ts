import { randomUUID } from 'node:crypto';
import { localDateOf, type LocalDate } from '#calendar';
import type { TokenRole } from '#access';
import type { Stores, TokenRow } from '#database';
import { refused } from '#kernel';
import { givenName } from '../given-name.js';
import { unitFor } from './accounts.js';
import { secret, secretHash } from './passwords.js';

type Books = Pick<Stores, 'tokens' | 'organisations'>;

export interface TokenRequest {
  name: string;
  role: TokenRole;
  unit: string | null;
  expiresOn: LocalDate;
}

const prefix = 'mj_';
const longestYears = 2;

/** A token with its secret, which is said once. @throws BadInput */
export async function addToken(
  books: Books,
  request: TokenRequest,
  { by, sample, now }: { by: string; sample: boolean; now: Date },
): Promise<{ token: string; row: TokenRow }> {
  const name = givenName(request.name);
  const today = localDateOf(now.toISOString());
  const last = `${Number(today.slice(0, 4)) + longestYears}${today.slice(4)}`;
  if (request.expiresOn < today || request.expiresOn > last)
    throw refused('截止日期', `“${request.expiresOn}”不可用`, `${today} 至 ${last}（最长两年）`);
  const unit = await unitFor(books, request.role, request.unit, sample);
  const token = `${prefix}${secret()}`;
  const id = randomUUID();
  const { role, expiresOn } = request;
  await books.tokens.add({
    ...{ id, name, role, unit, expiresOn, sample },
    ...{ hash: secretHash(token), createdBy: by, createdAt: now },
  });
  return { token, row: await existing(books, id) };
}

/** @throws BadInput when there is none of this id. */
export async function revokeToken(books: Books, id: string, now: Date): Promise<{ before: TokenRow; after: TokenRow }> {
  const before = await existing(books, id);
  await books.tokens.revoke(id, now);
  return { before, after: await existing(books, id) };
}

/** The token that this is the secret of; null when it does not hold, or no longer. */
export async function findToken({ tokens }: Books, text: string, now: Date): Promise<TokenRow | null> {
  if (!text.startsWith(prefix) || text.length > 100) return null;
  const row = await tokens.byHash(secretHash(text));
  if (row === null || row.revokedAt !== null || row.expiresOn < localDateOf(now.toISOString())) return null;
  await tokens.used(row.id, now);
  return row;
}

async function existing({ tokens }: Books, id: string): Promise<TokenRow> {
  const row = await tokens.token(id);
  if (row) return row;
  throw refused('接口令牌', '没有这个令牌', '已有的令牌');
}
