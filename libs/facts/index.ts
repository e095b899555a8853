export { annualReportYear, reportingUnit } from './annual-report.js';
export { isArticleAddress } from './article-address.js';
export { type ArticleRule, isArticleRule } from './article-rule.js';
export * from './assemble-site.js';
export * from './classify-column.js';
export * from './column-changes.js';
export * from './vanished-pages.js';
export * from './column-pins.js';
export * from './column-tree.js';
export { isDated } from './dated-list.js';
export * from './dates.js';
export {
  canonicalNumber,
  documentNumberOfField,
  findBracketedNumber,
  numberKey,
  valueOrNull,
} from './document-number.js';
export * from './explain-reading.js';
export * from './family.js';
export * from './first-sightings.js';
export { isFileReading, readFileText } from './file-reading.js';
export { type FollowStep, stepTo } from './follow-step.js';
export { type AnsweredList, readJsonList } from './json-answer.js';
export * from './link-states.js';
export * from './model.js';
export * from './named-links.js';
export { currentNumber, readCounts, readNextLink, readTotal } from './next-page.js';
export { type FoundList, readPageList } from './page-list.js';
export { type OpenedRow, readArticleRule, titlesWithoutAddress } from './shown-rows.js';
export { rowText } from './page-words.js';
export * from './parsed-page.js';
export * from './print-reading.js';
export type { Doubt, Provenance, Provenances, ProvenField } from './provenance.js';
export * from './read-page.js';
export type { AppealTable, Figure, ReportTables, RequestRow, RequestTable } from './report-figures.js';
export { listOfIsland, readIsland, type RecordIsland } from './record-list.js';
export { rowScripts } from './row-scripts.js';
export { isPageName, literalsOf, namesAt, objectAt, type ScriptValues, textOfExpression } from './script-values.js';
export { isUnitHome } from './unit-sites.js';
export * from './urls.js';
