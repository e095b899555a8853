import { previousPeriod, quartersOf, samePeriodLastYear, type LocalDate, type Period } from '#calendar';
import type { OrganisationRow, RoundRow, Stores } from '#database';
import type { Records } from '#indicators';
import { canonicalJson, sha256Hex } from '#kernel';
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
  type Result,
  type Scorecard,
  type TaskUnitState,
} from '#scoring';
import type { House } from './house.js';
import { othersWord, type EvidenceLoader, type OthersWord } from './others-word.js';
import type { SiteEvidence } from './site-evidence.js';
import { isSample } from './units.js';
import { workdays } from './workdays.js';

/** What an assessment reads and writes with. */
export type Books = Stores & Pick<House, 'blobs' | 'clock'>;

/** What is scored, and by what. */
export interface ScoringRequest {
  programme: Programme;
  period: Period;
  asOf: LocalDate;
  units: OrganisationRow[];
  /** Accepted statements and exemptions; none when absent. */
  excuses?: readonly Excuse[];
  /** Decisions on submitted evidence and imported counts; none when absent. */
  records?: Records;
  /** Instant: only what had been imported by then counts. */
  importedUntil?: string | null;
  /** By unit, the rounds in which to see those that others are set beside; the newest when absent. */
  peerRounds?: ReadonlyMap<string, RoundRow> | null;
}

/** What is the same for all units of one assessment. */
export interface Scoring extends Pick<ScoringRequest, 'programme' | 'period' | 'asOf'> {
  others: OthersWord;
  /** Instant: only what had been recorded by then counts; all of it when null. */
  importedUntil: string | null;
  /** Ids of the assessments that the rubric compares with or lets in, as they were last published. */
  earlier: {
    previous: string | null;
    lastYear: string | null;
    quarters: { period: Period; assessment: string | null }[];
  };
}

/** One unit's scorecard, not ranked and without the units below, and the evidence that it rests on. */
export interface ScoredUnit {
  card: Scorecard;
  evidence: SiteEvidence;
}

/** @param batches the units as they will be scored, and `load` their evidence. */
export async function openScoring(
  books: Books,
  request: ScoringRequest,
  batches: readonly OrganisationRow[][],
  load: EvidenceLoader,
): Promise<Scoring> {
  const { programme, period, asOf } = request;
  const others = await othersWord(books, request, batches, load);
  const { importedUntil = null } = request;
  return { programme, period, asOf, others, importedUntil, earlier: await earlierAssessments(books, request) };
}

/** Scores those of the units of which there is evidence, in their order; nothing is stored. */
export async function scoreUnits(
  books: Books,
  scoring: Scoring,
  units: readonly OrganisationRow[],
  evidence: ReadonlyMap<string, SiteEvidence>,
): Promise<ScoredUnit[]> {
  const seen = units.filter(({ id }) => evidence.has(id));
  const earlier = await earlierOf(books, scoring, seen);
  const sighted = await withSightings(books, scoring, evidence);
  return seen.map((unit) => {
    const own = scoring.others.laidOver(unit.id, sighted.get(unit.id)!);
    return { card: scoreUnit(unit, own, scoring, earlier), evidence: own };
  });
}

/** The evidence with what the rounds up to each unit's own show to have come into its lists, where the rubric asks for it. */
async function withSightings(
  { sightings }: Books,
  { others, importedUntil }: Scoring,
  evidence: ReadonlyMap<string, SiteEvidence>,
): Promise<ReadonlyMap<string, SiteEvidence>> {
  if (!others.asksSightings || evidence.size === 0) return evidence;
  const sites = new Map(
    [...evidence.values()].map(({ site, round }) => [`${site} ${round.id}`, { site, startedAt: round.startedAt }]),
  );
  const found = await sightings.sightings([...sites.values()], importedUntil);
  return new Map(
    [...evidence].map(([unit, own]) => {
      const rows = found.get(own.site);
      if (!rows) return [unit, own];
      const digest = sha256Hex([own.digest, canonicalJson(rows)].join('\n'));
      return [unit, { ...own, digest, facts: { ...own.facts, sightings: rows } }];
    }),
  );
}

