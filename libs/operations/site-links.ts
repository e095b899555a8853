import { canonicalUrl, textOfAnswer } from '#crawlers';
import { siteId, type CaptureRow, type OrganisationRow, type RoundRow } from '#database';
import { parsePage, type DetailReading, type LinkPlace, type PageReading } from '#facts';
import { tidy } from '#kernel';
import { readingIdUnder } from './earlier-round.js';
import type { House } from './house.js';
import { pinnedReader } from './pinned-reader.js';
import { pinsFor, readAgain, readKeptBytes } from './site-evidence.js';

/** A link of a site, where it stands first: on the home page before details. */
export interface SiteLink {
  url: string;
  text: string;
  place: LinkPlace;
  page: string;
  pageCapture: string;
  /** It leads to the site's own host. */
  own: boolean;
}

/** The links of a site, as the round that read it last shows them. */
export interface SiteLinks {
  site: string;
  home: string;
  round: RoundRow;
  links: ReadonlyMap<string, SiteLink>;
  /** Own addresses that the round read, and when: these need not be asked for again. */
  read: ReadonlyMap<string, string>;
  /** Own addresses that say that they are not there while the server says otherwise: not to be told by asking. */
  doubtful: ReadonlySet<string>;
}

/** No site's home page and details lead to more places; what is behind is left out. */
const mostLinks = 20_000;

/** Links of the home page and of details, each target once, from what a round kept; lists and columns are the crawl's. */
export async function linksOfSite(
  house: Pick<House, 'blobs' | 'columns' | 'evidence'>,
  { site: home }: OrganisationRow & { site: string },
  round: RoundRow,
): Promise<SiteLinks> {
  const site = siteId(home);
  const pins = await pinsFor(house, site, round);
  const reader = pinnedReader(readKeptBytes, pins);
  const found: Record<LinkPlace, Map<string, SiteLink>> = { home: new Map(), detail: new Map() };
  const read = new Map<string, string>();
  const doubtful = new Set<string>();
  const ownHosts = new Set([bareHost(home)]);
  const add = (capture: CaptureRow, place: LinkPlace, links: readonly { title: string; url: string }[]) => {
    for (const { title, url: href } of links) {
      const url = canonicalUrl(href);
      const into = found[place];
      if (url === null || into.has(url) || into.size >= mostLinks) continue;
      const text = tidy(title).slice(0, 100);
      into.set(url, { url, text, place, page: capture.request.url, pageCapture: capture.id, own: false });
    }
  };
  for await (const { capture, reading } of house.evidence.capturesRead(round.id, site, readingIdUnder(pins))) {
    const { outcome, visit, request, finalUrl, fetchedAt } = capture;
    if (outcome === 'ok' || outcome === 'notHtml') read.set(request.url, fetchedAt);
    if (outcome === 'softNotFound' || reading?.softNotFound) doubtful.add(request.url);
    if (outcome !== 'ok') continue;
    if (visit.as === 'home') {
      ownHosts.add(bareHost(finalUrl));
      add(capture, 'home', await linksOfHome(house, capture));
    }
    if (visit.as !== 'detail') continue;
    const known = reading ?? (await readAgain(house, capture, reader).catch(() => null))?.reading ?? null;
    add(capture, 'detail', linksOfDetail(known));
  }
  const links = new Map([...found.detail, ...found.home]);
  for (const link of links.values()) link.own = ownHosts.has(bareHost(link.url));
  return { site, home, round, links, read, doubtful };
}

/** All links that a visitor sees on the kept page. */
async function linksOfHome(
  { blobs }: Pick<House, 'blobs'>,
  { sha256, headers, finalUrl, visit }: CaptureRow,
): Promise<{ title: string; url: string }[]> {
  const bytes = sha256 === null ? null : await blobs.get(sha256).catch(() => null);
  if (bytes === null) return [];
  const text = textOfAnswer({ body: bytes, headers });
  const page = parsePage({ url: finalUrl, text, contentType: 'text/html', visit });
  return page.links.flatMap(({ href, text: words, title, hidden }) => {
    const url = hidden ? null : page.resolve(href);
    return url === null ? [] : [{ title: words || title, url }];
  });
}

function linksOfDetail(reading: PageReading | null): { title: string; url: string }[] {
  const detail: DetailReading | null = reading?.detail ?? null;
  if (detail === null) return [];
  return [...detail.attachments, ...detail.interprets, ...detail.interpretedBy, ...(detail.mentions ?? [])];
}

/** Host with its port, without `www.`. */
export function bareHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}
