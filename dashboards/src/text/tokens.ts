import type { TokenRow } from '../api/types.js';
import type { Label } from './labels.js';

/** How it stands with a token on a day in Beijing; it still holds on the day that it names. */
export function tokenState(token: Pick<TokenRow, 'expiresOn' | 'revokedAt'>, today: string): Label {
  if (token.revokedAt) return { text: '已撤销', tone: 'idle' };
  return token.expiresOn < today ? { text: '已过期', tone: 'idle' } : { text: '有效', tone: 'good' };
}