/** Scores a few units on evidence, all in memory; nothing is stored. */
export async function resultOf(
  books: Books,
  request: ScoringRequest & { evidence: ReadonlyMap<string, SiteEvidence> },
): Promise<Result> {
  const { programme, period, asOf, units, evidence } = request;
  const scoring = await openScoring(books, request, [units], () => Promise.resolve(evidence));
  const scored = await scoreUnits(books, scoring, units, evidence);
  const cards = scored.map(({ card }) => card);
  return {
    programme: programme.id,
    programmeVersion: programme.version,
    period: period.id,
    asOf,
    scorecards: rankScorecards(rollUpScores(cards, programme.rubric), 'class', programme.rubric.ties),
    tasks: joinTaskStates({ programme, period, asOf }, tasksOfUnits(scoring, units, scored)),
  };
}

/** How each task stands with each of the units that it binds, also with those that were not scored. */
export function tasksOfUnits(
  { programme, asOf, others }: Scoring,
  units: readonly OrganisationRow[],
  scored: readonly ScoredUnit[],
): TaskUnitState[] {
  const byUnit = new Map(scored.map((one) => [one.card.organisation.id, one]));
  return units.flatMap((organisation) => {
    const { card, evidence } = byUnit.get(organisation.id) ?? {};
    const unit = { organisation, results: card?.results ?? [], facts: evidence?.facts ?? null };
    return unitTaskStates({ programme, asOf, unit, decisions: others.recordsOf(organisation.id)?.decisions ?? [] });
  });
}

/** The period before, the same period a year ago and the quarters of a year, where the rubric asks for them. */
async function earlierAssessments(
  { assessments }: Books,
  { programme, period, units }: ScoringRequest,
): Promise<Scoring['earlier']> {
  const needs = earlierNeeds(programme.rubric);
  const idOf = async ({ id }: Period) =>
    (await assessments.head({ programme: programme.id, period: id, sample: isSample(units) }))?.id ?? null;
  return {
    previous: needs.previous ? await idOf(previousPeriod(period)) : null,
    lastYear: needs.lastYear ? await idOf(samePeriodLastYear(period)) : null,
    quarters: await Promise.all(
      (needs.quarters ? quartersOf(period) : []).map(async (one) => ({ period: one, assessment: await idOf(one) })),
    ),
  };
}

type EarlierOf = (unit: string) => EarlierCards;

/** The units' earlier scorecards; null where the rubric compares with none. */
async function earlierOf(
  { assessments }: Books,
  { programme, earlier }: Scoring,
  units: readonly OrganisationRow[],
): Promise<EarlierOf | null> {
  const needs = earlierNeeds(programme.rubric);
  if (!needs.previous && !needs.lastYear && earlier.quarters.length === 0) return null;
  const ids = units.map(({ id }) => id);
  const cardsOf = async (assessment: string | null) => {
    const cards = assessment === null ? [] : await assessments.scorecardsOfUnits(assessment, ids);
    return new Map(cards.map((card) => [card.organisation.id, card]));
  };
  const previous = await cardsOf(earlier.previous);
  const lastYear = await cardsOf(earlier.lastYear);
  const quarters = await Promise.all(
    earlier.quarters.map(async ({ period, assessment }) => ({ period, cards: await cardsOf(assessment) })),
  );
  return (unit) => ({
    ...{ previous: previous.get(unit) ?? null, lastYear: lastYear.get(unit) ?? null },
    quarters: quarters.map(({ period, cards }) => ({ period, card: cards.get(unit) ?? null })),
  });
}

function scoreUnit(
  unit: OrganisationRow,
  evidence: SiteEvidence,
  { programme, period, asOf, others }: Scoring,
  earlier: EarlierOf | null,
): Scorecard {
  const { extra: _extra, sample: _sample, ...organisation } = unit;
  const { facts, digest: evidenceDigest } = evidence;
  const about = { programme, organisation, period, asOf };
  const records = others.recordsOf(unit.id);
  const results = evaluateRubric({
    ...about,
    facts,
    workdays,
    ...(records ? { records } : {}),
    ...(others.peers ? { peers: others.peers } : {}),
  });
  return scoreOrganisation({
    ...about,
    evidenceDigest,
    results,
    excuses: others.excusesOf(unit.id),
    decisions: others.verdictsOf(unit.id),
    ...(earlier ? { earlier: earlier(unit.id) } : {}),
  });
}
