export * from './column-key.js';
export * from './model.js';
export { type KnownIndicator } from './check-faults.js';
export { checkProgramme } from './check-programme.js';
export { knownElementSets, type CatalogueElement, type ElementSet } from './element-sets.js';
export * from './full-marks.js';
export { loadProgramme, readProgramme, type ReadProgramme } from './load-programme.js';
export { findPilotField, pilotFields, type PilotField } from './pilot-fields.js';
export { planFiles, type PlanId } from './plan-files.js';
