import type { LocalDate, Period } from '#calendar';
import type { Finding, IndicatorResult } from '#indicators';
import type { ExcusedFinding, Excuse } from './model.js';

/**
 * Takes problems for which an accepted statement or an exemption speaks as compliance: a column that was silent for a year
 * because nobody was appointed is no defect (淮安), and “nothing to disclose” is disclosed by a dated statement with its
 * reason. What has expired, was given outside of what is judged, or gives no reason counts for nothing.
 */
export function excuseFindings(
  result: IndicatorResult,
  excuses: readonly Excuse[],
  at: { period: Period; asOf: LocalDate },
): { result: IndicatorResult; excused: ExcusedFinding[] } {
  if (excuses.length === 0) return { result, excused: [] };
  const said = result.findings.flatMap((finding) => {
    const excuse = excuses.find((one) => speaksFor(one, finding, at));
    return excuse ? [excusedOf(finding, excuse)] : [];
  });
  if (said.length === 0) return { result, excused: [] };
  const gone = new Set(said.map(({ finding }) => finding));
  const findings = result.findings.filter(({ id }) => !gone.has(id));
  const words = [...new Set(said.map(wordsOf))].join('；');
  const message = `${result.message}；其中${said.length}个经认定不作问题处理（${words}）`;
  return { result: { ...withoutThem(result, findings), message }, excused: said };
}

function withoutThem(result: IndicatorResult, findings: Finding[]): IndicatorResult {
  const deducting = (all: readonly Finding[]) => all.filter(({ kind }) => kind === 'fail').length;
  const left = { ...result, findings };
  if (result.outcome === 'fail') {
    const rest = deducting(findings);
    if (rest === 0) return { ...left, outcome: 'pass', measured: result.of };
    return { ...left, measured: Math.min(result.of, result.measured + deducting(result.findings) - rest) };
  }
  // Only doubts, and all of them settled.
  if (result.outcome === 'needsReview' && findings.length === 0) {
    const settled = Math.max(1, result.findings.length);
    return { ...left, outcome: 'pass', measured: settled, of: settled, unmeasured: 0 };
  }
  return left;
}

function speaksFor(excuse: Excuse, finding: Finding, { period, asOf }: { period: Period; asOf: LocalDate }): boolean {
  const { indicator, subject, on, until, why, kind } = excuse;
  if (indicator !== finding.indicator || why.trim() === '') return false;
  if (subject !== undefined && subject !== finding.subject) return false;
  if (on > asOf || asOf > until) return false;
  return kind === 'exemption' || (on >= period.from && on <= period.to);
}

function wordsOf({ kind, by, why, until }: ExcusedFinding): string {
  return `${kind === 'statement' ? '情况说明' : '豁免'}，${by}批准，至${until}：${why}`;
}

function excusedOf({ id, message }: Finding, { kind, by, why, until }: Excuse): ExcusedFinding {
  return { finding: id, message, kind, by, why, until };
}
