export * from './appeal.js';
export * from './rectification.js';
export * from './working-days.js';
