/** What the thread that works and the one that watches it share: 32-bit numbers. */

/** Where the number of the turn stands: 0 between turns, negative when it is being broken off. */
export const turnAt = 0;
/** Where it stands how many milliseconds the turn may take. */
export const limitAt = 1;
export const sharedBytes = 8;
