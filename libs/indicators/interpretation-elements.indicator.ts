import { z } from 'zod';
import { type InterpretationFact, interpretationElements as elementNames } from '#facts';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { inOrder, mayBeOfPeriod, quoted } from './documents.js';
import { unreadInterpretations } from './interpretation-pairs.js';
import { verdictOf } from './tally.js';
import { doubt, finding, type FindingText, notApplicable, notMeasured } from './verdict.js';

type Element = (typeof elementNames)[number];

/** What the plan says that an interpretation mainly holds; what follows after its 以及 is asked where it applies. */
const principal: readonly Element[] = ['背景依据', '目标任务', '主要内容', '具体举措', '适用对象'];
/** Forms whose words can be read. */
const inWords = new Set(['text', 'qa', 'press-conference', 'interview']);

/** 解读材料内容要素齐全。 */
export const interpretationElementsComplete = defineIndicator({
  id: 'interpretation-elements',
  version: 1,
  title: '解读材料内容要素齐全',
  failureTitle: '解读材料缺少内容要素',
  basis: [
    {
      source: '旭来街街道2022年政务公开工作方案',
      clause: '二(二)4',
      text: '解读材料的内容主要包括文件出台的背景依据、目标任务、主要内容、具体举措、适用对象，以及注意事项、关键词解释、新旧政策差异、解读机关等',
    },
  ],
  measures:
    '本期发布的解读中，方案要求的要素（没有另写的，为背景依据、目标任务、主要内容、具体举措、适用对象五项）都能从小标题或句子中认出的件数除以可测件数；同一文件的几件解读合在一起看；九项中其余的四项视情形而定，只列出有无。全文都是文字、没有图片音视频和附件，而某要素连一个相关的词都没有的，计为缺少；只是没有认出的，交人工复核。',
  blindSpots:
    '要素按小标题和常用词句认出，写得好不好不判断；图解、音频、视频、动漫和附件里的内容看不到，缺少要素时不作评判。',
  remedy: '请在解读材料中补充缺少的内容，并以小标题标明。',
  requires: ['interpretations', 'unread'],
  params: z.strictObject({
    /** Elements that every interpretation must have. */
    elements: z.array(z.enum(elementNames)).min(1).optional(),
  }),
  evaluate({ interpretations, unread }, { params, period, asOf }) {
    const subjects = inOrder(interpretations).filter((one) => mayBeOfPeriod(one, period, asOf));
    const hidden = unreadInterpretations(unread).length;
    if (subjects.length === 0) {
      return hidden > 0 ? notMeasured(`有${hidden}个解读页面未能读取`, hidden) : notApplicable('本期没有发布解读');
    }
    const together = byPolicy(interpretations);
    const open = hidden > 0 ? `有${hidden}个解读页面未能读取，或许是同一文件的解读` : null;
    const judged = subjects.map((one) => ({ one, ...judge(one, together(one), params.elements ?? principal, open) }));
    const drafts = (state: Judged['state']) =>
      judged.filter((entry) => entry.state === state).map(({ one, lacks, why }) => textOf(one, lacks, why));
    return verdictOf(
      {
        good: judged.filter(({ state }) => state === 'good').length,
        fails: drafts('lacking').map(([evidence, text]) => finding(evidence, text)),
        doubts: drafts('doubtful').map(([evidence, text]) => doubt(evidence, text)),
        unmeasured: judged.filter(({ state }) => state === 'unmeasured').length,
      },
      { good: '要素齐全', unit: '件解读', unmeasured: '解读以图片、音视频为主，或没有发布日期，看不到要素' },
    );
  },
});

interface Judged {
  state: 'good' | 'lacking' | 'doubtful' | 'unmeasured';
  lacks: Element[];
  why: string | null;
}

/** An interpretation with the others of the same policy: together they are its 解读材料. */
function byPolicy(
  interpretations: readonly InterpretationFact[],
): (one: InterpretationFact) => readonly InterpretationFact[] {
  const keyOf = ({ policy }: InterpretationFact) => policy && (policy.url ?? policy.title);
  const groups = new Map<string, InterpretationFact[]>();
  for (const one of interpretations) {
    const key = keyOf(one);
    const group = key === null ? undefined : groups.get(key);
    if (group) group.push(one);
    else if (key !== null) groups.set(key, [one]);
  }
  return (one) => groups.get(keyOf(one) ?? '') ?? [one];
}

function judge(
  one: InterpretationFact,
  all: readonly InterpretationFact[],
  asked: readonly Element[],
  open: string | null,
): Judged {
  const missing = asked.filter((element) => !all.some(({ elements }) => elements.includes(element)));
  if (missing.length === 0) return { state: 'good', lacks: [], why: null };
  const isText = all.every(({ formats }) => formats.length > 0 && formats.every((format) => inWords.has(format)));
  if (!isText || one.publishedOn === null) return { state: 'unmeasured', lacks: missing, why: null };
  const unsaid = missing.filter((element) => all.every((other) => other.unsaid?.includes(element)));
  const doubts = joinReasons(doubtReason(one, ['title', 'publishedOn']), open);
  if (unsaid.length > 0 && doubts === null) return { state: 'lacking', lacks: unsaid, why: null };
  const unrecognised = unsaid.length < missing.length ? '没有认出该内容的小标题或词句，可能写法不同' : null;
  return { state: 'doubtful', lacks: missing, why: joinReasons(unrecognised, doubts) };
}

function textOf(one: InterpretationFact, lacks: readonly Element[], why: string | null) {
  const evidence = { capture: one.capture, url: one.url, marks: [one.title] };
  const words = lacks.join('、');
  const text: FindingText = {
    subject: one.url,
    message: `解读${quoted(one.title)}${why === null ? `没有${words}` : `没有读到${words}；${why}，须人工复核`}`,
    details: [
      { label: '解读', value: one.title },
      { label: '发布日期', value: one.publishedOn?.on ?? '未见' },
      { label: '缺少的要素', value: words },
      { label: '读到的要素', value: one.elements.join('、') || '未见' },
      ...doubtDetails(why),
    ],
  };
  return [evidence, text] as const;
}
