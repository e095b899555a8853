import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { usePrinting } from './printing.js';

/** The part of a list that the page turned to shows, and all of it on paper. Another list begins at its first page. */
export function usePaged<Row>(
  rows: () => readonly Row[],
  size: () => number,
): { page: Ref<number>; shown: ComputedRef<readonly Row[]> } {
  const page = ref(1);
  const printing = usePrinting();
  const shown = computed(() =>
    printing.value ? rows() : rows().slice((page.value - 1) * size(), page.value * size()),
  );
  watch(rows, () => (page.value = 1));
  return { page, shown };
}
