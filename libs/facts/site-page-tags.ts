import { excuses } from '#evidence';
import { isFileReading } from './file-reading.js';
import { type PageClass, type PageTagsFact, pageTagNames, type ReadCapture } from './model.js';

const classes: readonly PageClass[] = ['home', 'column', 'content'];

/**
 * Which standard tags the pages of a site lack, by class of page. Pages at other hosts are others', and what is only a frame
 * or a later part of an article, data or a file has no tags of its own.
 */
export function sitePageTags(read: readonly ReadCapture[], home: ReadCapture | null): PageTagsFact[] {
  const own = hostOf(home?.finalUrl ?? '');
  const details = new Set(
    read.filter(({ visit }) => visit.as === 'detail').flatMap(({ url, finalUrl }) => [url, finalUrl]),
  );
  const pages = read.filter(
    ({ finalUrl, visit }) => hostOf(finalUrl) === own && !(visit.as === 'detail' && details.has(visit.from ?? '')),
  );
  return classes.map((of) => tagsOf(of, once(pages.filter((page) => classOf(page) === of))));
}

/** The class of a page as far as it was read; one that could not be read by how it was reached. */
function classOf({ visit, reading, outcome }: ReadCapture): PageClass | null {
  const isPage = reading ? !isFileReading(reading) && !reading.softNotFound : excuses(outcome);
  if (!isPage || outcome === 'notHtml' || visit.listPage !== 1) return null;
  if (visit.as === 'home') return 'home';
  if (visit.as === 'detail') return reading === null || reading.detail !== null ? 'content' : null;
  if (visit.as !== 'column' && visit.as !== 'openness' && visit.as !== 'list') return null;
  // What is reached as a list may be the inside of a frame, and what reads as an article a column of one page: those count
  // that say themselves that they are a column's page.
  if (reading?.tags?.filled.some((tag) => tag.startsWith('Column'))) return 'column';
  return visit.as !== 'list' && (reading === null || reading.kind === 'list') ? 'column' : null;
}

function tagsOf(of: PageClass, pages: readonly ReadCapture[]): PageTagsFact {
  const read = pages.filter(areTagsRead);
  const lacking = pageTagNames.flatMap((tag) => {
    const without = read.filter(({ reading }) => reading?.tags?.filled.includes(tag) !== true);
    const [first] = without;
    if (!first) return [];
    const blank = without.filter(({ reading }) => reading?.tags?.blank.includes(tag)).length;
    return [{ tag, missing: without.length - blank, blank, url: first.finalUrl, capture: first.capture }];
  });
  return { of, pages: read.length, unread: pages.length - read.length, lacking };
}

/** A shell that scripts fill may be given its tags by them. */
function areTagsRead({ outcome, unrendered, reading }: ReadCapture): boolean {
  if (outcome !== 'ok' || unrendered || !reading?.tags) return false;
  return !reading.needsBrowser && !reading.challenged;
}

/** The same page reached by several addresses is one. */
function once(pages: readonly ReadCapture[]): ReadCapture[] {
  return [...new Map(pages.map((page) => [page.finalUrl, page])).values()];
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
