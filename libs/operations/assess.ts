import {
  createWorkdays,
  isLocalDate,
  parsePeriod,
  previousPeriod,
  samePeriodLastYear,
  type LocalDate,
  type Period,
} from '#calendar';
import type { AssessmentRow, OrganisationRow, Scope, Stores } from '#database';
import type { Peer, Records } from '#indicators';
import { BadInput, canonicalJson } from '#kernel';
import type { Programme } from '#programmes';
import {
  earlierNeeds,
  evaluateRubric,
  joinTaskStates,
  rankScorecards,
  rollUpScores,
  scoreOrganisation,
  unitTaskStates,
  type EarlierCards,
  type Excuse,
  type Scorecard,
} from '#scoring';
import { today } from './clock.js';
import type { House } from './house.js';
import { findProgramme } from './plans.js';
import { withOthersWord } from './others-word.js';
import { evidenceOf, type SiteEvidence } from './site-evidence.js';

export interface AssessRequest {
  /** Id of a built-in programme or path of a YAML file. */
  programme: string;
  period: string;
  asOf?: string;
  units: OrganisationRow[];
  /** Accepted statements and exemptions; none when absent. */
  excuses?: readonly Excuse[];
  /** Decisions on submitted evidence and imported counts; none when absent. */
  records?: Records;
  /** Recompute from the kept bytes and compare with what was published; nothing is stored. */
  replay: boolean;
}

export interface AssessResult {
  row: AssessmentRow;
  replay: { compared: number; differing: string[] } | null;
}

/**
 * Scores units on their newest evidence and publishes the result, or recomputes it.
 * @throws BadInput when the programme, the period or the date cannot be used, or nothing was crawled yet.
 */
export async function assess(house: House, request: AssessRequest): Promise<AssessResult> {
  const programme = await findProgramme(request.programme);
  const period = parsePeriod(request.period);
  const published = request.replay
    ? await publishedScores(house, { programme: programme.id, period: period.id, sample: isSample(request.units) })
    : null;
  const asOf = chooseDay(house, period, request.asOf ?? published?.asOf);
  const evidence = await evidenceToScore(house, request.units, request.replay, published?.pins);
  const importedUntil = published?.assessedAt ?? null;
  const row = await resultOf(house, { ...request, programme, period, asOf, evidence, importedUntil });
  if (request.replay) return { row, replay: compare(row.scorecards, published?.scorecards ?? []) };
  await house.assessments.saveAssessment(row);
  return { row, replay: null };
}

/** What an assessment reads and writes with. */
export type Books = Stores & Pick<House, 'blobs' | 'clock'>;

/** @throws BadInput when nothing was crawled yet. */
export async function evidenceToScore(
  books: Books,
  units: OrganisationRow[],
  replay = false,
  pins?: ReadonlyMap<string, string[]>,
): Promise<Map<string, SiteEvidence>> {
  const evidence = await evidenceOf(books, units, replay, pins);
  if (evidence.size === 0)
    throw new BadInput([{ where: '评分', what: '这些单位还没有采集过', accepted: '先运行 crawl 采集，再评分' }]);
  return evidence;
}

/** Scores units on evidence; nothing is stored. */
export async function resultOf(
  books: Books,
  request: Pick<AssessRequest, 'units' | 'excuses' | 'records'> & {
    programme: Programme;
    period: Period;
    asOf: LocalDate;
    evidence: Map<string, SiteEvidence>;
    /** Instant: only what had been imported by then counts. */
    importedUntil?: string | null;
  },
): Promise<AssessmentRow> {
  const { programme, period, asOf, units, excuses } = request;
  const { evidence, records, peers } = await withOthersWord(books, request);
  const earlier = await earlierOf(books, programme, period, isSample(units));
  const context = {
    programme,
    period,
    asOf,
    earlier,
    ...(excuses ? { excuses } : {}),
    ...(records ? { records } : {}),
    ...(peers ? { peers } : {}),
  };
  const cards = units.flatMap((unit) => {
    const seen = evidence.get(unit.id);
    return seen ? [scoreUnit(unit, seen, context)] : [];
  });
  const resultsOf = new Map(cards.map(({ organisation, results }) => [organisation.id, results]));
  const taskUnits = units.flatMap((unit) =>
    unitTaskStates({
      programme,
      asOf,
      unit: {
        organisation: unit,
        results: resultsOf.get(unit.id) ?? [],
        facts: evidence.get(unit.id)?.facts ?? null,
      },
      decisions: records?.decisions ?? [],
    }),
  );
  return {
    programme: programme.id,
    programmeVersion: programme.version,
    period: period.id,
    asOf,
    round: newestRound(evidence),
    assessedAt: books.clock.now().toISOString(),
    scorecards: rankScorecards(rollUpScores(cards, programme.rubric), 'class', programme.rubric.ties),
    pins: Object.fromEntries([...evidence].map(([unit, { pins }]) => [unit, pins.map(({ id }) => id)])),
    tasks: joinTaskStates({ programme, period, asOf }, taskUnits),
    taskUnits,
  };
}

