import { ref } from 'vue';

/** One line on what was just done, shown above the page until the reader goes on. */
export const notice = ref<string | null>(null);
