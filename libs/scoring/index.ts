export * from './model.js';
export { compareScorecards, type ItemChange, type ScorecardComparison } from './compare.js';
export { pointsOfFindings } from './finding-points.js';
export { priceItem, ruleText } from './price-item.js';
export { type PrintedItem, type PrintedScorecard, printScorecard } from './print-scorecard.js';
export { type RankingField, rankScorecards } from './rank.js';
export { itemsOf } from './score-items.js';
export { scoreOrganisation, type ScoreRequest } from './score-organisation.js';
export { taskStates, type TaskStatus, type TaskUnit } from './task-states.js';
