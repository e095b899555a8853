import { requestKey, type PageRequest } from '#evidence';
import { type ListItem, type PageReading, type ParsedPage, parsePage, readArticleRule } from '#facts';
import { textOfAnswer } from './charset/index.js';
import { isRecordable } from './fetchers/asked-requests.js';
import { withoutPageNumber } from './families/page-query.js';
import type { AskedData, Fetched, FrontierEntry } from './model.js';
import type { PageReader } from './reading/page-reader.js';

/** Answers looked at of one page. */
const mostAnswers = 80;

/**
 * Which of the requests that a rendered page made brought the list that it shows: those whose answers can be read as a list
 * and hold the rows on the page; and of those that its tabs made, the ones to the same place. Menus, weather and lists beside
 * the page's own are none of them.
 */
export async function listRequests(
  { fetched, reading }: { fetched: Fetched; reading: PageReading },
  entry: FrontierEntry,
  read: PageReader,
): Promise<PageRequest[]> {
  const answers: { asked: AskedData; items: ListItem[] }[] = [];
  const ruleOf = articleRules(fetched, entry);
  for (const asked of (fetched.asked ?? []).slice(0, mostAnswers)) {
    if (!isRecordable(asked.request, fetched.finalUrl)) continue;
    const visit = { ...entry.visit, as: 'data' as const, from: entry.request.url, linkText: null };
    const articles = ruleOf(asked);
    const request = articles === null ? asked.request : { ...asked.request, articles };
    const understood = await read(asked.answer, visit, request);
    const items = understood.reading?.list?.items ?? [];
    if (items.length > 0) answers.push({ asked: { ...asked, request }, items });
  }
  const shows = shownBy(fetched, reading);
  const main = answers.filter(({ asked, items }) => !asked.byTab && shows(items));
  const places = new Set(main.map(({ asked }) => placeOf(asked.request)));
  const chosen = answers.filter(({ asked }) => places.has(placeOf(asked.request)));
  return once(chosen.map(({ asked }) => asked.request));
}

/**
 * How the page makes the addresses of an answer's articles, where its rows carry none. What a tab asked for is no longer on the page:
 * its rows are addressed as those of the answer from the same place that is.
 */
function articleRules(fetched: Fetched, { visit }: FrontierEntry) {
  const { finalUrl, opened } = fetched;
  let page: ParsedPage | null = null;
  const known = new Map<string, string>();
  return ({ request, answer }: AskedData): string | null => {
    const text = textOfAnswer(answer);
    if (!/^\s*[[{]/.test(text)) return null;
    page ??= parsePage({ url: finalUrl, text: textOfAnswer(fetched), contentType: 'text/html', visit });
    const parsed = parsePage({ url: answer.finalUrl, text, contentType: 'application/json', visit });
    const rule = readArticleRule(page, parsed, opened) ?? known.get(placeOf(request)) ?? null;
    if (rule === null || !isRecordable({ ...request, articles: rule }, finalUrl)) return null;
    known.set(placeOf(request), rule);
    return rule;
  };
}

/**
 * Whether rows are those that a page shows. Where a list was read off the page they are its rows, all those it shows or all
 * that were sent; where none was, they are dated and stand in it.
 */
function shownBy(fetched: Fetched, reading: PageReading): (items: readonly ListItem[]) => boolean {
  const shown = reading.list?.items.filter(({ publishedOn }) => publishedOn !== null) ?? [];
  if (shown.length > 0) {
    const marks = new Set(shown.flatMap(({ url, title }) => [url, title]));
    return (items) => {
      const common = items.filter(({ url, title }) => marks.has(url) || marks.has(title)).length;
      return common * 2 >= Math.min(items.length, shown.length);
    };
  }
  const text = textOfAnswer(fetched);
  return (items) =>
    items.filter(({ title, publishedOn }) => publishedOn !== null && text.includes(title)).length * 2 >= items.length;
}

function placeOf({ method, url }: PageRequest): string {
  const { origin, pathname } = new URL(url);
  return `${method} ${origin}${pathname}`;
}

/** Each list once, by its first page. */
function once(requests: readonly PageRequest[]): PageRequest[] {
  const seen = new Set<string>();
  return requests.filter((request) => {
    const keys = [requestKey(request), withoutPageNumber(request)];
    const isNew = !keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
}
