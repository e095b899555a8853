import type { Element } from 'domhandler';
import { squeeze } from '#kernel';
import { shownFile } from './attachments.js';
import { findDates } from './dates.js';
import { isOfficeName } from './issuers.js';
import type { PageBlock, PageLine, ParsedPage } from './parsed-page.js';
import { isFurniture } from './picture-names.js';

/** The running text of a page: its container and the range of its lines. */
export interface PageBody {
  element: Element;
  from: number;
  to: number;
  /** Whether the system itself marks it as the body of an article. */
  marked: boolean;
}

/** Finds the body: what the system marks as such, else the container with most running text of its own. */
export function findBody(page: ParsedPage): PageBody | null {
  const marked = markedBlock(page);
  if (marked) return bodyOf(marked, true);
  if (isFragment(page)) return wholeOf(page);
  const found = tellingPart(page, densest(page));
  return found && (shownInstead(page, found) ?? withinFrame(page, found) ?? found);
}

/**
 * The place of a file that is shown above what was found, where that holds no sentence: the text is in the file, and what
 * was found is the block of the document or a list below it.
 */
function shownInstead(page: ParsedPage, found: PageBody): PageBody | null {
  const media = page.media.find((media) => media.line <= found.from && shownFile(page, media) !== null);
  if (!media || page.lines.slice(found.from, found.to).some((line) => /[。；]/.test(line.text))) return null;
  const place = blockAround(page, media.element);
  if (!place || place.zone !== 'body') return null;
  // A frame around all of the page is no place of its own.
  return place.from === place.to || place.to <= found.from ? bodyOf(place, false) : null;
}

/** The innermost container around an element. */
function blockAround(page: ParsedPage, element: Element): PageBlock | null {
  const blocks = new Map(page.blocks.map((block) => [block.element, block]));
  let node: Element | null = element;
  while (node && !blocks.has(node)) node = parentElement(node);
  return (node && blocks.get(node)) ?? null;
}

function bodyOf({ element, from, to }: PageBlock, marked: boolean): PageBody {
  return { element, from, to, marked };
}

