import type { Stores } from '#database';
import { firstAdministrator, type OpenedAccount } from './accounts.js';

type Books = Pick<Stores, 'accounts' | 'organisations' | 'scopes' | 'tokens'>;

/**
 * Before the service opens: where real data are or are to be, nothing made among a sample's stays, and there is an
 * administrator. Gives him with his first password when he was made just now.
 * @param isReal said by whoever starts the service; data that are not a sample's are real in any case.
 */
export async function prepareAccess(books: Books, isReal: boolean, now: Date): Promise<OpenedAccount | null> {
  if (!isReal && (await books.scopes.holdsOnlySample())) return null;
  await books.accounts.removeSampleAccounts();
  await books.tokens.removeSampleTokens();
  return firstAdministrator(books, now);
}
