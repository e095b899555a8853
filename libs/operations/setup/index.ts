export * from './own-work.js';
export * from './setup-state.js';
export * from './site-look.js';
export * from './unit-form.js';
export * from './unit-import.js';
export * from './unit-template.js';
export * from './web-rounds.js';
