import { diffDays, type LocalDate } from '#calendar';
import { z } from 'zod';
import type { AnnualReportFact, ColumnFact } from '#facts';
import {
  annualReportDeadline,
  annualReportTimeliness,
  firstPublished,
  isMovedReport,
  reportsDoubt,
  reportsOf,
  reportYearOf,
  unreadReports,
} from './annual-reports.js';
import { columnEvidence, columnsAsSeen } from './columns.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { publishedOnSources } from './documents.js';
import { doubt, fail, finding, needsReview, notApplicable, notMeasured, pass, ratio } from './verdict.js';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应为“MM-DD”，如“01-31”');

/** 年度报告按期公布：部门1月31日前，政府3月31日前。 */
export const annualReportInTime = defineIndicator({
  id: 'annual-report-in-time',
  version: 2,
  title: '年度报告按期公布',
  failureTitle: '年度报告逾期或没有公布',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      clause: '第四十九条',
      text: '县级以上人民政府部门于每年1月31日前、县级以上地方人民政府于每年3月31日前公布上一年度政府信息公开工作年度报告',
    },
  ],
  measures:
    '上一年度政府信息公开工作年度报告的发布日期不晚于该类单位的截止日期即为按期。截止日期之前的评估周期不作判断。发布日期或标题读法有疑、标题没有写明本单位、或另有年报页面未能读取的，不作逾期处理，交人工复核。',
  blindSpots:
    '年报栏目没有读完、有年报页面未能读取或栏目只是一页内容时不断定“没有公布”；报告没有发布日期的（包括只有文件、栏目列表也不显示日期的）无法测量；是否按时报送上级看不到。',
  remedy: '请在年报栏目公布上一年度报告；今后在截止日期前公布，并标明发布日期。',
  requires: ['annualReports', 'columns', 'home', 'unread'],
  params: z.strictObject({ department: monthDay, government: monthDay, township: monthDay }),
  evaluate({ annualReports, columns, home, unread }, { params, organisation, period, asOf }) {
    const year = reportYearOf(period);
    const deadline = annualReportDeadline(params, organisation, year);
    if (deadline === null) return notApplicable(`没有规定“${organisation.category}”类单位的年度报告期限`);
    if (asOf < deadline || period.to < deadline) return notApplicable(`${year}年年度报告的截止日期${deadline}未到`);
    const reports = reportsOf(annualReports, year, organisation);
    const hidden = unreadReports(unread, year);
    if (reports.length > 0) {
      const reason = reportsDoubt(reports, organisation, hidden);
      return judgeReport(reports, { year, deadline, asOf, reason });
    }

    const column = columnsAsSeen({ columns, home, unread }).find((one) => one.key === 'annual');
    const evidence = column && columnEvidence(column, home);
    if (column?.state !== 'found' || !evidence) return notMeasured('年报栏目未能读取，不能断定没有公布', 1);
    if (!column.complete || hidden.length > 0) return notMeasured('年报栏目没有读完，不能断定没有公布', 1);
    const unclear = annualReports.filter((report) => doubtReason(report, ['title']) !== null).length;
    if (unclear > 0) return notMeasured(`有${unclear}份年报的标题读法有疑，不能断定没有公布`, 1);
    if (column.isPage) return notMeasured('年报栏目页面是一页内容，没有读出是哪一年度的报告', 1);
    if (annualReports.some((report) => report.year > year)) {
      return notMeasured(`年报栏目只有更晚年度的报告，不能断定${year}年的当时没有公布`, 1);
    }
    if (asOf === deadline) return notApplicable(`${year}年年度报告的截止日期为当日，尚未届满`);
    const message = `截至${asOf}，年报栏目没有${year}年年度报告（应于${deadline}前公布）`;
    const details = [...figures(year, deadline), { label: '栏目中的年报', value: yearsOf(annualReports, column) }];
    return fail(ratio(0, 1), [finding(evidence, { subject: String(year), message, details })], { message });
  },
});

interface Judging {
  year: number;
  deadline: LocalDate;
  asOf: LocalDate;
  /** Why the reports may not be the unit's own, or not all. */
  reason: string | null;
}

function judgeReport(reports: AnnualReportFact[], { year, deadline, asOf, reason }: Judging) {
  const first = firstPublished(reports);
  const publishedOn = first?.publishedOn;
  if (!first || !publishedOn || publishedOn.on > asOf) return notMeasured(`${year}年年度报告没有可用的发布日期`, 1);
  const message = `${year}年年度报告于${publishedOn.on}公布，截止日期为${deadline}`;
  if (annualReportTimeliness(first, deadline) === 'onTime') return pass(ratio(1, 1), { message });
  const over = diffDays(deadline, publishedOn.on);
  const late = over > 0 ? `${message}，逾期${over}天` : message;
  // An undated twin may have been there in time.
  const undated = reports.some((report) => report.publishedOn === null);
  const why = joinReasons(
    undated ? '同一年度另有没有日期的报告' : null,
    isMovedReport(publishedOn.on, deadline) ? '疑为历史页面迁移' : null,
    ...reports.map((report) => doubtReason(report, ['publishedOn'])),
    reason,
  );
  const evidence = { capture: first.capture, url: first.url, marks: [publishedOn.words] };
  const text = {
    subject: String(year),
    message: late,
    details: [
      ...figures(year, deadline),
      { label: '发布日期', value: publishedOn.on },
      { label: '发布日期来源', value: `${publishedOnSources[publishedOn.source]}：${publishedOn.words}` },
      ...(over > 0 ? [{ label: '逾期', value: `${over}天` }] : []),
      ...doubtDetails(why),
    ],
  };
  if (why === null) return fail(ratio(0, 1), [finding(evidence, text)], { message: late });
  return needsReview([doubt(evidence, { ...text, message: `${late}；${why}，须人工复核` })], `${late}；${why}`);
}

function figures(year: number, deadline: LocalDate) {
  return [
    { label: '报告年度', value: String(year) },
    { label: '截止日期', value: deadline },
  ];
}

function yearsOf(reports: readonly AnnualReportFact[], column: ColumnFact): string {
  const years = [...new Set(reports.map((report) => report.year))].sort((one, other) => one - other);
  return years.length > 0 ? `${years.join('、')}年` : `无（栏目共${column.itemCount}条信息）`;
}
