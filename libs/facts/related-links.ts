import type { Element } from 'domhandler';
import { isFileLink } from './attachments.js';
import type { NamedLink } from './model.js';
import { rowText } from './page-words.js';
import type { PageLink, ParsedPage } from './parsed-page.js';

/** Links between a policy and its interpretations, as they stand on one page. */
export interface RelatedLinks {
  interprets: NamedLink[];
  interpretedBy: NamedLink[];
}

const toPolicy =
  /(?:政策原文|文件原文|原文链接|相关文件|相关政策|政策文件|解读文件|原文件|政策依据|文件链接|原文|关联文件|解读政策)/;
const toInterpretation = /(?:相关解读|政策解读|解读链接|解读材料|图解|本文解读|关联解读|解读信息|文件解读|解读)/;
const anyRelated =
  /(?:相关链接|关联信息|相关信息|相关阅读|相关导读|相关稿件|延伸阅读|关联稿件|相关文章|相关内容|关联阅读)/;

const interpretationWords =
  /(?:解读|一图(?:读懂|看懂|了解|速览)|一张图|图解|图说|读懂|看懂|答记者问|政策问答|动漫|H5[｜|:：]|漫画|短视频|明白卡|划重点|热点问答|在线访谈)/;
const conference = /新闻发布会(?:文字|图文)?实录|《[^》]+》.{0,12}新闻发布会/;
/** Rules and news about interpreting are no interpretations. */
const aboutInterpreting =
  /解读(?:工作)?(?:的)?(?:制度|机制|办法|方案|规定|规范|流程|培训|会议?|任务|清单|要点|台账|情况)|解读回应(?:工作)?(?:制度|机制)|^关于(?:做好|加强|规范|开展|进一步).{0,40}解读.{0,20}(?:的?通知|的?通报)$/;

/** Whether a title is that of an interpretation of a policy. */
export function isInterpretationTitle(title: string): boolean {
  return (interpretationWords.test(title) && !aboutInterpreting.test(title)) || conference.test(title);
}

/**
 * Reads the blocks of related links (also hidden ones that a script will show) and the links to a policy within the running
 * text of an interpretation.
 */
export function readRelatedLinks(
  page: ParsedPage,
  isInterpretation: boolean,
  body: { from: number; to: number } | null,
): RelatedLinks {
  const interprets = new Map<string, NamedLink>();
  const interpretedBy = new Map<string, NamedLink>();
  const own = page.url.replace(/#.*$/, '');
  for (const link of page.links) {
    if (link.zone !== 'body' || isFileLink(link)) continue;
    const title = link.title.length > link.text.length ? link.title : link.text;
    if (title.length < 6) continue;
    const inBody = body !== null && link.line >= body.from && link.line < body.to;
    const heading = headingOf(page, link);
    const side = sideOf(title, heading, inBody, isInterpretation, line(page, link));
    if (!side) continue;
    const url = page.resolve(link.href);
    if (url === null || url === own) continue;
    const target = side === 'policy' ? interprets : interpretedBy;
    const known = target.get(url);
    if (!known) target.set(url, { title, url, ...(link.hidden ? { hidden: true as const } : {}) });
    else if (!link.hidden) delete known.hidden;
  }
  return { interprets: [...interprets.values()], interpretedBy: [...interpretedBy.values()] };
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
): 'policy' | 'interpretation' | null {
  const reads = isInterpretationTitle(title);
  if (heading !== '') {
    if (reads) return isInterpretation && !toInterpretation.test(heading) ? null : 'interpretation';
    if (isInterpretation) return toPolicy.test(heading) || looksLikePolicy(title) ? 'policy' : null;
    if (toInterpretation.test(heading) && !toPolicy.test(heading)) return 'interpretation';
    return null;
  }
  const label = around.slice(0, Math.max(0, around.indexOf(title.slice(0, 6))));
  if (/(?:原文|文件链接|政策文件|相关文件)[^。]{0,10}[:：]?\s*[【[《]?$/.test(label) && isInterpretation)
    return 'policy';
  if (!reads && /解读[^。]{0,10}[:：]\s*[【[《]?$/.test(label) && !isInterpretation) return 'interpretation';
  if (reads && !isInterpretation && (inBody || /解读/.test(label))) return 'interpretation';
  if (inBody && isInterpretation && !reads && looksLikePolicy(title)) return 'policy';
  return null;
}

function looksLikePolicy(title: string): boolean {
  return (
    /《[^》]{4,}/.test(title) ||
    /(?:通知|意见|办法|方案|规定|细则|条例|决定|规划|措施|公告|批复)(?:》|（|\(|$)/.test(title)
  );
}

/** The heading of the block of related links that a link stands in, or ''. */
function headingOf(page: ParsedPage, link: PageLink): string {
  let node = link.element.parent as Element | null;
  for (let up = 0; node && up < 5; up += 1, node = node.parent as Element | null) {
    if (node.type !== 'tag' || node.name === 'body') return '';
    const before = textBefore(node, link.element);
    if (before === null) return '';
    if (before.length <= 24 && isRelatedHeading(before)) return before;
    const names = `${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`;
    if (/(?:^|[\s_-])(?:xglj|xgjd|xgwj|xgzc|zcjd|xgyd|related|relnews)/i.test(names) && before.length <= 40)
      return before || '相关链接';
  }
  return '';
}

function isRelatedHeading(text: string): boolean {
  const plain = text.replace(/[\s:：【】[\]>»]/g, '');
  return plain.length <= 12 && (anyRelated.test(plain) || toPolicy.test(plain) || toInterpretation.test(plain));
}

/**
 * Text of what stands before the child of `node` that holds the link: the nearest earlier sibling with text. Null when a
 * long text stands there: then the link is part of an article.
 */
function textBefore(node: Element, link: Element): string | null {
  let child: Element = link;
  while (child.parent && child.parent !== node) child = child.parent as Element;
  let sibling = child.prev;
  while (sibling) {
    if (sibling.type === 'text' && sibling.data.trim() !== '')
      return sibling.data.length > 60 ? null : sibling.data.trim();
    if (sibling.type === 'tag') {
      const text = rowText(sibling as Element);
      if (text !== '')
        return /^(?:h\d|dt|strong|b|span|p|div|em|th|td)$/.test(sibling.name) ? (text.length > 60 ? '' : text) : '';
    }
    sibling = sibling.prev;
  }
  return '';
}
