import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** One element over the whole screen; the browser itself lets Esc leave. */
export function useFullScreen(element: Readonly<Ref<HTMLElement | null>>) {
  const isFull = ref(false);
  const follow = () => (isFull.value = document.fullscreenElement === element.value && element.value !== null);

  onMounted(() => document.addEventListener('fullscreenchange', follow));
  onBeforeUnmount(() => {
    document.removeEventListener('fullscreenchange', follow);
    if (document.fullscreenElement) void document.exitFullscreen();
  });

  async function toggle(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await element.value?.requestFullscreen();
  }
  return { isFull, toggle };
}
