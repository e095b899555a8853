import type { ReadCapture } from './model.js';
import { articleKey } from './urls.js';

/** A place that a script fills, or an answer that did not come or was not understood. */
export function isUnreadList({ visit, outcome, reading }: ReadCapture): boolean {
  if (outcome !== 'ok' || !reading) return false;
  const { unfilled, outOfOrder, unanswered, list } = reading;
  return Boolean(unfilled ?? outOfOrder ?? unanswered) || (visit.as === 'data' && list === null);
}

/** Whether what the scripts of a column's pages ask for is not among its lists: asked for as part of another column, or never. */
export function isAskedElsewhere(pages: readonly ReadCapture[], lists: readonly ReadCapture[]): boolean {
  const answered = new Set(lists.flatMap(({ url, finalUrl }) => [articleKey(url), articleKey(finalUrl)]));
  return [...requestsOf(pages).keys()].some((key) => !answered.has(key));
}

/**
 * Every page of the list was read: no next page is left, no list page failed, as many rows were seen as it says, and all that its
 * scripts ask for was asked for.
 * @param captures all of the site's
 */
export function isComplete(lists: readonly ReadCapture[], captures: readonly ReadCapture[]): boolean {
  if (!isAnswered(lists, captures)) return false;
  // A page that a browser showed and the answer that its script got hold the same rows.
  const rows = new Set(lists.flatMap(({ reading }) => (reading?.list?.items ?? []).map(({ url }) => url)));
  if (lists.some(({ reading }) => (reading?.list?.totalItems ?? 0) > rows.size)) return false;
  const read = new Set(
    lists
      .filter((capture) => capture.outcome === 'ok' && !capture.unrendered)
      .flatMap((capture) => [capture.url, capture.finalUrl]),
  );
  return lists.every((capture) => {
    if (capture.outcome !== 'ok' || capture.unrendered || isUnreadList(capture)) return false;
    if (capture.reading?.list?.restUnknown) return false;
    const next = capture.reading?.list?.next;
    if (!next) return true;
    if (next.method === 'GET') return read.has(next.url);
    return lists.some((other) => other.visit.listPage === capture.visit.listPage + 1 && other.outcome === 'ok');
  });
}

/**
 * Whether all that the scripts of these pages ask for was asked for: an answer that is not here may hold newer rows. Which of
 * several questions posted to one address an answer belongs to cannot be told: there must be as many of both.
 */
function isAnswered(lists: readonly ReadCapture[], read: readonly ReadCapture[]): boolean {
  const [wanted, asked, answers] = [requestsOf(lists), requestsOf(read), new Map<string, number>()];
  for (const { visit, url, finalUrl } of read)
    if (visit.as === 'data' && visit.listPage === 1)
      for (const key of new Set([articleKey(url), articleKey(finalUrl)])) answers.set(key, (answers.get(key) ?? 0) + 1);
  return [...wanted.keys()].every((key) => (answers.get(key) ?? 0) >= (asked.get(key)?.size ?? 0));
}

/** What scripts ask for, by its address; what is posted to one address may differ. */
function requestsOf(captures: readonly ReadCapture[]): Map<string, Set<string>> {
  const requests = new Map<string, Set<string>>();
  for (const { reading } of captures)
    for (const { request, as } of reading?.follow ?? []) {
      if (as !== 'data') continue;
      const key = articleKey(request.url);
      requests.set(key, (requests.get(key) ?? new Set()).add(request.method === 'POST' ? (request.body ?? '') : ''));
    }
  return requests;
}
