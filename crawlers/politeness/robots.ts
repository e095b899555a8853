import type { Fetched, Fetcher } from '../model.js';
import type { Named } from '../fetchers/outcome-of.js';
import { robotName } from '../fetchers/user-agent.js';
import type { Clock } from './clock.js';
import { parseRobots } from './robots-rules.js';

interface Rules {
  until: number;
  verdict(url: URL): Named | null;
  /** Milliseconds, or null when none is asked. */
  delay: number | null;
}

const keepRead = 24 * 3_600_000;
const keepUnread = 10 * 60_000;
const maxHosts = 2000;

/**
 * What robots.txt allows (RFC 9309): not there (4xx) means everything, a server in trouble (5xx) means nothing; when the
 * host cannot be reached at all, that itself is the outcome. Read once a day and host.
 */
export class Robots {
  private readonly byOrigin = new Map<string, Promise<Rules>>();

  /** @param fetcher without a gate of its own: the rules themselves may always be asked for. */
  constructor(
    private readonly fetcher: Fetcher,
    private readonly clock: Clock,
  ) {}

  /** Null when the address may be fetched, else why not. */
  async verdict(url: URL, signal: AbortSignal): Promise<Named | null> {
    return (await this.rulesOf(url, signal)).verdict(url);
  }

  async delay(url: URL, signal: AbortSignal): Promise<number | null> {
    return (await this.rulesOf(url, signal)).delay;
  }

  private async rulesOf(url: URL, signal: AbortSignal): Promise<Rules> {
    const known = this.byOrigin.get(url.origin);
    if (known && (await known).until > this.clock.now()) return known;
    const asked = this.ask(url.origin, signal);
    if (this.byOrigin.size >= maxHosts) this.byOrigin.clear();
    this.byOrigin.set(url.origin, asked);
    // That nobody could ask (a database that was away) says nothing of the site: asked again the next time.
    asked.catch(() => this.byOrigin.delete(url.origin));
    return asked;
  }

  private async ask(origin: string, signal: AbortSignal): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    const answer = await this.fetcher.fetch({ url: address, method: 'GET' }, signal);
    const until = this.clock.now() + (answer.outcome === 'ok' ? keepRead : keepUnread);
    const refusal = refusalOf(answer);
    // A host that could not be reached is asked again the next time, so that trying again makes sense.
    if (refusal) return { until: answer.status === null ? 0 : until, verdict: () => refusal, delay: null };
    if (answer.outcome !== 'ok') return { until, verdict: () => null, delay: null };
    const { verdict, delay } = parseRobots(answer.body, robotName);
    return {
      until,
      delay,
      verdict: (url) => {
        const said = verdict(url);
        return said === null || said.allowed
          ? null
          : { outcome: 'blockedByRobots', note: `robots.txt 第 ${said.line} 行不允许` };
      },
    };
  }
}

function refusalOf({ outcome, status, note, final }: Fetched): Named | null {
  if (
    outcome === 'dns' ||
    outcome === 'refused' ||
    outcome === 'tls' ||
    outcome === 'timeout' ||
    outcome === 'blockedByPolicy'
  )
    return { outcome, note, ...(final ? { final } : {}) };
  if (status !== null && status >= 500 && outcome === 'serverError')
    return { outcome: 'blockedByRobots', note: `robots.txt 答复 ${status}，按规定视为不允许` };
  // What it forbids is not known then.
  if (outcome === 'tooLarge')
    return { outcome: 'blockedByRobots', note: `robots.txt ${note ?? ''}，没有读取，视为不允许` };
  return outcome === 'rateLimited' ? { outcome, note: 'robots.txt 答复 429' } : null;
}
