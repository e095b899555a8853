import { describe, expect, it } from 'vitest';
import type { PageRequest, Visit } from '#evidence';
import { readNextLink } from './next-page.js';
import { parsePage } from './parsed-page.js';

const host = 'http://www.yunling.example.gov.cn';

function next(path: string, html: string, visit: Partial<Visit> = {}, request?: PageRequest): PageRequest | null {
  return readNextLink(
    parsePage({
      url: host + path,
      text: html,
      contentType: 'text/html',
      ...(request ? { request } : {}),
      visit: {
        as: 'column',
        columnKey: 'policy',
        columnName: null,
        from: null,
        linkText: null,
        listPage: 1,
        depth: 1,
        ...visit,
      },
    }),
  );
}

const rows =
  '<ul><li><a href="/a/1.html">云岭县人民政府关于印发年度工作要点的通知</a><span>2025-03-01</span></li></ul>';
const page = (pager: string) => `<html><body>${rows}<div class="fy">${pager}</div></body></html>`;

describe('links', () => {
  it.each<[string, string, string, string | null]>([
    ['下一页', '/zw/index.html', '<a href="index_2.html">下一页</a>', '/zw/index_2.html'],
    ['with spaces within', '/zw/index.html', '<a href="index_2.html">下 一 页 &gt;&gt;</a>', '/zw/index_2.html'],
    ['other words', '/zw/index.html', '<a href="index_2.html">后页</a>', '/zw/index_2.html'],
    ['a sign, its name in title', '/zw/', '<a href="?page=2" title="下一页">&gt;</a>', '/zw/?page=2'],
    ['a sign among numbers', '/zw/', '<b>1</b><a href="?p=2">2</a><a href="?p=2">›</a>', '/zw/?p=2'],
    ['a picture', '/zw/', '<a href="p2.htm"><img src="n.gif" alt="下一页"></a>', '/zw/p2.htm'],
    [
      'an icon by its class',
      '/zw/',
      '<span>1</span><a href="p2.htm">2</a><a class="pg next" href="p2.htm"></a>',
      '/zw/p2.htm',
    ],
    ['rel', '/zw/', '<a rel="next" href="p2.htm">→</a>', '/zw/p2.htm'],
    ['upper case, unquoted', '/l.asp', '<A HREF=l.asp?PageNo=2>下一页</A>', '/l.asp?PageNo=2'],
    ['protocol-relative', '/zw/', '<a href=//www.yunling.example.gov.cn/zw/2.html>下一页</a>', '/zw/2.html'],
    [
      'address in data-href',
      '/zw/',
      '<a href="javascript:;" data-href="./index_2.html">下一页</a>',
      '/zw/index_2.html',
    ],
    ['address in onclick', '/zw/', `<a href="#" onclick="location.href='list_2.html'">下一页</a>`, '/zw/list_2.html'],
    [
      'window.open in href',
      '/zw/',
      `<a href="javascript:window.open('list_2.html','_self')">下一页</a>`,
      '/zw/list_2.html',
    ],
    ['the head of the page', '/c/notice', '<link rel="next" href="/c/notice?cursor=MTA">', '/c/notice?cursor=MTA'],
    ['the head of the page, to another host', '/c/notice', '<link rel="next" href="https://other.example/2">', null],
    ['on the last page: itself', '/zw/index_9.html', '<a href="index_9.html">下一页</a>', null],
    ['on the last page: the number it has', '/zw/l?page=9', '<a href="/zw/l?page=9&x=1">下一页</a>', null],
    ['on the last page: dead', '/zw/index_9.html', '<a href="#" class="disabled">下一页</a>', null],
    ['on the last page: no link', '/zw/index_9.html', '<span>下一页</span>', null],
    ['of another article', '/zw/1.html', '<a href="2.html">下一篇</a>', null],
    [
      'load more, whatever the attribute is called',
      '/zw/',
      '<button type="button" data-next="/api/content?channel=tzgg&page=2" aria-controls="list">加载更多</button>',
      '/api/content?channel=tzgg&page=2',
    ],
    ['more of another column', '/zw/', '<a href="/other/">更多&gt;&gt;</a>', null],
    ['a carousel', '/zw/', '<a class="flex-next" href="/x/">Next</a>', '/x/'],
  ])('%s', (_, path, pager, expected) =>
    expect(next(path, page(pager))?.url ?? null).toBe(expected === null ? null : host + expected),
  );
});

