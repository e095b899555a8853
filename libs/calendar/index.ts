export * from './model.js';
export { parseChineseDate } from './chinese-date.js';
export { type ResolvedDate, resolveDue, resolveStart } from './due-date.js';
export { addDays, diffDays, isLocalDate, localDateOf } from './local-date.js';
export { type NextDue, nextDue } from './next-due.js';
export {
  acceptedPeriods,
  parsePeriod,
  periodContaining,
  previousPeriod,
  quartersOf,
  samePeriodLastYear,
} from './period.js';
export { createWorkdays, type WorkdayOverrides } from './workdays.js';
