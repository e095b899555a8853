export * from './inline-jobs.js';
export * from './model.js';
export * from './queue-jobs.js';
