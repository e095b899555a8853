export { startCounty, type County, type CountyOptions, type CountySite, type OpenSites } from './start-county.js';
export { planAreas, startArea, type LateDocument, type OpenArea, type PlanArea } from './plans/index.js';
export { countyAsOf, type FamilyName } from './model.js';
export type {
  AnnualReportTruth,
  CatalogueTruth,
  ColumnStatus,
  ColumnTruth,
  CountyTruth,
  DocumentTruth,
  FindingTruth,
  InterpretationTruth,
  Timeliness,
  UnreadTruth,
} from './truth/model.js';
