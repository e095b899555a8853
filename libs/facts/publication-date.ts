import { dateOfUrl, findDates } from './dates.js';
import type { Metadata } from './metadata-block.js';
import type { Dated, PublishedOnSource } from './model.js';
import type { PageTags } from './page-tags.js';
import type { PageLine, ParsedPage } from './parsed-page.js';

export interface PublicationDates {
  publishedOn: Dated<PublishedOnSource> | null;
  others: Dated<PublishedOnSource>[];
}

/**
 * When a page was published. The tag is the standard place and wins, unless a date that readers see is earlier: then the
 * tag tells when the page was made again. A date in the address is taken only when nothing else is there.
 */
export function readPublicationDates(
  page: ParsedPage,
  tags: PageTags,
  metadata: Metadata,
  above: readonly PageLine[],
  top: readonly PageLine[],
): PublicationDates {
  const tag: Dated<PublishedOnSource> | null =
    tags.pubDate === null ? null : { on: tags.pubDate, source: 'tag', words: `PubDate：${tags.pubDateWords ?? ''}` };
  const field = dateOfField(metadata);
  const info =
    dateOfInfoLine(above) ?? dateOfInfoLine(top.filter((line) => /\d{1,2}:\d\d|发布|来源|时间/.test(line.text)));
  const ofUrl = dateOfUrl(page.url);
  const url: Dated<PublishedOnSource> | null = ofUrl ? { on: ofUrl.on, source: 'url', words: ofUrl.words } : null;
  const visible = field ?? info;
  const made = tags.pubDateIsMaketime;
  const tagHolds =
    tag !== null && !(visible !== null && visible.on < tag.on) && !(made && (visible !== null || url !== null));
  const chosen = tagHolds ? tag : (visible ?? (made ? url : null) ?? tag ?? url);
  const all = [tag, field, info, url].filter((date) => date !== null);
  return { publishedOn: chosen, others: differing(all, chosen) };
}

function differing(
  all: Dated<PublishedOnSource>[],
  chosen: Dated<PublishedOnSource> | null,
): Dated<PublishedOnSource>[] {
  const seen = new Set([chosen?.on]);
  return all.filter((date) => !seen.has(date.on) && seen.add(date.on));
}

function dateOfField(metadata: Metadata): Dated<PublishedOnSource> | null {
  const value = metadata.value('publishedOn');
  const date = value === null ? undefined : findDates(value)[0];
  // “时间” and “日期” beside the title are an information line, not a field of the block.
  const source = /^(?:时间|日期|发布时间)$/.test(metadata.label('publishedOn') ?? '') ? 'info' : 'metadata';
  return date ? { on: date.on, source, words: metadata.words('publishedOn') } : null;
}

/** The line beside the title: short, with a date, not a link. */
function dateOfInfoLine(above: readonly PageLine[]): Dated<PublishedOnSource> | null {
  for (let n = above.length - 1; n >= 0 && n >= above.length - 14; n -= 1) {
    const line = above[n]!;
    if (
      !mayInform(line) ||
      line.hidden ||
      line.cell > 0 ||
      line.text.length > 160 ||
      line.linkLength * 2 > line.text.length
    )
      continue;
    if (/成文|生成日期|发文日期|印发|施行|生效|废止|失效|今天是|星期|截止|更新/.test(line.text)) continue;
    const date = findDates(line.text)[0];
    if (!date) continue;
    const rest = line.text.replace(date.words, '').replace(/\d{1,2}:\d\d(?::\d\d)?/g, '');
    // A title or a sentence with a date in it is no information line.
    if (
      date.index > 30 ||
      /[，。；》]/.test(rest) ||
      (rest.length > 24 && !/来源|浏览|点击|作者|字体|字号|阅读|发布/.test(rest))
    )
      continue;
    return { on: date.on, source: 'info', words: line.text.slice(0, 60) };
  }
  return null;
}

/** Templates call the bar beside the title a menu: there a date counts with its time of day only. */
function mayInform(line: PageLine): boolean {
  return line.zone === 'body' || (line.zone === 'navigation' && /\d{1,2}:\d\d/.test(line.text));
}
