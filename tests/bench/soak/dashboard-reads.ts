import { setTimeout as sleep } from 'node:timers/promises';

/** What a person's browser asks for, over and over. Counts what was answered, and keeps what went wrong. */
export class DashboardReads {
  answered = 0;
  events = 0;
  readonly failed: string[] = [];

  constructor(
    private readonly origin: string,
    private readonly scope: string,
    /** Who asks. */
    private readonly token: string,
  ) {}

  /** Until it is told to stop, with a pause between two pages. */
  async read(pauseMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      for (const path of this.paths()) {
        if (signal.aborted) return;
        await this.ask(path, signal);
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      }
      const unit = await this.someUnit(signal);
      if (unit) await this.ask(`/api/v1/scorecards/${unit}?${this.scope}`, signal);
      await this.tryOut(signal);
      await this.watch(signal);
    }
  }

  private get headers(): { authorization: string } {
    return { authorization: `Bearer ${this.token}` };
  }

  private paths(): string[] {
    const { scope } = this;
    return [
      '/',
      '/api/v1/installation',
      '/api/v1/programmes',
      '/api/v1/organisations',
      `/api/v1/overview?${scope}`,
      `/api/v1/scorecards?${scope}`,
      `/api/v1/findings?${scope}&limit=500`,
      `/api/v1/tasks/board?${scope}`,
      `/api/v1/tasks/units?${scope}`,
      `/api/v1/documents?${scope}`,
      `/api/v1/columns?${scope}`,
      `/api/v1/vanished?${scope}`,
      `/api/v1/circulars?${scope}`,
      '/api/v1/rounds/newest/state',
      '/api/v1/schedules',
      '/api/v1/hosts',
      '/api/v1/health/ready',
      '/api/v1/metrics',
    ];
  }

  private async ask(path: string, signal: AbortSignal, init: RequestInit = {}): Promise<string> {
    try {
      const answer = await fetch(this.origin + path, {
        ...init,
        headers: { ...init.headers, ...this.headers },
        signal,
      });
      const text = await answer.text();
      // Not there yet: nothing was assessed at first.
      if (answer.status < 400 || answer.status === 404) this.answered += 1;
      else this.fail(path, `${answer.status} ${text.slice(0, 200)}`);
      return answer.ok ? text : '';
    } catch (error) {
      if (!signal.aborted) this.fail(path, String(error));
      return '';
    }
  }

  private async someUnit(signal: AbortSignal): Promise<string | null> {
    const units = JSON.parse((await this.ask('/api/v1/organisations', signal)) || '[]') as { id: string }[];
    return units[this.answered % Math.max(1, units.length)]?.id ?? null;
  }

  /** One plan against another: scored in the serving process. */
  private async tryOut(signal: AbortSignal): Promise<void> {
    const period = new URLSearchParams(this.scope).get('period');
    await this.ask('/api/v1/what-if', signal, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ programme: 'national', against: 'pingliang-2020', period }),
    });
  }

  /** Watches the newest round for a while and goes away in the middle, as browsers do. */
  private async watch(signal: AbortSignal): Promise<void> {
    const leave = AbortSignal.any([signal, AbortSignal.timeout(8000)]);
    try {
      const { body, ok } = await fetch(`${this.origin}/api/v1/rounds/newest/events`, {
        headers: this.headers,
        signal: leave,
      });
      if (!ok || !body) return;
      for await (const _piece of body) this.events += 1;
    } catch (error) {
      if (!leave.aborted) this.fail('events', String(error));
    }
  }

  private fail(path: string, why: string): void {
    this.failed.push(`${path}：${why}`);
  }
}
