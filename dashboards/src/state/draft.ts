import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { Unanswered } from '../api/client.js';

/** What became of the last change: nothing to keep, on its way, kept, or only kept in this browser. */
export type DraftState = 'clean' | 'saving' | 'saved' | 'waiting' | 'taken';

interface Kept<Value> {
  value: Value;
  revision: number;
}

export interface DraftOptions<Value> {
  /** Under which it is kept in this browser until the server has it. */
  key: string;
  revision: number;
  save: (value: Value, revision: number) => Promise<{ revision: number; savedAt: string }>;
  /** Milliseconds without a change after which it is saved, and after which a failed try is made again. */
  quietMs?: number;
  againMs?: number;
}

export interface Draft<Value> {
  state: Readonly<Ref<DraftState>>;
  savedAt: Readonly<Ref<string | null>>;
  failure: Readonly<Ref<string | null>>;
  /** What this browser holds that the server never got; null for nothing. */
  rest: Readonly<ShallowRef<Value | null>>;
  changed: (value: Value) => void;
  /** Saves over what another saved meanwhile. */
  overwrite: (revision: number) => void;
  /** Waits until what was changed is kept; false where it could not be. */
  settled: () => Promise<boolean>;
  /** Nothing is to be kept any more: it was sent. */
  drop: () => void;
}

/**
 * Saves what is filled in by itself. Until the server has it, it lies in this browser too, and is tried again and again: neither
 * a broken line nor a closed window loses what was typed.
 */
export function useDraft<Value>(options: DraftOptions<Value>): Draft<Value> {
  const { key, save, quietMs = 3000, againMs = 10_000 } = options;
  const state = ref<DraftState>('clean');
  const savedAt = ref<string | null>(null);
  const failure = ref<string | null>(null);
  const rest = shallowRef<Value | null>(null);
  let revision = options.revision;
  let waiting: Value | null = null;
  let going: Promise<void> | null = null;
  let clock: ReturnType<typeof setTimeout> | undefined;

  const kept = read<Kept<Value>>(key);
  if (kept) rest.value = kept.value;

  function changed(value: Value): void {
    waiting = value;
    write(key, { value, revision });
    if (state.value !== 'taken') {
      state.value = 'saving';
      plan(quietMs);
    }
  }

  function plan(ms: number): void {
    clearTimeout(clock);
    clock = setTimeout(() => void go(), ms);
  }

  async function go(): Promise<void> {
    clearTimeout(clock);
    if (going) await going;
    if (waiting === null || state.value === 'taken') return;
    const value = waiting;
    going = attempt(value);
    await going;
    going = null;
    if (waiting !== null && state.value === 'saved') plan(quietMs);
  }

  async function attempt(value: Value): Promise<void> {
    try {
      const done = await save(value, revision);
      ({ revision } = done);
      savedAt.value = done.savedAt;
      failure.value = null;
      state.value = 'saved';
      if (waiting === value) {
        waiting = null;
        forget(key);
      }
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
      const isTaken = error instanceof Unanswered && error.status === 409;
      state.value = isTaken ? 'taken' : 'waiting';
      if (!isTaken) plan(againMs);
    }
  }

  onScopeDispose(() => {
    clearTimeout(clock);
    // What was typed last goes at once; if it does not get there, this browser has it.
    if (waiting !== null && state.value !== 'taken') void attempt(waiting);
  });

  return {
    state,
    savedAt,
    failure,
    rest,
    changed,
    overwrite: (newer) => {
      revision = newer;
      state.value = 'saving';
      void go();
    },
    settled: async () => {
      await go();
      return waiting === null;
    },
    drop: () => {
      clearTimeout(clock);
      waiting = null;
      forget(key);
    },
  };
}

// A browser may keep nothing at all; then only the server does.
function read<Value>(key: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As above.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
