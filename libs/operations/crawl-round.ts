import { setMaxListeners } from 'node:events';
import { createReadStream } from 'node:fs';
import {
  Archive,
  ArchiveFetcher,
  crawlArchiveHost,
  crawlSite,
  families,
  findBrowser,
  NetworkPolicy,
  guardedPageReader,
  politeFetchers,
  systemClock as crawlClock,
  userAgent,
  type CrawlDeps,
  type CrawlProgress,
  type CrawlResult,
  type SiteSummary,
} from '#crawlers';
import { pinsDigest, siteId, type ColumnPinRow, type OrganisationRow, type RoundRow } from '#database';
import { assembleSite, columnTree, type ReadCapture } from '#facts';
import { BadInput, PersonalError, stableId } from '#kernel';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { productVersion } from './package-root.js';
import { pinnedReader } from './pinned-reader.js';
import { pinsFor, readAgain, readKeptBytes } from './site-evidence.js';
import { isSample } from './units.js';

export interface CrawlRequest {
  units: OrganisationRow[];
  /** Begin anew instead of going on with an unfinished round. */
  full: boolean;
  signal: AbortSignal;
  onProgress?: (done: number, total: number, word: string) => void;
  sample?: boolean;
  /** In place of the settings, for sites that are known to be ours. */
  allowNetworks?: string;
  intervalMs?: number;
  /** Longest wait for one page, milliseconds. */
  patienceMs?: number;
}

export interface SiteReport extends Omit<SiteSummary, 'ended'> {
  organisation: string;
  url: string;
  /** `failed`: an error of this program, named in `note`; the other sites go on. */
  ended: SiteSummary['ended'] | 'failed';
  note?: string;
}

export interface RoundResult {
  round: string;
  resumed: boolean;
  finished: boolean;
  sites: SiteReport[];
}

/**
 * Crawls the sites of the units, several at a time and each host politely, and puts their facts together. A round that
 * was cut off is gone on with.
 * @throws BadInput when no unit has a site.
 */
export async function crawlRound(house: House, request: CrawlRequest): Promise<RoundResult> {
  const { settings, clock } = house;
  const units = request.units.filter((unit) => unit.site !== null);
  if (units.length === 0)
    throw new BadInput([
      { where: '采集', what: '没有可采集的单位', accepted: '先用 import organisations 导入单位名单，并填写网站' },
    ]);
  const round = await openRound(house, request, units);
  const fetchers = politeFetchers({
    policy: new NetworkPolicy(request.allowNetworks ?? settings.MINGJING_ALLOW_NETWORKS),
    userAgent: userAgent(productVersion, settings.MINGJING_CONTACT),
    clock: { now: () => clock.now().getTime(), sleep: crawlClock.sleep },
    browserPath: findBrowser(settings),
    politeness: { intervalMs: request.intervalMs ?? settings.MINGJING_INTERVAL_MS },
    ...(request.patienceMs
      ? {
          limits: { headersMs: request.patienceMs, bodyMs: request.patienceMs, totalMs: request.patienceMs },
          retries: { tries: { serverError: 2 } },
        }
      : {}),
  });
  const deps: CrawlDeps = {
    ...fetchers,
    blobs: house.blobs,
    read: guardedPageReader(families),
    now: () => clock.now().getTime(),
  };
  const progress = new RoundProgress(request.onProgress);
  // Every request of every site listens for the stop.
  setMaxListeners(0, request.signal);
  try {
    const sites = await inParallel(settings.MINGJING_CONCURRENCY, units, (unit) =>
      crawlUnit(house, round, unit, request.signal, (sink, target, pins) =>
        crawlSite(target, { ...deps, read: pinnedReader(deps.read, pins) }, sink, {
          maxPages: settings.MINGJING_PAGES_PER_SITE,
          signal: request.signal,
          onProgress: (state) => progress.show(unit.name, state),
        }),
      ),
    );
    return await finish(house, round, sites, request.signal);
  } finally {
    await fetchers.close();
  }
}

