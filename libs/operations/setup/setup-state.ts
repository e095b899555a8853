import { siteId, type ProgrammeChoice, type Stores } from '#database';
import type { CaseDoer } from '../casework/doer.js';
import { listSchedules } from '../schedules.js';

type Books = Pick<Stores, 'organisations' | 'programmes' | 'setup' | 'schedules' | 'rounds' | 'assessments'>;

export const setupSteps = ['units', 'programme', 'sites', 'schedule', 'round'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** How far an office has set itself up. Worked out whenever it is asked for; nothing has to be ticked off. */
export interface SetupState {
  units: { count: number; withSite: number };
  programme: ProgrammeChoice | null;
  /** Sites that somebody looked at, and those of them whose home page could be read. */
  sites: { count: number; looked: number; read: number };
  schedules: { count: number; next: string | null };
  /** The newest round that is not the sample's, and whether the chosen programme has a result. */
  round: { startedAt: string; finishedAt: string | null } | null;
  scored: boolean;
  /** Steps that are done, and the first that is not; null when all are. */
  done: SetupStep[];
  next: SetupStep | null;
}

export async function setupState(books: Books, { sample }: Pick<CaseDoer, 'sample'>): Promise<SetupState> {
  const units = await books.organisations.listOrganisations({ sample });
  const homes = [...new Set(units.flatMap(({ site }) => (site === null ? [] : siteId(site))))];
  const [programme, looks, schedules, round] = await Promise.all([
    books.setup.choice(sample),
    books.setup.looks(homes),
    listSchedules(books),
    books.rounds.latestRound({ sample }),
  ]);
  const periods = programme ? await books.assessments.assessedPeriods(programme.programme, sample) : [];
  const next = schedules.flatMap((one) => one.next[0] ?? []).sort()[0] ?? null;
  const isDone: Record<SetupStep, boolean> = {
    units: homes.length > 0,
    programme: programme !== null,
    // A round reads every site anyhow; looking before is there to see early what is missing.
    sites: homes.length > 0 && (looks.length > 0 || round !== null),
    schedule: schedules.length > 0,
    round: periods.length > 0,
  };
  return {
    units: { count: units.length, withSite: units.filter(({ site }) => site !== null).length },
    programme,
    sites: {
      count: homes.length,
      looked: looks.length,
      read: looks.filter(({ outcome }) => outcome === 'ok').length,
    },
    schedules: { count: schedules.length, next },
    round: round && { startedAt: round.startedAt, finishedAt: round.finishedAt },
    scored: periods.length > 0,
    done: setupSteps.filter((step) => isDone[step]),
    next: setupSteps.find((step) => !isDone[step]) ?? null,
  };
}