describe('numbers', () => {
  it.each<[string, string, string, string | null]>([
    ['the one without link', '/zw/', '<span>1</span><a href="2.html">2</a><a href="3.html">3</a>', '/zw/2.html'],
    ['the marked one', '/zw/', '<a class="on" href="1.html">1</a><a href="2.html">2</a>', '/zw/2.html'],
    [
      'marked on the li',
      '/zw/',
      '<ul><li class="active"><a href="#">1</a></li><li><a href="2.html">2</a></li></ul>',
      '/zw/2.html',
    ],
    ['a dead one among others', '/zw/', '<a href="javascript:;">1</a><a href="2.html">2</a>', '/zw/2.html'],
    ['bare beside a single link', '/zw/', '1　<a href="2.html">2</a>', '/zw/2.html'],
    ['bare beside a single link, on the last page', '/zw/2.html', '<a href="1.html">1</a>　2', null],
    ['in brackets', '/zw/', '<b>[1]</b> <a href="2.html">[2]</a>', '/zw/2.html'],
    [
      'by the number in the address',
      '/zw/?cur_page=3',
      '<a href="?cur_page=2">2</a><a href="?cur_page=3">3</a><a href="?cur_page=4">4</a>',
      '/zw/?cur_page=4',
    ],
    [
      'pageIndex',
      '/zw/l.do?id=3&pageIndex=1',
      '<a href="l.do?id=3&pageIndex=1">1</a><a href="l.do?id=3&pageIndex=2">2</a>',
      '/zw/l.do?id=3&pageIndex=2',
    ],
    ['the last', '/zw/3.html', '<a href="1.html">1</a><a href="2.html">2</a><span>3</span>', null],
    [
      'a calendar',
      '/zw/',
      Array.from({ length: 30 }, (_, n) => `<a href="d${n + 1}.html">${n + 1}</a>`).join(''),
      null,
    ],
  ])('%s', (_, path, pager, expected) =>
    expect(next(path, page(pager))?.url ?? null).toBe(expected === null ? null : host + expected),
  );

  it('goes by how many pages came before when nothing is marked', () => {
    const pager = '<a href="1.html">1</a><a href="2.html">2</a><a href="3.html">3</a>';
    expect(next('/zw/2.html', page(pager), { as: 'list', listPage: 2 })?.url).toBe(`${host}/zw/3.html`);
  });
});

