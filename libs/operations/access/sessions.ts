import { isAlive, longestSessionMs } from '#access';
import type { AccountRow, Stores } from '#database';
import { secret, secretHash } from './passwords.js';

type Books = Pick<Stores, 'accounts'>;

/** How exactly it is kept when a session was last used. */
const touchEveryMs = 30_000;
const day = 24 * 3_600_000;

/** Opens a session and gives its id, which is kept nowhere but in the browser. */
export async function openSession(
  { accounts }: Books,
  account: string,
  now: Date,
  byProvider = false,
): Promise<string> {
  await accounts.forget(new Date(now.getTime() - Math.max(day, longestSessionMs)));
  const id = secret();
  await accounts.openSession(secretHash(id), { account, byProvider, now });
  return id;
}

/**
 * Whose session it is; null when there is none, it has ended, or its account may no longer be used.
 * @param isUse whether it is used by that, and so goes on; not so where it is only looked whether it does.
 */
export async function accountOfSession(
  { accounts }: Books,
  id: string,
  now: Date,
  idleMs: number,
  isUse = true,
): Promise<{ account: AccountRow; byProvider: boolean } | null> {
  const hash = secretHash(id);
  const session = await accounts.session(hash);
  if (session === null) return null;
  if (session.account.disabledAt !== null || !isAlive(session, now.getTime(), idleMs)) {
    await accounts.endSession(hash);
    return null;
  }
  if (isUse && now.getTime() - session.seenAt >= touchEveryMs) await accounts.touchSession(hash, now);
  return session;
}

export async function closeSession({ accounts }: Books, id: string): Promise<void> {
  await accounts.endSession(secretHash(id));
}
