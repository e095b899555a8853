import { localDateOf, type Period } from '#calendar';
import { siteId, type OrganisationRow, type Stores, type VanishedPageRow } from '#database';
import type { FetchOutcome } from '#evidence';

/** An article that was there and is gone: for people to look into. Nothing is deducted for it. */
export interface VanishedRow {
  organisation: string;
  title: string | null;
  url: string;
  column: string | null;
  /** `removed`: its page says so. `unlisted`: its list shows it no more. */
  how: 'removed' | 'unlisted';
  /** What its page answered; null where it was not asked. */
  outcome: FetchOutcome | null;
  lastSeenOn: string;
  foundOn: string;
  /** The capture that has it, and the one that shows that it is gone. */
  before: string;
  after: string;
}

/** What was found gone within the days of a period, unit by unit. */
export async function vanishedRows(
  { vanished }: Pick<Stores, 'vanished'>,
  units: readonly OrganisationRow[],
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<VanishedRow[]> {
  const sites = new Map(units.flatMap((unit) => (unit.site === null ? [] : [[unit.id, siteId(unit.site)] as const])));
  const found = new Map<string, VanishedPageRow[]>();
  for (const row of await vanished.vanished([...new Set(sites.values())], from, to))
    found.set(row.site, [...(found.get(row.site) ?? []), row]);
  return units.flatMap(({ id, name }) =>
    (found.get(sites.get(id) ?? '') ?? []).map(({ title, url, column, how, outcome, before, after }) => ({
      organisation: name,
      ...{ title, url, column, how, outcome },
      lastSeenOn: localDateOf(before.seenAt),
      foundOn: localDateOf(after.seenAt),
      before: before.capture,
      after: after.capture,
    })),
  );
}