/**
 * Reads an archive instead of the network, under the pages' real addresses. With units their sites are walked as on the
 * network; without, every host of the archive is a unit and every page of it is read.
 * @throws BadInput when the archive cannot be read or is empty.
 */
export async function crawlArchive(
  house: House,
  path: string,
  request: Pick<CrawlRequest, 'units' | 'signal' | 'onProgress'>,
): Promise<RoundResult> {
  const { clock } = house;
  const archive = await Archive.open(openFile(path), house.blobs);
  const hosts = archive.hosts();
  if (hosts.length === 0)
    throw new BadInput([{ where: path, what: '档案中没有页面', accepted: '含有网页答复的 WARC 文件' }]);
  const deps: CrawlDeps = {
    fetcher: new ArchiveFetcher(archive, house.blobs),
    browser: null,
    blobs: house.blobs,
    read: guardedPageReader(families),
    now: () => clock.now().getTime(),
  };
  const progress = new RoundProgress(request.onProgress);
  const walk = request.units.length > 0;
  const units = walk
    ? request.units.filter((unit) => unit.site !== null)
    : hosts.map((host) => hostUnit(host, archive));
  if (!walk) await house.organisations.importOrganisations(units);
  const round = await openRound(house, { units, full: true, signal: request.signal }, units, path);
  const sites: SiteReport[] = [];
  for (const unit of units)
    sites.push(
      await crawlUnit(house, round, unit, request.signal, (sink, target, pins) => {
        const pinned = { ...deps, read: pinnedReader(deps.read, pins) };
        const options = {
          signal: request.signal,
          onProgress: (state: CrawlProgress) => progress.show(unit.name, state),
        };
        return walk
          ? crawlSite(target, pinned, sink, options)
          : crawlArchiveHost(archive, new URL(target.homeUrl).host, target, pinned, sink, options);
      }),
    );
  if (!walk) await nameUnits(house, round, units, sites);
  return finish(house, round, sites, request.signal);
}

type Opened = RoundRow & { resumed: boolean };
type Sink = ReturnType<House['evidence']['crawlSink']>;
type Target = Parameters<typeof crawlSite>[0];

async function openRound(
  house: House,
  request: CrawlRequest,
  units: OrganisationRow[],
  source = 'live',
): Promise<Opened> {
  const opening = {
    source,
    sample: request.sample ?? isSample(units),
    startedAt: house.clock.now().toISOString(),
    units: units.map((unit) => unit.site ?? ''),
  };
  const round = await house.rounds.openRound(opening);
  if (!round.resumed || !request.full) return round;
  await house.rounds.finishRound(round.id, opening.startedAt);
  return house.rounds.openRound(opening);
}

