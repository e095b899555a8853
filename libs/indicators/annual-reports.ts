import { diffDays, type LocalDate, type Period } from '#calendar';
import { annualReportYear, type AnnualReportFact, reportingUnit, type UnreadFact } from '#facts';
import { doubtReason, joinReasons, otherDay, unreadOf } from './doubts.js';
import { inOrder } from './documents.js';
import type { OrganisationRef } from './model.js';

/** 国办公开办函〔2021〕30号 gives every report these six parts. */
export const annualReportParts: Record<number, string> = {
  1: '总体情况',
  2: '主动公开政府信息情况',
  3: '收到和处理政府信息公开申请情况',
  4: '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  5: '存在的主要问题及改进情况',
  6: '其他需要报告的事项',
};

/** Month and day, `MM-DD`, by which each class of unit publishes its report of the year before. */
export interface AnnualReportDeadlines {
  department: string;
  government: string;
  township: string;
}

/** Whose deadline a unit has; units of other categories have none. */
const deadlineOfCategory: Record<string, keyof AnnualReportDeadlines> = {
  政府: 'government',
  部门: 'department',
  街镇: 'township',
};

/** Last day for the report of `reportYear`, or null for units that the deadlines do not name. */
export function annualReportDeadline(
  deadlines: AnnualReportDeadlines,
  organisation: OrganisationRef,
  reportYear: number,
): LocalDate | null {
  const whose = deadlineOfCategory[organisation.category];
  return whose ? `${reportYear + 1}-${deadlines[whose]}` : null;
}

/** The report that is due in the year in which the period ends. */
export function reportYearOf(period: Period): number {
  return Number(period.to.slice(0, 4)) - 1;
}

/**
 * The unit's own reports of a year. A portal's annual column holds those of its departments too: where a title names
 * the unit, the others are left out.
 */
export function reportsOf(
  reports: readonly AnnualReportFact[],
  year: number,
  organisation: OrganisationRef,
): AnnualReportFact[] {
  const ofYear = [...inOrder(reports.filter((report) => report.year === year))];
  const own = ofYear.filter((report) => namesUnit(report, organisation));
  return own.length > 0 ? own : ofYear;
}

/** Whether a title names the unit: in full, or “云岭县” for its government, “教育局” or “山岭市云岭县教育局” for its bureau. */
export function namesUnit({ title }: AnnualReportFact, { name, aliases }: OrganisationRef): boolean {
  const names = [name, ...aliases].filter((one) => one !== '');
  if (names.some((one) => title.includes(one))) return true;
  const said = bareUnit(reportingUnit(title));
  return said.length > 1 && names.map(bareUnit).some((one) => one !== '' && (one.endsWith(said) || said.endsWith(one)));
}

function bareUnit(name: string): string {
  return name.replace(/(?:人民)?政府(?:办公室|办公厅)?$/, '');
}

/** Why these may not be the unit's own reports, or not all of them, so that nothing is held against it; else null. */
export function reportsDoubt(
  reports: readonly AnnualReportFact[],
  organisation: OrganisationRef,
  unread: readonly UnreadFact[],
): string | null {
  const others = reports.filter((report) => !namesUnit(report, organisation) && reportingUnit(report.title) !== '');
  return joinReasons(
    others.length > 0 ? `报告标题没有写明本单位（${others[0]!.title}）` : null,
    ...reports.map((report) => doubtReason(report, ['title'])),
    unread.length > 0 ? `有${unread.length}个年报页面未能读取` : null,
  );
}

/** Pages that could not be read and may hold a report of this year or, where `orLater`, of a later one. */
export function unreadReports(unread: readonly UnreadFact[], year: number, orLater = false): UnreadFact[] {
  return unreadOf(unread, 'annual', /年报|年度报告|年度工作报告/).filter(({ visit }) => {
    const named = visit.as === 'detail' ? annualReportYear(visit.linkText ?? '') : null;
    return named === null || named === year || (orLater && named > year);
  });
}

/** The first report of several to be published; undated ones come last. */
export function firstPublished(reports: readonly AnnualReportFact[]): AnnualReportFact | undefined {
  const dayOf = (report: AnnualReportFact) => report.publishedOn?.on ?? '9999';
  return [...reports].sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0))[0];
}

/** A report that appears so many calendar days after its deadline was moved there rather than published late. */
const archiveAgeDays = 365;

/** Whether the lateness speaks of a moved page. */
export function isMovedReport(publishedOn: LocalDate, deadline: LocalDate): boolean {
  return diffDays(deadline, publishedOn) > archiveAgeDays;
}

/**
 * Whether a report was published by its deadline; a moved or undated one is not measured, nor one whose doubtful dates
 * disagree upon it.
 */
export function annualReportTimeliness(
  report: AnnualReportFact,
  deadline: LocalDate | null,
): 'onTime' | 'late' | 'notMeasured' {
  const publishedOn = report.publishedOn?.on;
  if (deadline === null || publishedOn === undefined) return 'notMeasured';
  const said = new Set(
    [publishedOn, otherDay(report, 'publishedOn') ?? publishedOn].map((day) => count(day, deadline)),
  );
  return said.size === 1 ? count(publishedOn, deadline) : 'notMeasured';
}

function count(publishedOn: LocalDate, deadline: LocalDate): 'onTime' | 'late' | 'notMeasured' {
  if (isMovedReport(publishedOn, deadline)) return 'notMeasured';
  return publishedOn <= deadline ? 'onTime' : 'late';
}

export function missingParts(report: AnnualReportFact): number[] {
  return [1, 2, 3, 4, 5, 6].filter((part) => !report.parts.includes(part));
}
