import { diffDays, type Workdays } from '#calendar';
import { z } from 'zod';
import type { DocumentFact, InterpretationFact } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { inOrder, mayBeOfPeriod, publishedOnSources, quoted } from './documents.js';
import { indexPolicies, pairingDoubt } from './interpretation-pairs.js';
import { verdictOf } from './tally.js';
import { doubt, type FailDraft, finding, notApplicable, type ReviewDraft } from './verdict.js';

/** A gap of more calendar days speaks of moved pages or of an interpretation written for an old policy. */
const unrelatedAgeDays = 365;

/** 三同步之同步发布：解读在文件发布后若干个工作日内发布。 */
export const publishedTogether = defineIndicator({
  id: 'published-together',
  version: 2,
  title: '解读与文件同步发布',
  failureTitle: '解读晚于文件发布',
  basis: [
    { source: '平政办发〔2020〕70号', clause: '二(二)6', text: '解读与政策文件同步起草、同步审签、同步发布' },
    { source: '旭来街街道2022年政务公开工作方案', clause: '二(二)4', text: '同步起草、同步审签、同步发布' },
  ],
  measures:
    '本期发布、能与本网站文件对应的解读中，发布日期不晚于文件发布后第N个工作日的件数除以可测件数；早于文件发布的视为同步。任一日期或对应关系有疑的，不作不同步处理，交人工复核。',
  blindSpots: '“同步起草、同步审签”在网站上看不到；任一页面没有发布日期的无法测量。',
  remedy: '今后请将解读材料与文件一并报批、同时发布。',
  requires: ['documents', 'interpretations'],
  params: z.strictObject({ workdays: z.number().int().nonnegative() }),
  evaluate({ documents, interpretations }, { params, period, asOf, workdays }) {
    const index = indexPolicies(documents, interpretations);
    const fails: FailDraft[] = [];
    const doubts: ReviewDraft[] = [];
    let good = 0;
    let unmeasured = 0;
    for (const interpretation of inOrder(interpretations).filter((one) => mayBeOfPeriod(one, period, asOf))) {
      const policy = index.policyOf(interpretation);
      if (!policy) continue;
      const gap = gapOf(interpretation, policy, workdays);
      if (gap === null) unmeasured += 1;
      else if (gap.workdays <= params.workdays) good += 1;
      else if (gap.why !== null) doubts.push(doubt(...late(interpretation, policy, gap, params.workdays)));
      else fails.push(finding(...late(interpretation, policy, gap, params.workdays)));
    }
    if (good + fails.length + doubts.length + unmeasured === 0)
      return notApplicable('本期没有能与本网站文件对应的解读');
    return verdictOf(
      { good, fails, doubts, unmeasured },
      { good: '同步发布', unit: '件解读', unmeasured: '解读或文件没有发布日期' },
    );
  },
});

interface Gap {
  /** Working days from the policy to its interpretation; 0 when that came first. */
  workdays: number;
  /** Why the gap is doubtful, or null. */
  why: string | null;
}

function gapOf(interpretation: InterpretationFact, policy: DocumentFact, workdays: Workdays): Gap | null {
  const from = policy.publishedOn?.on;
  const to = interpretation.publishedOn?.on;
  if (from === undefined || to === undefined) return null;
  if (to <= from) return { workdays: 0, why: null };
  if (from < workdays.covers.from || to > workdays.covers.to) return null;
  const later = policy.publishedOnOthers.find((other) => other.on > from);
  const days = diffDays(from, to);
  const why = joinReasons(
    days > unrelatedAgeDays ? `两者相隔${days}天，疑为后补解读或页面迁移` : null,
    later ? `文件页面另有发布日期${later.on}` : null,
    doubtReason(policy, ['publishedOn']),
    doubtReason(interpretation, ['publishedOn']),
    pairingDoubt(interpretation, policy),
  );
  return { workdays: workdays.between(from, to), why };
}

function late(interpretation: InterpretationFact, policy: DocumentFact, gap: Gap, allowed: number) {
  const evidence = {
    capture: interpretation.capture,
    url: interpretation.url,
    marks: [interpretation.publishedOn?.words ?? ''],
  };
  const figures = `文件${policy.publishedOn?.on}发布，解读${interpretation.publishedOn?.on}发布，相隔${gap.workdays}个工作日（应不超过${allowed}个）`;
  const source = interpretation.publishedOn ? publishedOnSources[interpretation.publishedOn.source] : '未见';
  const text = {
    subject: interpretation.url,
    message: `解读${quoted(interpretation.title)}未与文件同步：${figures}${gap.why === null ? '' : `；${gap.why}，须人工复核`}`,
    details: [
      { label: '解读', value: interpretation.title },
      { label: '文件', value: policy.title },
      { label: '文件发布日期', value: policy.publishedOn?.on ?? '未见' },
      { label: '解读发布日期', value: interpretation.publishedOn?.on ?? '未见' },
      { label: '解读发布日期来源', value: source },
      { label: '相隔', value: `${gap.workdays}个工作日` },
      { label: '应不超过', value: `${allowed}个工作日` },
      ...doubtDetails(gap.why),
    ],
  };
  return [evidence, text] as const;
}
