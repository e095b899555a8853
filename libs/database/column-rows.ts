import type { ColumnChangeKind, ColumnIdentity, ColumnPin, KnownColumn } from '#facts';
import { stableId } from '#kernel';

/** One thing that happened to a column, with the round and the page that show it. */
export interface ColumnEventRow {
  id: string;
  /** Id of the column, the same through all its names and addresses. */
  column: string;
  kind: ColumnChangeKind;
  before: ColumnIdentity | null;
  after: ColumnIdentity;
  round: string;
  /** Beginning of the round, ISO 8601 UTC. */
  at: string;
  capture: string;
}

/** What an assessor rules, before it is kept. */
export interface ColumnPinDraft extends ColumnPin {
  site: string;
  author: string;
  reason: string;
  /** Last day (`YYYY-MM-DD`) of the evidence that it holds for; null for all. */
  until: string | null;
  /** ISO 8601 UTC. */
  createdAt: string;
}

export interface ColumnPinRow extends ColumnPinDraft {
  id: string;
  /** Who took it back, when and why; null while it stands. */
  withdrawn: PinWithdrawal | null;
}

export interface PinWithdrawal {
  author: string;
  reason: string;
  createdAt: string;
}

/** The pins that stand for evidence of this day (`YYYY-MM-DD`), in the order in which they were given. */
export function standingPins(pins: readonly ColumnPinRow[], day: string): ColumnPinRow[] {
  return pins.filter(({ withdrawn, until }) => withdrawn === null && (until === null || until >= day));
}

/** One word for a set of pins in their order; '' for none. A pin's id covers all that it says. */
export function pinsDigest(ids: readonly string[]): string {
  return ids.length === 0 ? '' : stableId('pins', ...ids);
}

/** Columns as their events left them, in the order in which they were first seen. */
export function columnsAfter(events: readonly ColumnEventRow[]): KnownColumn[] {
  const columns = new Map<string, KnownColumn>();
  for (const { column, kind, after } of events) columns.set(column, { id: column, ...after, present: kind !== 'gone' });
  return [...columns.values()];
}
