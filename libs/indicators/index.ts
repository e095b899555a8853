export * from './model.js';
export { annualReportDeadline, type AnnualReportDeadlines, annualReportParts } from './annual-reports.js';
export { catalogueElements } from './catalogue-items.js';
export { fieldCoverage, fieldStandings, type FieldStanding } from './catalogue-coverage.js';
export {
  describeIndicators,
  factTitles,
  indicatorCatalogueMarkdown,
  type IndicatorEntry,
} from './catalogue-markdown.js';
export {
  appliesTo,
  type ColumnState,
  type ColumnStatus,
  columnsAsSeen,
  columnStatus,
  defaultColumnRule,
} from './columns.js';
export {
  type Basis,
  defineIndicator,
  evaluateIndicator,
  type Indicator,
  type IndicatorDefinition,
  type IndicatorDescription,
} from './define-indicator.js';
export { inOrder, isOfficial, mayBeOfPeriod } from './documents.js';
export { doubtReason, joinReasons } from './doubts.js';
export { findIndicator, indicators } from './indicators.js';
export { isRepost, maybeRepost, titleMakers } from './makers.js';
export { bareName, NameIndex } from './name-index.js';
export * from './ledgers.js';
export {
  type JudgedDocument,
  judgeTimeliness,
  type TimedDocument,
  type Timeliness,
  timelinessOf,
  type TimelinessParams,
} from './timeliness.js';
export {
  type Beside,
  doubt,
  fail,
  type FailDraft,
  finding,
  type FindingText,
  isNonEmpty,
  type Measure,
  needsReview,
  type NonEmpty,
  notApplicable,
  notMeasured,
  pass,
  ratio,
  type ReviewDraft,
  type Verdict,
} from './verdict.js';
