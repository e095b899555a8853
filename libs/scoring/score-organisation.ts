import type { Points } from '#kernel';
import type { LocalDate, Period } from '#calendar';
import type { IndicatorResult, OrganisationRef } from '#indicators';
import { isExtra, type Programme, type Rubric, type RubricItem, rubricItems } from '#programmes';
import { type EarlierCards, earlierFigures } from './earlier.js';
import { standingDecisions, underDecisions } from './decisions.js';
import { excuseFindings } from './excuses.js';
import type {
  DecidedFinding,
  ExcusedFinding,
  Excuse,
  FindingDecision,
  RawScore,
  Scorecard,
  ScoreNode,
} from './model.js';
import { normalise } from './normalise.js';
import { withQuarters } from './quarters.js';
import { scoreGroup } from './score-group.js';
import { scoreItem } from './score-item.js';
import { shareOut } from './spread.js';
import { totalOf } from './total.js';

export interface ScoreRequest {
  programme: Programme;
  organisation: OrganisationRef;
  period: Period;
  asOf: LocalDate;
  evidenceDigest: string;
  /**
   * What the indicators said of the unit: by the id of the item, or as a list. Where several items of the rubric use
   * one indicator with different params, its results in the list stand in the order of those items.
   */
  results: readonly IndicatorResult[] | ReadonlyMap<string, IndicatorResult>;
  /** Accepted statements and exemptions, of any unit. */
  excuses?: readonly Excuse[];
  /** What people decided on findings, of any unit; of one finding the last that holds counts. */
  decisions?: readonly FindingDecision[];
  /** For trends and repeated problems. */
  earlier?: EarlierCards;
}

/**
 * Prices what the indicators found. The order of arithmetic is fixed:
 *
 * 0. decide – findings that a person dismissed or merged fall, confirmed doubts become problems;
 *    excuse – problems for which an accepted statement or a valid exemption speaks count as compliance;
 * 1. veto – a failed veto item fixes the total and ends the scoring;
 * 2. deduct – each measured item loses points by its rule;
 * 3. cap – an item never goes below zero or above its full marks; it is rounded half up to 0.01 here, so that the
 *    printed items add up to the printed sum; groups add up their members, bring them to their weight, and cap their loss;
 * 4. reweight – what does not apply, could not be measured or waits for a person leaves the denominator: inside a
 *    weighted group as long as anything in it counts, else of the total, to which the sum is scaled. With `spread` the
 *    points of what does not apply were added evenly to the full marks of the rest before step 2;
 * 5. malus – taken off the scaled sum, down to zero;
 * 6. gate – judged by the points so far, or by those of the groups that it names;
 * 7. bonus – added where the gate is open, up to its cap;
 * 8. cap – never above the total and the bonus that can be had, or the rubric's own cap;
 * 9. round – half up to 0.01, or as the rubric says. Only then the grade is read off.
 *
 * The quarters of a year enter then, where the rubric gives them a share (`withQuarters`).
 * Results of subordinate units enter afterwards, in `rollUp`. No total is given when an indicator ended in an error, or
 * when less could be measured than the rubric's floor.
 */
export function scoreOrganisation(request: ScoreRequest): Scorecard {
  return withQuarters(scoreAlone(request), request.programme.rubric, request.earlier?.quarters ?? []);
}

function scoreAlone(request: ScoreRequest): Scorecard {
  const { programme, organisation, period, asOf, evidenceDigest } = request;
  const { rubric } = programme;
  const judged = judgedResults(request);
  const extra = sharedOut(rubric, organisation, judged);
  const requirements = new Map(programme.requirements.map((requirement) => [requirement.id, requirement]));
  const year = Number(period.to.slice(0, 4));
  const earlier = request.earlier && earlierFigures(request.earlier);
  const groups = rubric.groups.map((group) =>
    scoreGroup(group, {
      organisation,
      extra,
      scoreItem: (item, mode, groupApplies) => {
        const { result, excused, decided } = judged.get(item.id) ?? nothingJudged;
        const requirement = requirements.get(item.requirement);
        const more = extra.get(item.id);
        return scoreItem(item, result, {
          ...{ organisation, requirement, year, mode, groupApplies, excused, decided },
          ...(more ? { extra: more } : {}),
          ...(earlier ? { earlier } : {}),
        });
      },
    }),
  );
  const total = totalOf(rubric, groups);
  const normalised = normalise(rubric, total.score);
  const raw = rawScoreOf(request, judged, total);
  const tree: ScoreNode = {
    id: programme.id,
    title: rubric.title,
    kind: 'root',
    max: rubric.total,
    counted: total.counted,
    before: total.before,
    points: total.score,
    rule: rootRule(rubric),
    reason: total.reason,
    findings: [],
    children: groups.map(({ node }) => node),
    ...(doesMore(rubric) && total.steps.length > 0 ? { steps: total.steps } : {}),
  };
  return {
    organisation,
    programme: programme.id,
    programmeVersion: programme.version,
    period: period.id,
    asOf,
    evidenceDigest,
    score: total.score,
    grade: total.grade,
    coverage: total.coverage,
    vetoed: total.vetoed,
    rank: null,
    tree,
    results: groups.flatMap((group) => group.items).flatMap(({ result }) => result ?? []),
    ...(normalised ? { normalised } : {}),
    ...(raw ? { raw } : {}),
    ...(earlier ? { earlier: earlierCards(request.earlier) } : {}),
  };
}

