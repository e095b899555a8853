import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';

export interface Answer<Value> {
  value: Readonly<ShallowRef<Value | null>>;
  failure: Readonly<Ref<string | null>>;
  waiting: Readonly<Ref<boolean>>;
  again: () => void;
  /** Asks again; what is shown stays until the answer is there. */
  refresh: () => void;
}

/**
 * Asks whenever `key` changes and is not null. An answer that a later question overtook is dropped, so that a page never shows
 * figures of another period than the one chosen.
 */
export function useAnswer<Key, Value>(
  key: () => Key | null,
  ask: (key: Key, signal: AbortSignal) => Promise<Value>,
): Answer<Value> {
  const value = shallowRef<Value | null>(null);
  const failure = ref<string | null>(null);
  const waiting = ref(false);
  let asking: AbortController | null = null;

  async function go(stays = false): Promise<void> {
    asking?.abort();
    const now = key();
    if (!stays) value.value = null;
    failure.value = null;
    waiting.value = now !== null;
    if (now === null) return;
    const mine = (asking = new AbortController());
    try {
      const answer = await ask(now, mine.signal);
      if (!mine.signal.aborted) value.value = answer;
    } catch (error) {
      if (!mine.signal.aborted) failure.value = error instanceof Error ? error.message : String(error);
    } finally {
      if (!mine.signal.aborted) waiting.value = false;
    }
  }

  watch(
    () => JSON.stringify(key()),
    () => go(),
    { immediate: true },
  );
  return { value, failure, waiting, again: () => void go(), refresh: () => void go(true) };
}
