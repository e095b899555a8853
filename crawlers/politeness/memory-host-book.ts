import { msUntilOpen } from '#kernel';
import type { Clock } from './clock.js';
import {
  calm,
  type HostBook,
  type HostPermission,
  type HostRule,
  type HostState,
  type Turn,
  type TurnAsk,
} from './host-book.js';

interface Host {
  state: HostState;
  nextAt: number;
  leases: Set<string>;
}

const noRule: HostRule = { intervalMs: null, perHost: null, hours: null };

/** The state of hosts as long as this process lives: for archives, samples and tests. */
export class MemoryHostBook implements HostBook {
  private readonly hosts = new Map<string, Host>();

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly rules: ReadonlyMap<string, HostRule> = new Map(),
    private readonly allowed: ReadonlyMap<string, HostPermission[]> = new Map(),
  ) {}

  async take(ask: TurnAsk): Promise<Turn> {
    const host = this.hostOf(ask.host);
    const rule = this.rules.get(ask.host) ?? noRule;
    const now = this.clock.now();
    const { state } = host;
    const busy = host.leases.size >= (rule.perHost ?? ask.perHost);
    const waits =
      busy ||
      host.nextAt > now ||
      (state.pausedUntil ?? now) > now ||
      (state.givenUpUntil ?? now) > now ||
      msUntilOpen(rule.hours ?? ask.hours, now) > 0;
    if (waits) return { granted: false, record: { state, rule, nextAt: host.nextAt, busy, busyUntil: null, now } };
    const gapMs = Math.max(rule.intervalMs ?? ask.intervalMs, ask.leastMs, state.slowedMs) * ask.jitter;
    host.leases.add(ask.lease);
    host.nextAt = now + gapMs;
    return { granted: true, gapMs };
  }

  async leave(name: string, lease: string, sentAgoMs: number, gapMs: number): Promise<boolean> {
    const host = this.hostOf(name);
    host.leases.delete(lease);
    host.nextAt = Math.max(host.nextAt, this.clock.now() - sentAgoMs + Math.max(gapMs, host.state.slowedMs));
    return host.state !== calm;
  }

  async change(name: string, change: (state: HostState, now: number) => HostState): Promise<void> {
    const host = this.hostOf(name);
    host.state = change(host.state, this.clock.now());
  }

  async permissions(name: string): Promise<HostPermission[]> {
    return this.allowed.get(name) ?? [];
  }

  async close(): Promise<void> {
    for (const host of this.hosts.values()) host.leases.clear();
  }

  private hostOf(name: string): Host {
    let host = this.hosts.get(name);
    if (!host) this.hosts.set(name, (host = { state: calm, nextAt: 0, leases: new Set() }));
    return host;
  }
}
