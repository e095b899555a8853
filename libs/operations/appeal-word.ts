import type { Period } from '#calendar';
import { excusesOf } from '#casework';
import type { AppealRow, OrganisationRow, Stores } from '#database';
import { rubricItems, type Programme } from '#programmes';
import type { Excuse } from '#scoring';
import { isSample } from './units.js';

/** What was accepted of that which departments sent, as far as it concerns one assessment. */
export interface AppealWord {
  excuses: Excuse[];
  /** By unit, what its score rests on of it. */
  files: ReadonlyMap<string, readonly string[]>;
}

/**
 * Statements and exemptions that were accepted, each for the findings and the time for which it was.
 * @param until an instant: only what had been decided by then.
 */
export async function appealWord(
  { appeals }: Pick<Stores, 'appeals'>,
  { programme, period, units }: { programme: Programme; period: Period; units: readonly OrganisationRow[] },
  until: string | null,
): Promise<AppealWord> {
  const sent = await appeals.appeals({ programme: programme.id, sample: isSample(units), until });
  const judged = new Set(rubricItems(programme.rubric).map(({ indicator }) => indicator));
  const excuses: Excuse[] = [];
  const files = new Map<string, string[]>();
  for (const appeal of sent) {
    const found = excusesBy(appeal).filter(
      (one) => judged.has(one.indicator) && one.on <= period.to && one.until >= period.from,
    );
    if (found.length === 0) continue;
    excuses.push(...found);
    // A decision that was taken again is another one.
    const restsOn = `${appeal.id}#${appeal.steps.length}`;
    files.set(appeal.organisation, [...(files.get(appeal.organisation) ?? []), restsOn]);
  }
  return { excuses, files };
}

function excusesBy({ state, steps, findings, kind, organisation, from }: AppealRow): Excuse[] {
  const last = steps.at(-1);
  if (last === undefined || (state !== 'accepted' && state !== 'partly')) return [];
  return excusesOf({
    ...{ kind, organisation, from, until: last.until, by: last.author, why: last.reason },
    findings: findings.filter(({ id }) => last.findings.includes(id)),
  });
}
