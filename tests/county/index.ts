export { startCounty, type County, type CountyOptions, type CountySite } from './start-county.js';
export { countyAsOf, type FamilyName } from './model.js';
export type {
  AnnualReportTruth,
  ColumnStatus,
  ColumnTruth,
  CountyTruth,
  DocumentTruth,
  FindingTruth,
  InterpretationTruth,
  Timeliness,
  UnreadTruth,
} from './truth/model.js';
