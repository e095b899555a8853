import type { OrganisationRow } from '#database';

/** Finds units by the address of their home page or by any of their names. */
export class UnitFinder {
  private readonly byKey = new Map<string, string[]>();
  private readonly known = new Map<string, string[]>();

  constructor(units: readonly OrganisationRow[]) {
    for (const { id, name, aliases, site } of units)
      for (const key of [id, name, ...aliases, ...(site ? [keyOf(site)] : [])]) {
        const ids = this.byKey.get(key) ?? [];
        this.byKey.set(key, ids);
        if (!ids.includes(id)) ids.push(id);
      }
  }

  unitsOf(site: string): string[] {
    let found = this.known.get(site);
    if (!found) {
      found = this.byKey.get(keyOf(site)) ?? [];
      this.known.set(site, found);
    }
    return found;
  }
}

/** The same for `http://host`, `https://host/` and `host`; a name is its own key. */
function keyOf(site: string): string {
  const address = /^https?:\/\//i.test(site)
    ? site
    : /^[\w.-]+\.[a-z]{2,}(?:[:/]|$)/i.test(site)
      ? `http://${site}`
      : '';
  if (!URL.canParse(address)) return site;
  const { host, pathname } = new URL(address);
  return `${host}${pathname.replace(/\/$/, '')}`;
}
