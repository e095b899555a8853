export * from './doer.js';
export * from './uploads.js';
export * from './appeals.js';
export type { Author } from './parties.js';
export * from './review-gate.js';
export * from './reviews.js';
export * from './score-again.js';
