import { addDays } from '#calendar';
import { recheckWithinDays } from '#casework';
import type { OrganisationRow, RectificationRow } from '#database';
import { BadInput, stableId } from '#kernel';
import { dayOf, type Clock } from '../clock.js';
import type { House } from '../house.js';
import type { Rechecks } from './recheck.js';
import { asItStands, byItself, type NoticeShown } from './rectifications.js';

type Books = Pick<House, 'rectifications' | 'organisations'> & { clock: Clock };

/** A round that has not ended after so long holds up no other look. */
const runsAtMostMs = 48 * 3_600_000;

export interface RecheckLook {
  /** By whom real units are looked at again; null where this process cannot. */
  real: Rechecks | null;
  /** By whom those of a sample are. */
  sample: Rechecks | null;
  /** Notices of which it was found that nothing is due today; kept by whoever looks again and again. */
  settled?: Set<string>;
}

export interface BegunRecheck {
  unit: string;
  notices: number;
  words: string;
}

/**
 * Looks again at the sites of units whose notices ran out, or that ask for it: one round a unit for all its notices of a
 * programme. Of many processes one begins it; what could not be measured is looked at again on a later day.
 */
export async function beginDueRechecks(books: Books, look: RecheckLook): Promise<BegunRecheck[]> {
  if (look.real === null && look.sample === null) return [];
  const now = books.clock.now();
  const today = dayOf(now);
  const sample = look.real === null ? true : look.sample === null ? false : null;
  const candidates = await books.rectifications.recheckCandidates({
    ...{ sample, dueFrom: addDays(today, -recheckWithinDays), dueTo: addDays(today, -1) },
  });
  const due = new Map<string, NoticeShown[]>();
  for (const { id, steps } of candidates) {
    const mark = `${today} ${id} ${steps}`;
    if (look.settled?.has(mark)) continue;
    const row = await books.rectifications.notice(id);
    if (row === null) continue;
    const shown = asItStands(row, [], now);
    if (shown.recheck.nextOn !== null && shown.recheck.nextOn <= today)
      due.set(row.organisation, [...(due.get(row.organisation) ?? []), shown]);
    else look.settled?.add(mark);
  }
  const begun: BegunRecheck[] = [];
  for (const notices of due.values()) {
    const one = await beginOne(books, look, notices, now);
    if (one) begun.push(one);
  }
  return begun;
}

async function beginOne(
  books: Books,
  { real, sample }: RecheckLook,
  notices: readonly NoticeShown[],
  now: Date,
): Promise<BegunRecheck | null> {
  const [first] = notices;
  if (!first) return null;
  const { organisation, programme } = first;
  // A second round of one site would put an end to the first.
  const all = await books.rectifications.notices({ organisation, sample: first.sample });
  if (all.some((row) => isRunning(row, now))) return null;
  const together = notices.filter((one) => one.programme === programme && one.sample === first.sample);
  const rechecks = first.sample ? sample : real;
  const [unit] = await books.organisations.listOrganisations({ only: [organisation] });
  if (rechecks === null) return null;
  const steps = together.map((one) => ({
    // Of two processes that found the same due, both name it the same.
    id: stableId('recheck', one.id, String(one.steps.filter(({ kind }) => kind === 'recheck').length)),
    ...{ notice: one.id, kind: 'recheck' as const },
    ...{ ...byItself, finding: null, words: '', at: now.toISOString() },
  }));
  const outcome = await books.rectifications.claimRecheck(organisation, steps, () => begin(rechecks, unit, first));
  return outcome && { unit: first.organisationName, notices: together.length, words: outcome.words };
}

async function begin(
  rechecks: Rechecks,
  unit: OrganisationRow | undefined,
  about: { programme: string; period: string },
): Promise<{ round: string | null; words: string }> {
  if (!unit || unit.site === null) return { round: null, words: '该单位没有网站，无从采集' };
  try {
    const { round } = await rechecks.begin(unit, about);
    return { round, words: `重新采集 ${unit.site}，完成后评分` };
  } catch (error) {
    // No later attempt of the day would do better before a person mends it.
    if (error instanceof BadInput) return { round: null, words: error.message };
    throw error;
  }
}

function isRunning({ steps }: RectificationRow, now: Date): boolean {
  return steps.some(
    ({ round, roundFinishedAt, at }) =>
      round !== null && roundFinishedAt === null && now.getTime() - Date.parse(at) < runsAtMostMs,
  );
}
