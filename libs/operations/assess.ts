import { isLocalDate, parsePeriod, type LocalDate, type Period } from '#calendar';
import type {
  AssessmentDraft,
  AssessmentHead,
  AssessmentOpening,
  OrganisationRow,
  RoundRow,
  Scope,
  TaskState,
} from '#database';
import type { Records } from '#indicators';
import { BadInput, canonicalJson, refused } from '#kernel';
import type { Programme, Rubric } from '#programmes';
import {
  openTaskBoard,
  outlineOf,
  rankScorecards,
  rollUpOutlines,
  stakesOf,
  withRollUp,
  type CardOutline,
  type Excuse,
  type Scorecard,
} from '#scoring';
import { today } from './clock.js';
import type { House } from './house.js';
import { inBatches } from './in-batches.js';
import type { LedgerAbout } from './ledger-rows/define-ledger.js';
import { ledgerUnit, writeLedgers } from './ledger-rows/make-ledgers.js';
import type { EvidenceLoader } from './others-word.js';
import { log } from './log.js';
import { asScored, lookUpProgramme, type FoundProgramme } from './plans.js';
import { openScoring, scoreUnits, tasksOfUnits, type Books } from './score-units.js';
import { evidenceOf, newestRounds, roundsWithFacts, unitsAtOnce, type SiteEvidence } from './site-evidence.js';
import { isSample } from './units.js';

export interface AssessRequest {
  /** Id of a programme or path of a YAML file. */
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
  /** Told of units that are scored. */
  onProgress?: (done: number, total: number, word: string) => void;
  /** Given every scorecard as it is published, in the order of the units; none of them is held. */
  onCard?: (card: Scorecard) => void | Promise<void>;
}

export interface AssessResult {
  /** The result without its scorecards; the outlines stand in the order of the units. */
  row: AssessmentOpening & { outlines: CardOutline[]; tasks: TaskState[] };
  replay: Replay | null;
}

export interface Replay {
  /** Scorecards that were published. */
  compared: number;
  /** Names of the units whose scorecard came out otherwise, or not at all. */
  differing: string[];
}

/**
 * Scores units on their newest evidence and publishes the result, or recomputes it. Units go through in batches: what is
 * held at once does not grow with their number but for outlines and what units are compared by.
 * @throws BadInput when the programme, the period or the date cannot be used, or nothing was crawled yet.
 */
