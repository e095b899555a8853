import { z } from 'zod';
import type { AnnualReportFact, ReportTables } from '#facts';
import { reportsDoubt, reportsOf, reportYearOf, unreadReports } from './annual-reports.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import { type BrokenIdentity, identities, type TableIdentity } from './report-identities.js';
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

/** 年度报告统计表勾稽关系成立。 */
export const annualReportTables = defineIndicator({
  id: 'annual-report-tables',
  version: 1,
  title: '年度报告统计表勾稽关系成立',
  failureTitle: '年度报告统计表数据对不上',
  basis: [
    {
      source: '国办公开办函〔2021〕30号',
      clause: '附件',
      text: '申请情况表：第一项加第二项之和，等于第三项加第四项之和；内容不准确不全面的予以通报',
    },
    { source: '中华人民共和国政府信息公开条例', clause: '第五十条', text: '年度报告应当包括申请处理、复议诉讼情况' },
  ],
  measures:
    '最近一份应公布的年度报告，读出两张统计表，核对四组关系：本年新收＋上年结转＝办理结果总计＋结转下年度；各类办理结果之和＝办理结果总计；各类申请人之和＝总计；复议、诉讼各种结果之和＝总计。指标值为成立的组数除以读得出的组数；有一处两边数字都清楚而不相等的，该组不成立。',
  blindSpots:
    '表格是图片、扫描件、pdf或分成几段的读不出；空白、短横线等不是数字的格子不当作零，有这样的格子而其余都对的一组不作判断；表式与规定不同、办理结果的分类不全的，数字对不上时交人工复核；不核对数字与事实、与正文是否相符。',
  remedy: '请核对统计表，更正数字后重新公布；没有的填“0”。',
  requires: ['annualReports', 'unread'],
  params: z.strictObject({}),
  evaluate({ annualReports, unread }, { organisation, period, asOf }) {
    const due = annualReports.filter(
      (report) => report.year <= reportYearOf(period) && (report.publishedOn?.on ?? '') <= asOf,
    );
    if (due.length === 0) return notApplicable('没有找到可检查的年度报告');
    const year = Math.max(...due.map((report) => report.year));
    const reports = reportsOf(due, year, organisation);
    const report = reports.find(({ tables }) => tables !== undefined);
    if (!report?.tables) return notMeasured(`${year}年年度报告没有读出统计表（可能是图片或文件）`, identities.length);
    const judged = identities.map((identity) => ({ identity, ...identity.judge(report.tables!) }));
    const broken = judged.filter(({ state }) => state === 'broken');
    const good = judged.filter(({ state }) => state === 'holds').length;
    const open = judged.filter(({ state }) => state === 'unread').length;
    const why = joinReasons(
      reports.some(({ tables }) => tables && differs(tables, report.tables!)) ? '同一年度另有统计表不同的报告' : null,
      doubtReason(report, ['publishedOn', 'title']),
      reportsDoubt(reports, organisation, unreadReports(unread, year, true)),
    );
    const drafts = broken.map(({ identity, broken: places, unsure }) => {
      const reason = joinReasons(unsure, why);
      return { reason, evidence: evidenceOf(report, places), text: saying(report, identity, places, reason) };
    });
    const fails = drafts.flatMap(({ reason, evidence, text }) => (reason === null ? finding(evidence, text) : []));
    const doubts = drafts.flatMap(({ reason, evidence, text }) => (reason === null ? [] : doubt(evidence, text)));
    const of = good + fails.length;
    const unmeasured = open + doubts.length;
    const message = `${year}年年度报告统计表有${of}组勾稽关系可核对，${good}组成立`;
    if (of === 0 && isNonEmpty(doubts)) return needsReview(doubts, doubts[0].message, unmeasured);
    if (of === 0) return notMeasured(`${year}年年度报告的统计表有空白或不是数字的格子，无法核对`, unmeasured);
    const beside = { message, unmeasured, doubts };
    return isNonEmpty(fails) ? fail(ratio(good, of), fails, beside) : pass(ratio(good, of), beside);
  },
});

function differs(one: ReportTables, other: ReportTables): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

function evidenceOf({ capture, url }: AnnualReportFact, places: readonly BrokenIdentity[]) {
  return { capture, url, marks: [...new Set(places.flatMap(({ marks }) => marks))].slice(0, 6) };
}

/** Places that are told one by one. */
const mostPlaces = 8;

function saying(
  { year, title }: AnnualReportFact,
  { id, title: rule }: TableIdentity,
  places: readonly BrokenIdentity[],
  why: string | null,
): FindingText {
  const [first] = places;
  const more = places.length > 1 ? `等${places.length}处` : '';
  const message = `${year}年年度报告：${rule}，但${first?.where ?? ''}${more}不相等（${first?.left ?? ''}，${first?.right ?? ''}）`;
  return {
    subject: `${year} ${id}`,
    message: why === null ? message : `${message}；${why}，须人工复核`,
    details: [
      { label: '报告', value: title },
      { label: '应有的关系', value: rule },
      ...places.slice(0, mostPlaces).map(({ where, left, right }) => ({ label: where, value: `${left}；${right}` })),
      ...doubtDetails(why),
    ],
  };
}
