import { setTimeout as sleep } from 'node:timers/promises';
import { siteId, type SiteLookRow, type Stores } from '#database';
import { refused, type Settings } from '#kernel';
import type { CaseDoer } from '../casework/doer.js';
import { unitOf } from '../casework/doer.js';
import { tryPage, type TriedPage } from '../page-reading.js';

type Books = Pick<Stores, 'organisations' | 'setup'>;

/** Between the two pages that are asked for at most. */
const usualPauseMs = 1000;

/**
 * Reads the home page of a unit's site, and the page of openness that it leads to: whether the site answers, and which
 * standard columns are told by their links. What was seen is kept, and nothing is scored by it.
 * @throws BadInput when the unit has no site; MissingResource when there is no such unit.
 */
export async function lookAtSite(
  books: Books,
  organisation: string,
  doer: CaseDoer,
  {
    settings,
    now,
    pauseMs = usualPauseMs,
  }: { settings: Pick<Settings, 'MINGJING_ALLOW_NETWORKS' | 'MINGJING_CONTACT'>; now: Date; pauseMs?: number },
): Promise<SiteLookRow> {
  const unit = await unitOf(books, organisation, doer);
  if (unit.site === null) throw refused('单位', `“${unit.name}”没有登记网站`, '有网站的单位');
  const home = await tryPage(unit.site, 'home', settings);
  const pages = [home];
  const { reading } = home;
  const next = reading?.follow.find(({ as, request }) => as === 'openness' && request.method === 'GET');
  if (next && isNear(next.request.url, home.url)) {
    await sleep(pauseMs);
    const openness = await tryPage(next.request.url, 'openness', settings);
    if (openness.reading) pages.push(openness);
  }
  const row: SiteLookRow = {
    site: siteId(unit.site),
    ...{ outcome: home.outcome, note: home.note, siteName: reading?.siteName ?? null },
    pages: pages.map(({ url }) => url),
    columns: columnsOf(pages),
    needsBrowser: pages.some(({ reading }) => reading?.needsBrowser === true || reading?.shell === true),
    ...{ lookedBy: doer.signs, lookedAt: now.toISOString() },
  };
  await books.setup.keepLook(row);
  return row;
}

/** Each standard column by the first link to it; one that has no address only where no other has. */
function columnsOf(pages: readonly TriedPage[]): SiteLookRow['columns'] {
  const found = new Map<string, SiteLookRow['columns'][number]>();
  for (const { key, name, url } of pages.flatMap(({ reading }) => reading?.columns ?? [])) {
    const known = found.get(key);
    if (!known || (known.url === '' && url !== '')) found.set(key, { key, name, url });
  }
  return [...found.values()];
}

/** Whoever looks at a site does not want another asked. */
function isNear(url: string, home: string): boolean {
  return URL.canParse(url) && new URL(url).host === new URL(home).host;
}
