import { z } from 'zod';
import type { AnnualReportFact } from '#facts';
import { annualReportParts, reportsDoubt, reportsOf, reportYearOf, unreadReports } from './annual-reports.js';
import { defineIndicator } from './define-indicator.js';
import { doubtDetails, doubtReason, joinReasons } from './doubts.js';
import {
  doubt,
  fail,
  finding,
  type FindingText,
  needsReview,
  notApplicable,
  notMeasured,
  pass,
  ratio,
} from './verdict.js';

const part = z.number().int().min(1).max(6);

/** 年度报告六个部分齐全。 */
export const annualReportPartsPresent = defineIndicator({
  id: 'annual-report-parts',
  version: 2,
  title: '年度报告六个部分齐全',
  failureTitle: '年度报告缺少规定的部分',
  basis: [
    {
      source: '国办公开办函〔2021〕30号',
      clause: '附件',
      text: '年度报告由总体情况等六个部分组成，内容不能遗漏，也不宜泛化',
    },
    { source: '中华人民共和国政府信息公开条例', clause: '第五十条', text: '年度报告应当包括的内容' },
  ],
  measures:
    '评估周期之前年度中最近一份年度报告，正文有规定标题的部分数除以应有的部分数；正文是一个文件（pdf、docx、xlsx、ofd）的，读文件中的标题。报告的标题、日期读法有疑，或另有年报没有读到的，缺少部分的交人工复核。',
  blindSpots:
    '正文为图片、扫描件或老格式（doc、wps等）文件的无法识别，不作判断；文件没有读全、标题编号不连续的也不作判断；只看部分是否齐全，不核对统计表和内容。',
  remedy: '请按规定格式补充缺少的部分；没有相应情况的，也应保留标题并说明“无”。',
  requires: ['annualReports', 'unread'],
  params: z.strictObject({
    /** Numbers of the parts asked for, or how many from the first on. */
    parts: z.union([
      part.transform((count) => Array.from({ length: count }, (_, index) => index + 1)),
      z.array(part).min(1),
    ]),
  }),
  evaluate({ annualReports, unread }, { params, organisation, period, asOf }) {
    const due = annualReports.filter(
      (report) => report.year <= reportYearOf(period) && (report.publishedOn?.on ?? '') <= asOf,
    );
    if (due.length === 0) return notApplicable('没有找到可检查的年度报告');
    const year = Math.max(...due.map((report) => report.year));
    const reports = reportsOf(due, year, organisation);
    const report = fullest(reports);
    const present = params.parts.filter((number) => report.parts.includes(number));
    const missing = params.parts.filter((number) => !report.parts.includes(number));
    if (report.partsUnread || report.parts.length === 0) {
      return notMeasured(`${year}年年度报告的正文可能在附件或图片中，看不出各部分`, 1);
    }
    const message = `${year}年年度报告应有${params.parts.length}个部分，找到${present.length}个`;
    const measure = ratio(present.length, params.parts.length);
    if (missing.length === 0) return pass(measure, { message });
    const why = joinReasons(
      report.parts.length === 1 ? '只认出一个部分的标题' : null,
      // Which report is the newest one due rests on when it was published, and a later one.
      ...annualReports
        .filter((one) => one.year >= year && one.year <= reportYearOf(period))
        .map((one) => doubtReason(one, ['publishedOn', 'title'])),
      reports.some((one) => one.partsUnread) ? '同一年度另有正文没有读到的报告' : null,
      reportsDoubt(reports, organisation, unreadReports(unread, year, true)),
    );
    const text = lacking(report, missing, why);
    if (why === null) return fail(measure, [finding(evidenceOf(report), text)], { message });
    const asked = `${message}；${why}，须人工复核`;
    return needsReview([doubt(evidenceOf(report), { ...text, message: asked })], asked);
  },
});

/** Of several pages of one report (page, print version) the one with most parts speaks for it. */
function fullest(reports: AnnualReportFact[]): AnnualReportFact {
  return reports.reduce((best, report) => (report.parts.length > best.parts.length ? report : best));
}

function evidenceOf({ capture, url, title }: AnnualReportFact) {
  return { capture, url, marks: [title] };
}

function lacking(report: AnnualReportFact, missing: readonly number[], why: string | null): FindingText {
  const titles = missing.map((number) => `第${number}部分“${annualReportParts[number]}”`).join('、');
  return {
    subject: String(report.year),
    message: `${report.year}年年度报告缺少${titles}`,
    details: [
      { label: '报告', value: report.title },
      { label: '缺少', value: titles },
      { label: '已有', value: `第${[...report.parts].sort((one, other) => one - other).join('、')}部分` },
      ...doubtDetails(why),
    ],
  };
}
