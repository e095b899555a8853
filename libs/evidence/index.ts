export * from './blob-store.js';
export * from './capture.js';
export * from './outcome.js';
