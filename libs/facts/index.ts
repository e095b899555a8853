export * from './family.js';
export * from './model.js';
