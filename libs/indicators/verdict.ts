import type { FindingEvidence, OutcomeKind } from './model.js';

/** A share in whole subjects: `measured` of `of` comply. */
export interface Measure {
  readonly measured: number;
  readonly of: number;
}

/** What is said of one subject. */
export interface FindingText {
  /** Address of the document, key of the column …: what it is about; the same problem keeps the same subject. */
  subject: string;
  /** What is wrong, one sentence for the unit. */
  message: string;
  /** How to mend it; the indicator's own remedy where it is left out. */
  remedy?: string;
  /** The figures behind the sentence, in reading order. */
  details?: { label: string; value: string }[];
}

interface Draft<Kind extends 'fail' | 'review'> extends FindingText {
  readonly kind: Kind;
  readonly evidence: FindingEvidence;
}

/** A problem that deducts, before it has its id. Only `finding` makes one. */
export type FailDraft = Draft<'fail'>;
/** A doubt that a person must settle and that never deducts. Only `doubt` makes one. */
export type ReviewDraft = Draft<'review'>;

export type NonEmpty<Item> = [Item, ...Item[]];

export function isNonEmpty<Item>(items: Item[]): items is NonEmpty<Item> {
  return items.length > 0;
}

/** What an indicator's `evaluate` hands back. */
export interface Verdict {
  readonly outcome: OutcomeKind;
  readonly measured: number;
  readonly of: number;
  readonly unmeasured: number;
  readonly message: string;
  readonly findings: readonly (FailDraft | ReviewDraft)[];
}

/** What goes along with a verdict: its sentence, subjects that could not be measured, doubts beside it. */
export interface Beside {
  message: string;
  unmeasured?: number;
  doubts?: ReviewDraft[];
}

/** @throws RangeError when it is no share of whole subjects; a share of nothing is no measure. */
export function ratio(measured: number, of: number): Measure {
  const whole = Number.isInteger(measured) && Number.isInteger(of);
  if (!whole || of < 1 || measured < 0 || measured > of) throw new RangeError(`no share: ${measured} of ${of}`);
  return { measured, of };
}

/** A problem of one subject; there is none without the page on which it can be seen. */
export function finding(evidence: FindingEvidence, text: FindingText): FailDraft {
  return { kind: 'fail', evidence, ...text };
}

/** A doubt about one subject, for a person to settle. */
export function doubt(evidence: FindingEvidence, text: FindingText): ReviewDraft {
  return { kind: 'review', evidence, ...text };
}

export function pass(measure: Measure, beside: Beside): Verdict {
  return { outcome: 'pass', ...counted(measure, beside), findings: beside.doubts ?? [] };
}

export function fail(measure: Measure, findings: NonEmpty<FailDraft>, beside: Beside): Verdict {
  return { outcome: 'fail', ...counted(measure, beside), findings: [...findings, ...(beside.doubts ?? [])] };
}

/** Nothing but doubts: no subject could be measured for certain. */
export function needsReview(doubts: NonEmpty<ReviewDraft>, message: string, unmeasured = doubts.length): Verdict {
  return { outcome: 'needsReview', measured: 0, of: 0, unmeasured, message, findings: doubts };
}

/** The world did not let us look; `unmeasured` subjects are known to be there. */
export function notMeasured(reason: string, unmeasured = 0): Verdict {
  return { outcome: 'notMeasured', measured: 0, of: 0, unmeasured, message: reason, findings: [] };
}

export function notApplicable(reason: string): Verdict {
  return { outcome: 'notApplicable', measured: 0, of: 0, unmeasured: 0, message: reason, findings: [] };
}

function counted(measure: Measure, beside: Beside): Pick<Verdict, 'measured' | 'of' | 'unmeasured' | 'message'> {
  return { ...measure, unmeasured: beside.unmeasured ?? 0, message: beside.message };
}
