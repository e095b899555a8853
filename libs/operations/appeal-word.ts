import { localDateOf, type Period } from '#calendar';
import { excusesOf } from '#casework';
import type { AppealRow, AssessmentHead, OrganisationRow, Stores } from '#database';
import { rubricItems, type Programme } from '#programmes';
import { findingSays, type Excuse, type FindingDecision } from '#scoring';
import { isSample } from './units.js';

/** What was accepted of that which departments sent, as far as it concerns one assessment. */
export interface AppealWord {
  excuses: Excuse[];
  /** Findings that are none. */
  verdicts: FindingDecision[];
  /** By unit, what its score rests on of it. */
  files: ReadonlyMap<string, readonly string[]>;
}

/**
 * Statements and exemptions that were accepted, each for the findings and the time for which it was, and findings of the
 * period that were dismissed on appeal.
 * @param until an instant: only what had been decided by then.
 */
export async function appealWord(
  { appeals }: Pick<Stores, 'appeals'>,
  { programme, period, units }: { programme: Programme; period: Period; units: readonly OrganisationRow[] },
  until: string | null,
): Promise<AppealWord> {
  const sent = await appeals.appeals({ programme: programme.id, sample: isSample(units), until });
  const judged = new Set(rubricItems(programme.rubric).map(({ indicator }) => indicator));
  const word = { excuses: [] as Excuse[], verdicts: [] as FindingDecision[], files: new Map<string, string[]>() };
  for (const appeal of sent) {
    const excuses = excusesBy(appeal).filter(
      (one) => judged.has(one.indicator) && one.on <= period.to && one.until >= period.from,
    );
    const verdicts = appeal.period === period.id ? verdictsBy(appeal) : [];
    if (excuses.length === 0 && verdicts.length === 0) continue;
    word.excuses.push(...excuses);
    word.verdicts.push(...verdicts);
    word.files.set(appeal.organisation, [...(word.files.get(appeal.organisation) ?? []), stepOf(appeal)]);
  }
  return word;
}

/** How many were decided otherwise, or no more, since an assessment, so that its scores do not know of it. */
export async function pendingAppeals({ appeals }: Pick<Stores, 'appeals'>, head: AssessmentHead): Promise<number> {
  const { programme, period, sample, assessedAt } = head;
  const [now, then] = await Promise.all(
    [null, assessedAt].map((until) => appeals.appeals({ programme, period, sample, until })),
  );
  const known = new Map(then!.map((one) => [one.id, acceptedBy(one)]));
  return now!.filter((one) => acceptedBy(one) !== (known.get(one.id) ?? null)).length;
}

/** A decision that was taken again is another one. */
const stepOf = ({ id, steps }: AppealRow) => `${id}#${steps.length}`;
const isAccepted = ({ state }: AppealRow) => state === 'accepted' || state === 'partly';
const acceptedBy = (appeal: AppealRow) => (isAccepted(appeal) ? stepOf(appeal) : null);

function acceptedOf(appeal: AppealRow) {
  const last = appeal.steps.at(-1);
  if (last === undefined || !isAccepted(appeal)) return null;
  return { last, findings: appeal.findings.filter(({ id }) => last.findings.includes(id)) };
}

function excusesBy(appeal: AppealRow): Excuse[] {
  const accepted = acceptedOf(appeal);
  if (accepted === null) return [];
  const { last, findings } = accepted;
  const { kind, organisation, from } = appeal;
  return excusesOf({ kind, organisation, from, until: last.until, by: last.author, why: last.reason, findings });
}

function verdictsBy(appeal: AppealRow): FindingDecision[] {
  const accepted = appeal.kind === 'appeal' ? acceptedOf(appeal) : null;
  if (accepted === null) return [];
  const { organisation, programme, period } = appeal;
  const { reason, author: by, at } = accepted.last;
  return accepted.findings.map((finding) => ({
    ...{ id: `${stepOf(appeal)} ${finding.id}`, organisation, programme, period, finding: finding.id },
    ...{ indicator: finding.indicator, verdict: 'dismissed', reason, by, on: localDateOf(at), source: 'appeal' },
    said: findingSays({ ...finding, organisation }),
  }));
}
