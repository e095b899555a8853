import type { Element } from 'domhandler';
import { isFileLink } from './attachments.js';
import { findBracketedNumber } from './document-number.js';
import { isInterpretationTitle } from './interpretation-title.js';
import { addressOfLink } from './link-address.js';
import type { NamedLink } from './model.js';
import { isNeighbour } from './neighbour-links.js';
import { sharedMatter } from './paired-columns.js';
import { coreOf, isSameName } from './policy-index.js';
import type { PageBody } from './page-body.js';
import { textOfFirst } from './page-words.js';
import { oncePerPage, type PageLink, type ParsedPage } from './parsed-page.js';
import { headingOfRows } from './related-rows.js';
import { nameOfPanel } from './tab-names.js';
import { withoutPlace } from './urls.js';
import { writtenLinks } from './written-links.js';

/** Links between a policy and its interpretations, as they stand on one page. */
export interface RelatedLinks {
  interprets: NamedLink[];
  interpretedBy: NamedLink[];
  /** Links in the text and in related blocks whose words tell neither: what they lead to decides. */
  mentions: NamedLink[];
  /** Of an interpretation: what stands before and after it in its list. It says nothing of what belongs together. */
  beside: NamedLink[];
}

const toPolicy =
  /(?:政策原文|文件原文|原文链接|相关文件|相关政策|政策文件|解读文件|原文件|政策依据|文件链接|原文|(?:关联|对应|配套|依据)(?:政策|文件)|解读政策)/;
const toInterpretation =
  /(?:相关解读|政策解读|解读链接|解读材料|图解|本文解读|关联解读|解读信息|文件解读|解读|政策问答)/;
const anyRelated =
  /(?:相关链接|关联信息|相关信息|相关阅读|相关导读|相关稿件|延伸阅读|关联稿件|相关文章|相关内容|关联阅读)/;

/** Words that stand for a document without naming it: “点击查看政策原文>>”, “文件原文”, “原文链接”. */
const original =
  /^[【\[（(]?(?:点击|点此|请点击)?(?:查看|阅读|浏览|下载)?.{0,6}(?:原文|原文件|文件全文|政策全文)(?:链接|查看|阅读|下载)?[】\]）)>»\s]*$/;

/** Whether the words of a link point to a document without naming it. */
export function isOriginalLink(words: string): boolean {
  return words.length <= 24 && original.test(words.replace(/\s/g, ''));
}

/** “政策原文”: not 阅读原文 or 原文链接, which lead to where the page was taken from. */
const policyOriginal =
  /^[【\[（(]?(?:点击|点此|请点击)?(?:查看|阅读|浏览|下载)?(?:政策|文件)(?:原文|全文)(?:链接|查看|阅读|下载)?[】\]）)>»]*$/;

const mostMentions = 40;
const mostBeside = 2;

/**
 * Reads the blocks of related links (also those that the source hides or a script writes) and the links within the text.
 * Navigation, neighbours and other lists of the page are none of the article's.
 * @param named the policy that the title of an interpretation names: a link in its text by the name or number of another one
 * is only a mention.
 */
export function readRelatedLinks(
  page: ParsedPage,
  isInterpretation: boolean,
  body: PageBody | null,
  named: string | null = null,
): RelatedLinks {
  const sides = { policy: new Map(), interpretation: new Map(), unsaid: new Map() } as Record<
    Side | 'unsaid',
    Map<string, NamedLink>
  >;
  const beside: NamedLink[] = [];
  const own = withoutPlace(page.url);
  const keep = (side: Side | 'unsaid', url: string | null, title: string, hidden: boolean): void => {
    if (url === null || url === own) return;
    const known = sides[side].get(url);
    if (!known) sides[side].set(url, { title, url, ...(hidden ? { hidden: true as const } : {}) });
    else if (!hidden) delete known.hidden;
  };
  for (const link of page.links) {
    if (link.zone !== 'body' || isFileLink(link)) continue;
    const title = link.title.length > link.text.length ? link.title : link.text;
    const inBody = body !== null && isWithin(link.element, body.element);
    if (title.length < 6 && !isOriginalLink(title) && !(inBody && title.length > 1)) continue;
    if (isNeighbour(page, link)) {
      const url = isInterpretation ? addressOfLink(page, link.element) : null;
      if (url !== null && beside.length < mostBeside) beside.push({ title, url });
      continue;
    }
    const heading =
      badgeOf(link) || nameOfPanel(tabs(page), link.element, ['id'], 6) || headingOf(link) || headingOfRow(link, body);
    const isNamed = inBody && isInterpretation && named !== null && isSameName(title, named);
    const side = isNamed ? 'policy' : sideOf(title, heading, inBody, isInterpretation, line(page, link));
    const isOther = side === 'policy' && heading === '' && named !== null && isOfAnother(title, named);
    if (side || inBody || heading !== '')
      keep(side && !isOther ? side : 'unsaid', addressOfLink(page, link.element), title, link.hidden);
  }
  for (const { title, href, heading } of writtenLinks(page, body)) {
    const side = isRelatedHeading(heading) ? sideOf(title, heading, false, isInterpretation, '') : null;
    if (side) keep(side, page.resolve(href), title, true);
  }
  const { policy, interpretation, unsaid } = sides;
  const mentions = [...unsaid.values()].filter(({ url }) => !policy.has(url) && !interpretation.has(url));
  return {
    interprets: [...policy.values()],
    interpretedBy: [...interpretation.values()],
    mentions: mentions.slice(0, mostMentions),
    beside,
  };
}

type Side = 'policy' | 'interpretation';

function isOfAnother(title: string, named: string): boolean {
  const [words, name] = [coreOf(title), coreOf(named)];
  if (isOriginalLink(title) || name.length < 6 || words.includes(name) || name.includes(words)) return false;
  return sharedMatter(title, named) === null;
}

