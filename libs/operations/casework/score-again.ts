import type { Stores } from '#database';
import { parsePeriod } from '#calendar';
import { assess } from '../assess.js';
import { sentenceOf } from '../console.js';
import type { House } from '../house.js';
import { chooseUnits } from '../units.js';
import type { CaseDoer } from './doer.js';
import { headFor, type ReviewedScope } from './reviews.js';

/** How far it is that a period is scored again. */
export interface ScoringRun {
  programme: string;
  period: string;
  state: 'running' | 'done' | 'failed';
  /** Units that are scored, of so many. */
  done: number;
  total: number;
  by: string;
  startedAt: string;
  endedAt: string | null;
  /** Why it failed, one line. */
  note: string | null;
}

type Books = Stores & Pick<House, 'blobs' | 'clock'>;

/** What is scored, and on which day; null where it never was before. */
interface Begun {
  programme: string;
  period: string;
  asOf: string | null;
  sample: boolean;
}

/**
 * Scores periods again in this process, one of a programme and period at a time: on the newest evidence, judged on the day of
 * the last result, with all that people decided since. What is broken off leaves the last result as it was.
 */
export class ScoringRuns {
  private readonly runs = new Map<string, ScoringRun>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly books: Books) {}

  /** Begins, or tells of the one that runs. @throws BadInput when the period was not assessed before. */
  async begin(scope: ReviewedScope, doer: CaseDoer): Promise<ScoringRun> {
    return this.start(await headFor(this.books, scope, doer), doer);
  }

  /** The same for a period that may not have been assessed before; then on the last of its days, or today. @throws BadInput */
  async beginFirst({ programme, period }: { programme: string; period: string }, doer: CaseDoer): Promise<ScoringRun> {
    const scope = { programme, period: parsePeriod(period).id, sample: doer.sample };
    const head = await this.books.assessments.head(scope);
    return this.start(head ?? { ...scope, asOf: null }, doer);
  }

  private start(head: Begun, doer: CaseDoer): ScoringRun {
    const key = keyOf(head);
    const known = this.runs.get(key);
    if (known?.state === 'running') return known;
    const run: ScoringRun = {
      ...{ programme: head.programme, period: head.period, state: 'running', done: 0, total: 0, by: doer.signs },
      ...{ startedAt: this.books.clock.now().toISOString(), endedAt: null, note: null },
    };
    this.runs.set(key, run);
    this.running.set(
      key,
      this.score(run, head).finally(() => this.running.delete(key)),
    );
    return run;
  }

  /** The last one of a programme and period, or null. */
  of(scope: { programme: string; period: string; sample: boolean }): ScoringRun | null {
    return this.runs.get(keyOf(scope)) ?? null;
  }

  /** Resolves when none runs any more. */
  async idle(): Promise<void> {
    await Promise.all(this.running.values());
  }

  private async score(run: ScoringRun, { asOf, sample }: Begun): Promise<void> {
    const { programme, period } = run;
    try {
      const units = await chooseUnits(this.books, [], sample);
      run.total = units.length;
      const onProgress = (done: number, total: number) => Object.assign(run, { done, total });
      const day = asOf === null ? {} : { asOf };
      await assess(this.books, { programme, period, ...day, units, replay: false, onProgress });
      Object.assign(run, { state: 'done', done: run.total });
    } catch (error) {
      Object.assign(run, { state: 'failed', note: sentenceOf(error) });
    }
    run.endedAt = this.books.clock.now().toISOString();
  }
}

const keyOf = ({ programme, period, sample }: { programme: string; period: string; sample: boolean }) =>
  `${programme} ${period} ${sample}`;
