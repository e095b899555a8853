import type { PageRequest } from '#evidence';
import { type Family, type ParsedPage, readGenericList } from '#facts';

/** Old ASP and JSP sites: a table of rows, the number of the page in the address. */
export const gbTable: Family = {
  id: 'gb-table',
  title: '旧式表格页面',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    const dynamic = /\.(?:asp|aspx|jsp|do|php|action)(?:\?|$)/i;
    if (!dynamic.test(page.url) && !page.links.some((link) => dynamic.test(link.href))) return 0;
    const rows = page.blocks.filter((block) => block.element.name === 'td').length;
    return rows >= 6 ? 0.55 : 0;
  },
  list(page) {
    const list = readGenericList(page);
    return list && { ...list, next: list.next ?? nextByNumber(page) ?? nextByCall(page) };
  },
};

const pageParameter = /([?&](?:page|pageNo|PageNo|pageno|curpage|cur_page|PageIndex|pageIndex|p|Page)=)(\d{1,5})/;

/** A pager of numbers only: the link whose number is one above this page's. */
function nextByNumber(page: ParsedPage): PageRequest | null {
  const current = Number(pageParameter.exec(page.url)?.[2] ?? 1);
  for (const link of page.links) {
    if (link.text.replace(/[[\]\s]/g, '') !== String(current + 1)) continue;
    const url = page.resolve(link.href);
    if (url !== null && pageParameter.exec(url)?.[2] === String(current + 1)) return { url, method: 'GET' };
  }
  return null;
}

/** `<a href="javascript:goPage(2)">下一页</a>` over an address that carries the page, or a form that does. */
function nextByCall(page: ParsedPage): PageRequest | null {
  for (const link of page.links) {
    if (!/^下一?页[>»]*$/.test(link.text.replace(/\s/g, ''))) continue;
    const call = `${link.href} ${link.element.attribs.onclick ?? ''}`;
    const number = /\(\s*['"]?(\d{1,5})['"]?\s*[,)]/.exec(call)?.[1];
    if (!number) continue;
    const current = pageParameter.exec(page.url);
    if (current && Number(number) > Number(current[2]))
      return { url: page.url.replace(pageParameter, `$1${number}`), method: 'GET' };
    const name = /(?:name|id)=["']?(page|pageNo|PageNo|curpage|cur_page|pageIndex|PageIndex)\b/.exec(
      page.page.text,
    )?.[1];
    if (!current && name)
      return { url: `${page.url}${page.url.includes('?') ? '&' : '?'}${name}=${number}`, method: 'GET' };
  }
  return null;
}
