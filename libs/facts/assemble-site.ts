import { excuses } from '#evidence';
import { applyPins, type ColumnPin } from './column-pins.js';
import type { CatalogueItemFact, ReadCapture, SiteFacts, UnreadFact } from './model.js';
import { withRepublished } from './republished.js';
import { siteColumns } from './site-columns.js';
import { withListedFiles } from './listed-files.js';
import { siteAnnualReports } from './site-annual-reports.js';
import { listedItems, siteDocuments } from './site-documents.js';
import { withFileTexts } from './site-files.js';
import { siteGuides } from './site-guides.js';
import { siteInterpretations } from './site-interpretations.js';
import { sitePageTags } from './site-page-tags.js';
import { siteMatters } from './site-matters.js';
import { withParts } from './site-parts.js';
import { siteRequest } from './site-request.js';
import { homeFact } from './shown-days.js';

/**
 * Puts together what one round knows of one site. Pure, and the same for the same captures in any order. What could not
 * be read is said to be unread; it never turns into something missing.
 * @param pins an assessor's rulings on columns, laid over the evidence in the order in which they were given.
 */
export function assembleSite(captures: readonly ReadCapture[], pins: readonly ColumnPin[] = []): SiteFacts {
  const read = withFileTexts(withParts(applyPins(inFixedOrder(captures), pins)));
  const home = read.find((capture) => capture.visit.as === 'home') ?? null;
  const listed = listedItems(read);
  const documents = siteDocuments(withListedFiles(read, listed), listed);
  const name = siteName(read, home);
  const request = siteRequest(read);
  const matters = siteMatters(read);
  return {
    siteName: name,
    home: homeFact(home, read),
    documents: withRepublished(documents.map((document) => document.fact)).sort(byUrl),
    interpretations: siteInterpretations(documents).sort(byUrl),
    columns: siteColumns({ read, home, documents }),
    annualReports: siteAnnualReports(documents, read, name),
    catalogue: catalogueItems(read),
    ...(request ? { request } : {}),
    ...(matters.length > 0 ? { matters } : {}),
    unread: read.filter(isUnread).map(unreadFact),
    guides: siteGuides(read),
    pageTags: sitePageTags(read, home),
    pages: read.length,
  };
}

/** Details reached through their own column before others, then by address: one order for any order of arrival. */
function inFixedOrder(captures: readonly ReadCapture[]): ReadCapture[] {
  const once = new Map(captures.map((capture) => [capture.capture, capture]));
  return [...once.values()].sort(
    (a, b) =>
      a.visit.depth - b.visit.depth ||
      compare(a.visit.columnKey ?? '~', b.visit.columnKey ?? '~') ||
      a.visit.listPage - b.visit.listPage ||
      compare(a.url, b.url) ||
      compare(a.capture, b.capture),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byUrl(a: { url: string }, b: { url: string }): number {
  return compare(a.url, b.url);
}

/** What the home page calls itself, else what most pages call their site. */
function siteName(read: readonly ReadCapture[], home: ReadCapture | null): string | null {
  if (home?.reading?.siteName) return home.reading.siteName;
  const counts = new Map<string, number>();
  for (const { reading } of read)
    if (reading?.siteName) counts.set(reading.siteName, (counts.get(reading.siteName) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? null;
}

function catalogueItems(read: readonly ReadCapture[]): CatalogueItemFact[] {
  const items = new Map<string, CatalogueItemFact>();
  for (const capture of read)
    for (const row of capture.reading?.catalogue ?? []) {
      const id = `${row.field} ${row.item} ${row.elements['公开内容'] ?? ''}`;
      if (!items.has(id)) items.set(id, { ...row, url: capture.finalUrl, capture: capture.capture });
    }
  return [...items.values()];
}

/** Files are no pages: what hangs on one that could not be read says so itself. A page that is gone was looked at. */
function isUnread(capture: ReadCapture): boolean {
  if (capture.visit.as === 'file') return false;
  if (capture.unrendered || capture.reading?.challenged) return true;
  return excuses(capture.outcome) && capture.outcome !== 'notModified' && capture.outcome !== 'notHtml';
}

function unreadFact(capture: ReadCapture): UnreadFact {
  return {
    url: capture.url,
    outcome: capture.outcome === 'ok' && capture.reading?.challenged ? 'challenged' : capture.outcome,
    visit: capture.visit,
    unrendered: capture.unrendered,
    capture: capture.capture,
  };
}
