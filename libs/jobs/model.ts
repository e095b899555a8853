/** Every kind of work that is handed out, with what its worker must be told. */
export interface JobPayloads {
  /** One site in one round; `host` keeps a host to one worker at a time. */
  'crawl-site': { round: string; site: string; host: string };
  /** All units of a programme in a period, on the newest evidence; with `circular`, what was published is then written up. */
  assess: { programme: string; period: string; asOf?: string; sample: boolean; circular?: CircularKindName };
  circular: { programme: string; period: string; kind: CircularKindName };
  /** Where links of these units' sites lead, or of all (null); once at a time for a schedule. */
  'probe-links': { schedule: string; units: string[] | null };
}

export type CircularKindName = 'weekly' | 'monthly' | 'quarterly' | 'annual';

export type JobName = keyof JobPayloads;

/** One list, in the order in which work is taken: a new kind of work is a line here and a handler where workers are put together. */
export const jobNames: readonly JobName[] = ['circular', 'assess', 'probe-links', 'crawl-site'];

/**
 * Which payloads this program writes and reads. Counted up when a payload changes so that an older program would do the
 * wrong thing with it: work of another version is left to the workers that can read it.
 */
export const jobVersion = 1;

/**
 * `signal` tells a handler to stop in order; what it throws is tried again, but for `HandedBack`. `id` is the same whenever the
 * same work is tried again.
 */
export type JobHandler<Name extends JobName> = (
  payload: JobPayloads[Name],
  signal: AbortSignal,
  id: string,
) => Promise<void>;

export type JobHandlers = { [Name in JobName]?: JobHandler<Name> };

/** What is to be done about work that failed as often as it may; `reason` is the last error, or that its workers died. */
export type GivenUpHandlers = {
  [Name in JobName]?: (payload: JobPayloads[Name], reason: string) => Promise<void>;
};

/** Thrown by a handler that leaves its work to others: it is free at once or later, and no attempt is counted. */
export class HandedBack extends Error {
  /**
   * @param restMs how long this process then takes no work, because the fault is its own (a full disk).
   * @param laterMs how long nobody is to take this work, because it is not its time.
   */
  constructor(
    reason: string,
    readonly restMs = 0,
    readonly laterMs = 0,
  ) {
    super(reason);
    this.name = 'HandedBack';
  }
}

/** Work of the same key never runs twice at once. */
export function keyOf<Name extends JobName>(name: Name, payload: JobPayloads[Name]): string {
  if ('host' in payload) return payload.host;
  if ('schedule' in payload) return `${name} ${payload.schedule}`;
  return `${name} ${payload.programme} ${payload.period}`;
}

export interface WorkOptions {
  /** Jobs that run here at the same time. */
  concurrency: number;
  givenUp?: GivenUpHandlers;
  /** Told of every attempt that failed; the job itself is tried again or given up by the driver. */
  onFailure?: (name: JobName, error: unknown) => void;
  /** Told when work waits that this program cannot read, and again when its number changes. */
  onUnreadable?: (jobs: number) => void;
}

export interface SendOptions {
  /**
   * Work of the same mark is not sent twice: `whileWaiting` as long as it waits or runs, `ever` also after it was done.
   * Without a mark every sending is work of its own.
   */
  mark?: string;
  once?: 'whileWaiting' | 'ever';
}

/** Hands work out and takes it; two drivers, one meaning. */
export interface Jobs {
  send<Name extends JobName>(name: Name, payload: JobPayloads[Name], options?: SendOptions): Promise<void>;
  /** Starts taking jobs of the kinds that have a handler. */
  work(handlers: JobHandlers, options: WorkOptions): Promise<void>;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** Stops taking jobs, tells running ones to stop, and waits for them. */
  close(): Promise<void>;
}
