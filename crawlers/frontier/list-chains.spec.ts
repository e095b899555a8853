import { describe, expect, it } from 'vitest';
import type { PageRequest, Visit } from '#evidence';
import { type ListReading, type PageText, readPage } from '#facts';
import { families } from '../families/index.js';
import { ListChains } from './list-chains.js';

const host = 'http://www.yunling.example.gov.cn';

interface Answer {
  text: string;
  type?: string;
}

/** Follows a list from its first page as the crawler does. The items read, in order, and how many pages were asked for. */
function walk(first: string, answer: (request: PageRequest, page: number) => Answer, limit = 50) {
  const chains = new ListChains(limit);
  const items = new Set<string>();
  let request: PageRequest | null = { url: host + first, method: 'GET' };
  let from: string | null = `${host}/`;
  let pages = 0;
  for (let listPage = 1; request && listPage <= limit + 5; listPage += 1) {
    const visit: Visit = {
      as: listPage === 1 ? 'column' : 'list',
      columnKey: 'policy',
      columnName: null,
      from,
      linkText: null,
      listPage,
      depth: 1,
    };
    const { text, type = 'text/html' } = answer(request, listPage);
    pages += 1;
    const page: PageText = { url: request.url, text, contentType: type, visit, request };
    const list: ListReading | null = readPage(page, families).list;
    for (const item of list?.items ?? []) items.add(item.url);
    from = request.url;
    request = list && chains.goesOn(request.url, visit, list) ? list.next : null;
  }
  return { items: items.size, pages };
}

const rows = (page: number, size = 3) =>
  `<ul>${Array.from({ length: size }, (_, n) => `<li><a href="/a/${page}-${n}.html">云岭县人民政府关于第${page}批第${n}项资金的通知</a><i>2025-03-0${n + 1}</i></li>`).join('')}</ul>`;
const html = (inside: string) => `<html><body>${inside}</body></html>`;
const json = (page: number, more: object, size = 3) => ({
  type: 'application/json',
  text: JSON.stringify({
    rows: Array.from({ length: size }, (_, n) => ({
      title: `云岭县第${page}批第${n}项公告`,
      url: `/a/${page}-${n}.html`,
      publishTime: `2025-03-0${n + 1}`,
    })),
    ...more,
  }),
});
const numberIn = (url: string, name: RegExp) => Number(name.exec(url)?.[1] ?? 1);

describe('a list is read to its end and no further', () => {
  it.each<[string, string, (request: PageRequest, page: number) => Answer, { items: number; pages: number }]>([
    [
      'a pager without end that shows the last page again',
      '/l.jsp?page=1',
      ({ url }) => {
        const page = numberIn(url, /page=(\d+)/);
        return { text: html(`${rows(Math.min(page, 4))}<a href="l.jsp?page=${page + 1}">下一页</a>`) };
      },
      { items: 12, pages: 5 },
    ],
    [
      'a pager that begins again',
      '/l.jsp?page=1',
      ({ url }) => {
        const page = numberIn(url, /page=(\d+)/);
        return { text: html(`${rows(((page - 1) % 3) + 1)}<a href="l.jsp?page=${page + 1}">下一页</a>`) };
      },
      { items: 9, pages: 4 },
    ],
    [
      'far pages that are stubs',
      '/zw/index.html',
      (_, page) => ({
        text:
          page > 5
            ? '<html><head></head><body><div class="main"></div></body></html>'
            : html(`${rows(page)}<script>createPageHTML(54, ${page - 1}, "index", "html")</script>`),
      }),
      { items: 15, pages: 6 },
    ],
    [
      'the envelope past the end',
      '/api/list?pageNo=1',
      ({ url }) => {
        const page = numberIn(url, /pageNo=(\d+)/);
        return page > 4
          ? { type: 'application/json', text: '{"searchVO":{"listVO":[],"totalCount":null}}' }
          : json(page, {});
      },
      { items: 12, pages: 5 },
    ],
    [
      'a server that pays no heed to the number',
      '/api/list?pageNo=1',
      () => json(1, { total: 900 }),
      { items: 3, pages: 2 },
    ],
    [
      'pieces of HTML until one is empty',
      '/zw/index.html',
      ({ url }, page) =>
        page === 1
          ? { text: html(`${rows(1)}<a class="more" href="javascript:;" data-url="/zw/more?page=2">加载更多</a>`) }
          : { text: numberIn(url, /page=(\d+)/) > 3 ? '<p class="none">没有更多了</p>' : rows(page) },
      { items: 9, pages: 4 },
    ],
    [
      'a posted form',
      '/zw/list.do',
      ({ body }) => {
        const page = Number(new URLSearchParams(body ?? 'pageNo=1').get('pageNo'));
        const more =
          page < 4
            ? `<a href="javascript:goPage(${page + 1})">下一页</a>`
            : '<a href="javascript:goPage(4)">下一页</a>';
        return {
          text: html(
            `${rows(page)}${more}<form action="list.do" method="post"><input type="hidden" name="cat" value="5"><input type="hidden" name="pageNo" value="${page}"></form>`,
          ),
        };
      },
      { items: 12, pages: 4 },
    ],
    [
      'numbers that run down',
      '/tzgg/xstz.htm',
      ({ url }) => {
        const page = 5 - numberIn(url, /xstz\/(\d+)\.htm/) + (url.endsWith('xstz.htm') ? 0 : 1);
        const shown = url.endsWith('xstz.htm') ? 1 : page;
        const next = url.endsWith('xstz.htm') ? 'xstz/4.htm' : `${5 - shown}.htm`;
        return {
          text: html(
            `<div class="v_news_content">${rows(shown)}</div>${shown < 5 ? `<a href="${next}">下页</a>` : '<span>下页</span>'}`,
          ),
        };
      },
      { items: 15, pages: 5 },
    ],
    [
      'offsets',
      '/api/list?start=0&limit=3',
      ({ url }) => json(Number(new URL(url).searchParams.get('start')) / 3 + 1, { total: 9 }),
      { items: 9, pages: 3 },
    ],
    [
      'pages counted from nothing',
      '/api/list?pageIndex=0&pageSize=3',
      ({ url }) => {
        const page = Number(new URL(url).searchParams.get('pageIndex')) + 1;
        return page > 3 ? { type: 'application/json', text: '{"rows":[],"total":9}' } : json(page, { total: 9 });
      },
      { items: 9, pages: 4 },
    ],
  ])('%s', (_, first, answer, expected) => expect(walk(first, answer)).toEqual(expected));

  it('never asks for more pages than allowed', () => {
    const answer = ({ url }: PageRequest) => {
      const page = numberIn(url, /page=(\d+)/);
      return { text: html(`${rows(page)}<a href="l.jsp?page=${page + 1}">下一页</a>`) };
    };
    expect(walk('/l.jsp?page=1', answer, 20)).toEqual({ items: 60, pages: 20 });
  });
});
