import type { LocalDate } from '#calendar';
import type { SiteFacts } from '#facts';
import type { IndicatorResult, OrganisationRef } from '#indicators';

/**
 * How a task stands: `done` – what is asked is there; `onTime`, `late` – and a date proves since when; `overdue` – past due
 * and something asked is not there; `upcoming` – not yet due and not yet done; `notMeasured` – nothing proves it either way.
 */
export const taskStateNames = ['done', 'onTime', 'late', 'overdue', 'upcoming', 'notMeasured'] as const;
export type TaskStateName = (typeof taskStateNames)[number];

/** What a state rests on: what the unit's site shows, or what was decided on material that it handed in. */
export const taskProofs = ['facts', 'evidence'] as const;
export type TaskProof = (typeof taskProofs)[number];

/** What is known of one unit when the tasks are looked at. */
export interface TaskUnit {
  organisation: OrganisationRef;
  results: readonly IndicatorResult[];
  /** Null when its site was not crawled. */
  facts: SiteFacts | null;
}

export interface TaskPage {
  capture: string;
  url: string;
}

/** How one task stands with one unit that it binds. */
export interface TaskUnitState {
  task: string;
  /** Id of the unit. */
  organisation: string;
  name: string;
  state: TaskStateName;
  /** Empty where nothing proves anything. */
  provedBy: TaskProof[];
  /** Day by which it was done, where that can be proved. */
  on: LocalDate | null;
  /** Why, one sentence. */
  reason: string;
  evidence: TaskPage[];
}

/** Units of a task, by state; states that none is in are absent. */
export type TaskCounts = Partial<Record<TaskStateName, number>>;

export interface TaskStatus {
  programme: string;
  period: string;
  task: string;
  stage: string;
  title: string;
  responsible: string[];
  startOn: LocalDate | null;
  dueOn: LocalDate | null;
  dueText: string;
  state: TaskStateName;
  /** Why, one sentence. */
  reason: string;
  evidence: TaskPage[];
  counts: TaskCounts;
}

/** Pages once each, as many as a reader may look through. */
export function firstPages(pages: readonly TaskPage[], limit: number): TaskPage[] {
  return [...new Map(pages.map((page) => [page.capture, page])).values()].slice(0, limit);
}