interface Judged {
  result: IndicatorResult | undefined;
  excused: ExcusedFinding[];
  decided: DecidedFinding[];
}

const nothingJudged: Judged = { result: undefined, excused: [], decided: [] };

/** The result of every item under what people decided, with excused problems taken for compliance. */
function judgedResults({
  programme,
  organisation,
  period,
  asOf,
  results,
  excuses = [],
  decisions = [],
}: ScoreRequest): Map<string, Judged> {
  const own = excuses.filter((excuse) => excuse.organisation === organisation.id);
  const resultOf: (item: RubricItem) => IndicatorResult | undefined =
    'get' in results ? ({ id }) => results.get(id) : resultsInTurn(results);
  const found = rubricItems(programme.rubric).map((item) => ({ item, result: resultOf(item) }));
  const all = found.flatMap(({ result }) => result ?? []);
  const standing = standingDecisions(
    all,
    decisions.filter(
      (one) => one.organisation === organisation.id && one.programme === programme.id && one.period === period.id,
    ),
  );
  return new Map<string, Judged>(
    found.map(({ item, result }) => {
      if (!result) return [item.id, nothingJudged];
      const meant = own.filter(({ requirement = item.requirement }) => requirement === item.requirement);
      const { result: ruled, decided } = underDecisions(result, standing);
      return [item.id, { ...excuseFindings(ruled, meant, { period, asOf }), decided }];
    }),
  );
}

/** The score without what people decided on findings, where it is another one. */
function rawScoreOf(
  request: ScoreRequest,
  judged: ReadonlyMap<string, Judged>,
  total: Pick<RawScore, 'score' | 'grade' | 'coverage' | 'vetoed'>,
): RawScore | null {
  if (![...judged.values()].some(({ decided }) => decided.length > 0)) return null;
  const { score, grade, coverage, vetoed } = scoreAlone({ ...request, decisions: [] });
  const isSame =
    score === total.score && grade === total.grade && coverage === total.coverage && vetoed === total.vetoed;
  return isSame ? null : { score, grade, coverage, vetoed };
}

/** Hands out the results of each indicator in their order, the last one again and again. */
function resultsInTurn(results: readonly IndicatorResult[]): (item: RubricItem) => IndicatorResult | undefined {
  const waiting = new Map<string, IndicatorResult[]>();
  for (const result of results) waiting.set(result.indicator, [...(waiting.get(result.indicator) ?? []), result]);
  return ({ indicator }) => {
    const queue = waiting.get(indicator) ?? [];
    return queue.length > 1 ? queue.shift() : queue[0];
  };
}

function sharedOut(
  rubric: Rubric,
  organisation: OrganisationRef,
  judged: ReadonlyMap<string, Judged>,
): Map<string, Points> {
  if (rubric.notApplicable !== 'spread') return new Map();
  return shareOut(rubric, organisation, ({ id }) => judged.get(id)?.result?.outcome !== 'notApplicable');
}

/** Whether there is more to say of the arithmetic than a sum that is scaled. */
function doesMore({ groups, gate, scoreCap, rounding, rollUp, quarters }: Rubric): boolean {
  return groups.some(isExtra) || [gate, scoreCap, rounding, rollUp, quarters].some((one) => one !== undefined);
}

function rootRule(rubric: Rubric): string {
  if (rubric.notApplicable === 'spread') {
    return '各组得分相加；不适用项目的分值平均计入其他项目，无法测量的项目不计入满分，按可计满分折算为总分';
  }
  return '各组得分相加；不适用和无法测量的项目不计入满分，按可计满分折算为总分';
}

function earlierCards({ previous, lastYear, quarters = [] }: EarlierCards = {}): NonNullable<Scorecard['earlier']> {
  const cards = [previous, lastYear, ...quarters.map(({ card }) => card)].flatMap((card) => card ?? []);
  return cards.map(({ period, asOf, evidenceDigest }) => ({ period, asOf, evidenceDigest }));
}
