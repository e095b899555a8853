import { setTimeout as sleep } from 'node:timers/promises';
import { siteId, type RoundProgress, type SiteUnderWay, type Stores } from '#database';
import { BadInput } from '#kernel';

type Books = Pick<Stores, 'rounds' | 'progress' | 'organisations'>;

export interface SiteShown extends SiteUnderWay {
  /** Names of the units whose site it is. */
  units: string[];
  /** It is under way and has not got on for so long that somebody should look. */
  stuck: boolean;
}

/** How a round stands, for people. */
export interface RoundState extends Omit<RoundProgress, 'running' | 'slowest' | 'failed'> {
  running: SiteShown[];
  slowest: SiteShown[];
  failed: SiteShown[];
  /** Over the last half minute watched; null while too little was seen. */
  pagesPerSecond: number | null;
}

export interface WatchOptions {
  /** Minutes without progress after which a site counts as stuck. */
  stuckMinutes?: number;
  /** How often it is looked, milliseconds. */
  everyMs?: number;
}

const usualWatch = { stuckMinutes: 10, everyMs: 2000 };
const rateOverMs = 30_000;
const rateFromMs = 1000;

/** The state of a round now, of the newest one when none is named; null when there is none. @throws BadInput for an id that is none. */
export async function roundState(books: Books, id?: string, options: WatchOptions = {}): Promise<RoundState | null> {
  const { stuckMinutes } = { ...usualWatch, ...options };
  const round = id === undefined ? await books.rounds.newestRound() : await books.rounds.round(id);
  if (round === null) {
    if (id === undefined) return null;
    throw new BadInput([
      { where: '轮次', what: `没有“${id.slice(0, 40)}”这一轮`, accepted: '轮次的编号；不写则为最近一轮' },
    ]);
  }
  const [progress, organisations] = await Promise.all([
    books.progress.progress(round),
    books.organisations.listOrganisations(),
  ]);
  const names = new Map<string, string[]>();
  for (const { name, site } of organisations)
    if (site !== null) names.set(siteId(site), [...(names.get(siteId(site)) ?? []), name]);
  const show = (site: SiteUnderWay): SiteShown => ({
    ...site,
    units: names.get(site.site) ?? [],
    stuck: site.state === 'running' && site.idleSeconds > stuckMinutes * 60,
  });
  return {
    ...progress,
    running: progress.running.map(show),
    slowest: progress.slowest.map(show),
    failed: progress.failed.map(show),
    pagesPerSecond: null,
  };
}

/** The state of a round again and again until it ends or the signal says stop; the last one is that of the ended round. */
export async function* watchRound(
  books: Books,
  id: string,
  signal: AbortSignal,
  options: WatchOptions = {},
): AsyncGenerator<RoundState> {
  const { everyMs } = { ...usualWatch, ...options };
  const rate = new Rate();
  while (!signal.aborted) {
    const state = await roundState(books, id, options);
    if (state === null) return;
    yield { ...state, pagesPerSecond: rate.see(Date.parse(state.at), state.pages) };
    if (state.round.finishedAt !== null) return;
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Pages a second over what was seen lately, by the database's clock. */
class Rate {
  private seen: { at: number; pages: number }[] = [];

  see(at: number, pages: number): number | null {
    this.seen = [...this.seen.filter((one) => at - one.at <= rateOverMs && one.at <= at), { at, pages }];
    const [first] = this.seen;
    if (!first || at - first.at < rateFromMs) return null;
    return Math.round(((pages - first.pages) * 10_000) / (at - first.at)) / 10;
  }
}
