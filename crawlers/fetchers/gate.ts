import type { Exchange } from './exchange.js';
import type { Named } from './outcome-of.js';

/** Leave to send one request; given back with what came of it. */
export interface Pass {
  /** What must be said of whatever comes back: by whose leave it was asked for. */
  note: string | null;
  release(result: Pick<Exchange, 'outcome' | 'headers'>): Promise<void>;
}

/** Asked before every single request, also after redirects: robots, pace and breaker of the host it goes to. */
export interface Gate {
  admit(url: URL, signal: AbortSignal): Promise<Pass | Named>;
}

export const openGate: Gate = {
  admit: () => Promise.resolve({ note: null, release: () => Promise.resolve() }),
};

export function isPass(answer: Pass | Named): answer is Pass {
  return 'release' in answer;
}
