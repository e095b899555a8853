import type { FetchOutcome } from '#evidence';
import type { OpenHours } from '#kernel';

/** What a person sets for a host; null leaves it to the settings. */
export interface HostRuleDraft {
  host: string;
  intervalMs: number | null;
  perHost: number | null;
  hours: OpenHours | null;
  /** The host is to be asked again at once, whatever it did before. */
  resumed: boolean;
  author: string;
  reason: string;
  /** ISO 8601 UTC. */
  createdAt: string;
}

export interface HostRuleRow extends HostRuleDraft {
  id: string;
}

export interface HostPermissionDraft {
  host: string;
  /** As in robots.txt: `*` for anything, `$` for the end. */
  path: string;
  author: string;
  reason: string;
  /** Last day (`YYYY-MM-DD`) on which it holds. */
  until: string;
  createdAt: string;
}

export interface HostPermissionRow extends HostPermissionDraft {
  id: string;
  /** Who took it back, when and why; null while it stands. */
  withdrawn: { author: string; reason: string; createdAt: string } | null;
}

/** How a host is doing; instants ISO 8601 UTC. */
export interface HostRow {
  host: string;
  /** Interval to which trouble has slowed us down; 0 when it has not. */
  slowedMs: number;
  underWay: number;
  /** Troubles in a row, the last of them, and since when. */
  failures: number;
  trouble: FetchOutcome | null;
  troubleSince: string | null;
  pausedUntil: string | null;
  givenUpUntil: string | null;
  givenUpTimes: number;
  intervalMs: number | null;
  perHost: number | null;
  hours: OpenHours | null;
  askedAt: string | null;
}

/** A page that a host did not let us see. */
export interface RefusedPage {
  host: string;
  url: string;
  outcome: FetchOutcome;
  status: number | null;
  /** ISO 8601 UTC. */
  at: string;
  note: string | null;
  site: string;
}
