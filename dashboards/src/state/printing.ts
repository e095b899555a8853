import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** True while the browser lays the page out for paper: lists are then shown whole. */
export function usePrinting(): Readonly<Ref<boolean>> {
  const printing = ref(false);
  const begin = () => (printing.value = true);
  const end = () => (printing.value = false);
  onMounted(() => {
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  });
  return printing;
}
