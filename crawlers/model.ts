import type { Capture, FetchOutcome, PageRequest, Visit } from '#evidence';
import type { OpenedRow, PageReading, ReadCapture } from '#facts';

/** What a fetcher brings back: bytes or a named outcome, never an exception. */
export interface Fetched {
  outcome: FetchOutcome;
  finalUrl: string;
  redirects: string[];
  status: number | null;
  headers: Record<string, string>;
  /** Body after transfer decoding; empty unless something came. */
  body: Uint8Array;
  via: Capture['via'];
  /** ISO 8601 UTC. */
  fetchedAt: string;
  note: string | null;
  /** The host is given up for this round: trying again would not help. */
  final?: true;
  /** By whose leave it was asked for, where robots.txt does not allow it. */
  leave?: string;
  /** How a rendered page looked (WebP), without its styles and pictures, which are not fetched; absent without one. */
  picture?: Uint8Array;
  /** What the scripts of a rendered page asked for and got, in order; absent where nobody wanted to know. */
  asked?: AskedData[];
  /** Where rows without a link led when they were pressed. */
  opened?: OpenedRow[];
  /** Pressing may make the page show more of its lists: for who could not read what its scripts asked for. */
  mayShowMore?: true;
}

/** A request that a page's scripts made for data, with its answer. */
export interface AskedData {
  request: PageRequest;
  answer: Fetched;
  /** Made when a tab of the page was turned, and not by the page as it opened. */
  byTab: boolean;
}

/** What an earlier answer said of its version: sent with a request, so that an unchanged page need not be sent again. */
export interface Since {
  /** Address that gave the answer; other addresses on the way are not asked about it. */
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export interface Fetcher {
  /** @param since who asks with it gets `notModified` where the page is as it was then. */
  fetch(request: PageRequest, signal: AbortSignal, since?: Since): Promise<Fetched>;
  close(): Promise<void>;
}

/** Shows what the scripts of a page make of it. */
export interface Renderer extends Fetcher {
  /**
   * @param source the page as it was fetched; it is not asked for again.
   * @param wants the page as it is shown without it.
   */
  render(source: Fetched, signal: AbortSignal, wants?: RenderWants): Promise<Fetched>;
}

/**
 * `data`: note down what the page's scripts ask for, and turn its tabs to see what these ask for. `rest`: press what loads more until
 * nothing more comes, turn the pages of its list and its tabs, and see where rows lead that bear no link. `article`: open what is
 * folded, and see where its buttons lead.
 */
export interface RenderWants {
  what: 'data' | 'rest' | 'article';
  /** Press the nodes of its tree of columns too. */
  tree?: true;
}

/** One site to be crawled in one round. */
export interface SiteTarget {
  round: string;
  /** Id of the site (stable over rounds). */
  site: string;
  homeUrl: string;
  /** Hosts that belong to the site beside the home page's own. */
  hosts: string[];
  /** What the round before kept, where not every page is to be asked for. */
  earlier?: EarlierRound;
}

/** What a round kept of a page. */
export interface KeptPage {
  capture: Capture;
  unrendered: boolean;
  /** What the present reader reads of it; null where nothing, or where that is not at hand. */
  reading: PageReading | null;
}

/** An earlier round of the same site, to build upon. */
export interface EarlierRound {
  pages: Iterable<KeptPage>;
  /** When this round began, ISO 8601 UTC: the same after a restart. */
  startedAt: string;
  /** Days within which every page is asked for again, a part of them in each round. */
  everyDays: number;
}

export interface FrontierEntry {
  request: PageRequest;
  visit: Visit;
}

/** What is written in one transaction: after a kill -9 the crawl goes on from the last of these. */
export interface Checkpoint {
  captures: { capture: Capture; reading: PageReading | null; unrendered: boolean }[];
  added: FrontierEntry[];
}

/** The crawl's memory. `restore` gives what earlier checkpoints of this round and site kept, or null. */
export interface CrawlSink {
  restore(): Promise<{ pending: FrontierEntry[]; visited: string[]; read: ReadCapture[] } | null>;
  checkpoint(batch: Checkpoint): Promise<void>;
}

export interface SiteSummary {
  site: string;
  pages: number;
  outcomes: Partial<Record<FetchOutcome, number>>;
  unrendered: number;
  seconds: number;
  /** Why it ended: everything seen, or a limit. */
  ended: 'complete' | 'pageLimit' | 'stopped' | 'unreachable';
}

export interface CrawlProgress {
  site: string;
  fetched: number;
  pending: number;
}
