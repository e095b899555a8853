export * from './leader-board.js';
export { leaderBrief, leaderBriefHtml, type StageStanding } from './leader-brief.js';
