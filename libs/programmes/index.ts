export * from './column-key.js';
export * from './model.js';
export { checkProgramme, type KnownIndicator } from './check-programme.js';
export { loadProgramme } from './load-programme.js';
export { planFiles, type PlanId } from './plan-files.js';
