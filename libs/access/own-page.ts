/** A page of the dashboards that an address asks to go back to; anything else is the first one. */
export function ownPage(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(asked)) return '/';
  const base = 'http://own.invalid';
  if (!URL.canParse(asked, base)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, base);
  const isOwn = origin === base && !pathname.startsWith('//') && !/^\/(?:api|sign-in)(?:\/|$)/.test(pathname);
  return isOwn ? pathname + search + hash : '/';
}
