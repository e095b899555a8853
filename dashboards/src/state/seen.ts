import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** How far below or above the window something already counts as seen, so that it is there when one scrolls to it. */
const ahead = '200px 0px';

/** True from when the element first comes near the window: what is costly waits until somebody gets there. */
export function useSeen(element: Readonly<Ref<Element | null>>): Readonly<Ref<boolean>> {
  const seen = ref(false);
  let observer: IntersectionObserver | null = null;
  const stop = () => {
    observer?.disconnect();
    observer = null;
  };
  onMounted(() => {
    observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.value = true;
        stop();
      },
      { rootMargin: ahead },
    );
    if (element.value) observer.observe(element.value);
  });
  onBeforeUnmount(stop);
  return seen;
}
