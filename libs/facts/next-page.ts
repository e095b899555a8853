import type { PageRequest } from '#evidence';
import type { Element } from 'domhandler';
import { rowText } from './page-words.js';
import type { ParsedPage } from './parsed-page.js';

/** The request that brings the next page of a list by a plain link (下一页, rel=next); null on the last. */
export function readNextLink(page: ParsedPage): PageRequest | null {
  for (const link of page.links) {
    const name = (link.text || link.title).replace(/\s/g, '');
    const isNext = /^(?:下一页|下页|后一页|next|nextpage)[>»›]*$/i.test(name) || link.element.attribs.rel === 'next';
    if (!isNext) continue;
    const url = page.resolve(link.href);
    if (url !== null && url !== page.url) return { url, method: 'GET' };
  }
  return nextNumber(page);
}

/** A pager of numbers: the link whose number follows the one that is no link. */
function nextNumber(page: ParsedPage): PageRequest | null {
  const groups = new Map<unknown, Map<number, string>>();
  for (const link of page.links) {
    if (!/^\[?\d{1,4}\]?$/.test(link.text)) continue;
    const parent = link.element.parent;
    const holder = parent?.type === 'tag' && (parent as Element).name === 'li' ? parent.parent : parent;
    const address = /^(?:javascript|#|$)/i.test(link.href.trim())
      ? (link.element.attribs['data-href'] ?? link.element.attribs['data-url'] ?? '')
      : link.href;
    const group = groups.get(holder) ?? new Map<number, string>();
    group.set(Number(link.text.replace(/\D/g, '')), address);
    groups.set(holder, group);
  }
  for (const [holder, group] of groups) {
    const current = currentNumber(holder as Element, group);
    const href = current === null ? undefined : group.get(current + 1);
    const url = href ? page.resolve(href) : null;
    if (url !== null && url !== page.url) return { url, method: 'GET' };
  }
  return null;
}

/** The number among the others that leads nowhere, or is marked as the one shown. */
function currentNumber(holder: Element | null, group: ReadonlyMap<number, string>): number | null {
  for (const child of holder?.children ?? []) {
    if (child.type !== 'tag') continue;
    const text = rowText(child as Element);
    if (!/^\[?\d{1,4}\]?$/.test(text)) continue;
    const number = Number(text.replace(/\D/g, ''));
    const isMarked = /(?:^|[\s_-])(?:on|active|current|cur|now|selected|this)(?:$|[\s_-])/i.test(
      child.attribs.class ?? '',
    );
    if (isMarked || !group.has(number)) return number;
  }
  return null;
}

/** “共 756 条”, “总记录数：756”. */
export function readTotal(page: ParsedPage): number | null {
  for (let n = page.lines.length - 1; n >= 0; n -= 1) {
    const text = page.lines[n]!.text;
    if (text.length > 200 || !/[条笔篇]|记录|总数/.test(text)) continue;
    const total =
      /(?:共(?:有|计)?|总(?:计|共|数)?|总记录(?:数)?)\s*[:：]?\s*(\d{1,7})\s*(?:条|篇|笔|记录|项)/.exec(text) ??
      /总(?:记录)?数\s*[:：]\s*(\d{1,7})/.exec(text);
    if (total) return Number(total[1]);
  }
  return null;
}
