import type { FetchOutcome } from '#evidence';

/** Visits within so many milliseconds tell of the same moment. */
const momentMs = 600_000;
/** So many sites do not go down at one moment. */
const fewestSites = 3;

/**
 * The visits without those of moments in which not one of several sites opened: then it was the monitor that was cut off,
 * not the sites.
 */
export function withoutOutages<Row extends { site: string; at: string; outcome: FetchOutcome }>(
  rows: readonly Row[],
): Row[] {
  const moments = new Map<number, { sites: Set<string>; opened: boolean }>();
  const momentOf = ({ at }: Row) => Math.floor(Date.parse(at) / momentMs);
  for (const row of rows) {
    const moment = moments.get(momentOf(row)) ?? { sites: new Set(), opened: false };
    moments.set(momentOf(row), moment);
    moment.sites.add(row.site);
    moment.opened ||= row.outcome === 'ok';
  }
  return rows.filter((row) => {
    const moment = moments.get(momentOf(row))!;
    return moment.opened || moment.sites.size < fewestSites;
  });
}
