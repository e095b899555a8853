import type { EntityManager } from 'typeorm';
import type { Finding } from '#indicators';
import { findingSays, itemsOf, pointsOfFindings, type Scorecard } from '#scoring';
import type { AssessmentHead } from './scope.js';
import { periodKind } from './scope.js';
import { clausesOfFindings } from './score-leaves.js';
import type { FindingEntity } from './entities/assessment.entity.js';
import type { FindingRow } from './stores.js';

/** The last that earlier assessments said of a finding. */
interface LastWord extends Finding {
  state: FindingEntity['state'];
  firstPeriod: string;
  period: string;
  requirement: string;
  clause: string;
}

type FindingRecord = Omit<FindingEntity, 'assessment'>;

/**
 * The findings of one unit with their history. `new`: never seen before. `open`: seen before and not mended since.
 * `recurred`: was mended and is back. `fixed`: seen before, its indicator was measured now, and it is gone. What could not
 * be looked at this time is not called mended, nor is a document or yearly report of an earlier period that this one does
 * not look at. Of what a person dismissed, merged or excused nothing is said.
 */
export function withHistory(
  card: Scorecard,
  earlier: LastWord[],
  documentUrls: Set<string>,
  stakes: ReadonlyMap<string, string>,
): FindingRecord[] {
  const before = new Map(earlier.map((word) => [word.id, word]));
  const points = pointsOfFindings(card);
  const clauses = clausesOfFindings(card.tree);
  const current = new Map(card.results.flatMap(({ findings }) => findings.map((finding) => [finding.id, finding])));
  const measured = new Set(
    card.results.filter(({ outcome }) => outcome === 'pass' || outcome === 'fail').map(({ indicator }) => indicator),
  );

  const found = [...current.values()].map((finding) => {
    const word = before.get(finding.id);
    return {
      ...finding,
      ...(clauses.get(finding.id) ?? { requirement: '', clause: '' }),
      points: points.get(finding.id) ?? '0',
      state: word === undefined ? ('new' as const) : word.state === 'fixed' ? ('recurred' as const) : ('open' as const),
      firstPeriod: word?.firstPeriod ?? card.period,
      decided: finding.decided ?? null,
      stake: stakes.get(finding.id) ?? null,
      said: findingSays(finding),
    };
  });
  const letOff = new Set(
    itemsOf(card.tree).flatMap(({ decided = [], excused = [] }) => [...decided, ...excused].map((one) => one.finding)),
  );
  const mended = earlier
    .filter(({ id, state }) => state !== 'fixed' && !current.has(id) && !letOff.has(id))
    .filter(({ indicator }) => measured.has(indicator))
    .filter(({ subject, period }) => period === card.period || !(documentUrls.has(subject) || isYear(subject)))
    .map(({ period: _, ...word }) => ({
      ...word,
      points: '0',
      state: 'fixed' as const,
      decided: word.decided ?? null,
      stake: null,
      said: null,
    }));
  return [...found, ...mended].map((finding, position) => ({ ...finding, position }));
}

const isYear = (subject: string) => /^\d{4}$/.test(subject);

export const findingColumns = `f.id, f.organisation, f.indicator, f.subject, f.kind, f.message, f.remedy, f.details, f.evidence,
  f.decided, a.programme, a.period, f.requirement, f.clause, f.points::text as points, f.state`;

/** Findings of some units that stand in an assessment, unit by unit in reading order. */
export function findingsOf(
  manager: Pick<EntityManager, 'query'>,
  assessment: string,
  organisations: readonly string[],
): Promise<FindingRow[]> {
  return manager.query<FindingRow[]>(
    `select ${findingColumns} from finding f join assessment a on a.id = f.assessment
     where f.assessment = $1 and f.organisation = any($2) and f.state <> 'fixed' order by f.organisation, f.position`,
    [assessment, organisations],
  );
}

/**
 * The last word on every finding of these units from assessments before this one: of the same programme, periods of the
 * same kind, and an earlier reference day (or the same day on earlier evidence). A replay meets the same history.
 */
export async function lastWords(
  manager: EntityManager,
  head: AssessmentHead,
  units: readonly string[],
): Promise<Map<string, LastWord[]>> {
  const rows = await manager.query<LastWord[]>(
    `select distinct on (f.organisation, f.id)
       f.id, f.organisation, f.indicator, f.subject, f.kind, f.message, f.remedy, f.details, f.evidence, f.decided, f.state,
       f.requirement, f.clause, f.first_period as "firstPeriod", a.period
     from finding f join assessment a on a.id = f.assessment
     where a.programme = $1 and a.sample = $2 and a.period = any($3) and f.organisation = any($7)
       and (a.as_of < $4::date or (a.as_of = $4::date and a.round <> $5 and a.assessed_at < $6))
     order by f.organisation, f.id, a.as_of desc, a.assessed_at desc`,
    [head.programme, head.sample, await periodsLike(manager, head), head.asOf, head.round, head.assessedAt, units],
  );
  const words = new Map<string, LastWord[]>();
  for (const word of rows) {
    const known = words.get(word.organisation);
    if (known) known.push(word);
    else words.set(word.organisation, [word]);
  }
  return words;
}

async function periodsLike(manager: EntityManager, head: AssessmentHead): Promise<string[]> {
  const rows = await manager.query<{ period: string }[]>(
    `select distinct period from assessment where programme = $1 and sample = $2`,
    [head.programme, head.sample],
  );
  return rows.map(({ period }) => period).filter((period) => periodKind(period) === periodKind(head.period));
}

/**
 * Addresses of the documents on the sites and in the rounds where these findings were seen: a finding about one of them
 * belongs to the document's own period.
 */
export async function documentUrls(manager: EntityManager, words: LastWord[]): Promise<Set<string>> {
  const rows = await manager.query<{ url: string }[]>(
    `with seen as (select distinct round, site from capture where id = any($1))
     select url from seen join document using (round, site)
     union select url from seen join interpretation using (round, site)`,
    [words.map(({ evidence }) => evidence.capture)],
  );
  return new Set(rows.map(({ url }) => url));
}
