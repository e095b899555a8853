import type { LocalDate } from '#calendar';
import { z } from 'zod';
import { points, printPercent, share } from '#kernel';
import type { ColumnFact, InterpretationFact } from '#facts';
import { columnsAsSeen } from './columns.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { inOrder, mayBeOfPeriod, quoted } from './documents.js';
import { unreadInterpretations } from './interpretation-pairs.js';
import type { FindingEvidence } from './model.js';
import {
  doubt,
  fail,
  finding,
  type FindingText,
  isNonEmpty,
  needsReview,
  notApplicable,
  notMeasured,
  pass,
  ratio,
} from './verdict.js';

const fraction = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, '应为0至1之间的小数，如“0.7”');

/** 多样化方式解读占全部解读的比例。 */
export const interpretationsVaried = defineIndicator({
  id: 'interpretations-varied',
  version: 2,
  title: '多样化解读达到比例',
  failureTitle: '多样化解读比例不足',
  basis: [
    {
      source: '旭来街街道2022年政务公开工作方案',
      clause: '二(二)4',
      text: '多样化方式解读量2022年不得少于70%，自2022年起不得少于90%',
    },
    { source: '平政办发〔2020〕70号', clause: '二(二)6', text: '运用数字化、图文并茂、音频视频、动漫等形式解读' },
  ],
  measures:
    '本期（按发布日期）发布的解读中，有图解、视频、音频、动漫、问答、新闻发布会、访谈任一形式的，计为多样化（问答、发布会、访谈页面自成一种形式；图解、音视频旁另有成篇文字的才兼计文字）；指标值为多样化件数除以可测件数，与评估周期所在年度适用的比例相比。没有读到、没有发布日期或日期有疑的解读若全为多样化即可达标的，以及解读栏目没有读完的，不判为不足，交人工复核。',
  blindSpots: '不评价解读的质量；图片、扫描件中的文字不识别；发布在网站之外（如公众号）且没有链接的解读看不到。',
  remedy: '请为文字解读补充图解、视频、问答等形式，并与文件同步发布。',
  requires: ['interpretations', 'columns', 'home', 'unread'],
  params: z.strictObject({
    /** In force from `fromYear` until the next row. */
    thresholds: z
      .array(z.strictObject({ fromYear: z.number().int(), atLeast: z.union([fraction, z.number().min(0).max(1)]) }))
      .min(1),
  }),
  evaluate(facts, { params, period, asOf }) {
    const { interpretations } = facts;
    const year = Number(period.to.slice(0, 4));
    const threshold = params.thresholds
      .filter((row) => row.fromYear <= year)
      .sort((one, other) => one.fromYear - other.fromYear)
      .at(-1);
    if (!threshold) return notApplicable(`${year}年没有规定多样化解读的比例`);
    const subjects = inOrder(interpretations).filter((one) => mayBeOfPeriod(one, period, asOf));
    if (subjects.length === 0) return notApplicable('本期没有发布解读');
    const measured = subjects.filter(
      (one) => one.publishedOn !== null && one.formats.length > 0 && doubtReason(one, ['publishedOn']) === null,
    );
    const unmeasured = subjects.length - measured.length;
    if (measured.length === 0) return notMeasured('解读都没有可靠的发布日期或看不出形式', unmeasured);

    const plain = measured.filter((one) => one.formats.every((format) => format === 'text'));
    const measure = ratio(measured.length - plain.length, measured.length);
    const reached = share(measure.measured, measure.of);
    const asked = `${printPercent(points(threshold.atLeast))}%`;
    const figures = `本期${measure.of}件可测解读中多样化解读${measure.measured}件，占${printPercent(reached)}%`;
    const beside = { message: `${figures}，${year}年应不低于${asked}`, unmeasured };
    if (reached.gte(points(threshold.atLeast))) return pass(measure, beside);
    const drafts = plain.map((one) => textOnly(one, asked, `${printPercent(reached)}%`));
    // Enough varied ones may stand among those that could not be measured.
    const open = unmeasured + unreadInterpretations(facts.unread).length;
    const atBest = share(measure.measured + open, measure.of + open);
    const why = joinReasons(
      atBest.gte(points(threshold.atLeast)) ? `另有${open}件解读无法测量或未能读取，可能达到比例` : null,
      isCovered(columnsAsSeen(facts), period.from) ? null : '解读栏目没有读完',
    );
    const findings = drafts.map(({ evidence, text }) => finding(evidence, text));
    if (why === null && isNonEmpty(findings)) return fail(measure, findings, beside);
    const [first, ...rest] = drafts.map(({ evidence, text }) =>
      doubt(evidence, {
        ...text,
        message: `${text.message}；${why}，须人工复核`,
        details: [...(text.details ?? []), ...doubtDetails(why)],
      }),
    );
    return first ? needsReview([first, ...rest], `${beside.message}；${why}`, subjects.length) : pass(measure, beside);
  },
});

/** Whether all interpretations since a day can have been seen: to the end of their list, or to an item from before. */
function isCovered(columns: readonly ColumnFact[], from: LocalDate): boolean {
  const column = columns.find((one) => one.key === 'interpretation');
  if (!column || column.state === 'missing' || column.state === 'broken') return true;
  if (column.state === 'unread') return false;
  return column.complete || column.itemDates.some((day) => day < from);
}

function textOnly(
  one: InterpretationFact,
  asked: string,
  reached: string,
): { evidence: FindingEvidence; text: FindingText } {
  return {
    evidence: { capture: one.capture, url: one.url, marks: [one.title] },
    text: {
      subject: one.url,
      message: `解读${quoted(one.title)}只有文字形式；本期多样化解读占${reached}，低于${asked}`,
      details: [
        { label: '解读', value: one.title },
        { label: '发布日期', value: one.publishedOn?.on ?? '未见' },
        { label: '形式', value: '文字' },
        { label: '多样化比例', value: reached },
        { label: '应不低于', value: asked },
      ],
    },
  };
}
