export * from './doer.js';
export * from './uploads.js';
