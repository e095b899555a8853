import { randomUUID } from 'node:crypto';
import type { Role } from '#access';
import type { AccountRow, Stores } from '#database';
import { openSession } from '#operations';

/** Somebody who has signed in to a server over these stores, and requests in his name. */
export interface SignedIn {
  account: AccountRow;
  headers: { cookie: string };
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** An account of this role with a session, by default an administrator of all units. */
export async function signedIn(
  stores: Pick<Stores, 'accounts'>,
  { role = 'administrator', unit = null, now = new Date() }: { role?: Role; unit?: string | null; now?: Date } = {},
): Promise<SignedIn> {
  const id = randomUUID();
  await stores.accounts.add({
    ...{ id, name: `${role}-${id.slice(0, 8)}`, displayName: '某甲', role, unit, sample: false, createdAt: now },
    // No password leads to it.
    ...{ passwordHash: '', mustChangePassword: false },
  });
  const headers = { cookie: `mingjing_session=${await openSession(stores, id, now)}` };
  return {
    account: (await stores.accounts.account(id))!,
    headers,
    fetch: (url, init = {}) => fetch(url, { ...init, headers: { ...headers, ...(init.headers as object) } }),
  };
}
