import type { FetchOutcome } from '#evidence';
import { isPass, type Gate, type Pass } from '../fetchers/gate.js';
import type { Named } from '../fetchers/outcome-of.js';
import type { HostBook, HostPermission } from './host-book.js';
import type { HostTurns } from './host-turns.js';
import { PathPattern, plainPath } from './robots-rules.js';
import type { Robots } from './robots.js';

/** How long permissions are taken for known. */
const keepPermissionsMs = 60_000;
/** Pages in a row that ask to prove that one is human: then the host does not want us. */
const challengesInARow = 5;

/** The manners of one worker towards every host it meets; pages, redirects and browser navigations all pass here. */
export class Politeness implements Gate {
  private readonly permissions = new Map<string, { at: number; rows: Promise<HostPermission[]> }>();
  private readonly challenges = new Map<string, number>();

  constructor(
    private readonly robots: Pick<Robots, 'verdict' | 'delay'>,
    private readonly turns: Pick<HostTurns, 'admit' | 'giveUp'>,
    private readonly book: Pick<HostBook, 'permissions'>,
    private readonly ticks: () => number = () => performance.now(),
  ) {}

  async admit(url: URL, signal: AbortSignal): Promise<Pass | Named> {
    const refused = await this.robots.verdict(url, signal);
    const permission = refused?.outcome === 'blockedByRobots' ? await this.permissionFor(url) : null;
    if (refused && !permission) return refused;
    const pass = await this.turns.admit(url, signal, (await this.robots.delay(url, signal)) ?? 0);
    if (!isPass(pass) || !permission) return pass;
    const { author, createdAt, reason, until } = permission;
    const said = `${author}于 ${createdAt.slice(0, 10)} 授权访问，至 ${until}：${reason}`;
    return { ...pass, note: `${refused?.note ?? 'robots.txt 不允许'}；${said}（${permission.id}）` };
  }

  /** What a page turned out to be once it was read: a host whose every page is a challenge is asked no more. */
  async learn(url: string, outcome: FetchOutcome): Promise<void> {
    const { host } = new URL(url);
    if (outcome !== 'challenged') {
      this.challenges.delete(host);
      return;
    }
    const seen = (this.challenges.get(host) ?? 0) + 1;
    this.challenges.set(host, seen % challengesInARow);
    if (seen === challengesInARow) await this.turns.giveUp(host, outcome);
  }

  private async permissionFor(url: URL): Promise<HostPermission | null> {
    const path = plainPath(url.pathname + url.search);
    const rows = await this.permissionsOf(url.host);
    return rows.find((row) => new PathPattern(row.path).matches(path)) ?? null;
  }

  private permissionsOf(host: string): Promise<HostPermission[]> {
    const known = this.permissions.get(host);
    if (known && this.ticks() - known.at < keepPermissionsMs) return known.rows;
    const rows = this.book.permissions(host);
    this.permissions.set(host, { at: this.ticks(), rows });
    // Asked again the next time.
    rows.catch(() => this.permissions.delete(host));
    return rows;
  }
}
