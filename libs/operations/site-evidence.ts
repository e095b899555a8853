import { localDateOf } from '#calendar';
import { families, guardedPageReader, type PageReader } from '#crawlers';
import {
  pinsDigest,
  siteId,
  standingPins,
  type CaptureRow,
  type ColumnPinRow,
  type OrganisationRow,
  type RoundRow,
} from '#database';
import { assembleSite, type ReadCapture, type SiteFacts } from '#facts';
import { usualPatience } from '#files';
import { BadInput, sha256Hex } from '#kernel';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { pinnedReader } from './pinned-reader.js';

type Kept = Pick<House, 'blobs' | 'columns' | 'evidence' | 'facts' | 'rounds'>;

/** What one round knows of one unit's site. */
export interface SiteEvidence {
  round: RoundRow;
  site: string;
  facts: SiteFacts;
  /** Assessors' pins that the facts stand under, in their order. */
  pins: ColumnPinRow[];
  /**
   * SHA-256 over address, outcome and hash of every capture, in the order of the addresses, and the pins: what the score
   * rests on.
   */
  digest: string;
}

/**
 * Units whose evidence is held at once while many are scored: few enough that the facts of busy sites fit, and enough
 * that a county is read once.
 */
export const unitsAtOnce = 50;

/** By unit, the newest round that read its site to its end; units without are absent. */
export async function newestRounds(
  { rounds }: Pick<Kept, 'rounds'>,
  units: readonly OrganisationRow[],
): Promise<Map<string, RoundRow>> {
  const sites = units.flatMap(({ id, site }) => (site ? [[id, siteId(site)] as const] : []));
  const found = await rounds.latestRoundOfSites([...new Set(sites.map(([, site]) => site))]);
  return new Map(sites.flatMap(([unit, site]) => (found.has(site) ? [[unit, found.get(site)!] as const] : [])));
}

/** The same for those units of which facts are kept in that round. */
export async function roundsWithFacts(house: Kept, units: readonly OrganisationRow[]): Promise<Map<string, RoundRow>> {
  const rounds = await newestRounds(house, units);
  const siteOf = new Map(units.flatMap(({ id, site }) => (site ? [[id, siteId(site)] as const] : [])));
  const kept = await house.facts.sitesWithFacts(
    new Map([...rounds].map(([unit, round]) => [siteOf.get(unit)!, round])),
  );
  return new Map([...rounds].filter(([unit]) => kept.has(siteOf.get(unit)!)));
}

/**
 * The newest evidence of each unit that has a site that was read, under the pins that stand for it; units without are absent.
 * With `replay` the facts are read again from the kept bytes instead of from the database.
 * @param published by unit, the ids of the pins to use instead: those that a published score rests on.
 * @param rounds by unit, the rounds to take it from: a crawl that ends meanwhile changes nothing.
 * @throws BadInput when pins came or went and the pages to read again are no longer kept.
 */
export async function evidenceOf(
  house: Kept,
  units: OrganisationRow[],
  replay: boolean,
  published?: ReadonlyMap<string, string[]>,
  rounds?: ReadonlyMap<string, RoundRow>,
): Promise<Map<string, SiteEvidence>> {
  const newest = rounds ?? (await newestRounds(house, units));
  const found = new Map<string, SiteEvidence>();
  for (const unit of units) {
    const round = newest.get(unit.id);
    if (!round || !unit.site) continue;
    const site = siteId(unit.site);
    const captures: CaptureRow[] = [];
    for await (const capture of house.evidence.captures(round.id, site)) captures.push(capture);
    const ids = published?.get(unit.id);
    const pins = ids ? await house.columns.pinsById(ids) : await pinsFor(house, site, round);
    const facts = replay
      ? await factsAgain(house, captures, pins)
      : await factsUnder(house, round, site, captures, pins);
    if (facts) found.set(unit.id, { round, site, facts, pins, digest: digestOf(captures, pins) });
  }
  return found;
}

/** Pins that stand for what a round saw of a site: a pin's last day is a day of evidence. */
export async function pinsFor(
  house: Pick<House, 'columns'>,
  site: string,
  round: Pick<RoundRow, 'startedAt'>,
): Promise<ColumnPinRow[]> {
  return standingPins(await house.columns.pins(site), localDateOf(round.startedAt));
}

/** The facts as kept; under pins that came or went since the crawl they are put together from the bytes once, and kept. */
async function factsUnder(
  house: Kept,
  round: RoundRow,
  site: string,
  captures: CaptureRow[],
  pins: ColumnPinRow[],
): Promise<SiteFacts | null> {
  const digest = pinsDigest(pins.map(({ id }) => id));
  const kept = await house.facts.loadSiteFacts(round.id, site, digest);
  if (kept) return kept;
  const others = await house.facts.loadSiteFacts(round.id, site);
  if (!others) return null;
  if (others.pages !== captures.length)
    throw new BadInput([
      { where: site, what: '栏目订正有变动，而该轮的页面已过保存期，不能重新认定', accepted: '先运行 crawl 采集一轮' },
    ]);
  const facts = await factsAgain(house, captures, pins);
  await house.facts.saveSiteFacts(round.id, site, facts, digest);
  return facts;
}

function digestOf(captures: CaptureRow[], pins: ColumnPinRow[]): string {
  const lines = captures.map((capture) =>
    [
      capture.request.method,
      capture.request.url,
      capture.request.body ?? '',
      capture.outcome,
      capture.sha256 ?? '',
    ].join('\t'),
  );
  return sha256Hex([...lines.sort(), ...pins.map(({ id }) => `pin\t${id}`)].join('\n'));
}

/** Enough that no thread of reading waits for the disk, and few enough to hold their bytes. */
const atOnce = 8;

/** From the bytes to the facts once more, by the same pure functions that the crawl used. */
async function factsAgain(
  house: Pick<House, 'blobs'>,
  captures: CaptureRow[],
  pins: ColumnPinRow[],
): Promise<SiteFacts> {
  const reader = pinnedReader(readKeptBytes, pins);
  const read = await inParallel(atOnce, captures, (capture) => readAgain(house, capture, reader));
  return assembleSite(read, pins);
}

/**
 * What was read once is read again however busy the machine is now; what took too long then is kept as `notHtml`, a page as
 * `timeout`, and is not tried again.
 */
export const readKeptBytes = guardedPageReader(families, { milliseconds: 10 * usualPatience.milliseconds });

/** Reads a kept page once more, by the same pure functions that the crawl uses. */
export async function readAgain(
  house: Pick<House, 'blobs'>,
  capture: CaptureRow,
  reader: PageReader,
): Promise<ReadCapture> {
  const { id, request, finalUrl, fetchedAt, outcome, visit, unrendered, sha256, headers } = capture;
  const body = outcome === 'ok' && sha256 !== null ? await house.blobs.get(sha256) : null;
  const reading = body ? (await reader({ headers, body, finalUrl }, visit, request)).reading : null;
  return { capture: id, url: request.url, finalUrl, fetchedAt, outcome, visit, unrendered, reading };
}