function isWithin(element: Element, holder: Element): boolean {
  let node = element.parent;
  for (let up = 0; node && up < 60; up += 1, node = node.parent) if (node === holder) return true;
  return false;
}

function line(page: ParsedPage, link: PageLink): string {
  return page.lines[link.line]?.text ?? '';
}

function sideOf(
  title: string,
  heading: string,
  inBody: boolean,
  isInterpretation: boolean,
  around: string,
): Side | null {
  const reads = isInterpretationTitle(title);
  // Its button may stand below the text.
  if (isInterpretation && policyOriginal.test(title.replace(/\s/g, ''))) return 'policy';
  if (heading !== '') {
    if (reads) return isInterpretation && !toInterpretation.test(heading) ? null : 'interpretation';
    if (isInterpretation)
      return toPolicy.test(heading) || looksLikePolicy(title) || pointsToPolicy(title) ? 'policy' : null;
    if (toInterpretation.test(heading) && !toPolicy.test(heading)) return 'interpretation';
    return null;
  }
  const label = around.slice(0, Math.max(0, around.indexOf(title.slice(0, 6))));
  if (/(?:原文|文件链接|政策文件|相关文件)[^。]{0,10}[:：]?\s*[【[《]?$/.test(label) && isInterpretation)
    return 'policy';
  if (!reads && /解读[^。]{0,10}[:：]\s*[【[《]?$/.test(label) && !isInterpretation) return 'interpretation';
  if (reads && !isInterpretation && (inBody || /解读/.test(label))) return 'interpretation';
  if (inBody && isInterpretation && !reads && (looksLikePolicy(title) || pointsToPolicy(title))) return 'policy';
  return null;
}

/** By its number or as “原文”. */
function pointsToPolicy(title: string): boolean {
  return isOriginalLink(title) || (title.length <= 40 && findBracketedNumber(title) !== null);
}

function looksLikePolicy(title: string): boolean {
  return (
    /《[^》]{4,}/.test(title) ||
    /(?:通知|意见|办法|方案|规定|细则|条例|决定|规划|措施|公告|批复)(?:》|（|\(|$)/.test(title)
  );
}

/** What a badge within a link calls it: “解读” before the title of a card. */
function badgeOf({ element, text }: PageLink): string {
  const badge = element.children.find((child) => child.type === 'tag');
  const words = badge ? textOfFirst(badge as Element, headingNodes) : '';
  return words !== '' && words.length <= 6 && words.length < text.length && isRelatedHeading(words) ? words : '';
}

/** The heading of the block of related links that a link stands in, or ''. */
function headingOf(link: PageLink): string {
  return headingOfBlock(link.element);
}

/** The heading of the block of related links (相关链接, 政策解读 …) that an element stands in, or ''. */
export function headingOfBlock(element: Element): string {
  let node = element.parent as Element | null;
  for (let up = 0; node && up < 5; up += 1, node = node.parent as Element | null) {
    if (node.type !== 'tag' || node.name === 'body') return '';
    const before = textBefore(node, element);
    if (before === null) return '';
    if (before.length <= 24 && isRelatedHeading(before)) return before;
    const names = `${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`;
    if (/(?:^|[\s_-])(?:xglj|xgjd|xgwj|xgzc|zcjd|xgyd|related|relnews)/i.test(names) && before.length <= 40)
      return before || '相关链接';
  }
  return '';
}

/** As of a block, where it is a table whose first row is its heading. */
function headingOfRow(link: PageLink, body: PageBody | null): string {
  const above = body ? headingOfRows(link.element, body.element) : '';
  return isRelatedHeading(above) ? above : '';
}

/** Words of the tabs of a page, by the place on it that each shows: `<a href="#jd">政策解读</a>`. */
const tabs = oncePerPage(({ links }) => {
  const found = new Map<string, string>();
  for (const { href, text } of links)
    if (/^#[\w-]{1,40}$/.test(href) && !found.has(href.slice(1)) && isRelatedHeading(text))
      found.set(href.slice(1), text);
  return found;
});

function isRelatedHeading(text: string): boolean {
  const plain = text.replace(/[\s:：【】[\]>»]/g, '');
  return plain.length <= 12 && (anyRelated.test(plain) || toPolicy.test(plain) || toInterpretation.test(plain));
}

/** What stands between the links of a block: bullets, numbers, days. */
const between = /^[\s·•●■◆▪○◇※>＞»|｜、,，.．;；:：\-—–*/()（）[\]【】\d年月日]*$/;

/** A heading is near its links: beyond this there are only empty elements, thousands of them on a broken page. */
const mostBefore = 24;
const headingNodes = 60;

/**
 * Text of what stands before the child of `node` that holds the link: the nearest earlier sibling with text. Null when a
 * long text stands there: then the link is part of an article.
 */
function textBefore(node: Element, link: Element): string | null {
  let child: Element = link;
  while (child.parent && child.parent !== node) child = child.parent as Element;
  let sibling = child.prev;
  for (let n = 0; sibling && n < mostBefore; n += 1) {
    if (sibling.type === 'text' && (sibling.data.trim().length > 60 || !between.test(sibling.data)))
      return sibling.data.length > 60 ? null : sibling.data.trim();
    // The other links of the block.
    if (sibling.type === 'tag' && sibling.name !== 'a') {
      const text = textOfFirst(sibling as Element, headingNodes);
      if (text !== '')
        return /^(?:h\d|dt|strong|b|span|p|div|em|th|td)$/.test(sibling.name) ? (text.length > 60 ? '' : text) : '';
    }
    sibling = sibling.prev;
  }
  return '';
}
