import type { Finding, IndicatorResult } from '#indicators';
import { canonicalJson, sha256Hex } from '#kernel';
import type { DecidedFinding, FindingDecision, FindingVerdict } from './model.js';

/** What stands of the decisions on one unit's findings: by finding and what it says. */
export interface StandingDecisions {
  /** Nothing was decided on any finding. */
  none: boolean;
  decisionOn(finding: Finding): FindingDecision | undefined;
  /** What a merged finding was merged into. */
  finding(id: string): Finding | undefined;
}

/**
 * Digest of what a finding says: what it was found as, its sentence and its figures. A confirmed doubt says what the doubt
 * said. What was seen where is left out, for the same page is kept anew each round.
 */
export function findingSays({ kind, message, details, decided }: Finding): string {
  return sha256Hex(canonicalJson([decided?.was ?? kind, message, details]));
}

/** Whether a person may decide on it so: what waits for a second reviewer of material is decided there. */
export function isDecidable({ indicator }: Pick<Finding, 'indicator'>): boolean {
  return indicator !== 'evidence';
}

/**
 * Of several decisions on one finding that says the same the last stands. A merger stands as long as the other finding is
 * there and is not merged itself.
 * @param results all of the unit, before any decision.
 * @param decisions those on the unit in its programme and period, oldest first.
 */
export function standingDecisions(
  results: readonly IndicatorResult[],
  decisions: readonly FindingDecision[],
): StandingDecisions {
  if (decisions.length === 0) return { none: true, decisionOn: () => undefined, finding: () => undefined };
  const here = new Map(results.flatMap(({ findings }) => findings).map((finding) => [finding.id, finding]));
  const last = new Map<string, FindingDecision>();
  for (const one of decisions) if (one.reason.trim() !== '') last.set(keyOf(one.finding, one.indicator, one.said), one);
  const merged = new Set([...last.values()].flatMap(({ verdict, finding }) => (verdict === 'merged' ? [finding] : [])));
  const stands = ({ verdict, into, finding }: FindingDecision) =>
    verdict !== 'merged' || (into !== undefined && into !== finding && here.has(into) && !merged.has(into));
  return {
    none: false,
    decisionOn(finding) {
      if (!isDecidable(finding)) return undefined;
      const decision = last.get(keyOf(finding.id, finding.indicator, findingSays(finding)));
      return decision && stands(decision) ? decision : undefined;
    },
    finding: (id) => here.get(id),
  };
}

const keyOf = (...parts: string[]) => parts.join('\u0000');

/**
 * A result under what people decided on its findings. Dismissed: the finding falls and its subject complies. Confirmed: it
 * is a problem; a doubt becomes one. Merged: it falls, and its subject is none of those measured. Where there are only
 * doubts, nothing is measured before a person has settled all of them. What ended in an error stays.
 */
export function underDecisions(
  result: IndicatorResult,
  standing: StandingDecisions,
): { result: IndicatorResult; decided: DecidedFinding[] } {
  if (standing.none || result.outcome === 'error') return { result, decided: [] };
  const said: Said[] = result.findings.flatMap((finding) => {
    const decision = standing.decisionOn(finding);
    return decision ? [{ finding, decision }] : [];
  });
  if (said.length === 0) return { result, decided: [] };
  const settled = result.outcome === 'needsReview' ? settledDoubts(result, said) : settledMeasure(result, said);
  const message = `${result.message}；${wordsOf(said, standing)}`;
  return { result: { ...result, ...settled, message }, decided: said.map(decidedOf) };
}

interface Said {
  finding: Finding;
  decision: FindingDecision;
}

type Settled = Pick<IndicatorResult, 'outcome' | 'measured' | 'of' | 'unmeasured' | 'findings'>;

const counting = (said: readonly Said[], kind: Finding['kind'], verdict: FindingVerdict) =>
  said.filter(({ finding, decision }) => finding.kind === kind && decision.verdict === verdict).length;

const problems = (findings: readonly Finding[]) => findings.filter(({ kind }) => kind === 'fail').length;

