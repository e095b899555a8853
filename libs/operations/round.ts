import type { CrawlProgress } from '#crawlers';
import type { OrganisationRow } from '#database';
import { BadInput } from '#kernel';
import type { OpenedRound, SiteReport } from './crawl-unit.js';
import type { House } from './house.js';
import { log } from './log.js';
import { isSample } from './units.js';

export interface RoundResult {
  round: string;
  resumed: boolean;
  finished: boolean;
  sites: SiteReport[];
}

/** Whose sites, and whether an unfinished round is gone on with. */
export interface RoundOpening {
  units: OrganisationRow[];
  /** Begin anew instead of going on with an unfinished round. */
  full: boolean;
  sample?: boolean;
  /** `live`, or the archive that it is read from. */
  source?: string;
  /** Whether workers crawl its sites. */
  shared?: boolean;
  /** Only where no other round is under way. */
  alone?: boolean;
}

/** Opens a round for these units, or goes on with theirs. */
export async function openRound(
  house: House,
  { units, full, sample, source = 'live', shared = false, alone = false }: RoundOpening,
): Promise<OpenedRound> {
  const opening = {
    source,
    shared,
    sample: sample ?? isSample(units),
    startedAt: house.clock.now().toISOString(),
    units: units.map((unit) => unit.site ?? ''),
    whole: full,
    alone,
  };
  const round = await house.rounds.openRound(opening);
  if (round.resumed && full) await house.rounds.finishRound(round.id, opening.startedAt);
  const opened = round.resumed && full ? await house.rounds.openRound(opening) : round;
  log.info(opened.resumed ? '接续轮次' : '轮次开始', { round: opened.id, sites: units.length, source });
  return opened;
}

/** No unit has a site. */
export function nothingToCrawl(): BadInput {
  return new BadInput([
    { where: '采集', what: '没有可采集的单位', accepted: '先用 import organisations 导入单位名单，并填写网站' },
  ]);
}

export async function finish(
  house: House,
  round: OpenedRound,
  sites: SiteReport[],
  signal: AbortSignal,
): Promise<RoundResult> {
  // A site that failed by our own fault, or waits for its hours, is gone on with by the next start.
  const finished = !signal.aborted && sites.every(({ ended }) => ended !== 'failed' && ended !== 'stopped');
  if (finished) await house.rounds.finishRound(round.id, house.clock.now().toISOString());
  log.info(finished ? '轮次结束' : '轮次中止，可接续', { round: round.id, sites: sites.length });
  return { round: round.id, resumed: round.resumed, finished, sites };
}

/** Tells of all sites of a round together. */
export class RoundProgress {
  private readonly sites = new Map<string, CrawlProgress>();
  constructor(private readonly report?: (done: number, total: number, word: string) => void) {}

  show(name: string, state: CrawlProgress): void {
    this.sites.set(state.site, state);
    const all = [...this.sites.values()];
    const done = all.reduce((sum, site) => sum + site.fetched, 0);
    this.report?.(done, done + all.reduce((sum, site) => sum + site.pending, 0), name);
  }
}
