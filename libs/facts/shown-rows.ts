import { type ArticleRule, articleRule, type RowWithAddress } from './article-rule.js';
import { rowsWithoutAddress } from './json-rows.js';
import { addressOfLink } from './link-address.js';
import { oncePerPage, type ParsedPage, parsePage } from './parsed-page.js';

/** A row that a page shows without a link, and where it led when it was pressed. */
export interface OpenedRow {
  title: string;
  url: string;
}

/** Rows and cut links that are looked at: the rule is that of all. */
const mostRows = 300;
const cutEnd = /(?:…|\.{2,})$/;

/**
 * How a page that scripts have filled makes the addresses of the articles of an answer that they got, whose rows carry none; null
 * where its links do not tell, or nothing is wanted.
 * @param opened what led on without a link
 */
export function readArticleRule(
  page: ParsedPage,
  answer: ParsedPage,
  opened: readonly OpenedRow[] = [],
): ArticleRule | null {
  const rows = rowsWithoutAddress(answer);
  if (rows.size === 0) return null;
  const shown = shownAddresses(page);
  const pressed = new Map(opened.map(({ title, url }) => [plain(title), url]));
  const found = new Map<string, RowWithAddress[]>();
  for (const [title, row] of [...rows].slice(0, mostRows)) {
    const url = pressed.get(plain(title)) ?? addressOf(plain(title), shown);
    if (url === null) continue;
    const shape = shapeOf(url);
    found.set(shape, [...(found.get(shape) ?? []), { row, url }]);
  }
  const [most] = [...found.values()].sort((a, b) => b.length - a.length);
  return most ? articleRule(most) : null;
}

/** Titles of an answer's rows that carry no address: a page may lead from them by scripts alone. */
export function titlesWithoutAddress(text: string, url: string): string[] {
  const visit = {
    as: 'data',
    columnKey: null,
    columnName: null,
    from: null,
    linkText: null,
    listPage: 1,
    depth: 0,
  } as const;
  const page = parsePage({ url, text, contentType: 'application/json', visit });
  return [...rowsWithoutAddress(page).keys()];
}

/** Addresses of a page's links by their words; null where the same words lead to several. */
interface Shown {
  whole: Map<string, string | null>;
  /** Words that are cut off, without their dots. */
  cut: [stem: string, url: string][];
}

const shownAddresses = oncePerPage((page: ParsedPage): Shown => {
  const shown: Shown = { whole: new Map(), cut: [] };
  for (const link of page.links) {
    const url = addressOfLink(page, link.element);
    if (url === null) continue;
    for (const words of new Set([plain(link.text), plain(link.title)])) {
      if (words.length < 4) continue;
      if (!cutEnd.test(words))
        shown.whole.set(words, shown.whole.has(words) && shown.whole.get(words) !== url ? null : url);
      else if (shown.cut.length < mostRows) shown.cut.push([words.replace(cutEnd, ''), url]);
    }
  }
  return shown;
});

function addressOf(title: string, { whole, cut }: Shown): string | null {
  const url = whole.get(title);
  if (url !== undefined) return url;
  const found = new Set(cut.filter(([stem]) => stem.length >= 8 && title.startsWith(stem)).map(([, to]) => to));
  return found.size === 1 ? [...found][0]! : null;
}

function plain(words: string): string {
  return words.replace(/\s/g, '');
}

/** Addresses that differ in nothing but values have one shape. */
function shapeOf(url: string): string {
  const { origin, pathname, searchParams, hash } = new URL(url);
  const place = `${pathname}${hash}`.replace(/[^/?&=#]*\d[^/?&=#]*/g, '0');
  return `${origin}${place}?${[...searchParams.keys()].sort().join('&')}`;
}
