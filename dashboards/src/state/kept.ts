import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';

export interface Kept<Value> {
  value: Readonly<ShallowRef<Value | null>>;
  failure: Readonly<Ref<string | null>>;
  /** Asks again; what is shown stays until the answer is there. */
  refresh: () => Promise<void>;
  /** Shows what is known by another answer. */
  replace: (value: Value) => void;
}

/**
 * What the server says, asked for at once and again on demand.
 * @param everyMs how soon it is asked again by itself after an answer; null for not at all.
 */
export function useKept<Value>(
  ask: (signal: AbortSignal) => Promise<Value>,
  everyMs: (value: Value) => number | null = () => null,
): Kept<Value> {
  const value = shallowRef<Value | null>(null);
  const failure = ref<string | null>(null);
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  async function refresh(): Promise<void> {
    clearTimeout(timer);
    const mine = (latest += 1);
    try {
      const answer = await ask(stop.signal);
      if (mine !== latest || stop.signal.aborted) return;
      value.value = answer;
      failure.value = null;
    } catch (error) {
      if (mine !== latest || stop.signal.aborted) return;
      failure.value = error instanceof Error ? error.message : String(error);
    }
    const soon = value.value === null ? null : everyMs(value.value);
    if (soon !== null) timer = setTimeout(() => void refresh(), soon);
  }

  onScopeDispose(() => {
    stop.abort();
    clearTimeout(timer);
  });
  void refresh();
  return { value, failure, refresh, replace: (known) => (value.value = known) };
}
