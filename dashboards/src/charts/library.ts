import { shallowRef } from 'vue';

type Library = typeof import('./registry.js');

/** The chart library, once a chart has needed it; null before. What must be drawn at once, such as paper, can only then be. */
export const library = shallowRef<Library | null>(null);

/** @returns null where it cannot be had. */
export async function loadLibrary(): Promise<Library | null> {
  library.value ??= await import('./registry.js').catch(() => null);
  return library.value;
}