export async function assess(house: Books, request: AssessRequest): Promise<AssessResult> {
  const { units, replay } = request;
  const found = await lookUpProgramme(request.programme, house);
  const period = parsePeriod(request.period);
  const scope = { programme: found.programme.id, period: period.id, sample: isSample(units) };
  const published = replay ? await publishedHead(house, scope) : null;
  const programme = replay ? await asScored(found, published, house) : await toPublish(house, found, scope);
  const asOf = chooseDay(house, period, request.asOf ?? published?.asOf);
  const rounds = replay ? await roundsToReplay(house, units, published) : await roundsWithFacts(house, units);
  if (rounds.size === 0) throw nothingCrawled();
  const opening = {
    programme: programme.id,
    programmeVersion: programme.version,
    period: period.id,
    asOf,
    round: newestRound(rounds),
    assessedAt: house.clock.now().toISOString(),
  };
  const begun = performance.now();
  const told = { programme: programme.id, period: period.id, asOf, round: opening.round, units: units.length };
  log.info(replay ? '开始复算' : '开始评分', told);
  const batches = inBatches(unitsAtOnce, units);
  const load = keepingLast((batch) => evidenceOf(house, batch, replay, published?.pins, rounds));
  // What is imported meanwhile counts from the next time, so that a replay rests on the same files.
  const importedUntil = (published ?? opening).assessedAt;
  const peerRounds = published && published.rounds.size > 0 ? published.rounds : null;
  const about = { ...request, programme, period, asOf, importedUntil, peerRounds };
  const scoring = await openScoring(house, about, batches, load);
  return house.assessments.write(opening, { publish: !replay }, async (draft) => {
    const outlines: CardOutline[] = [];
    const board = openTaskBoard({ programme, period, asOf });
    for (const batch of batches) {
      const scored = await scoreUnits(house, scoring, batch, await load(batch));
      await draft.add(
        scored.map(({ card, evidence }) => ({
          card,
          pins: evidence.pins.map(({ id }) => id),
          stakes: stakesOf(card, programme.rubric),
        })),
      );
      await draft.addEvidence(
        scored.map(({ card, evidence: { site, round } }) => ({
          organisation: card.organisation.id,
          site,
          round: round.id,
        })),
      );
      const tasks = tasksOfUnits(scoring, batch, scored);
      await draft.addTaskUnits(tasks);
      board.add(tasks);
      outlines.push(...scored.map(({ card }) => outlineOf(card)));
      if (draft.ledgers) {
        const findings = await draft.findings(scored.map(({ card }) => card.organisation.id));
        const factsOf = new Map(scored.map(({ card, evidence }) => [card.organisation.id, evidence.facts]));
        const read = batch.map((unit) => ledgerUnit(unit, factsOf.get(unit.id) ?? null, findings, []));
        await writeLedgers(draft.ledgers, 'others', { programme, period, asOf, tasks: new Map() }, read);
      }
      request.onProgress?.(outlines.length, rounds.size, batch.at(-1)?.name ?? '');
    }
    await draft.addEvidence(scoring.others.peerRounds);
    const tasks = board.statuses();
    await draft.addTasks(tasks);
    await writeTaskLedger(draft, batches, {
      ...{ programme, period, asOf },
      tasks: new Map(tasks.map((task) => [task.task, task])),
    });
    const settled = await settle(draft, outlines, programme.rubric);
    const comparison = replay ? await comparing(house, published) : null;
    for (const batch of inBatches(unitsAtOnce, request.onCard || comparison ? settled : [])) {
      const cards = await draft.cards(batch.map(({ organisation }) => organisation.id));
      for (const card of cards) await request.onCard?.(card);
      await comparison?.add(cards);
    }
    const compared = comparison?.result() ?? null;
    log.info(replay ? '复算结束' : '评分结束', {
      ...told,
      ...(compared && { compared: compared.compared, differing: compared.differing.length }),
      seconds: (performance.now() - begun) / 1000,
    });
    return { row: { ...opening, outlines: settled, tasks }, replay: compared };
  });
}

/** Tasks are dated when all units are known; with that the ledgers are complete. */
async function writeTaskLedger(
  draft: AssessmentDraft,
  batches: readonly OrganisationRow[][],
  about: LedgerAbout,
): Promise<void> {
  if (!draft.ledgers) return;
  for (const batch of batches) {
    const states = await draft.taskStates(batch.map(({ id }) => id));
    const units = batch.map((unit) => ledgerUnit(unit, null, [], states));
    await writeLedgers(draft.ledgers, 'tasks', about, units);
  }
  await draft.ledgers.close();
}

/** The programme by which something may be published. @throws BadInput when it may not. */
async function toPublish(house: Books, found: FoundProgramme, { sample }: { sample: boolean }): Promise<Programme> {
  const { programme, own, isFile } = found;
  // A result names its programme and version: under the name of one that is kept, nothing else is published.
  if (isFile && (await house.programmes.programme(programme.id)))
    throw refused(
      '方案',
      `编号为“${programme.id}”的方案存在平台上，文件不能代替它`,
      `--programme ${programme.id}；改动先在“方案编辑”中保存为新版本`,
    );
  if (own?.retired) throw refused('方案', `方案“${own.id}”已停用（${own.retired.reason}）`, '恢复使用后再评分');
  if (own && own.sample !== sample)
    throw refused('方案', own.sample ? '示例中的方案只用于示例单位' : '本单位的方案不用于示例单位');
  return programme;
}

