export * from './account-name.js';
export * from './attempts.js';
export * from './one-time-code.js';
export * from './password-age.js';
export * from './password-rule.js';
export * from './rights.js';
export * from './rules.js';
export * from './session-life.js';
