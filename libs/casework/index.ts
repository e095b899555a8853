export * from './appeal.js';
export * from './material-answers.js';
export * from './material-state.js';
export * from './rectification.js';
export * from './work-reminder.js';
export * from './working-days.js';
export * from './decide-findings.js';
export * from './draw-sample.js';
