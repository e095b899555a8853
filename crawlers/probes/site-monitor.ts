import { HttpFetcher } from '../fetchers/http.fetcher.js';
import type { NetworkPolicy } from '../fetchers/network-policy.js';
import type { Clock } from '../politeness/clock.js';
import { Robots } from '../politeness/robots.js';
import { probeAvailability, type Availability } from './availability.probe.js';
import { type Certificate, probeCertificate } from './certificate.probe.js';

export interface SiteVisit extends Availability {
  certificate: Certificate | null;
}

/**
 * Visits home pages as a monitor does: one request each, by the clock and not in turn with a crawl, for the wait for a turn
 * would be taken for slowness of the site. robots.txt is obeyed; what it forbids is no failure of the site.
 */
export class SiteMonitor {
  private readonly fetcher: HttpFetcher;
  private readonly robots: Robots;

  constructor(private readonly options: { policy: NetworkPolicy; userAgent: string; clock: Clock; limitMs?: number }) {
    const { policy, userAgent, clock } = options;
    this.fetcher = new HttpFetcher({ policy, userAgent, now: () => clock.now() });
    this.robots = new Robots(this.fetcher, clock);
  }

  /** @param withCertificate look at the certificate too. */
  async visit(url: string, signal: AbortSignal, withCertificate: boolean): Promise<SiteVisit> {
    const { clock, policy, limitMs } = this.options;
    const now = (): number => clock.now();
    const refused = await this.robots.verdict(new URL(url), signal);
    // A host that cannot be asked for its rules is visited all the same: whether it opens is the question.
    if (refused?.outcome === 'blockedByRobots')
      return { url, ...refused, tookMs: 0, at: new Date(now()).toISOString(), certificate: null };
    const visit = await probeAvailability(url, this.fetcher, now, limitMs);
    return { ...visit, certificate: withCertificate ? await probeCertificate(url, policy, now, limitMs) : null };
  }

  close(): Promise<void> {
    return this.fetcher.close();
  }
}