/** Findings that are left, those that were confirmed as such. */
function leftOf({ findings }: IndicatorResult, said: readonly Said[]): Finding[] {
  const decisions = new Map(said.map(({ finding, decision }) => [finding.id, decision]));
  return findings.flatMap((finding) => {
    const decision = decisions.get(finding.id);
    if (!decision) return [finding];
    if (decision.verdict !== 'confirmed') return [];
    const { by, on, reason: why, source } = decision;
    return [{ ...finding, kind: 'fail' as const, decided: { was: finding.kind, by, on, why, source } }];
  });
}

/** Nothing but doubts: measured when all are settled, for some confirmed ones do not tell the share. */
function settledDoubts(result: IndicatorResult, said: readonly Said[]): Settled {
  const findings = leftOf(result, said);
  if (findings.some(({ kind }) => kind === 'review')) return { ...result, findings };
  const measured = counting(said, 'review', 'dismissed') + counting(said, 'fail', 'dismissed');
  const unmeasured = Math.max(0, result.unmeasured - result.findings.length);
  return measuredAs({ measured, of: measured + findings.length, unmeasured, findings });
}

function settledMeasure(result: IndicatorResult, said: readonly Said[]): Settled {
  const findings = leftOf(result, said);
  const mergedFails = counting(said, 'fail', 'merged');
  // A quota has one finding for many that are missing: with the last finding all of them are settled.
  const complying = Math.min(result.of, result.measured + counting(said, 'fail', 'dismissed'));
  const rest = Math.max(complying, result.of - mergedFails);
  const confirmed = counting(said, 'review', 'confirmed');
  const isSettled = result.outcome === 'fail' && problems(findings) === confirmed;
  const of = isSettled && mergedFails > 0 ? complying : rest;
  const measured = isSettled ? of : complying;
  // Doubts belong to what was not measured; a settled one is measured.
  const known = Math.min(result.unmeasured, counting(said, 'review', 'dismissed'));
  const unmeasured = Math.max(0, result.unmeasured - known - confirmed - counting(said, 'review', 'merged'));
  return measuredAs({ measured: measured + known, of: of + known + confirmed, unmeasured, findings });
}

/** Where all that was found speaks of what others speak of, there is nothing of its own to measure. */
function measuredAs(settled: Omit<Settled, 'outcome'>): Settled {
  if (settled.of === 0) return { ...settled, outcome: settled.unmeasured > 0 ? 'notMeasured' : 'notApplicable' };
  return { ...settled, outcome: problems(settled.findings) > 0 ? 'fail' : 'pass' };
}

const verdictWords: Record<FindingDecision['source'], Record<FindingVerdict, string>> = {
  review: { confirmed: '复核确认', dismissed: '复核排除', merged: '复核并入其他问题' },
  appeal: { confirmed: '申诉后维持', dismissed: '申诉成立，排除', merged: '申诉后并入其他问题' },
};

/** “复核排除2个（王某2022-07-01：页面已有）”, one part for what was decided alike. */
function wordsOf(said: readonly Said[], { finding }: StandingDecisions): string {
  const alike = new Map<string, number>();
  const parts = said.map(({ decision: { verdict, source, by, on, reason, into } }) => {
    const other = into === undefined ? '' : `，见“${(finding(into)?.message ?? into).slice(0, 60)}”`;
    return JSON.stringify([verdictWords[source][verdict], `${by}${on}：${reason}${other}`]);
  });
  for (const part of parts) alike.set(part, (alike.get(part) ?? 0) + 1);
  return [...alike]
    .map(([part, count]) => {
      const [verdict, who] = JSON.parse(part) as [string, string];
      return `${verdict}${count}个（${who}）`;
    })
    .join('；');
}

function decidedOf({ finding, decision }: Said): DecidedFinding {
  const { verdict, into, by, on, reason: why, source } = decision;
  const other = into === undefined ? {} : { into };
  return { finding: finding.id, message: finding.message, verdict, ...other, by, on, why, source };
}
