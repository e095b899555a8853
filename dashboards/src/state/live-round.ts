import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { RoundState } from '../api/types.js';

export interface LiveRound {
  state: Readonly<ShallowRef<RoundState | null>>;
  /** Whether states come at this moment; without, the one shown is the last that came. */
  connected: Readonly<Ref<boolean>>;
  /** Nothing was crawled yet, or the server cannot be reached. */
  nothing: Readonly<Ref<boolean>>;
}

/** The state of the newest round, pushed by the server for as long as the page is open; the browser reconnects by itself. */
export function useLiveRound(): LiveRound {
  const state = shallowRef<RoundState | null>(null);
  const connected = ref(false);
  const nothing = ref(false);
  const source = new EventSource('/api/v1/rounds/newest/events');
  source.onmessage = ({ data }: MessageEvent<string>) => {
    state.value = JSON.parse(data) as RoundState;
    connected.value = true;
    nothing.value = false;
  };
  source.onerror = () => {
    connected.value = false;
    // A refusal, unlike a broken connection, is not asked again.
    if (source.readyState === EventSource.CLOSED && state.value === null) nothing.value = true;
  };
  onScopeDispose(() => source.close());
  return { state, connected, nothing };
}
