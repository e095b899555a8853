/** Every kind of work that is handed out, with what its worker must be told. */
export interface JobPayloads {
  /** One site in one round; `host` keeps a host to one worker at a time. */
  'crawl-site': { round: string; site: string; host: string };
  /** All units of a programme in a period, on the evidence of a round. */
  assess: { programme: string; period: string; asOf: string; round: string };
  circular: { programme: string; period: string; kind: 'weekly' | 'monthly' | 'quarterly' | 'annual' };
}

export type JobName = keyof JobPayloads;

/** One list: a new kind of work is a line here and a handler where workers are put together. */
export const jobNames: readonly JobName[] = ['crawl-site', 'assess', 'circular'];

/** `signal` tells a handler to stop in order; what it throws is tried again. */
export type JobHandler<Name extends JobName> = (payload: JobPayloads[Name], signal: AbortSignal) => Promise<void>;

export type JobHandlers = { [Name in JobName]?: JobHandler<Name> };

/** Work of the same key never runs twice at once. */
export function keyOf<Name extends JobName>(name: Name, payload: JobPayloads[Name]): string {
  if ('host' in payload) return payload.host;
  return `${name} ${payload.programme} ${payload.period}`;
}

export interface WorkOptions {
  /** Jobs that run here at the same time. */
  concurrency: number;
  /** Told of every attempt that failed; the job itself is tried again or given up by the driver. */
  onFailure?: (name: JobName, error: unknown) => void;
}

/** Hands work out and takes it; two drivers, one meaning. */
export interface Jobs {
  send<Name extends JobName>(name: Name, payload: JobPayloads[Name]): Promise<void>;
  /** Starts taking jobs of the kinds that have a handler. */
  work(handlers: JobHandlers, options: WorkOptions): Promise<void>;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** Stops taking jobs, tells running ones to stop, and waits for them. */
  close(): Promise<void>;
}
