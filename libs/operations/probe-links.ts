import { setMaxListeners } from 'node:events';
import { isAnother, lookAtTarget, mayBeAnother, type Fetcher, type LinkTarget } from '#crawlers';
import { siteId, type LinkStandingRow, type OrganisationRow } from '#database';
import { BadInput, parseOpenHours, stableId } from '#kernel';
import type { House } from './house.js';
import { inBatches } from './in-batches.js';
import { inParallel } from './in-parallel.js';
import { keepLinkLog } from './link-logs.js';
import { addLooks, byLink, dueLinks, markCutOff, standingOf, titleBefore, type FreshLook } from './link-standings.js';
import { openFetchers, type LiveOptions } from './live-crawl.js';
import { newestRounds, unitsAtOnce } from './site-evidence.js';
import { bareHost, linksOfSite, type SiteLink, type SiteLinks } from './site-links.js';

export interface LinkProbeRequest extends Pick<LiveOptions, 'sample' | 'allowNetworks' | 'intervalMs' | 'patienceMs'> {
  units: OrganisationRow[];
  /** Links of one site to be asked for, at most; the others have their turn the next time. */
  limit?: number;
  signal: AbortSignal;
  onProgress?: (done: number, total: number, word: string) => void;
}

/** How the links of one unit stand. */
export interface UnitLinks extends Omit<LinkStandingRow, 'site'> {
  organisation: string;
  site: string;
  /** Links that were asked for this time. */
  asked: number;
}

export interface LinkProbeReport {
  units: UnitLinks[];
  /** Units whose sites no round has read yet: there are no pages to take links from. */
  uncrawled: string[];
  /** Names of the logs that were kept for scores. */
  logs: string[];
}

const usualLimit = 300;
const hourMs = 3_600_000;
/** Looks are kept for so many days, to confirm and to compare by. */
const keptDays = 90;
/** Hosts asked side by side. */
const hostsAtOnce = 16;
const patienceMs = 15_000;

/**
 * Looks at where links of home pages and details lead, each target once however many sites link to it, politely as a crawl
 * does. A link is dead only when it was so on two days; how the links of a site then stand is kept as a log for scores.
 * @throws BadInput when no unit has a site.
 */
export async function probeLinks(house: House, request: LinkProbeRequest): Promise<LinkProbeReport> {
  const units = request.units.filter(hasSite);
  if (units.length === 0)
    throw new BadInput([
      { where: '链接检查', what: '没有可检查的单位', accepted: '先用 import organisations 导入单位名单，并填写网站' },
    ]);
  // Every request listens for the stop.
  setMaxListeners(0, request.signal);
  const prober = new Prober(house, request);
  const report: LinkProbeReport = { units: [], uncrawled: [], logs: [] };
  try {
    const rounds = await newestRounds(house, units);
    report.uncrawled = units.filter(({ id }) => !rounds.has(id)).map(({ name }) => name);
    const crawled = units.filter(({ id }) => rounds.has(id));
    for (const batch of inBatches(unitsAtOnce, crawled)) {
      if (request.signal.aborted) break;
      const sites = new Map<string, { links: SiteLinks; names: string[] }>();
      for (const unit of batch) {
        const known = sites.get(siteId(unit.site));
        if (known) known.names.push(unit.name);
        else
          sites.set(siteId(unit.site), {
            links: await linksOfSite(house, unit, rounds.get(unit.id)!),
            names: [unit.name],
          });
      }
      const standings = await prober.probe([...sites.values()].map(({ links }) => links));
      if (standings.length === 0) continue;
      report.logs.push((await keepLinkLog(house, standings)).name);
      for (const { site, home, ...standing } of standings)
        for (const organisation of sites.get(site)!.names) report.units.push({ organisation, ...standing, site: home });
    }
    await house.links.forgetBefore(new Date(house.clock.now().getTime() - keptDays * 24 * hourMs).toISOString());
    return report;
  } finally {
    await prober.close();
  }
}

type Standing = LinkStandingRow & { home: string; asked: number };
/** What is held of a target after its page was let go. */
type Seen = Omit<LinkTarget, 'answer'> & {
  answer: Omit<LinkTarget['answer'], 'body'>;
  sha256: string | null;
  size: number;
};

class Prober {
  private readonly fetchers: { fetcher: Fetcher; close(): Promise<void> };
  /** Targets outside of the sites are many sites' at once. */
  private readonly outside = new Map<string, Seen | null>();
  private readonly closed = new Map<string, boolean>();

  constructor(
    private readonly house: House,
    private readonly request: LinkProbeRequest,
  ) {
    const patience = request.patienceMs ?? patienceMs;
    this.fetchers = openFetchers(house, request, {
      browserPath: null,
      limits: { headersMs: patience, bodyMs: patience, totalMs: patience, maxBytes: 2 * 1024 * 1024 },
      retries: { tries: { refused: 2 } },
    });
  }