/** What was published for a programme and period, with the pins that each unit's score rests on. */
async function publishedScores(
  house: House,
  scope: Scope,
): Promise<(Omit<AssessmentRow, 'pins'> & { pins: ReadonlyMap<string, string[]> }) | null> {
  const head = await house.assessments.head(scope);
  const row = head && (await house.assessments.assessment(scope));
  return head && row && { ...row, pins: await house.assessments.pinsOf(head.id) };
}

interface AssessContext {
  programme: Programme;
  period: Period;
  asOf: LocalDate;
  /** Earlier scorecards of each unit, where the rubric asks for them. */
  earlier: ((unit: string) => EarlierCards) | null;
  excuses?: readonly Excuse[];
  records?: Records;
  peers?: readonly Peer[];
}

/**
 * The scorecards of the period before and of the same period a year ago, as they were last published; null where the
 * rubric compares with neither.
 */
async function earlierOf(house: Books, programme: Programme, period: Period, sample: boolean) {
  const needs = earlierNeeds(programme.rubric);
  if (!needs.previous && !needs.lastYear) return null;
  const cardsOf = async (wanted: boolean, of: Period) => {
    const cards = wanted ? await house.assessments.scorecards({ programme: programme.id, period: of.id, sample }) : [];
    return new Map(cards.map((card) => [card.organisation.id, card]));
  };
  const previous = await cardsOf(needs.previous, previousPeriod(period));
  const lastYear = await cardsOf(needs.lastYear, samePeriodLastYear(period));
  return (unit: string): EarlierCards => ({
    previous: previous.get(unit) ?? null,
    lastYear: lastYear.get(unit) ?? null,
  });
}

const workdays = createWorkdays();

function scoreUnit(
  unit: OrganisationRow,
  evidence: SiteEvidence,
  { programme, period, asOf, earlier, excuses, records, peers }: AssessContext,
): Scorecard {
  const { extra: _extra, sample: _sample, ...organisation } = unit;
  const { facts, digest: evidenceDigest } = evidence;
  const about = { programme, organisation, period, asOf };
  const results = evaluateRubric({
    ...about,
    facts,
    workdays,
    ...(records ? { records } : {}),
    ...(peers ? { peers } : {}),
  });
  return scoreOrganisation({
    ...about,
    evidenceDigest,
    results,
    ...(excuses ? { excuses } : {}),
    ...(earlier ? { earlier: earlier(unit.id) } : {}),
  });
}

/** The day that is judged: as asked, else the earlier of the period's end and today. @throws BadInput for what is no day. */
export function chooseDay(house: Pick<House, 'clock'>, period: Period, asked: string | undefined): LocalDate {
  if (asked === undefined) {
    const now = today(house.clock);
    return now < period.to ? now : period.to;
  }
  if (!isLocalDate(asked))
    throw new BadInput([{ where: '--as-of', what: `“${String(asked).slice(0, 40)}”不是日期`, accepted: 'YYYY-MM-DD' }]);
  return asked;
}

export function isSample(units: OrganisationRow[]): boolean {
  return units.every((unit) => unit.sample);
}

function newestRound(evidence: Map<string, SiteEvidence>): string {
  const rounds = [...evidence.values()].map(({ round }) => round);
  return rounds.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1))[0]?.id ?? '';
}

/** Byte for byte: two scorecards are the same when their canonical JSON is. */
function compare(cards: Scorecard[], published: Scorecard[]): { compared: number; differing: string[] } {
  const again = new Map(cards.map((card) => [card.organisation.id, canonicalJson(card)]));
  const differing = published.filter((card) => again.get(card.organisation.id) !== canonicalJson(card));
  return { compared: published.length, differing: differing.map((card) => card.organisation.name) };
}
