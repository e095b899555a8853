import type { EntityManager } from 'typeorm';
import type { Scorecard, TaskUnitState } from '#scoring';
import { bulkInsert } from './bulk-writer.js';
import {
  AssessmentEntity,
  AssessmentEvidenceEntity,
  FindingEntity,
  OutcomeEntity,
  ScoreEntity,
} from './entities/assessment.entity.js';
import { documentUrls, findingsOf, lastWords, withHistory } from './finding-history.js';
import { writeHeatCells, writeTotals } from './read-models.js';
import { LedgerWriter } from './ledger-rows.js';
import type { AssessmentHead } from './scope.js';
import { storableJson, storableText } from './storable.js';
import type { FindingRow, TaskState } from './stores.js';
import { TaskStore, writeTasks, writeTaskUnits } from './task-store.js';

/** One unit's scorecard with the ids of the pins on columns that it rests on, in their order. */
export interface DraftCard {
  card: Scorecard;
  pins: string[];
  /** Points at stake for each finding; without them nothing is known of it. */
  stakes?: ReadonlyMap<string, string>;
}

/** The round in which a unit's site was seen. */
export interface EvidenceRound {
  organisation: string;
  site: string;
  round: string;
}

/**
 * An assessment that is being written, part by part, in one transaction: nobody sees it before all of it is there, and
 * what breaks off in the middle was never there. Cards are added without a place; `rank` gives all of them theirs.
 */
export class AssessmentDraft {
  /** Where the ledgers over all units are written; null where only scorecards are compared. */
  readonly ledgers: LedgerWriter | null;

  /** @param whole whether everything that is published is written, or the scorecards alone, to be compared. */
  constructor(
    private readonly manager: EntityManager,
    private readonly head: AssessmentHead,
    private readonly whole: boolean,
  ) {
    this.ledgers = whole ? new LedgerWriter(manager, head.id) : null;
  }

  /** Scorecards of some units, with their findings as they stand since earlier assessments. */
  async add(cards: readonly DraftCard[]): Promise<void> {
    await bulkInsert(
      this.manager,
      ScoreEntity,
      cards.map(({ card, pins }) => this.scoreRow(card, pins)),
    );
    if (!this.whole) return;
    const scorecards = cards.map(({ card }) => card);
    await this.writeOutcomes(scorecards);
    await this.writeFindings(cards);
    await writeHeatCells(this.manager, this.head.id, scorecards);
  }

  /** What the assessment rests on: a replay goes back to these rounds, and they are kept. */
  async addEvidence(rounds: readonly EvidenceRound[]): Promise<void> {
    if (!this.whole) return;
    await bulkInsert(
      this.manager,
      AssessmentEvidenceEntity,
      rounds.map((one) => ({ ...one, assessment: this.head.id })),
    );
  }

  /** Scorecards as they were added so far, in the order of the units; units without one are absent. */
  async cards(organisations: readonly string[]): Promise<Scorecard[]> {
    return scorecardsOf(this.manager, this.head.id, organisations);
  }

  /** Findings of some units as they were added so far, unit by unit in reading order, without what is mended. */
  async findings(organisations: readonly string[]): Promise<FindingRow[]> {
    return findingsOf(this.manager, this.head.id, organisations);
  }

  /** How tasks stand with some units, as added so far. */
  async taskStates(organisations: readonly string[]): Promise<TaskUnitState[]> {
    return new TaskStore(this.manager).unitStates(this.head.id, organisations);
  }

  /** Puts other scores and trees in the place of those that were added; items and findings stay as they are. */
  async replace(cards: readonly Scorecard[]): Promise<void> {
    await this.manager.query(
      `update score s set score = n.score, grade = n.grade, scorecard = n.scorecard
       from unnest($2::text[], $3::numeric[], $4::text[], $5::jsonb[]) n (organisation, score, grade, scorecard)
       where s.assessment = $1 and s.organisation = n.organisation`,
      [
        this.head.id,
        cards.map(({ organisation }) => organisation.id),
        cards.map(({ score }) => score),
        cards.map(({ grade }) => grade && storableText(grade)),
        cards.map((card) => storableJson(card)),
      ],
    );
  }