  close(): Promise<void> {
    return this.fetchers.close();
  }

  /** Looks at what is due of these sites and tells how all their links stand; nothing when it is broken off. */
  async probe(sites: readonly SiteLinks[]): Promise<Standing[]> {
    const { house, request } = this;
    const now = house.clock.now().getTime();
    const since = new Date(now - keptDays * 24 * hourMs).toISOString();
    const looks = byLink(
      await house.links.looksSince(
        sites.map(({ site }) => site),
        since,
      ),
    );
    const due = sites.map((site) => dueLinks(site, looks, now).slice(0, request.limit ?? usualLimit));
    const askers = new Map<string, { site: SiteLinks; link: SiteLink }[]>();
    for (const [index, links] of due.entries())
      for (const link of links) {
        const known = askers.get(link.url);
        if (known) known.push({ site: sites[index]!, link });
        else askers.set(link.url, [{ site: sites[index]!, link }]);
      }
    const hosts = new Map<string, string[]>();
    for (const url of askers.keys()) hosts.set(bareHost(url), [...(hosts.get(bareHost(url)) ?? []), url]);
    const seen: FreshLook[] = [];
    let done = 0;
    await inParallel(hostsAtOnce, [...hosts], async ([host, urls]) => {
      for (const url of urls) {
        if (request.signal.aborted) return;
        const asking = askers.get(url)!;
        const target = (await this.isClosed(host, url))
          ? null
          : await this.look(
              url,
              asking.every(({ link }) => !link.own),
            );
        if (request.signal.aborted) return;
        request.onProgress?.((done += 1), askers.size, url);
        if (target)
          for (const { site, link } of asking) seen.push(lookOf(site, link, target, titleBefore(looks, site, url)));
      }
    });
    const marked = markCutOff(seen);
    await house.links.saveLooks(marked.map(({ own: _own, ...look }) => look));
    if (request.signal.aborted) return [];
    addLooks(looks, marked);
    const at = house.clock.now().toISOString();
    const standings = sites.map((site) => ({
      ...standingOf(site, looks, now),
      at,
      home: site.home,
      asked: marked.filter((look) => look.site === site.site).length,
    }));
    await house.links.saveStandings(standings.map(({ home: _home, asked: _asked, ...row }) => row));
    return standings;
  }

  /** Whether a host is not to be asked at this hour. */
  private async isClosed(host: string, url: string): Promise<boolean> {
    if (this.request.sample) return false;
    const known = this.closed.get(host);
    if (known !== undefined) return known;
    const usual = parseOpenHours(this.house.settings.MINGJING_CRAWL_HOURS) ?? [];
    const closed = (await this.house.hosts.msUntilOpen(new URL(url).host, usual)) > 0;
    this.closed.set(host, closed);
    return closed;
  }

  /** Null when it was broken off. */
  private async look(url: string, isOutside: boolean): Promise<Seen | null> {
    const known = this.outside.get(url);
    if (known !== undefined) return known;
    const { answer, ...target } = await lookAtTarget(url, this.fetchers.fetcher, this.request.signal);
    if (this.request.signal.aborted) return null;
    const { body, ...rest } = answer;
    const headers = Object.fromEntries(Object.entries(rest.headers).filter(([name]) => name === 'content-type'));
    // Kept before any row names it; what no row comes to name is swept away.
    const keeps = body.byteLength > 0 && (target.became !== null || mayBeAnother({ ...target, answer }));
    const sha256 = keeps ? await this.house.blobs.put(body) : null;
    const seen = { ...target, answer: { ...rest, headers }, sha256, size: body.byteLength };
    if (isOutside) this.outside.set(url, seen);
    return seen;
  }
}

function hasSite(unit: OrganisationRow): unit is OrganisationRow & { site: string } {
  return unit.site !== null;
}

function lookOf({ site, round }: SiteLinks, link: SiteLink, target: Seen, earlierTitle: string | null): FreshLook {
  const { url, text, place, page, pageCapture, own } = link;
  const { outcome, finalUrl, redirects, status, headers, note, fetchedAt } = target.answer;
  const changed = isAnother(target, { text, earlierTitle });
  const became = target.became ?? (changed ? 'changed' : null);
  return {
    id: stableId('link', site, url, fetchedAt),
    ...{ site, round: round.id, url, at: fetchedAt, outcome, became, cutOff: false },
    ...{ title: target.title, words: changed ? [target.title ?? ''] : target.words, note },
    ...{ linkText: text, place, page, pageCapture, own },
    ...{ finalUrl, redirects, status, headers, size: target.size },
    sha256: became === null ? null : target.sha256,
  };
}