/** The line between the title and the text: “发布时间：2025-06-09　来源：……　浏览次数：　【字体：大 中 小】”. */
const information =
  /(?<![\u4e00-\u9fa5])(?:发布|发表|公开|发稿|更新|信息|上传|录入|编辑|添加)?(?:时间|日期)\s*[:：]\s*[[(（]?(?:19|20)\d\d|浏览(?:次数|量)?\s*[:：]|字[体号]\s*[:：]|(?:信息|文章|稿件|内容)?来源\s*[:：]/;

/** What was found, unless it is the line of information itself: then what else there is, be it little. */
function tellingPart(page: ParsedPage, found: PageBody | null): PageBody | null {
  const lines = found ? page.lines.slice(found.from, found.to).filter(({ text }) => text !== '') : [];
  if (lines.length === 0 || lines.length > 2 || !lines.every(informs)) return found;
  return densest(page, (line) => !informs(line)) ?? found;
}

/** Whether a line says where an article is from and when it was put up, and nothing of what it is about. */
function informs({ text }: PageLine): boolean {
  return text.length <= 160 && information.test(text);
}

/** The line below the text: buttons, neighbours, what else the site has to offer. */
const afterText =
  /^[【[·\s]*(?:分享(?:到|至)?(?:$|[:：])|打印|关闭(?:窗口|本页|页面)|上[一1](?:篇|条)|下[一1](?:篇|条)|热点|热门|推荐|扫一扫|(?:相关|关联)(?:链接|信息|阅读|文章|解读|文件|稿件)[:：]?$|附件\s*[:：]?$|(?:初审|一审)(?:人|人员)?\s*[:：])/;

/**
 * What is mostly frame, because the text itself is short or only shown and played: then the block between the line of
 * information and the buttons below. Null where the found block lies within them anyway.
 */
function withinFrame(page: ParsedPage, found: PageBody): PageBody | null {
  const after = page.lines.findIndex((line) => line.zone === 'body' && !line.hidden && informs(line)) + 1;
  if (after === 0 || after <= found.from || after > found.to) return null;
  let before = after;
  while (before < found.to && !(afterText.test(page.lines[before]!.text) || page.lines[before]!.zone === 'footer'))
    before += 1;
  const bars = holdersOfBadges(page);
  let best: { block: PageBlock; weight: number } | null = null;
  for (const block of page.blocks) {
    if (block.from < after || block.to > before || block.zone !== 'body' || isHidden(page, block)) continue;
    if (/^(?:p|span|li)$/.test(block.element.name)) continue;
    // Buttons with a code to scan among them are no pictures of the text.
    const isBar = block.to - block.from <= 1 && bars.has(block.element);
    const weight = block.textLength - block.linkLength / 2 + (isBar ? 0 : block.images * pictureWeight);
    if (!best || weight > best.weight) best = { block, weight };
  }
  return best && best.weight > 0 ? bodyOf(best.block, false) : null;
}

/** What holds a code to scan, a logo or an icon. */
function holdersOfBadges({ images }: ParsedPage): ReadonlySet<Element> {
  const holders = new Set<Element>();
  for (const { element, src } of images)
    if (isFurniture(element, src))
      for (let node = parentElement(element), up = 0; node && up < 4; node = parentElement(node), up += 1)
        holders.add(node);
  return holders;
}

/** The largest marked container; one that is mostly links is a list that uses the same name. */
function markedBlock(page: ParsedPage): PageBlock | null {
  let best: PageBlock | null = null;
  for (const block of page.blocks) {
    if (!block.marked || isHidden(page, block)) continue;
    if (block.textLength === 0 && block.images === 0) continue;
    if (block.linkLength * 2 > block.textLength && block.textLength > 60 && block.images === 0) continue;
    if (!best || weight(block) >= weight(best)) best = block;
  }
  return best;
}

/** A second copy for the printer, the phone or the reading aid. */
function isHidden(page: ParsedPage, block: PageBlock): boolean {
  if (block.to === block.from) return false;
  for (let n = block.from; n < block.to; n += 1) if (!page.lines[n]!.hidden) return false;
  return true;
}

function weight(block: PageBlock): number {
  return block.textLength - block.linkLength + block.images * 20;
}

/** A text without the page around it: only the article, or only its body. */
export function isFragment(page: ParsedPage): boolean {
  return page.json === undefined && !/<(?:html|head|body)\b/i.test(page.page.text.slice(0, 20_000));
}

function wholeOf(page: ParsedPage): PageBody | null {
  const body = page.blocks.findLast((block) => block.element.name === 'body');
  return body ? { element: body.element, from: 0, to: page.lines.length, marked: false } : null;
}

/**
 * Text density: every line of running text speaks for the element that holds its paragraph and, half as loud, for the
 * one above.
 */
function densest(page: ParsedPage, tells: (line: PageLine) => boolean = () => true): PageBody | null {
  const scores = new Map<Element, number>();
  for (const line of page.lines) {
    if (line.hidden || line.zone !== 'body' || (line.heading > 0 && line.heading <= 2)) continue;
    const own = line.text.length - line.linkLength;
    if (own < 8 || line.linkLength * 2 > line.text.length || frame.test(line.text)) continue;
    if (!/[。；]/.test(line.text) && !tells(line)) continue;
    const score = own + (/[。；，]/.test(line.text) ? 20 : 0);
    speak(scores, holderOf(line), score);
  }
  for (const image of page.images)
    if (image.zone === 'body' && !image.hidden && !isFurniture(image.element, image.src))
      speak(scores, image.element.parent as Element | null, pictureWeight);
  let best: { block: PageBlock; score: number } | null = null;
  for (const block of page.blocks) {
    const score = scores.get(block.element);
    if (score === undefined || block.element.name === 'p' || block.element.name === 'span') continue;
    const density = block.textLength === 0 ? 1 : 1 - block.linkLength / block.textLength;
    const weighed = score * density * (bodyName.test(namesOf(block.element)) ? 1.5 : 1);
    if (!best || weighed > best.score) best = { block, score: weighed };
  }
  if (!best || isInformation(page, best.block)) return mostPictures(page) ?? (best && bodyOf(best.block, false));
  return bodyOf(signedAround(page, best.block) ?? best.block, false);
}

/** One short line that tells a day and says nothing: “云岭县 2026年6月9日 阅读 28”. */
function isInformation(page: ParsedPage, block: PageBlock): boolean {
  const lines = page.lines.slice(block.from, block.to).filter(({ text }) => text !== '');
  return (
    lines.length <= 2 &&
    lines.every(({ text }) => text.length <= 60 && !/[。；，]/.test(text) && /\d\s?[-/.年月]\s?\d/.test(text))
  );
}

/** What holds the text and, below it and beside it, nothing but its signature: the text is one part of it. */
function signedAround(page: ParsedPage, block: PageBlock): PageBlock | null {
  const holder = parentElement(block.element);
  const around = holder && page.blocks.find(({ element }) => element === holder);
  if (!around || around.from !== block.from || around.to - block.to > 4) return null;
  const below = page.lines.slice(block.to, around.to).filter(({ text }) => text !== '');
  const last = squeeze(below.at(-1)?.text ?? '');
  const isSigned = endsOnDay(last) || (isOfficeName(last) && endsOnDay(squeeze(below.at(-2)?.text ?? '')));
  return isSigned && below.every(({ text, linkLength }) => linkLength === 0 && text.length <= 40) ? around : null;
}

function endsOnDay(line: string): boolean {
  const last = findDates(line).at(-1);
  return last !== undefined && last.index + last.words.length === line.length;
}

/** Lines that stand around every page of a site. */
const frame =
  /网站标识码|ICP备|公网安备|主办单位\s*[:：]|承办单位\s*[:：]|版权所有|(?:您(?:的|现在的)|当前)位置|友情链接|今天是|按(?:下)?Tab键|欢迎(?:您|访问|光临)|技术支持\s*[:：]|^(?:初审|一审)(?:人|人员)?\s*[:：]/;

/** What speaks for an element speaks half as loud for the one above it, and a quarter for the next. */
function speak(scores: Map<Element, number>, from: Element | null, score: number): void {
  let holder = from && /^(?:p|a|span|strong|b|center|font)$/.test(from.name) ? holderAbove(from) : from;
  for (let share = 1; holder && share >= 0.25; share /= 2) {
    scores.set(holder, (scores.get(holder) ?? 0) + score * share);
    holder = parentElement(holder);
  }
}

/** A picture counts as a short paragraph: an infographic has nothing else. */
const pictureWeight = 50;

/** Names that editors of templates give to the place of the text. */
const bodyName = /(?:^|[\s_-])(?:content\d*|article|detail|zhengwen|zw|nr|body|main-?text|con|txt)(?=$|[\s_-])/i;

function namesOf(element: Element): string {
  return `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`;
}

/** A page of pictures only: the container with three or more of them. */
function mostPictures(page: ParsedPage): PageBody | null {
  let best: PageBlock | null = null;
  for (const block of page.blocks)
    if (
      block.zone === 'body' &&
      block.images >= 1 &&
      block.linkLength * 2 <= block.textLength + 1 &&
      block.element.name !== 'body'
    )
      if (!best || block.images > best.images || (block.images === best.images && block.depth > best.depth))
        best = block;
  return best && bodyOf(aroundParagraph(page, best), false);
}

/** A paragraph with the picture is one of the text: its links and words stand in paragraphs beside it. */
function aroundParagraph(page: ParsedPage, block: PageBlock): PageBlock {
  const holder = block.element.name === 'p' ? parentElement(block.element) : null;
  const around = holder && page.blocks.find(({ element }) => element === holder);
  const isText = around && around.images === block.images && bodyName.test(namesOf(around.element));
  return isText ? around : block;
}

function holderOf(line: PageLine): Element | null {
  const name = line.element.name;
  return /^(?:p|h[1-6]|li|dd|dt|blockquote|pre|td|th|tr|tbody)$/.test(name) ? holderAbove(line.element) : line.element;
}

/** Tables within a text belong to the text: their lines speak for what holds the table. */
function holderAbove(element: Element): Element | null {
  let node = parentElement(element);
  while (node && /^(?:tr|tbody|thead|table|ul|ol|dl|li|td)$/.test(node.name) && !isLayoutCell(node))
    node = parentElement(node);
  return node;
}

/** A td that holds paragraphs or blocks of its own is a place in a layout, not a cell of figures. */
function isLayoutCell(element: Element): boolean {
  return (
    element.name === 'td' &&
    element.children.filter((child) => child.type === 'tag' && (child.name === 'p' || child.name === 'div')).length > 2
  );
}

function parentElement(element: Element): Element | null {
  const parent = element.parent;
  return parent && parent.type === 'tag' ? (parent as Element) : null;
}

/** In the only cell of its row: tables that lay out a page, not tables of figures. */
export function isAloneInRow(element: Element): boolean {
  let node: Element | null = element;
  for (let up = 0; node && up < 6 && node.name !== 'td' && node.name !== 'th'; up += 1) node = parentElement(node);
  const row = node && (node.name === 'td' || node.name === 'th') ? parentElement(node) : null;
  if (row === null || row.name !== 'tr') return false;
  return row.children.every((child) => child === node || child.type !== 'tag' || !/^t[dh]$/.test(child.name));
}

/** Lines of the body that a reader sees, without what accessibility tools and share buttons add. */
export function bodyLines(page: ParsedPage, body: PageBody): PageLine[] {
  return page.lines
    .slice(body.from, body.to)
    .filter((line) => line.text !== '' && !line.hidden && !furniture.test(line.text))
    .filter((line) => body.marked || line.linkLength < line.text.length * 0.9 || line.text.length > 14);
}

/** Lines compared at most before a text is taken for no echo of itself. */
const mostEchoes = 20;

/**
 * A text that stands twice in a row (for screen and phone, or pasted twice) once; the title that may stand between them
 * goes too.
 */
export function withoutEcho(lines: PageLine[], title: string | null): PageLine[] {
  const first = lines[0]?.text ?? '';
  if (first.length < 6 || lines.length < 4) return lines;
  for (let at = 2, tries = 0; at < lines.length - 1 && tries < mostEchoes; at += 1) {
    if (lines[at]!.text !== first) continue;
    tries += 1;
    const echo = lines.slice(at);
    if (echo.length * 1.25 < at || !echo.every((line, n) => line.text === lines[n]!.text)) continue;
    const end = squeezed(lines[at - 1]!.text) === squeezed(title ?? '') ? at - 1 : at;
    return lines.slice(0, end);
  }
  return lines;
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}

const furniture =
  /^(?:扫一扫.{0,20}|分享(?:到)?[:：]?.{0,20}|打印(?:本页)?|关闭(?:窗口|本页)?|【?(?:打印|关闭|收藏|返回顶部).{0,12}】?|字(?:号|体)[:：].{0,20}|\[?[大中小]\]?|正文区.*|保存|(?:初审|一审)(?:人|人员)?[:：][^。]{0,60}|TRS_Editor\{.*)$/;
