import type { Rubric } from '#programmes';
import { rubricItems } from '#programmes';
import type { Scorecard } from './model.js';
import type { Figure } from './price-item.js';
import type { QuarterCard } from './quarters.js';
import { itemsOf } from './score-items.js';

/** Scorecards of the same unit and programme that came before. */
export interface EarlierCards {
  /** Of the period before. */
  previous?: Scorecard | null;
  /** Of the same period a year before. */
  lastYear?: Scorecard | null;
  /** Of the quarters of the year that is scored. */
  quarters?: readonly QuarterCard[];
}

/** What is asked of them: the figures of their items, and the findings that were open in the period before. */
export interface EarlierFigures {
  previous: ReadonlyMap<string, Figure>;
  lastYear: ReadonlyMap<string, Figure>;
  openBefore: ReadonlySet<string>;
}

/** Which earlier scorecards a rubric asks for; those of most rubrics are not needed. */
export function earlierNeeds(rubric: Rubric): Record<keyof EarlierCards, boolean> {
  const items = rubricItems(rubric);
  const trends = items.flatMap(({ rule }) => (rule.kind === 'trend' ? [rule.against ?? 'previous'] : []));
  return {
    previous: trends.includes('previous') || items.some(({ repeat }) => repeat !== undefined),
    lastYear: trends.includes('lastYear'),
    quarters: rubric.quarters !== undefined,
  };
}

export function earlierFigures({ previous, lastYear }: EarlierCards): EarlierFigures {
  const findings = previous?.results.flatMap((result) => result.findings) ?? [];
  return {
    previous: figuresOf(previous),
    lastYear: figuresOf(lastYear),
    openBefore: new Set(findings.filter(({ kind }) => kind === 'fail').map(({ id }) => id)),
  };
}

function figuresOf(card: Scorecard | null | undefined): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const { id, outcome, measured = 0, of = 0 } of card ? itemsOf(card.tree) : []) {
    if (outcome === 'pass' || outcome === 'fail') figures.set(id, { measured, of });
  }
  return figures;
}
