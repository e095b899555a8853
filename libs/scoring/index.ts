export * from './model.js';
export { compareScorecards, type ItemChange, type MovedFinding, type ScorecardComparison } from './compare.js';
export {
  compareResults,
  type Result,
  type ResultComparison,
  type ResultName,
  type TaskChange,
} from './compare-results.js';
export { type EarlierCards, earlierNeeds } from './earlier.js';
export { findingSays, isDecidable } from './decisions.js';
export { stakesOf } from './stakes.js';
export { evaluateRubric, type EvaluationRequest } from './evaluate-rubric.js';
export { pointsOfFindings } from './finding-points.js';
export { type CardOutline, outlineOf } from './outline.js';
export { priceItem } from './price-item.js';
export { quartersNode } from './quarters.js';
export { ruleText } from './rule-text.js';
export { type PrintedItem, type PrintedScorecard, printScorecard } from './print-scorecard.js';
export { type Ranked, type RankingField, rankScorecards, type Ties } from './rank.js';
export { rollUpOutlines, rollUpScores, type RolledUp, type RollUpChange, withRollUp } from './roll-up.js';
export { itemsOf } from './score-items.js';
export { scoreOrganisation, type ScoreRequest } from './score-organisation.js';
export * from './task-model.js';
export { joinTaskStates, openTaskBoard, type TaskBoard } from './task-states.js';
export { isMeant } from './rulings.js';
export { progressOf, type TaskProgress } from './task-progress.js';
export { unitTaskStates, type UnitTasksRequest } from './task-unit-states.js';
export { isBoundBy, unitsOfTask } from './task-units.js';
