import { localDateOf, type Period } from '#calendar';
import { siteId, type OrganisationRow, type Stores } from '#database';
import { fetchOutcomes, type FetchOutcome } from '#evidence';
import type { FaultyLink, LinkPlace } from '#facts';
import type { House } from './house.js';
import { linkLogs } from './link-logs.js';

export const faultyStates = [
  'hijacked',
  'parked',
  'changed',
  'dead',
  'suspected',
] as const satisfies FaultyLink['state'][];

/** A faulty link as lists and exports show it. Of these only `dead` is ever deducted. */
export interface FaultyLinkRow {
  organisation: string;
  state: FaultyLink['state'];
  text: string;
  url: string;
  place: LinkPlace;
  page: string;
  /** Of the last look at it. */
  outcome: FetchOutcome;
  outcomeTitle: string;
  words: string[];
  title: string | null;
  firstOn: string;
  lastOn: string;
  /** The kept page on which it stands, and what was seen of its target. */
  pageCapture: string;
  capture: string;
}

function rowOf(organisation: string, link: FaultyLink): FaultyLinkRow {
  const { state, text, url, place, page, lastOutcome, words, title, firstAt, lastAt, pageCapture, capture } = link;
  return {
    ...{ organisation, state, text, url, place, page, outcome: lastOutcome, words, title },
    outcomeTitle: fetchOutcomes[lastOutcome].title,
    ...{ firstOn: localDateOf(firstAt), lastOn: localDateOf(lastAt), pageCapture, capture },
  };
}

/** Links as they now stand: figures of all these units, and a page of the faulty ones. */
export interface LinkList {
  /** Units whose links were looked at. */
  units: number;
  links: number;
  alive: number;
  /** Faulty links in all. */
  total: number;
  rows: FaultyLinkRow[];
}

export async function faultyLinks(
  { links }: Pick<Stores, 'links'>,
  units: readonly OrganisationRow[],
  {
    states = faultyStates,
    offset = 0,
    limit = 100,
  }: { states?: readonly FaultyLink['state'][]; offset?: number; limit?: number } = {},
): Promise<LinkList> {
  const names = new Map(units.flatMap(({ site, name }) => (site === null ? [] : [[siteId(site), name] as const])));
  const sites = [...names.keys()];
  const [standings, { total, rows }] = await Promise.all([
    links.standings(sites),
    links.faulty(sites, { states, offset, limit }),
  ]);
  const sum = (counts: Record<LinkPlace, number>) => counts.home + counts.detail;
  return {
    units: standings.length,
    links: standings.reduce((all, standing) => all + sum(standing.links), 0),
    alive: standings.reduce((all, standing) => all + sum(standing.alive), 0),
    total,
    rows: rows.map(({ site, ...link }) => rowOf(names.get(site) ?? '', link)),
  };
}

/** The faulty links of units as scores of a period see them on its last day. */
export async function faultyLinksIn(
  house: Pick<House, 'imports' | 'blobs'>,
  units: readonly OrganisationRow[],
  period: Pick<Period, 'from' | 'to'>,
): Promise<FaultyLinkRow[]> {
  const logs = await linkLogs(house, units, period);
  return units.flatMap(({ id, name }) => (logs.get(id)?.faulty ?? []).map((link) => rowOf(name, link)));
}
