import { isDecidable, type FindingDecision, type FindingVerdict } from '#scoring';

/** A decision that is asked for, on one finding or on many alike. */
export interface AskedDecision {
  verdict: FindingVerdict;
  /** With what each said when it was looked at. */
  findings: readonly { id: string; said: string }[];
  /** Only of `merged`: the finding that stays. */
  into: string | null;
  reason: string;
}

/** A finding as it stands now. */
export interface Decidable {
  id: string;
  organisation: string;
  indicator: string;
  message: string;
  said: string;
}

/** What stands of earlier decisions. */
export type Standing = Pick<FindingDecision, 'finding' | 'said' | 'verdict' | 'by' | 'on' | 'reason' | 'source'> & {
  into: string | null;
};

/** Why nothing of it is done: what is asked cannot be (`refused`), or somebody was first (`taken`). */
export type ReviewObjection = { kind: 'refused' | 'taken'; what: string; accepted: string };

export const usualReason = '经核对，情况属实';
export const mostAtOnce = 500;

const verdictWords: Record<FindingVerdict, string> = { confirmed: '确认', dismissed: '排除', merged: '并入其他问题' };

/**
 * Whether these findings may be decided on so, or why not; all of them or none.
 * @param here findings of the unit as they stand now, by id; others are not there.
 * @param overrides an appeal is decided on after what a reviewer said.
 */
export function objectionTo(
  { verdict, findings, into, reason }: AskedDecision,
  here: ReadonlyMap<string, Decidable>,
  standing: readonly Standing[],
  { overrides = false }: { overrides?: boolean } = {},
): ReviewObjection | null {
  const refused = (what: string, accepted: string): ReviewObjection => ({ kind: 'refused', what, accepted });
  if (findings.length === 0) return refused('没有选中问题', '至少一个');
  if (findings.length > mostAtOnce) return refused(`选了${findings.length}个问题`, `一次至多${mostAtOnce}个`);
  if (verdict !== 'confirmed' && reason.trim() === '') return refused('没有写理由', '一句话的理由');
  const decided = new Map(standing.map((one) => [`${one.finding} ${one.said}`, one]));
  for (const { id, said } of findings) {
    const finding = here.get(id);
    if (!finding) return refused('所选问题已不在最近一次评分中', '刷新后的问题');
    if (!isDecidable(finding)) return refused('提交材料待第二人审定的，不在这里复核', '佐证材料的审定');
    const taken = decided.get(`${id} ${finding.said}`);
    if (taken && !overrides)
      return {
        kind: 'taken',
        what: `“${finding.message.slice(0, 40)}”已由${taken.by}于${taken.on}${verdictWords[taken.verdict]}（${taken.reason}）`,
        accepted: '刷新后再看；要改先撤销原决定',
      };
    if (finding.said !== said)
      return refused(`“${finding.message.slice(0, 40)}”的内容已有变化`, '刷新后按新的内容复核');
  }
  return verdict === 'merged' ? mergeObjection(findings, into, here, standing) : null;
}

function mergeObjection(
  findings: AskedDecision['findings'],
  into: string | null,
  here: ReadonlyMap<string, Decidable>,
  standing: readonly Standing[],
): ReviewObjection | null {
  const refused = (what: string, accepted: string): ReviewObjection => ({ kind: 'refused', what, accepted });
  const other = into === null ? undefined : here.get(into);
  if (!other) return refused('没有指明并入哪一个问题', '同一单位仍在的另一个问题');
  const ids = new Set(findings.map(({ id }) => id));
  if (ids.has(other.id)) return refused('不能并入自己', '同一单位的另一个问题');
  if (findings.some(({ id }) => here.get(id)?.organisation !== other.organisation))
    return refused('两个问题不是同一单位的', '同一单位的另一个问题');
  if (standing.some((one) => one.verdict === 'merged' && one.finding === other.id && one.said === other.said))
    return refused('要并入的问题自己已并入别处', '没有并入别处的问题');
  if (standing.some((one) => one.verdict === 'merged' && one.into !== null && ids.has(one.into)))
    return refused('已有别的问题并入了它', '先撤销那一次合并');
  return null;
}
