import type { Clock } from './clock.js';

export interface PaceOptions {
  /** Between the starts of two requests to one host, milliseconds. */
  intervalMs: number;
  /** Requests under way to one host at once. */
  perHost: number;
}

/** One host's turn-taking: so many at once, so long between two starts, and quiet while it asks for quiet. */
export class HostPace {
  private nextStart = 0;
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly options: PaceOptions,
  ) {}

  /** Waits for its turn. `intervalMs` may be longer than usual when robots.txt asks for it. */
  async enter(intervalMs: number, signal: AbortSignal): Promise<void> {
    while (this.underWay >= this.options.perHost) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.underWay += 1;
    const now = this.clock.now();
    const start = Math.max(now, this.nextStart);
    this.nextStart = start + Math.max(intervalMs, this.options.intervalMs);
    if (start > now) await this.clock.sleep(start - now, signal);
  }

  leave(): void {
    this.underWay -= 1;
    this.waiting.shift()?.();
  }

  /** Nobody starts before this instant. */
  pauseUntil(instant: number): void {
    this.nextStart = Math.max(this.nextStart, instant);
  }
}
