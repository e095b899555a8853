import type { FetchOutcome } from '#evidence';
import type { Fetcher } from '../model.js';

export interface Availability {
  url: string;
  outcome: FetchOutcome;
  /** From the question to the whole answer, milliseconds. */
  tookMs: number;
  at: string;
  note: string | null;
}

/** One visit to a home page: is it there within 15 seconds? (国办秘函〔2019〕19号: 首页 15 秒内打不开计为不可用.) */
export async function probeAvailability(
  url: string,
  fetcher: Fetcher,
  now: () => number,
  limitMs = 15_000,
): Promise<Availability> {
  const begun = now();
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), limitMs);
  try {
    const answer = await fetcher.fetch({ url, method: 'GET' }, stop.signal);
    const late = stop.signal.aborted;
    return {
      url,
      outcome: late ? 'timeout' : answer.outcome,
      tookMs: now() - begun,
      at: new Date(begun).toISOString(),
      note: late ? `${limitMs / 1000} 秒内没有打开` : answer.note,
    };
  } finally {
    clearTimeout(clock);
  }
}