  /** Places of units, in scores that stay otherwise as they are: a scorecard is stored without its place. */
  async rank(places: readonly Pick<Scorecard, 'organisation' | 'rank'>[]): Promise<void> {
    await this.manager.query(
      `update score s set rank = n.rank from unnest($2::text[], $3::integer[]) n (organisation, rank)
       where s.assessment = $1 and s.organisation = n.organisation and n.rank is not null`,
      [this.head.id, places.map(({ organisation }) => organisation.id), places.map(({ rank }) => rank)],
    );
  }

  /** How tasks stand with some units. */
  async addTaskUnits(states: readonly TaskUnitState[]): Promise<void> {
    if (this.whole) await writeTaskUnits(this.manager, this.head.id, states);
  }

  async addTasks(tasks: readonly TaskState[]): Promise<void> {
    if (this.whole) await writeTasks(this.manager, this.head.id, tasks);
  }

  /** Opens the draft: the assessment is there, and nothing shows it. */
  async open(): Promise<void> {
    const { assessedAt, ...head } = this.head;
    await bulkInsert(this.manager, AssessmentEntity, [{ ...head, assessedAt: new Date(assessedAt), latest: false }]);
  }

  /** Puts it in the place of the last assessment of its programme and period, which stays as superseded. */
  async publish(): Promise<void> {
    const { id, programme, period, sample } = this.head;
    await writeTotals(this.manager, id);
    await this.manager.query(
      `update assessment set latest = false where programme = $1 and period = $2 and sample = $3 and latest`,
      [programme, period, sample],
    );
    await this.manager.query(`update assessment set latest = true where id = $1`, [id]);
  }

  private scoreRow(card: Scorecard, pins: string[]): Partial<ScoreEntity> {
    const { organisation, score, grade, coverage, vetoed, evidenceDigest } = card;
    return {
      assessment: this.head.id,
      organisation: organisation.id,
      name: organisation.name,
      score,
      grade,
      coverage,
      vetoed,
      rank: null,
      evidenceDigest,
      pins,
      scorecard: { ...card, rank: null },
    };
  }

  private async writeOutcomes(cards: readonly Scorecard[]): Promise<void> {
    await bulkInsert(
      this.manager,
      OutcomeEntity,
      cards.flatMap((card) =>
        card.results.map((result, position) => ({
          assessment: this.head.id,
          organisation: card.organisation.id,
          position,
          indicator: result.indicator,
          version: result.version,
          outcome: result.outcome,
          measured: result.measured,
          ofCount: result.of,
          unmeasured: result.unmeasured,
          message: result.message,
        })),
      ),
    );
  }

  private async writeFindings(cards: readonly DraftCard[]): Promise<void> {
    const units = cards.map(({ card }) => card.organisation.id);
    const earlier = await lastWords(this.manager, this.head, units);
    const documents = await documentUrls(this.manager, [...earlier.values()].flat());
    await bulkInsert(
      this.manager,
      FindingEntity,
      cards.flatMap(({ card, stakes = new Map<string, string>() }) =>
        withHistory(card, earlier.get(card.organisation.id) ?? [], documents, stakes).map((finding) => ({
          ...finding,
          assessment: this.head.id,
          organisation: card.organisation.id,
        })),
      ),
    );
  }
}

/** Whole scorecards of some units, in their order: as they were stored, with the place that they were given. */
export async function scorecardsOf(
  manager: Pick<EntityManager, 'query'>,
  assessment: string,
  organisations: readonly string[],
): Promise<Scorecard[]> {
  const rows = await manager.query<StoredCard[]>(
    `select scorecard, rank from score where assessment = $1 and organisation = any($2)`,
    [assessment, organisations],
  );
  const byUnit = new Map(rows.map((row) => [row.scorecard.organisation.id, wholeCard(row)]));
  return organisations.flatMap((unit) => byUnit.get(unit) ?? []);
}

export type StoredCard = Pick<Scorecard, 'rank'> & { scorecard: Scorecard };

export function wholeCard({ scorecard, rank }: StoredCard): Scorecard {
  return { ...scorecard, rank };
}
