import { squeeze } from '#kernel';
import { dateOfValue } from './dates.js';
import { valueOrNull } from './document-number.js';
import { type LocalDate, type PageTagName, pageTagNames, type TagsReading } from './model.js';
import type { ParsedPage } from './parsed-page.js';

/**
 * The standard page tags (网页标签规范, annex of 国办发〔2017〕47号), as far as a page tells the truth in them: any letter
 * case, duplicates, unfilled templates. Null where a tag is absent, empty or evidently not meant.
 */
export interface PageTags {
  siteName: string | null;
  columnName: string | null;
  columnType: string | null;
  articleTitle: string | null;
  pubDate: LocalDate | null;
  /** The content of the PubDate tag as it stands. */
  pubDateWords: string | null;
  /** A second PubDate of another day, or null. */
  pubDateRival: LocalDate | null;
  contentSource: string | null;
  /** PubDate is to the second the time at which the page was made: it says nothing of its publication. */
  pubDateIsMaketime: boolean;
}

export function readPageTags(page: ParsedPage): PageTags {
  const siteName = tag(page, 'sitename');
  const title = tag(page, 'articletitle');
  if (title !== null && areCopied(page, title)) return { ...noTags, siteName };
  const columnName = tag(page, 'columnname');
  const pubDateWords = tag(page, 'pubdate') ?? tag(page, 'publishdate');
  const pubDate = pubDateWords === null ? null : dateOfValue(pubDateWords);
  return {
    siteName,
    columnName,
    columnType: tag(page, 'columntype'),
    articleTitle: title !== null && title !== siteName && title !== columnName ? title : null,
    pubDate,
    pubDateWords,
    pubDateRival:
      (page.metas.get('pubdate') ?? []).map(dateOfValue).find((on) => on !== null && on !== pubDate) ?? null,
    contentSource: tag(page, 'contentsource'),
    pubDateIsMaketime: pubDateWords !== null && madeAt(page).some((time) => time.includes(pubDateWords)),
  };
}

const noTags: PageTags = {
  ...{ siteName: null, columnName: null, columnType: null, articleTitle: null, contentSource: null },
  ...{ pubDate: null, pubDateWords: null, pubDateRival: null, pubDateIsMaketime: false },
};

/**
 * Whether the tags of an article are another's, copied with the template that every page is made from: their title stands
 * nowhere on the page, which is no article or shows what the link to it said.
 */
function areCopied(page: ParsedPage, title: string): boolean {
  const { as, linkText } = page.page.visit;
  const told = as === 'detail' ? stemOf(linkText ?? '') : '';
  const stem = stemOf(title);
  if ((as === 'detail' && told.length < 4) || stem.length < 4 || isAlike(stem, told)) return false;
  if (squeeze(page.titleTag).includes(stem)) return false;
  const shown = squeeze(page.lines.map(({ text }) => text).join(''));
  return !shown.includes(stem) && shown.includes(told);
}

function stemOf(title: string): string {
  return squeeze(title).replace(/(?:…+|\.{3,})$/, '');
}

/** Whether one is the other written in another way. */
function isAlike(one: string, other: string): boolean {
  const letters = new Set(one);
  const common = [...other].filter((letter) => letters.has(letter)).length;
  return common * 2 >= Math.min(one.length, other.length) && other !== '';
}

/** The first value of a tag that is filled in. */
function tag(page: ParsedPage, name: string): string | null {
  for (const content of page.metas.get(name) ?? []) {
    if (isUnfilledTemplate(content)) continue;
    const value = valueOrNull(content);
    if (value !== null) return value;
  }
  return null;
}

function isUnfilledTemplate(content: string): boolean {
  return /\{\{|\$\{|<%|#\{|^\$|^&lt;|<\$/.test(content);
}

/** Which of the standard tags a page has, whatever they say. */
export function readTagNames(page: ParsedPage): TagsReading {
  const [filled, blank]: [PageTagName[], PageTagName[]] = [[], []];
  for (const name of pageTagNames) {
    const key = name.toLowerCase();
    const contents = page.metas.get(key) ?? (name === 'PubDate' ? page.metas.get('publishdate') : undefined);
    if (contents === undefined) continue;
    const isFilled = contents.some((content) => content.trim() !== '' && !isUnfilledTemplate(content));
    (isFilled ? filled : blank).push(name);
  }
  return { filled, blank };
}

/** Stamps of the moment at which the page was generated. */
function madeAt(page: ParsedPage): string[] {
  return ['maketime', 'htmlgeneratetime', 'others', 'generatetime']
    .flatMap((name) => page.metas.get(name) ?? [])
    .filter((content) => /\d{1,2}:\d\d:\d\d/.test(content));
}
