import { z } from 'zod';
import type { DocumentFact, InterpretationFact, UnreadFact } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { inOrder, isInPolicyColumn, isMoved, isOfPeriod, quoted } from './documents.js';
import { allInterpretationsRead, indexPolicies, unreadInterpretations } from './interpretation-pairs.js';
import { isRepost, maybeRepost } from './makers.js';
import { verdictOf } from './tally.js';
import { doubt, finding, type FindingText, notApplicable } from './verdict.js';

/** Titles of policies that bind or plan; notices of meetings, appointments, replies and reposts are none. */
const binding = /(意见|办法|规定|细则|方案|规划|措施|条例|规程|准则|预案)(（[^（）]*）|\([^()]*\))?》?(的通知)?$/;
const unimportant = /转发|批复|任免|任职|免职|表彰|调整.*(成员|机构|领导小组)|会议|工作要点|废止|征求意见|分工/;
/** A policy this young may still get its interpretation. */
const graceWorkdays = 3;

/** 重要政策应有解读：谁起草、谁解读。 */
export const policiesInterpreted = defineIndicator({
  id: 'policies-interpreted',
  version: 4,
  title: '重要政策均有解读',
  failureTitle: '存在没有解读的重要政策',
  basis: [
    {
      source: '平政办发〔2020〕70号',
      clause: '二(二)6',
      text: '谁起草、谁解读，政策文件与解读方案、解读材料同步组织、同步审签、同步发布',
    },
    { source: '罗政办发〔2020〕11号', clause: '三(六)', text: '健全解读机制，文件与解读同步' },
  ],
  measures:
    '本期发布在政策文件栏目、有发文字号、标题为意见、办法、规定、细则、方案、规划等的文件中，有解读与之对应（链接、文号、标题，或对应栏目中日期相近、主题相同）的份数除以可测份数。转发、批复、任免、会议等文件和迁移的历史文件不计。文件的标题、文号、日期、机关读法有疑，可能由其他机关制作的，或有解读页面未能读取的，不断定缺少，交人工复核。',
  blindSpots:
    '是否属于“重要政策”只按标题判断；解读发布在其他网站且没有链接的看不到；解读栏目没有读完、或为空而别处另有解读时不判断缺失。发布不足3个工作日的不判断。',
  remedy: '请起草单位补发解读材料，并在文件页面与解读页面互设链接；不需要解读的，可提交说明。',
  requires: ['documents', 'interpretations', 'columns', 'unread'],
  params: z.strictObject({}),
  evaluate({ documents, interpretations, columns, unread }, { period, asOf, workdays, organisation }) {
    const policies = inOrder(documents).filter(
      (one) => isOfPeriod(one.publishedOn?.on ?? '', period, asOf) && isImportant(one) && !isRepost(one, organisation),
    );
    if (policies.length === 0) return notApplicable('本期没有发布应当解读的政策文件');
    const index = indexPolicies(documents, interpretations);
    const known = allInterpretationsRead(columns, interpretations);
    const lacking = policies.filter((policy) => index.interpretationsOf(policy).length === 0);
    const isYoung = ({ publishedOn }: DocumentFact) =>
      publishedOn !== null &&
      publishedOn.on >= workdays.covers.from &&
      asOf <= workdays.covers.to &&
      workdays.between(publishedOn.on, asOf) < graceWorkdays;
    const hidden = hiddenReason(
      interpretations.filter((one) => index.policyOf(one) === null),
      unreadInterpretations(unread),
    );
    const judged = (known ? lacking : [])
      .filter((policy) => !isYoung(policy))
      .map((policy) => {
        const reason = joinReasons(doubtReason(policy, restsOn), maybeRepost(policy, organisation), hidden);
        return { reason, evidence: evidenceOf(policy), text: uninterpreted(policy, reason) };
      });
    return verdictOf(
      {
        good: policies.length - lacking.length,
        fails: judged.flatMap(({ reason, evidence, text }) => (reason === null ? finding(evidence, text) : [])),
        doubts: judged.flatMap(({ reason, evidence, text }) => (reason === null ? [] : doubt(evidence, text))),
        unmeasured: lacking.length - judged.length,
      },
      { good: '已有解读', unit: '份重要政策', unmeasured: '解读栏目没有读完，不能断定缺少解读' },
    );
  },
});

function isImportant(document: DocumentFact): boolean {
  if (document.kind !== 'document' || document.documentNumber === null || !isInPolicyColumn(document)) return false;
  return binding.test(document.title.trim()) && !unimportant.test(document.title) && !isMoved(document);
}

/** Fields that make a document one that must be interpreted, and by which an interpretation is told to be its own. */
const restsOn = ['title', 'documentNumber', 'issuedOn', 'publishedOn', 'issuer'] as const;

/** Why an interpretation that was not found may be there all the same, or null. */
function hiddenReason(unpaired: readonly InterpretationFact[], unread: readonly UnreadFact[]): string | null {
  const unclear = unpaired.filter((one) => doubtReason(one, ['title', 'documentNumber']) !== null);
  return joinReasons(
    unread.length > 0 ? `有${unread.length}个解读页面未能读取` : null,
    unclear.length > 0 ? `有${unclear.length}件解读的标题或文号读法有疑，对应不到文件` : null,
  );
}

function evidenceOf({ capture, url, title }: DocumentFact) {
  return { capture, url, marks: [title] };
}

function uninterpreted(policy: DocumentFact, reason: string | null): FindingText {
  const asked = reason === null ? '' : `；${reason}，须人工复核`;
  return {
    subject: policy.url,
    message: `${quoted(policy.title)}（${policy.documentNumber}）${policy.publishedOn?.on}发布，没有找到对应的解读${asked}`,
    details: [
      { label: '文件', value: policy.title },
      { label: '发文字号', value: policy.documentNumber ?? '未见' },
      { label: '发布日期', value: policy.publishedOn?.on ?? '未见' },
      { label: '解读', value: '未见' },
      ...doubtDetails(reason),
    ],
  };
}
