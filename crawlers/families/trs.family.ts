import type { PageRequest } from '#evidence';
import { type Family, type ParsedPage, isDated, readGenericList } from '#facts';
import { readScriptList } from './script-lists.js';

/** What a pager's call says: `createPageHTML(20, 0, "index", "html")` or `createPageHTML('page_div',10,1,'list','shtml',200)`. */
interface Pager {
  pages: number;
  current: number;
  name: string;
  suffix: string;
  total: number | null;
  /** The form with a holder counts from 1, the old one from 0. */
  from: 0 | 1;
  /** The template itself shows how the files are counted. */
  isShown: boolean;
}

/** 拓尔思 TRS WCM: static pages, a script call that tells how many there are. */
export const trs: Family = {
  id: 'trs',
  title: '拓尔思 TRS WCM',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    if (readPager(page.page.text)) return 0.9;
    if (/\/t20\d{6}_\d+(?:_\d+)?\.s?html?$/.test(page.url)) return 0.7;
    return /class=["'][^"']*(?:TRS_Editor|TRS_UEDITOR|trs_editor_view|Custom_UnionStyle)/.test(page.page.text)
      ? 0.7
      : 0;
  },
  list(page) {
    const generic = readGenericList(page);
    const list = (isDated(generic) ? null : readScriptList(page)) ?? generic;
    const pager = readPager(page.page.text);
    if (!pager || !list) return list;
    return {
      ...list,
      next: pager.pages > 1 ? nextPage(page, pager) : list.next,
      totalItems: pager.total ?? list.totalItems,
    };
  },
  follow(page) {
    if (!['column', 'list', 'openness'].includes(page.page.visit.as) || readGenericList(page) === null) return [];
    const request = otherCount(page);
    return request ? [{ request, as: 'list' }] : [];
  },
};

/**
 * Whether the files run from index_1 or from index_2 the first page does not always tell. The third page is index_2 where
 * they run from 1, the second where they run from 2: reading it as well, every page is reached either way.
 */
function otherCount(page: ParsedPage): PageRequest | null {
  const pager = readPager(page.page.text);
  if (
    !pager ||
    pager.isShown ||
    pager.from === 1 ||
    pager.current !== 0 ||
    pager.pages < 3 ||
    page.page.visit.listPage > 1
  )
    return null;
  if (new RegExp(`/${pager.name}_\\d{1,6}\\.`).test(page.url) || linksTo(page, pager, 1) || linksTo(page, pager, 2))
    return null;
  const url = page.resolve(`${pager.name}_2.${pager.suffix}`);
  return url === null ? null : { url, method: 'GET' };
}

/** The call itself, never the definition of the function; a call within a comment counts, the list is there too. */
function readPager(text: string): Pager | null {
  let at = text.indexOf('createPage');
  for (let n = 0; at >= 0 && n < 20; n += 1, at = text.indexOf('createPage', at + 10)) {
    if (/function\s*$/.test(text.slice(Math.max(0, at - 12), at))) continue;
    const call = /^createPage(?:HTML)?\s*\(([^()\n]{3,200})\)/.exec(text.slice(at, at + 240));
    const pager = call ? pagerOf(call[1]!.split(',').map((word) => word.trim().replace(/^['"]|['"]$/g, ''))) : null;
    // The pages of one article are no pages of a list.
    if (pager && !/^(?:t\d{8}_\d+|content_\d+)$/.test(pager.name)) return pager;
  }
  return writtenPager(text);
}

/** The old template writes its pager in place: `var currentPage=0; var countPage=424; … "index_"+nextPage+".html"`. */
function writtenPager(text: string): Pager | null {
  const at = text.search(/\bcountPage\s*=\s*\d/);
  if (at < 0) return null;
  const near = text.slice(Math.max(0, at - 1500), at + 4000);
  const pages = /\bcountPage\s*=\s*(\d{1,6})/.exec(near)?.[1];
  const current = /\bcurrentPage\s*=\s*(\d{1,6})/.exec(near)?.[1];
  const file = /["'/\\=]([\w-]{1,60}?)_\\?["']\s*\+\s*\w+\s*\+\s*\\?["']\.([a-z]{3,5})\b/i.exec(near);
  return pages && current && file
    ? {
        pages: Number(pages),
        current: Number(current),
        name: file[1]!,
        suffix: file[2]!,
        total: null,
        from: 0,
        isShown: true,
      }
    : null;
}

function pagerOf(words: string[]): Pager | null {
  const from = /^\d+$/.test(words[0] ?? '') ? 0 : 1;
  const [pages, current, name, suffix, total] = words.slice(from);
  if (!pages || !current || !name || !suffix || !/^\d{1,6}$/.test(pages) || !/^\d{1,6}$/.test(current)) return null;
  if (!/^[\w-]{1,60}$/.test(name) || !/^[a-z]{3,5}$/i.test(suffix)) return null;
  return {
    pages: Number(pages),
    current: Number(current),
    name,
    suffix,
    total: total && /^\d{1,8}$/.test(total) ? Number(total) : null,
    from,
    isShown: false,
  };
}

/** index.html, index_1.html … from 0; or index.html, index_2.html … from 1. The address of this page tells which. */
function nextPage(page: ParsedPage, pager: Pager): PageRequest | null {
  const number = new RegExp(`/${pager.name}_(\\d{1,6})\\.`).exec(page.url)?.[1];
  const here = number === undefined ? null : Number(number);
  let next: number;
  let last: number;
  if (here === null) {
    const countsFromOne =
      pager.from === 1 || pager.current === 1 || (linksTo(page, pager, 2) && !linksTo(page, pager, 1));
    next = countsFromOne ? 2 : 1;
    last = countsFromOne ? pager.pages : pager.pages - 1;
  } else {
    const countsFromOne = pager.from === 1 || pager.current === here - 1;
    next = here + 1;
    last = countsFromOne ? pager.pages : pager.pages - 1;
  }
  if (next > last) return null;
  const url = page.resolve(`${pager.name}_${next}.${pager.suffix}`);
  return url === null ? null : { url, method: 'GET' };
}

function linksTo(page: ParsedPage, pager: Pager, number: number): boolean {
  return page.links.some((link) => link.href.endsWith(`${pager.name}_${number}.${pager.suffix}`));
}
