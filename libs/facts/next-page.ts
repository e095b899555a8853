import type { PageRequest } from '#evidence';
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
