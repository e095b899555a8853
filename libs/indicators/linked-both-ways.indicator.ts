import { z } from 'zod';
import type { DocumentFact, InterpretationFact } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { inOrder, mayBeOfPeriod, quoted } from './documents.js';
import { indexPolicies, pairingDoubt } from './interpretation-pairs.js';
import { verdictOf } from './tally.js';
import { doubt, finding, type FindingText, notApplicable } from './verdict.js';

/** 文件页面与解读页面互设链接。 */
export const linkedBothWays = defineIndicator({
  id: 'linked-both-ways',
  version: 3,
  title: '文件与解读互相链接',
  failureTitle: '文件与解读没有互相链接',
  basis: [{ source: '平政办发〔2020〕70号', clause: '二(二)6', text: '在文件和解读信息页面设置互相跳转链接' }],
  measures:
    '本期发布、能与本网站文件对应的解读中，解读页面链接到文件、文件页面也链接到解读的件数除以可测件数。对应关系或发布日期有疑的、相关链接由脚本另行读取的交人工复核。',
  blindSpots:
    '解读与文件既无链接、又无相同文号或标题的，只按栏目、日期和主题推断对应，没有链接时交人工复核；由脚本临时生成的链接可能看不到。',
  remedy: '请在解读页面加上所解读文件的链接，在文件页面加上解读的链接。',
  requires: ['documents', 'interpretations'],
  params: z.strictObject({}),
  evaluate({ documents, interpretations }, { period, asOf }) {
    const index = indexPolicies(documents, interpretations);
    const pairs = inOrder(interpretations)
      .filter((one) => mayBeOfPeriod(one, period, asOf))
      .flatMap((interpretation) => {
        const policy = index.policyOf(interpretation);
        return policy ? [{ interpretation, policy }] : [];
      });
    if (pairs.length === 0) return notApplicable('本期没有能与本网站文件对应的解读');
    const dated = pairs.filter(({ interpretation }) => interpretation.publishedOn !== null);
    const lacking = dated
      .filter(({ interpretation }) => !interpretation.linksToPolicy || !interpretation.linkedFromPolicy)
      .map(({ interpretation, policy }) => {
        const reason = joinReasons(
          pairingDoubt(interpretation, policy),
          doubtReason(interpretation, ['publishedOn']),
          interpretation.linksUnread ? '页面上的相关链接由脚本另行读取，没有读到' : null,
        );
        return { reason, ...unlinked(interpretation, policy, reason) };
      });
    return verdictOf(
      {
        good: dated.length - lacking.length,
        fails: lacking.flatMap(({ reason, evidence, text }) => (reason === null ? finding(evidence, text) : [])),
        doubts: lacking.flatMap(({ reason, evidence, text }) => (reason === null ? [] : doubt(evidence, text))),
        unmeasured: pairs.length - dated.length,
      },
      { good: '互相链接', unit: '对文件与解读', unmeasured: '解读都没有发布日期' },
    );
  },
});

function unlinked(interpretation: InterpretationFact, policy: DocumentFact, reason: string | null) {
  const { linksToPolicy, linkedFromPolicy } = interpretation;
  const lacks = [
    ...(linksToPolicy ? [] : ['解读页面没有链接到文件']),
    ...(linkedFromPolicy ? [] : ['文件页面没有链接到解读']),
  ].join('，');
  // The page that lacks the link is the one to be seen.
  const page = linksToPolicy ? policy : interpretation;
  const evidence = { capture: page.capture, url: page.url, marks: [page.title] };
  const asked = reason === null ? '' : `；${reason}，须人工复核`;
  const text: FindingText = {
    subject: interpretation.url,
    message: `解读${quoted(interpretation.title)}与文件${quoted(policy.title)}：${lacks}${asked}`,
    details: [
      { label: '解读', value: interpretation.title },
      { label: '文件', value: policy.title },
      { label: '解读→文件', value: linksToPolicy ? '有链接' : '无链接' },
      { label: '文件→解读', value: linkedFromPolicy ? '有链接' : '无链接' },
      ...doubtDetails(reason),
    ],
  };
  return { evidence, text };
}
