import type { Family } from '#facts';

/** Every family, in no particular order: each says itself how sure it is of a page. */
export const families: readonly Family[] = [];
