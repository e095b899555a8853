import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** One element over the whole screen; Esc leaves it, also where the browser itself does not see to that. */
export function useFullScreen(element: Readonly<Ref<HTMLElement | null>>) {
  const isFull = ref(false);
  const follow = () => (isFull.value = document.fullscreenElement === element.value && element.value !== null);

  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
  };
  const leaveByKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') leave();
  };

  onMounted(() => {
    document.addEventListener('fullscreenchange', follow);
    document.addEventListener('keydown', leaveByKey);
  });
  onBeforeUnmount(() => {
    document.removeEventListener('fullscreenchange', follow);
    document.removeEventListener('keydown', leaveByKey);
    leave();
  });

  async function toggle(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await element.value?.requestFullscreen();
  }
  return { isFull, toggle };
}
