import { readingHeaders, type EarlierRound, type KeptPage } from '#crawlers';
import { pinsDigest, type CaptureRow, type ColumnPinRow, type ReadingId, type RoundRow } from '#database';
import type { Capture } from '#evidence';
import { canonicalJson, stableId } from '#kernel';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { pinnedReader } from './pinned-reader.js';
import { readerVersion } from './reader-version.js';
import { readAgain, readKeptBytes } from './site-evidence.js';

const dayMs = 86_400_000;
/** Pages read again side by side; their bytes are held meanwhile. */
const atOnce = 8;

/** By what the reading of a page is known again: bytes, how they came, who reads them and under which pins. */
export function readingIdUnder(pins: readonly ColumnPinRow[]): ReadingId {
  const reader = `${readerVersion()} ${pinsDigest(pins.map(({ id }) => id))}`;
  return ({ sha256, finalUrl, headers, request, visit }: Capture) =>
    stableId(
      'reading',
      reader,
      sha256 ?? '',
      finalUrl,
      headers['content-type'] ?? '',
      ...readingHeaders.map((name) => headers[name] ?? ''),
      canonicalJson([request, visit]),
    );
}

/**
 * Id of the round that a site's round builds upon, settled at its first start; null where every page is to be asked for: it
 * was asked for so, nothing is kept, or the last time that all was asked for is too long ago.
 */
export async function baseOf(
  house: Pick<House, 'rounds' | 'settings'>,
  round: RoundRow,
  site: string,
): Promise<string | null> {
  const before = round.whole || round.source !== 'live' ? null : await house.rounds.roundBefore(site, round);
  const days = before ? (Date.parse(round.startedAt) - Date.parse(before.fullSince)) / dayMs : Infinity;
  const isNew = before !== null && days < house.settings.MINGJING_FULL_EVERY_DAYS;
  return house.rounds.settleBase(round.id, site, isNew ? before : { round: null, fullSince: round.startedAt });
}

/** What the base round kept of a site's pages; what another version of the reader read is read again from the bytes. */
export async function earlierRound(
  house: Pick<House, 'blobs' | 'evidence' | 'settings'>,
  base: string,
  round: Pick<RoundRow, 'startedAt'>,
  site: string,
  pins: readonly ColumnPinRow[],
): Promise<EarlierRound> {
  const pages: (KeptPage & { capture: CaptureRow })[] = [];
  for await (const { capture, reading } of house.evidence.capturesRead(base, site, readingIdUnder(pins)))
    pages.push({ capture, unrendered: capture.unrendered, reading });
  const reader = pinnedReader(readKeptBytes, pins);
  const unread = pages.filter(({ capture, reading }) => capture.outcome === 'ok' && reading === null);
  await inParallel(atOnce, unread, async (page) => {
    // Bytes that are gone: the page is asked for anew.
    const again = await readAgain(house, page.capture, reader).catch(() => null);
    page.reading = again?.reading ?? null;
  });
  return { pages, startedAt: round.startedAt, everyDays: house.settings.MINGJING_REVISIT_DAYS };
}

/** What the round before kept of a site's pages, with what is at hand of what was read of them; none if there was no such round. */
export async function pagesBefore(
  house: Pick<House, 'evidence' | 'rounds'>,
  round: RoundRow,
  site: string,
  pins: readonly ColumnPinRow[],
): Promise<KeptPage[]> {
  const before = (await house.rounds.roundBefore(site, round))?.round ?? null;
  if (before === null) return [];
  const pages: KeptPage[] = [];
  for await (const { capture, reading } of house.evidence.capturesRead(before, site, readingIdUnder(pins)))
    pages.push({ capture, unrendered: capture.unrendered, reading });
  return pages;
}
