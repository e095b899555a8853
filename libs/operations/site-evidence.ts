import { families, pageReader } from '#crawlers';
import { siteId, type CaptureRow, type OrganisationRow, type RoundRow } from '#database';
import { assembleSite, type ReadCapture, type SiteFacts } from '#facts';
import { usualPatience } from '#files';
import { sha256Hex } from '#kernel';
import type { House } from './house.js';

/** What one round knows of one unit's site. */
export interface SiteEvidence {
  round: RoundRow;
  site: string;
  facts: SiteFacts;
  /** SHA-256 over address, outcome and hash of every capture, in the order of the addresses: what the score rests on. */
  digest: string;
}

/**
 * The newest evidence of each unit that has a site that was read; units without are absent.
 * With `replay` the facts are read again from the kept bytes instead of from the database.
 */
export async function evidenceOf(
  house: House,
  units: OrganisationRow[],
  replay: boolean,
): Promise<Map<string, SiteEvidence>> {
  const sites = new Map(units.flatMap((unit) => (unit.site ? [[unit.id, siteId(unit.site)] as const] : [])));
  const rounds = await house.rounds.latestRoundOfSites([...new Set(sites.values())]);
  const found = new Map<string, SiteEvidence>();
  for (const [unit, site] of sites) {
    const round = rounds.get(site);
    if (!round) continue;
    const captures: CaptureRow[] = [];
    for await (const capture of house.evidence.captures(round.id, site)) captures.push(capture);
    const facts = replay ? await factsAgain(house, captures) : await house.facts.loadSiteFacts(round.id, site);
    if (facts) found.set(unit, { round, site, facts, digest: digestOf(captures) });
  }
  return found;
}

function digestOf(captures: CaptureRow[]): string {
  const lines = captures.map((capture) =>
    [
      capture.request.method,
      capture.request.url,
      capture.request.body ?? '',
      capture.outcome,
      capture.sha256 ?? '',
    ].join('\t'),
  );
  return sha256Hex(lines.sort().join('\n'));
}

/** From the bytes to the facts once more, by the same pure functions that the crawl used. */
async function factsAgain(house: House, captures: CaptureRow[]): Promise<SiteFacts> {
  const read: ReadCapture[] = [];
  for (const capture of captures) read.push(await readAgain(house, capture));
  return assembleSite(read);
}

/**
 * What was read once is read again however busy the machine is now; what took too long then is kept as `notHtml` and is not
 * tried again.
 */
const readBytes = pageReader(families, { milliseconds: 10 * usualPatience.milliseconds });

/** Reads a kept page once more, by the same pure functions that the crawl uses. */
export async function readAgain(house: Pick<House, 'blobs'>, capture: CaptureRow): Promise<ReadCapture> {
  const { id, request, finalUrl, fetchedAt, outcome, visit, unrendered, sha256, headers } = capture;
  const body = outcome === 'ok' && sha256 !== null ? await house.blobs.get(sha256) : null;
  const reading = body ? (await readBytes({ headers, body, finalUrl }, visit, request)).reading : null;
  return { capture: id, url: request.url, finalUrl, fetchedAt, outcome, visit, unrendered, reading };
}
