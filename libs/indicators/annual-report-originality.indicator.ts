import { z } from 'zod';
import { printPercent, share as shareOf } from '#kernel';
import { namesUnit, reportYearOf } from './annual-reports.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason } from './doubts.js';
import { sharedPassages, sharedPieces } from './likeness.js';
import { isOwnReport, peerReports, type ReportText, reportText } from './peer-reports.js';
import {
  doubt,
  isNonEmpty,
  needsReview,
  notApplicable,
  notMeasured,
  pass,
  ratio,
  type ReviewDraft,
} from './verdict.js';

const share = z.string().regex(/^(0\.\d{1,2}|1)$/, '应为0到1之间、最多两位小数的数，如“0.6”');
/** Passages that are quoted to the reader, and other units that are named. */
const mostQuoted = 5;

/** 年度报告与上一年度、与其他单位的雷同。 */
export const annualReportOriginality = defineIndicator({
  id: 'annual-report-originality',
  version: 1,
  title: '年度报告不与往年、其他单位雷同',
  failureTitle: '年度报告疑似与往年或其他单位雷同',
  basis: [
    {
      source: '国办公开办函〔2021〕30号',
      clause: '正文',
      text: '不得不按时发布，不得发布内容不准确不全面或者内容雷同、敷衍塞责',
    },
    {
      source: '2020年泉州市鲤城区政务公开指数绩效考评标准表',
      clause: '年度报告',
      text: '年度报告与往年或其他单位雷同的，扣5分',
    },
  ],
  measures:
    '去掉规定的标题、统计表和格式用语后，把最近一份应公布的年度报告的文字每8个字一段，看有多大比例也出现在本单位上一年度报告、其他单位同年度报告中；数字不参加比较。达到参数规定的比例的，列出相同的段落交人工复核，不直接判为不合格；都没有达到的为合格。',
  blindSpots:
    '比例界限为本项目默认，文件没有规定；换一种说法的雷同看不出；报告是图片、没有读全或文字太少的不比较；只与同一次评估中的单位比较，不同单位共有的上级表述也会计入。',
  remedy: '请按本年度本单位的实际情况重新撰写总体情况、存在问题和改进措施。',
  requires: ['annualReports'],
  consults: ['peers'],
  params: z.strictObject({
    /** Part of the report that stands in the unit's report of the year before too, from which a person is asked. */
    ownYears: share.default('0.8'),
    /** The same for another unit's report of the same year. */
    otherUnits: share.default('0.6'),
    /** Chinese characters that both must have before they are compared. */
    letters: z.number().int().positive().default(300),
  }),
  evaluate({ annualReports }, { params, organisation, period, asOf, peers = [] }) {
    const due = annualReports.filter(
      (report) => report.year <= reportYearOf(period) && (report.publishedOn?.on ?? '') <= asOf,
    );
    const years = due.filter((report) => isOwnReport(report, organisation)).map((report) => report.year);
    if (due.length > 0 && years.length === 0) return notMeasured('年度报告的标题写的都是其他单位', due.length);
    if (years.length === 0) return notApplicable('没有找到可检查的年度报告');
    const year = Math.max(...years);
    const own = reportText(due, year, organisation, params.letters);
    if (!own) return notMeasured(`${year}年年度报告的文字没有读全，或少于${params.letters}字，无法比较`, 1);
    const before = reportText(annualReports, year - 1, organisation, params.letters);
    const others = peerReports(peers, year, params.letters);
    const isOther = ({ organisation: unit }: ReportText) => unit.id !== organisation.id;
    const compared = others.texts.filter(isOther).length + (before ? 1 : 0);
    if (compared === 0) return notMeasured(`没有可与${year}年年度报告比较的报告`, 1);
    // A sample of the pieces may say less than all of them do.
    const near = others.index
      .near(own.pieces, Number(params.otherUnits) * 0.6)
      .filter((one) => isOther(one) && one.report.url !== own.report.url && !namesUnit(one.report, organisation));
    const alike = [
      ...likenesses(own, before ? [before] : [], params.ownYears),
      ...likenesses(own, near, params.otherUnits).slice(0, mostQuoted),
    ];
    const doubts = alike.map((one) => resemblance(own, one));
    if (!isNonEmpty(doubts))
      return pass(ratio(compared, compared), {
        message: `${year}年年度报告与${compared}份报告比较，没有达到雷同的界限`,
      });
    return needsReview(doubts, doubts.map(({ message }) => message).join('；'), doubts.length);
  },
});

interface Likeness {
  other: ReportText;
  /** Pieces of the unit's own report that stand in the other one. */
  shared: number;
}

/** The reports that share enough with the unit's own, the likest first. */
function likenesses(own: ReportText, others: readonly ReportText[], atLeast: string): Likeness[] {
  return others
    .map((other) => ({ other, shared: sharedPieces(own.pieces, other.pieces) }))
    .filter(({ shared }) => shareOf(shared, own.pieces.size).gte(atLeast))
    .sort((one, two) => two.shared - one.shared || (one.other.report.url < two.other.report.url ? -1 : 1));
}

function resemblance(own: ReportText, { other, shared }: Likeness): ReviewDraft {
  const { capture, url, year, title, passages = [] } = own.report;
  const whose =
    other.organisation.id === own.organisation.id ? `本单位${other.report.year}年` : other.organisation.name;
  const percent = `${printPercent(shareOf(shared, own.pieces.size))}%`;
  const quoted = sharedPassages(passages, other.pieces).slice(0, mostQuoted);
  return doubt(
    { capture, url, marks: [title, ...quoted] },
    {
      subject: `${year} ${other.report.url}`,
      message: `${year}年年度报告有${percent}的文字与${whose}的年度报告相同，须人工复核`,
      details: [
        { label: '报告', value: title },
        { label: '对照', value: `${other.report.title}（${other.report.url}）` },
        { label: '相同比例', value: percent },
        ...quoted.map((passage, index) => ({ label: `相同段落${index + 1}`, value: passage })),
        ...doubtDetails(doubtReason(own.report, ['title'])),
      ],
    },
  );
}