describe('calls', () => {
  const form = (method: string) =>
    `<form name="pageForm" action="list.do" ${method}><input type=hidden name=columnId value=37><input type="hidden" name="pageNo" value="1"><input type="submit" value="GO"></form>`;
  it.each<[string, string, string, PageRequest | null]>([
    [
      'goPage over the address',
      '/l.jsp?cat=5&cur_page=2',
      '<a href="javascript:goPage(3)">下一页</a>',
      { url: `${host}/l.jsp?cat=5&cur_page=3`, method: 'GET' },
    ],
    [
      'a function with its address',
      '/zw/l.jsp',
      `<a href="javascript:goPage('2')">下一页</a><script>function goPage(n){ window.location.href = "l.jsp?cur_page=" + n; }</script>`,
      { url: `${host}/zw/l.jsp?cur_page=2`, method: 'GET' },
    ],
    [
      'files numbered from nothing',
      '/zw/',
      `<a onclick="turn(2)" href="#">下一页</a><script>var turn = function(p) { if (p == 1) return; location = 'index_' + (p-1) + '.html'; }</script>`,
      { url: `${host}/zw/index_1.html`, method: 'GET' },
    ],
    [
      'a form that is posted',
      '/zw/list.do',
      `<a href="javascript:goPage(2)">下一页</a>${form('method="post"')}`,
      {
        url: `${host}/zw/list.do`,
        method: 'POST',
        body: 'columnId=37&pageNo=2',
        contentType: 'application/x-www-form-urlencoded',
      },
    ],
    [
      'a form that is got',
      '/zw/list.do',
      `<a href="javascript:goPage(2)">下一页</a>${form('')}`,
      { url: `${host}/zw/list.do?columnId=37&pageNo=2`, method: 'GET' },
    ],
    [
      'a form within a table, a field of another name, single quotes',
      '/l.asp',
      `<table><form name='f' method='post' action='l.asp'><tr><td><input type='hidden' name='toNo' id='toNo' value=''><input type=hidden name=lm value=7></td></tr></form></table><a href='#' onclick='jump(2);return false'>下页</a><script>function jump(k){document.f.toNo.value=k;document.f.submit();}</script>`,
      {
        url: `${host}/l.asp`,
        method: 'POST',
        body: 'toNo=2&lm=7',
        contentType: 'application/x-www-form-urlencoded',
      },
    ],
    [
      'the numbers alone',
      '/zw/list.do',
      `<span class="cur">1</span><a href="javascript:void(0)" onclick="queryList(2)">2</a><a href="javascript:void(0)" onclick="queryList(3)">3</a>${form('method=POST')}`,
      {
        url: `${host}/zw/list.do`,
        method: 'POST',
        body: 'columnId=37&pageNo=2',
        contentType: 'application/x-www-form-urlencoded',
      },
    ],
    [
      'ASP.NET',
      '/l.aspx?id=3',
      `<form method="post" action="./l.aspx?id=3" id="form1"><input type="hidden" name="__VIEWSTATE" value="dDw=" /><input type="hidden" name="__EVENTTARGET" value=""><a href="javascript:__doPostBack('AspNetPager1','2')">下一页</a></form>`,
      {
        url: `${host}/l.aspx?id=3`,
        method: 'POST',
        body: '__VIEWSTATE=dDw%3D&__EVENTTARGET=AspNetPager1&__EVENTARGUMENT=2',
        contentType: 'application/x-www-form-urlencoded',
      },
    ],
    [
      'a button',
      '/zw/l?page=1',
      '<button onclick="goPage(2)">下一页</button>',
      { url: `${host}/zw/l?page=2`, method: 'GET' },
    ],
    [
      'a span',
      '/zw/l?page=1',
      '<span onclick="toPage(2,15)">下一页</span>',
      { url: `${host}/zw/l?page=2`, method: 'GET' },
    ],
    [
      'data-page',
      '/zw/l?page=1',
      '<a href="javascript:;" data-page="2">下一页</a>',
      { url: `${host}/zw/l?page=2`, method: 'GET' },
    ],
    ['the last page', '/zw/l?page=4', '<a href="javascript:goPage(4)">下一页</a>', null],
    ['before the last', '/zw/l?page=4', '<a href="javascript:goPage(3)">上一页</a>', null],
    ['only a script elsewhere knows', '/zw/index.html', '<a href="javascript:goPage(2)">下一页</a>', null],
    [
      'a form of sign-in is never sent',
      '/zw/index.html',
      '<a href="javascript:goPage(2)">下一页</a><form method=post><input name=page value=1><input type=password name=w></form>',
      null,
    ],
  ])('%s', (_, path, pager, expected) => expect(next(path, page(pager))).toEqual(expected));

  it('turns the posted form that brought the page', () => {
    const request: PageRequest = {
      url: `${host}/zw/list.do`,
      method: 'POST',
      body: 'columnId=37&pageNo=2',
      contentType: 'application/x-www-form-urlencoded',
    };
    const found = next('/zw/list.do', page('<a href="javascript:goPage(3)">下一页</a>'), { listPage: 2 }, request);
    expect(found?.body).toBe('columnId=37&pageNo=3');
    expect(next('/zw/list.do', page('<a href="javascript:goPage(2)">下一页</a>'), { listPage: 2 }, request)).toBeNull();
  });
});

