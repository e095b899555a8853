export * from './column-key.js';
export * from './model.js';
export { type KnownIndicator } from './check-faults.js';
export { checkProgramme } from './check-programme.js';
export * from './full-marks.js';
export { loadProgramme, readProgramme, type ReadProgramme } from './load-programme.js';
export { planFiles, type PlanId } from './plan-files.js';
