import { parsePeriod } from '#calendar';
import type { OrganisationRow } from '#database';
import { BadInput } from '#kernel';
import { changeInWords, planChanges, type PlanChange, type Programme, type WordedChange } from '#programmes';
import { compareResults, type Result, type ResultComparison } from '#scoring';
import { chooseDay, evidenceToScore } from './assess.js';
import { resultOf, type Books } from './score-units.js';
import { isSample } from './units.js';

export interface WhatIfRequest {
  programme: Programme;
  /** What it is held against, on the same evidence, in the same period and on the same day. */
  against: Programme;
  period: string;
  asOf?: string;
  units: OrganisationRow[];
}

export interface WhatIf extends ResultComparison {
  /** Fields in which two wordings of one plan differ; null for two plans, and where a result is as it was published. */
  changes: ToldChange[] | null;
}

/** A change of a plan, as a program and as people read it. */
export type ToldChange = PlanChange & { words: WordedChange };

/**
 * Scores units on their newest kept evidence by two programmes and compares the results; nothing is published.
 * @throws BadInput when the period or the date cannot be used, or nothing was crawled yet.
 */
export async function whatIf(books: Books, request: WhatIfRequest): Promise<WhatIf> {
  const { programme, against, units } = request;
  const period = parsePeriod(request.period);
  const asOf = chooseDay(books, period, request.asOf);
  const evidence = await evidenceToScore(books, units);
  const about = { period, asOf, units, evidence };
  const before = await resultOf(books, { ...about, programme: against });
  const after = await resultOf(books, { ...about, programme });
  return { ...compareResults(before, after), changes: toldChanges(against, programme) };
}

function toldChanges(before: Programme, after: Programme): ToldChange[] | null {
  const changes = planChanges(before, after);
  return changes?.map((change) => ({ ...change, words: changeInWords(change, before, after) })) ?? null;
}

/**
 * Scores units by a programme and compares with what was published of it for another period; nothing is published.
 * @throws BadInput when that period was not assessed.
 */
export async function sinceThen(
  books: Books,
  { programme, against, ...request }: Omit<WhatIfRequest, 'against'> & { against: string },
): Promise<WhatIf> {
  const period = parsePeriod(request.period);
  const { units } = request;
  const before = await publishedResult(books, {
    programme: programme.id,
    period: parsePeriod(against).id,
    sample: isSample(units),
  });
  const asOf = chooseDay(books, period, request.asOf);
  const evidence = await evidenceToScore(books, units);
  const after = await resultOf(books, { programme, period, asOf, units, evidence });
  const meant = new Set(units.map(({ id }) => id));
  const scorecards = before.scorecards.filter(({ organisation }) => meant.has(organisation.id));
  return { ...compareResults({ ...before, scorecards }, after), changes: null };
}

/** Two published results beside each other. @throws BadInput when one of them is not there. */
export async function comparePublished(
  books: Pick<Books, 'assessments'>,
  before: { programme: string; period: string; sample?: boolean },
  after: { programme: string; period: string; sample?: boolean },
): Promise<WhatIf> {
  const compared = compareResults(await publishedResult(books, before), await publishedResult(books, after));
  return { ...compared, changes: null };
}

async function publishedResult(
  { assessments }: Pick<Books, 'assessments'>,
  scope: { programme: string; period: string; sample?: boolean },
): Promise<Result> {
  const row = await assessments.assessment(scope);
  if (row) return row;
  throw new BadInput([
    {
      where: scope.period,
      what: `方案“${scope.programme}”在这一周期还没有评估`,
      accepted: '已评估的周期；先运行 assess',
    },
  ]);
}