describe('select boxes, plugins, buttons that load more', () => {
  it.each<[string, string, string, string | null]>([
    [
      'addresses in a select box',
      '/zw/index.html',
      `<select onchange="location.href=this.value"><option value="index.html" selected>第1页</option><option value="index_2.html">第2页</option></select>`,
      '/zw/index_2.html',
    ],
    [
      'numbers in a select box',
      '/zw/l.asp?page=1',
      `<select name=page onchange="goPage(this.value)"><option value=1 selected>1<option value=2>2</select>`,
      '/zw/l.asp?page=2',
    ],
    [
      'an address put together',
      '/zw/l.asp',
      `<select onchange="window.location='l.asp?lm=3&page='+this.options[this.selectedIndex].value"><option value=1>第1页</option><option value=2>第2页</option></select>`,
      '/zw/l.asp?lm=3&page=2',
    ],
    [
      'the last of a select box',
      '/zw/index_2.html',
      `<select onchange="location.href=this.value"><option value="index.html">第1页</option><option value="index_2.html" selected>第2页</option></select>`,
      null,
    ],
    [
      'a select box of sites',
      '/zw/',
      '<select onchange="window.open(this.value)"><option>各部门</option><option value="/b/">县教育局</option></select>',
      null,
    ],
    [
      'pagination with a callback',
      '/zw/index.html',
      '<script>$(".pagination").pagination({ totalPage: 9, current: 1, callback: function(api){ location.href = "index_" + api.getCurrent() + ".html"; } })</script>',
      '/zw/index_2.html',
    ],
    [
      'pagination without',
      '/zw/index.html',
      '<script>$(".pagination").pagination({ totalPage: 9 });</script>',
      '/zw/index_2.html',
    ],
    ['pagination, later', '/zw/index_2.html', '<script>$(".pagination").pagination({ totalPage: 2 });</script>', null],
    [
      'laypage',
      '/zw/l.jsp?lm=3',
      `<script>laypage.render({elem:'page', count: 40, limit: 15, curr: 1, jump: function(obj, first){ if(!first){ location.href = 'l.jsp?lm=3&cur_page=' + obj.curr; } }});</script>`,
      '/zw/l.jsp?lm=3&cur_page=2',
    ],
    [
      'load more',
      '/zw/',
      '<a class="load-more" href="javascript:;" data-url="/zw/more?cid=3&page=2">加载更多</a>',
      '/zw/more?cid=3&page=2',
    ],
    [
      'load more, number apart',
      '/zw/',
      '<button data-url="/zw/more?cid=3" data-page="1">点击加载更多</button>',
      '/zw/more?cid=3&page=2',
    ],
    [
      'load more by a link',
      '/zw/',
      '<div class="more" data-href="/zw/more?pageNo=2"><span>加载更多…</span></div>',
      '/zw/more?pageNo=2',
    ],
    ['more of another column', '/zw/', '<div data-url="/zw/other/">更多</div>', null],
  ])('%s', (_, path, pager, expected) =>
    expect(next(path, page(pager), { listPage: /_(\d)\./.test(path) ? 2 : 1 })?.url ?? null).toBe(
      expected === null ? null : host + expected,
    ),
  );

  it('goes on with pieces of HTML that were asked for by number', () => {
    expect(next('/zw/more?cid=3&page=2', rows, { as: 'list', listPage: 2 })?.url).toBe(`${host}/zw/more?cid=3&page=3`);
    expect(next('/zw/more?cid=3&page=2', `${rows}<i data-pages="2"></i>`, { as: 'list', listPage: 2 })).toBeNull();
    expect(next('/zw/l?cid=3&page=2', page(''), { as: 'list', listPage: 2 })).toBeNull();
  });
});

it('reads hostile pagers in time', () => {
  const begun = process.cpuUsage().user / 1000;
  for (const piece of [
    '<a href="javascript:f(',
    'location=',
    '<option>1',
    '<a>1</a>',
    '.page({',
    'data-url="',
    'function f(',
  ])
    next('/zw/', `<body>下一页<select><script>${piece.repeat(40_000)}</script>${piece.repeat(40_000)}`);
  expect(process.cpuUsage().user / 1000 - begun).toBeLessThan(6000);
});