/** Lets the units below into the scores above and gives all their places, in the draft and in the outlines. */
async function settle(
  draft: AssessmentDraft,
  outlines: readonly CardOutline[],
  rubric: Rubric,
): Promise<CardOutline[]> {
  const rolled = rollUpOutlines(outlines, rubric);
  const changes = new Map(rolled.map(({ outline, change }) => [outline.organisation.id, change]));
  const changed = rolled.flatMap(({ outline, change }) => (change ? [outline.organisation.id] : []));
  for (const batch of inBatches(unitsAtOnce, changed)) {
    const cards = await draft.cards(batch);
    await draft.replace(cards.map((card) => withRollUp(card, changes.get(card.organisation.id) ?? null)));
  }
  const settled = rankScorecards(
    rolled.map(({ outline }) => outline),
    'class',
    rubric.ties,
  );
  await draft.rank(settled);
  return settled;
}

/** The newest evidence of a few units. @throws BadInput when nothing was crawled yet. */
export async function evidenceToScore(
  books: Books,
  units: OrganisationRow[],
): Promise<ReadonlyMap<string, SiteEvidence>> {
  const evidence = await evidenceOf(books, units, false);
  if (evidence.size === 0) throw nothingCrawled();
  return evidence;
}

function nothingCrawled(): BadInput {
  return new BadInput([{ where: '评分', what: '这些单位还没有采集过', accepted: '先运行 crawl 采集，再评分' }]);
}

/** The last batch stays at hand, so that few units are read once, though they are asked for twice. */
function keepingLast(load: EvidenceLoader): EvidenceLoader {
  let last: { units: OrganisationRow[]; evidence: ReadonlyMap<string, SiteEvidence> } | null = null;
  return async (units) => {
    if (last?.units === units) return last.evidence;
    last = null;
    const evidence = await load(units);
    last = { units, evidence };
    return evidence;
  };
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

function newestRound(rounds: ReadonlyMap<string, RoundRow>): string {
  const newest = [...rounds.values()].sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
  return newest[0]?.id ?? '';
}

/** What was published for a programme and period, with the pins and rounds that each unit's score rests on. */
interface Published extends AssessmentHead {
  pins: ReadonlyMap<string, string[]>;
  /** Also of units that others were set beside; empty where it was not kept yet. */
  rounds: ReadonlyMap<string, RoundRow>;
}

async function publishedHead({ assessments }: Books, scope: Scope): Promise<Published | null> {
  const head = await assessments.head(scope);
  return head && { ...head, pins: await assessments.pinsOf(head.id), rounds: await assessments.roundsOf(head.id) };
}

/** The rounds that the published scores rest on, whatever was crawled since; without any, the newest. */
async function roundsToReplay(
  house: Books,
  units: OrganisationRow[],
  published: Published | null,
): Promise<ReadonlyMap<string, RoundRow>> {
  if (!published || published.rounds.size === 0) return newestRounds(house, units);
  const meant = new Set(units.map(({ id }) => id));
  return new Map([...published.rounds].filter(([unit]) => meant.has(unit) && published.pins.has(unit)));
}

/** Byte for byte: two scorecards are the same when their canonical JSON is. */
async function comparing({ assessments }: Books, published: AssessmentHead | null) {
  const units = published ? await assessments.scoredUnits(published.id) : [];
  const same = new Set<string>();
  return {
    async add(cards: readonly Scorecard[]): Promise<void> {
      if (!published) return;
      const ids = cards.map(({ organisation }) => organisation.id);
      const before = await assessments.scorecardsOfUnits(published.id, ids);
      const again = new Map(cards.map((card) => [card.organisation.id, canonicalJson(card)]));
      for (const card of before)
        if (again.get(card.organisation.id) === canonicalJson(card)) same.add(card.organisation.id);
    },
    result(): Replay {
      const differing = units.filter(({ organisation }) => !same.has(organisation));
      return { compared: units.length, differing: differing.map(({ name }) => name) };
    },
  };
}
