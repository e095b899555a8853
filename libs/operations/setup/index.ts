export * from './unit-form.js';
export * from './unit-import.js';
export * from './unit-template.js';
