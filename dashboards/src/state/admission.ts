import type { RouteLocationNormalized, RouteLocationRaw, RouteMeta } from 'vue-router';
import type { Account, Session } from '../api/types.js';

/**
 * Where someone who asks for a page is led instead: to the sign-in, or to the change of the first password; null where the page
 * itself is shown. Where a right is missing the page's own frame says so.
 */
export function detour(
  to: Pick<RouteLocationNormalized, 'name' | 'meta' | 'fullPath' | 'query'>,
  session: Session,
): RouteLocationRaw | null {
  const { account } = session;
  const back = to.fullPath === '/' ? {} : { back: to.fullPath };
  if (account?.mustChangePassword) return to.name === 'password' ? null : { name: 'password', query: kept(to, back) };
  if (to.name === 'sign-in') return account ? landing(account, wayBack(to.query.back)) : null;
  // Who sees no overview begins with the ranking.
  if (to.name === 'overview' && account && isRefused(to, session)) return { name: 'scorecards', query: to.query };
  const isClosed = account === null && (session.reading === 'signedIn' || to.meta.personal || isRefused(to, session));
  return isClosed ? { name: 'sign-in', query: back } : null;
}

/** Whether a page is not for this reader; it then stands in no menu either. */
export function isRefused({ meta }: { meta: RouteMeta }, session: Session): boolean {
  const lacksRight = meta.right !== undefined && !session.rights.includes(meta.right);
  return lacksRight || (meta.whole === true && session.account !== null && session.account.unit !== null);
}

/** Whoever leads the whole begins with the board made for it, unless another page was asked for. */
function landing({ role, unit }: Account, back: string): string {
  return role === 'leader' && unit === null && /^\/(\?|$)/.test(back) ? `/leader${back.slice(1)}` : back;
}

/** The page within the dashboards that an address asks to go back to; anything else leads to the overview. */
export function wayBack(back: unknown): string {
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) && !/^\/sign-in(\?|$)/.test(back) ? back : '/';
}

/** From the sign-in on to the password the way back is carried, not the sign-in itself. */
function kept(to: Pick<RouteLocationNormalized, 'name' | 'query'>, back: { back?: string }): Record<string, string> {
  if (to.name !== 'sign-in') return back;
  const before = wayBack(to.query.back);
  return before === '/' ? {} : { back: before };
}
