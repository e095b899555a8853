import type { Element } from 'domhandler';
import type { Metadata } from './metadata-block.js';
import type { PageTags } from './page-tags.js';
import { clean, rowText } from './page-words.js';
import type { PageLine, ParsedPage } from './parsed-page.js';
import type { Provenance } from './provenance.js';
import { isOriginalLink } from './related-links.js';

/** A value with where it stood. */
export interface Found<Value> {
  value: Value | null;
  provenance?: Provenance;
}

/**
 * The title of an article: the ArticleTitle tag unless it is cut or contradicts the page, the metadata block, the headline,
 * the `<title>` without the site's name. Null when the page has none.
 */
export function readTitle(page: ParsedPage, tags: PageTags, metadata: Metadata, before: number): Found<string> {
  const headline = findHeadline(page, tags, before);
  const tag = tags.articleTitle;
  const field = metadata.value('title');
  if (tag !== null && tag.length >= 2) {
    const stem = tag.replace(/(?:…|\.{3,})$/, '');
    const rest =
      headline !== null && squeezed(headline).startsWith(squeezed(stem))
        ? squeezed(headline).slice(squeezed(stem).length)
        : '';
    // What no title goes on with is the text or the way behind it, run into the headline.
    if (headline !== null && rest !== '' && !/[>=<"；;。]/.test(rest) && !(stem === tag && standing.test(rest)))
      return { value: headline, provenance: judged(headline, 'headline', 'sure') };
    const shown = squeezed(page.titleTag);
    const contradicted = headline !== null && !areOne(tag, headline) && shown.includes(squeezed(headline));
    if (contradicted && !shown.includes(squeezed(tag))) {
      const why = '标题标签与页面上的标题不一致';
      return { value: tag, provenance: { source: 'tag', certainty: 'doubtful', why, other: headline } };
    }
    return { value: tag, provenance: judged(tag, 'tag', 'sure') };
  }
  if (field !== null && field.length >= 4) return { value: field, provenance: judged(field, 'metadata', 'sure') };
  if (headline !== null) return { value: headline, provenance: judged(headline, 'headline', 'sure') };
  const last = titleOfTag(page, tags);
  const listed = listedTitle(page);
  if (listed !== null && (last === null || isUnitName(last)) && !/(?:…|\.{3,})$/.test(listed))
    return { value: listed, provenance: { source: 'list', certainty: 'likely', why: '只见于列表' } };
  return last === null ? { value: null } : { value: last, provenance: judged(last, 'titleTag', 'likely') };
}

/** A badge behind the headline that tells whether the document is still in force. */
const standing = /^[[【（(]?(?:现行|继续|部分|全文|已|己)*(?:有效|废止|失效|修[订改]|宣布失效)[\]】）)]?$/;

/** What the link said that led to this article, where it may be a title. */
function listedTitle({ page: { visit } }: ParsedPage): string | null {
  const words = visit.as === 'detail' ? (visit.linkText ?? '') : '';
  return squeezed(words).length >= 8 && !isOriginalLink(words) ? words : null;
}

/** The name of a unit or of its site: the banner of every page, never the title of an article that has another. */
export function isUnitName(words: string): boolean {
  const plain = squeezed(words);
  return plain.length <= 30 && !/关于|[，。：:《》]/.test(plain) && unitEnd.test(plain);
}

const unitEnd = /(?:政府|委员会|委|办公室|办事处|局|厅|院|中心|(?:门户|政府|政务)?网站?|(?:公开|服务)平台)$/;

function areOne(a: string, b: string): boolean {
  return squeezed(a).includes(squeezed(b)) || squeezed(b).includes(squeezed(a));
}

/** What is wrong with the words themselves. */
function judged(title: string, source: string, certainty: 'sure' | 'likely'): Provenance {
  if (/(?:…|\.{3,})$/.test(title)) return { source, certainty: 'doubtful', why: '标题被截断' };
  if (source === 'headline' && /。/.test(title)) return { source, certainty: 'doubtful', why: '标题像是正文' };
  if (!/[\u4e00-\u9fa5]/.test(title)) return { source, certainty: 'doubtful', why: '标题中没有汉字' };
  if (/《\s*》|(?:印发|转发|公布)(?:的|〈\s*〉的)?(?:通知|公告)/.test(title))
    return { source, certainty: 'doubtful', why: '标题中书名号里的文件名缺失' };
  return certainty === 'sure' ? { source, certainty } : { source, certainty, why: '只见于网页标题栏' };
}

/** The visible headline: the line that `<title>` repeats, else the first heading above the text. */
function findHeadline(page: ParsedPage, tags: PageTags, before: number): string | null {
  const marked = /<!--\s*<\$\[标题\]>begin\s*-->([\s\S]{1,600}?)<!--\s*<\$\[标题\]>end\s*-->/.exec(page.page.text)?.[1];
  if (marked && !/<(?:script|div|table)/i.test(marked)) {
    const words = clean(marked.replace(/<[^>]*>/g, ''));
    if (words.length >= 2) return words;
  }
  const wanted = squeezed(page.titleTag);
  const listed = squeezed(listedTitle(page) ?? '').replace(/(?:…|\.{3,})$/, '');
  const link = squeezed(page.page.visit.linkText ?? '');
  let repeated: string | null = null;
  let heading: string | null = null;
  let classed: string | null = null;
  const seen = new Set<Element>();
  for (let n = 0; n < Math.min(page.lines.length, Math.max(before + 4, 20)); n += 1) {
    const line = page.lines[n]!;
    if (line.zone !== 'body' || line.hidden || line.linkLength * 2 > line.text.length || seen.has(line.element))
      continue;
    seen.add(line.element);
    const words = withoutBadge(linesOf(page.lines, n), line.element);
    const plain = squeezed(words);
    if (plain.length < 4 || plain.length > 200 || words === tags.siteName || words === tags.columnName) continue;
    // A sentence of the text may begin with the name, too.
    if (listed !== '' && plain.startsWith(listed) && !/[。；]/.test(plain)) return words;
    // A title of four characters is one where the link that led here has no other name for the page.
    if (plain === link && (line.heading > 0 || isTitleElement(line.element))) return words;
    if (isUnitName(words)) continue;
    if (wanted.includes(plain) && plain.length > (repeated === null ? 5 : squeezed(repeated).length))
      repeated = withUnitAbove(page.lines[n - 1], words, wanted);
    if (line.heading > 0 && line.heading <= 3 && heading === null && plain.length >= 6) heading = words;
    if (classed === null && plain.length >= 6 && isTitleElement(line.element)) classed = words;
  }
  return repeated ?? heading ?? classed;
}

/** “云岭县人民政府” over “关于……的通知”: one title in two lines, as the title bar has it. */
function withUnitAbove(above: PageLine | undefined, words: string, wanted: string): string {
  if (!above || !words.startsWith('关于') || !isUnitName(above.text)) return words;
  return wanted.includes(squeezed(above.text + words)) ? above.text + words : words;
}

/** An element of its own before the title, which says how things stand with the document. */
const badge =
  /^[[【（(]?(?:执行中|(?:现行|继续)?有效|已?(?:废止|失效|修改)|尚未生效|置顶|原创|转载|最新|new|hot|荐|热|新|顶)[\]】）)]?$/i;

function withoutBadge(words: string, element: Element): string {
  const [first] = element.children.filter((child) => child.type !== 'text' || child.data.trim() !== '');
  const said = first?.type === 'tag' ? rowText(first) : '';
  return said !== '' && words.startsWith(said) && badge.test(said) ? words.slice(said.length).trim() : words;
}

/** How the line of information begins: “2026-06-22 10:14:26 来源：……”, “发布时间：……”, “来源：……　点击：”. */
const information =
  /^[[（(【]?(?:(?:(?:发布|发表|发稿|更新|录入|添加|编辑)?(?:时间|日期)|(?:信息|文章|稿件|内容)?来源|作者|(?:点击|浏览|阅读|访问)(?:次数|量|数)?|人气|字[体号])\s*[:：]|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:$|\s+\d{1,2}:\d\d|\s+[\u4e00-\u9fa5]{2,4}\s*[:：]))/;

/** A heading may hold the line of information in an element of its own: `<h1>题目<span>2026-06-22 来源：本站</span></h1>`. */
function withoutInformation({ text, raw }: PageLine): string {
  if (!raw.includes('\u0001')) return text;
  const parts = raw.split('\u0001');
  const at = parts.findIndex((_, n) => n > 0 && n < 12 && information.test(clean(parts.slice(n).join(''))));
  const title = at > 0 ? clean(parts.slice(0, at).join('')) : '';
  return title === '' ? text : title;
}

/** All lines of one element: a headline may be broken by `<br>`. What is known of the article besides is no part of it. */
function linesOf(lines: readonly PageLine[], from: number): string {
  const first = lines[from]!;
  let words = withoutInformation(first);
  for (
    let n = from + 1;
    n < from + 5 &&
    lines[n]?.element === first.element &&
    (first.heading > 0 || isTitleElement(first.element)) &&
    !information.test(lines[n]!.text);
    n += 1
  )
    words += (isUnitName(words) && jointUnit.test(lines[n]!.text) ? ' ' : '') + lines[n]!.text;
  return words;
}

/** The second of two units over one title: “云岭县财政局关于……的通知”. */
const jointUnit = /^[^\s关]{3,24}(?:政府|委员会|委|办公室|局|厅|院|中心)(?:$|关于)/;

function isTitleElement(element: Element): boolean {
  return /(?:^|[\s_-])(?:title|tit|bt|headline|con-title|art[-_]?title|articletitle|xl-title|wz_title|ucaptitle)(?:$|[\s_-])/i.test(
    `${element.attribs.class ?? ''} ${element.attribs.id ?? ''} ${element.name}`,
  );
}

/** `<title>` without the names of site and column that follow or precede the title. */
function titleOfTag(page: ParsedPage, tags: PageTags): string | null {
  let title = page.titleTag;
  for (const name of [tags.siteName, tags.columnName])
    if (name !== null && name !== '' && title !== name)
      title = title
        .replace(new RegExp(`\\s*[-_—–|｜]+\\s*${escape(name)}\\s*$`), '')
        .replace(new RegExp(`^${escape(name)}\\s*[-_—–|｜]+\\s*`), '');
  const parts = title.split(/\s*(?:[_|｜]|\s[-—–]+\s|-{2,})\s*/).filter((part) => part !== '');
  while (parts.length > 1 && isSiteLike(parts.at(-1)!)) parts.pop();
  while (parts.length > 1 && isSiteLike(parts[0]!)) parts.shift();
  const words = parts.join(' ');
  return words.length >= 4 && words !== tags.siteName && words !== tags.columnName ? words : null;
}

function isSiteLike(part: string): boolean {
  return (
    part.length <= 24 &&
    /(?:网|网站|门户|平台|政府|局|厅|委员会|委|办公室|信息公开|政务公开|专栏|栏目|公告|动态|文件|解读)$/.test(part) &&
    !/关于|通知$/.test(part)
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}
