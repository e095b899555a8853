import { computed, ref, watch } from 'vue';
import { readPalette } from '../charts/palette.js';
import { themeChoices, themeInForce, type ThemeChoice } from './theme-choice.js';

const key = 'mingjing-theme';

/** What the reader chose in this browser. */
export const themeChoice = ref<ThemeChoice>(kept());

const isPrinting = ref(false);
const wantsContrast = preference('(prefers-contrast: more)');
const wantsDark = preference('(prefers-color-scheme: dark)');

/** The theme in force; paper is always light. */
const theme = computed(() => {
  const { value: contrast } = wantsContrast;
  const { value: dark } = wantsDark;
  return isPrinting.value ? 'light' : themeInForce(themeChoice.value, { contrast, dark });
});

/** Colours of the charts in the theme in force. */
export const palette = computed(() => (theme.value, readPalette(document.documentElement)));

/** Puts the page under the theme, now and whenever it changes. */
export function applyTheme(): void {
  watch(
    theme,
    (now) => {
      document.documentElement.dataset.theme = now;
      // The library's own dark values hold for both of ours.
      document.documentElement.classList.toggle('dark', now !== 'light');
    },
    { immediate: true, flush: 'sync' },
  );
  watch(themeChoice, keep);
  window.addEventListener('beforeprint', () => (isPrinting.value = true));
  window.addEventListener('afterprint', () => (isPrinting.value = false));
}

/** The colours of paper, whatever the theme of the screen. */
export function lightPalette() {
  const sheet = document.createElement('div');
  sheet.dataset.theme = 'light';
  document.body.append(sheet);
  const colours = readPalette(sheet);
  sheet.remove();
  return colours;
}

function preference(query: string) {
  const media = window.matchMedia(query);
  const wanted = ref(media.matches);
  media.addEventListener('change', () => (wanted.value = media.matches));
  return wanted;
}

// A browser that keeps nothing follows the system.
function kept(): ThemeChoice {
  try {
    const word = localStorage.getItem(key);
    return themeChoices.find((choice) => choice === word) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keep(choice: ThemeChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Then it holds until the window is closed.
  }
}
