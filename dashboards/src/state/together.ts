import { onScopeDispose, ref, watch, type Ref } from 'vue';

/** So long in ms the others are waited for. */
const patience = 600;

/**
 * True when `main` is there and nothing else is waited for, until `main` goes: what came later above it would push it down
 * under the reader's eyes. Others that take too long come when they come.
 */
export function useTogether(main: () => unknown, othersWait: () => boolean): Readonly<Ref<boolean>> {
  const shown = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => main() !== null,
    (isThere) => {
      clearTimeout(timer);
      if (isThere) timer = setTimeout(() => (shown.value = true), patience);
    },
    { immediate: true },
  );
  watch(
    () => main() !== null && (shown.value || !othersWait()),
    (isShown) => (shown.value = isShown),
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return shown;
}