/** One site: what an earlier start of the same round has read to its end is not read again. */
async function crawlUnit(
  house: House,
  round: Opened,
  unit: OrganisationRow,
  signal: AbortSignal,
  crawl: (sink: Sink, target: Target, pins: ColumnPinRow[]) => Promise<CrawlResult>,
): Promise<SiteReport> {
  const homeUrl = unit.site ?? '';
  const site = siteId(homeUrl);
  const known = round.resumed
    ? (await house.rounds.siteStates(round.id)).find((state) => state.site === site)
    : undefined;
  if (known?.state === 'done') {
    const { pages, outcomes, unrendered, seconds, ended } = known;
    return {
      site,
      organisation: unit.name,
      url: homeUrl,
      pages,
      outcomes,
      seconds,
      unrendered,
      ended: (ended ?? 'complete') as SiteReport['ended'],
    };
  }
  const state = { round: round.id, site, pages: 0, outcomes: {}, unrendered: 0, seconds: 0, ended: null, note: null };
  await house.rounds.setSiteState({ ...state, state: 'running' });
  try {
    const pins = await pinsFor(house, site, round);
    const reader = pinnedReader(readKeptBytes, pins);
    const sink = house.evidence.crawlSink(round.id, site, (capture) => readAgain(house, capture, reader));
    const { read, ...summary } = await crawl(sink, { round: round.id, site, homeUrl, hosts: [] }, pins);
    const done = summary.ended !== 'stopped' && !signal.aborted;
    if (done) await keepSite(house, round, site, read, pins);
    const { pages, outcomes, unrendered, seconds, ended } = summary;
    await house.rounds.setSiteState({
      ...state,
      state: done ? 'done' : 'waiting',
      pages,
      outcomes,
      unrendered,
      seconds,
      ended,
    });
    return { ...summary, organisation: unit.name, url: homeUrl };
  } catch (error) {
    const note = (error as Error).message.slice(0, 500);
    await house.rounds.setSiteState({ ...state, state: 'failed', note });
    if (error instanceof PersonalError) throw error;
    return {
      site,
      organisation: unit.name,
      url: homeUrl,
      pages: 0,
      outcomes: {},
      unrendered: 0,
      seconds: 0,
      ended: 'failed',
      note,
    };
  }
}

/** Facts under the pins, and what became of the site's own columns since the round before. */
async function keepSite(
  house: House,
  round: Opened,
  site: string,
  read: ReadCapture[],
  pins: ColumnPinRow[],
): Promise<void> {
  const digest = pinsDigest(pins.map(({ id }) => id));
  await house.facts.saveSiteFacts(round.id, site, assembleSite(read, pins), digest);
  await house.columns.recordRound(site, round, columnTree(read, pins));
}

async function finish(house: House, round: Opened, sites: SiteReport[], signal: AbortSignal): Promise<RoundResult> {
  // A site that failed by our own fault is tried again by the next start.
  const finished = !signal.aborted && sites.every((site) => site.ended !== 'failed');
  if (finished) await house.rounds.finishRound(round.id, house.clock.now().toISOString());
  return { round: round.id, resumed: round.resumed, finished, sites };
}

/** A host of an archive stands for a unit; its level and kind are not known. */
function hostUnit(host: string, archive: Archive): OrganisationRow {
  const [first] = archive.requestsOf(host);
  return {
    id: stableId('organisation', host),
    name: host,
    aliases: [],
    level: '县',
    category: '单位',
    parent: null,
    site: first ? `${new URL(first.url).origin}/` : `http://${host}/`,
    extra: {},
    sample: false,
  };
}

/** Units of an archive take the name that their pages give in the SiteName tag. */
async function nameUnits(house: House, round: Opened, units: OrganisationRow[], sites: SiteReport[]): Promise<void> {
  for (const [index, unit] of units.entries()) {
    const facts = await house.facts.loadSiteFacts(round.id, siteId(unit.site ?? ''));
    if (!facts?.siteName || facts.siteName === unit.name) continue;
    await house.organisations.renameOrganisation(unit.id, `${facts.siteName}（${unit.name}）`);
    const report = sites[index];
    if (report) report.organisation = `${facts.siteName}（${unit.name}）`;
  }
}

async function* openFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new BadInput([
      {
        where: path,
        what: (error as NodeJS.ErrnoException).code === 'ENOENT' ? '没有这个文件' : '读不出',
        accepted: 'WARC 档案（.warc 或 .warc.gz）',
      },
    ]);
  }
}

class RoundProgress {
  private readonly sites = new Map<string, CrawlProgress>();
  constructor(private readonly report?: (done: number, total: number, word: string) => void) {}

  show(name: string, state: CrawlProgress): void {
    this.sites.set(state.site, state);
    const all = [...this.sites.values()];
    const done = all.reduce((sum, site) => sum + site.fetched, 0);
    this.report?.(done, done + all.reduce((sum, site) => sum + site.pending, 0), name);
  }
}
