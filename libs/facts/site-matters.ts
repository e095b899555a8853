import { isEvent } from './news-title.js';
import type { LocalDate, Matter, MatterPageFact, ReadCapture } from './model.js';
import { articleKey } from './urls.js';

/** How pages on a matter are named: columns, and articles, which may be news about it instead. */
const signs: Record<Matter, { column: RegExp; article: RegExp }> = {
  village: {
    column:
      /村(?:[（(]?[、·]?(?:居|社区)[)）]?)?务(?:公开|公示)|居务公开|村居公开|村级(?:事务|信息)公开|社区(?:居)?务公开/,
    article: /(?:村(?:[（(]?[、·]?(?:居|社区)[)）]?)?务公开|居务公开|村居公开).{0,12}(?:清单|目录|流程|一览表)/,
  },
  participation: {
    column: /公众参与/,
    article: /公众参与.{0,20}(?:事项|范围|方式|渠道|办法|制度|规定|机制|规则|目录|清单|指南)/,
  },
  openDay: { column: /(?:政府|政务)(?:公开)?开放日/, article: /(?:政府|政务)(?:公开)?开放[日周月]/ },
};
const matters = Object.keys(signs) as Matter[];

const mostPages = 40;
const mostLines = 300;
const longestLine = 200;

/**
 * Pages on matters that plans ask for beside the standard columns: 村（居）务公开, 公众参与, 政府开放日. A column with all that
 * its lists and the columns below it are called; an article with its text. Empty where none was met.
 */
export function siteMatters(read: readonly ReadCapture[]): MatterPageFact[] {
  const good = read.filter(
    ({ outcome, unrendered, reading }) =>
      outcome === 'ok' && !unrendered && reading !== null && !reading.challenged && !reading.softNotFound,
  );
  const found = new Map<string, MatterPageFact>();
  for (const capture of good)
    for (const matter of matters) {
      const name = nameOn(capture, matter);
      if (name === null || found.size >= mostPages) continue;
      const key = `${matter} ${articleKey(capture.finalUrl)}`;
      if (!found.has(key)) found.set(key, factOf(capture, matter, name, good));
    }
  return [...found.values()].sort((a, b) => (a.matter + a.url < b.matter + b.url ? -1 : 1));
}

/** What makes a page one on the matter: the name of its column, or its own title; null where nothing does. */
function nameOn({ visit, reading }: ReadCapture, matter: Matter): string | null {
  const { column, article } = signs[matter];
  const isColumn = (visit.as === 'column' || visit.as === 'probe') && visit.listPage === 1;
  if (isColumn) {
    const names = [visit.columnName, reading!.columnName, reading!.title].filter((name) => name !== null);
    return names.find((name) => name.length <= 30 && column.test(name)) ?? null;
  }
  const title = visit.as === 'detail' ? (reading!.detail?.title ?? reading!.title) : null;
  if (title === null || title === undefined || title.length > 120 || !article.test(title)) return null;
  // Of days on which the government opens its doors news are the proof.
  return matter === 'openDay' || !isEvent(title) ? title : null;
}

function factOf(capture: ReadCapture, matter: Matter, name: string, read: readonly ReadCapture[]): MatterPageFact {
  const isArticle = capture.visit.as === 'detail';
  const below = isArticle ? [] : read.filter((one) => isBelow(one, capture));
  const pages = [capture, ...below];
  const on = isArticle ? (capture.reading!.detail?.publishedOn?.on ?? null) : newestOf(pages);
  const lines = matter === 'openDay' ? [] : linesOf(pages);
  return { matter, name, url: capture.finalUrl, capture: capture.capture, on, isColumn: !isArticle, lines };
}

/** Pages of its list, what scripts asked for, columns below it; not the articles. */
function isBelow({ visit, capture }: ReadCapture, page: ReadCapture): boolean {
  if (capture === page.capture || visit.from === null || visit.as === 'detail' || visit.as === 'file') return false;
  const from = articleKey(visit.from);
  return from === articleKey(page.url) || from === articleKey(page.finalUrl);
}

function newestOf(pages: readonly ReadCapture[]): LocalDate | null {
  const days = pages.flatMap(
    ({ reading }) => reading?.list?.items.flatMap(({ publishedOn }) => publishedOn ?? []) ?? [],
  );
  return days.sort().at(-1) ?? null;
}

/** Names of columns, titles of items and sentences, each once. */
function linesOf(pages: readonly ReadCapture[]): string[] {
  const lines = new Set<string>();
  for (const { visit, reading } of pages) {
    const { detail, list, follow } = reading!;
    const words = [
      visit.columnName ?? '',
      ...follow.flatMap(({ name }) => name ?? []),
      ...(list?.items.map(({ title }) => title) ?? []),
      ...(detail?.text.split('\n', mostLines) ?? []),
      ...(detail?.attachments.map(({ title }) => title) ?? []),
    ];
    for (const line of words) {
      if (lines.size >= mostLines) return [...lines];
      const short = line.trim().slice(0, longestLine);
      if (short !== '') lines.add(short);
    }
  }
  return [...lines];
}
