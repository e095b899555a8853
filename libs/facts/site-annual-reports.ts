import { annualReportYear, reportingUnit } from './annual-report.js';
import { classifyColumn } from './classify-column.js';
import type { AnnualReportFact, PageKind, ReadCapture } from './model.js';
import { reportPassages } from './report-passages.js';
import type { SiteDocument } from './site-documents.js';
import { articleKey } from './urls.js';

/**
 * Annual reports, one a year and unit: pages read, and those that only a list names (their parts are then unread).
 * Titles differ between list, page and file, so that year and unit tell which report it is.
 */
export function siteAnnualReports(
  documents: readonly SiteDocument[],
  read: readonly ReadCapture[],
  siteName: string | null,
): AnnualReportFact[] {
  const reports = new Reports(unitName(siteName ?? ''));
  const met = new Set<string>();
  for (const { fact, detail, keys } of documents) {
    if (fact.kind !== 'annualReport' || !detail.annualReport) continue;
    for (const key of keys) met.add(key);
    const { year, parts, incomplete, tables } = detail.annualReport;
    const partsUnread = incomplete || (parts.length === 0 && detail.text.replace(/\s/g, '').length < 400);
    const { url, title, publishedOn, capture, issuer, doubts } = fact;
    const passages = partsUnread ? [] : reportPassages(detail.text);
    const more = {
      ...(partsUnread ? { partsUnread } : {}),
      ...(passages.length > 0 ? { passages } : {}),
      ...(tables ? { tables } : {}),
      ...(doubts ? { doubts } : {}),
    };
    reports.keep({ year, url, title, publishedOn, parts, capture, ...more }, issuer);
  }
  const kinds = kindsByAddress(read);
  for (const capture of read) {
    if (!isOfAnnualColumn(capture)) continue;
    for (const item of capture.reading?.list?.items ?? []) {
      const year = annualReportYear(item.title);
      const key = articleKey(item.url);
      if (year === null || met.has(key) || leadsOn.has(kinds.get(key) ?? 'other')) continue;
      const { url, title, publishedOn: on } = item;
      const publishedOn = on === null ? null : { on, source: 'list' as const, words: `列表日期：${on}` };
      const report = { year, url, title, publishedOn, parts: [], partsUnread: true, capture: capture.capture };
      reports.keep(report, null);
    }
  }
  return reports.inOrder();
}

/** What such a title may lead to instead of a report. */
const leadsOn = new Set<PageKind>(['list', 'home', 'interpretation']);

function kindsByAddress(read: readonly ReadCapture[]): Map<string, PageKind> {
  const kinds = new Map<string, PageKind>();
  for (const { url, finalUrl, reading } of read)
    if (reading) for (const address of [url, finalUrl]) kinds.set(articleKey(address), reading.kind);
  return kinds;
}

function isOfAnnualColumn({ visit, reading }: ReadCapture): boolean {
  if (visit.columnKey !== null) return visit.columnKey === 'annual';
  return !!reading?.columnName && visit.as !== 'detail' && classifyColumn(reading.columnName, '') === 'annual';
}

/** Reports with the unit that each is of. */
class Reports {
  private readonly kept: { report: AnnualReportFact; unit: string }[] = [];

  constructor(private readonly own: string) {}

  keep(report: AnnualReportFact, issuer: string | null): void {
    const unit = reportingUnit(report.title) || unitName(issuer ?? '') || this.own;
    const known = this.kept.find((other) => other.report.year === report.year && isSameUnit(other.unit, unit));
    if (!known) this.kept.push({ report, unit });
    else known.report = better(known.report, report);
  }

  inOrder(): AnnualReportFact[] {
    return this.kept.map(({ report }) => report).sort((a, b) => a.year - b.year || (a.url < b.url ? -1 : 1));
  }
}

/** The one whose text was read, then the one with more parts; the earlier day of publication counts. */
function better(one: AnnualReportFact, other: AnnualReportFact): AnnualReportFact {
  const worth = (report: AnnualReportFact) => (report.partsUnread ? 0 : 10) + report.parts.length;
  const [first, second] = worth(other) > worth(one) ? [other, one] : [one, other];
  const publishedOn =
    first.publishedOn === null ||
    (second.publishedOn && second.publishedOn.source !== 'list' && second.publishedOn.on < first.publishedOn.on)
      ? second.publishedOn
      : first.publishedOn;
  return { ...first, publishedOn };
}

/** “云岭县教育局” and “教育局” are one; “云岭县” and “青石镇” are not. */
function isSameUnit(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && long.endsWith(short);
}

function unitName(name: string): string {
  return name.replace(/\s/g, '').replace(/(?:人民政府|政府)?(?:办公室|门户网站|政府网站|政府网|网站|网)?$/, '');
}
