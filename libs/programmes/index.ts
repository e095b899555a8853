export * from './column-key.js';
export * from './model.js';
