export * from './canonical-json.js';
export * from './errors.js';
export * from './open-hours.js';
export * from './points.js';
export * from './settings.js';
export * from './slots.js';
export * from './stable-id.js';
export * from './text.js';
