import { COLUMNS, columnOf, LIBRARY, pageName, pathOf, type Column } from './columns.js';
import { articlesOf } from './content/index.js';
import { plainDay } from './dates.js';
import { crumb, cut, departmentOf, escapeHtml, page, sideMenu } from './shell.js';
import type { Article } from './types.js';

/** A row whose page was taken away, and one that was only ever a template's sample, inside a comment. */
export const GONE = '/zfxxgk/zc/qtwj/2025/0611/79290.jhtml';
export const SAMPLE = '/zfxxgk/zc/gfxwj/2021/0101/10001.jhtml';

const link = (article: Article, key: string, length: number) =>
  `<a href="${pathOf(article, key)}" target="_blank" title="${escapeHtml(article.title)}">${cut(article.title, length)}</a>`;

function years(articles: Article[], key: string): string {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const year = article.published?.slice(0, 4) ?? '';
    groups.set(year, [...(groups.get(year) ?? []), article]);
  }
  const blocks = [...groups].map(([year, rows]) => {
    const items = rows.map(
      (article) => `<dt>${article.published?.slice(5, 10).replace('-', '/')}</dt><dd>${link(article, key, 34)}</dd>`,
    );
    return `<section class="year"><h3>${year}年</h3>\n<dl>\n${items.join('\n')}\n</dl></section>`;
  });
  const sample =
    key === 'gfxwj'
      ? `<!-- <dl><dt>01/01</dt><dd><a href="${SAMPLE}" title="测试文件标题">测试文件标题</a></dd></dl> -->`
      : '';
  return `<div class="ylist">${sample}${blocks.join('\n')}</div>`;
}

const section = (inner: string, date: string) => `<section><h4>${inner}</h4><time>${date}</time></section>`;

function dates(articles: Article[], key: string, n: number): string {
  const rows = articles.map((article) =>
    section(link(article, key, 32), article.published ? plainDay(article.published) : ''),
  );
  if (key === 'qtwj' && n === 1) {
    const pinned = articlesOf(['qtwj']).filter((article) => article.kind === 'document' && article.pinned);
    rows.unshift(
      ...pinned.map((a) => section(`<em class="tag-top">[置顶]</em>${link(a, key, 30)}`, plainDay(a.published ?? ''))),
    );
  }
  if (key === 'qtwj' && n === 2) {
    rows.push(
      section(
        `<a href="${GONE}" title="关于开展第二批锦屏湖老字号认定工作的通知">关于开展第二批锦屏湖老字号认定工作的通知</a>`,
        '2025年6月11日',
      ),
    );
  }
  return `<div class="dlist">${rows.join('\n')}</div>`;
}

function pager(n: number, pages: number): string {
  if (pages < 2) return '';
  const numbers = Array.from({ length: pages }, (_, k) => k + 1).map((k) =>
    k === n ? `<span class="cur">${k}</span>` : `<a href="${pageName(k)}">${k}</a>`,
  );
  const before = n > 1 ? `<a rel="prev" href="${pageName(n - 1)}">上一页</a>` : '<span>上一页</span>';
  const after = n < pages ? `<a rel="next" href="${pageName(n + 1)}">下一页</a>` : '<span>下一页</span>';
  return `<div class="pager"><a href="index.jhtml">首页</a>${before}${numbers.join('')}${after}<a href="${pageName(pages)}">尾页</a> 共${pages}页</div>`;
}

/** What the page of 通知公告 asks for. */
export function noticesJson(): string {
  const rows = articlesOf(['tzgg']).map((a) => ({
    contentId: a.id,
    title: a.title,
    url: pathOf(a),
    releaseDate: a.published?.slice(0, 10),
    isTop: 0,
    views: a.id % 997,
  }));
  return JSON.stringify({ code: 0, message: 'success', data: { total: rows.length, rows } });
}

function menuOf(column: Column): string {
  const home = departmentOf(column);
  if (home)
    return sideMenu(
      [
        ['机构职能', `${home.folder}/jgzn/index.jhtml`],
        ['通知公告', `${column.folder}/index.jhtml`],
      ],
      home.name,
    );
  if (column.folder.startsWith('/zfxxgk')) return sideMenu();
  if (column.folder.startsWith('/hdjl'))
    return sideMenu(
      [
        ['区长信箱', '/hdjl/qzxx/index.jhtml'],
        ['民意征集', '/hdjl/myzj/index.jhtml'],
      ],
      '互动交流',
    );
  return sideMenu(
    [
      ['湖区要闻', '/xwzx/lhyw/index.jhtml'],
      ['通知公告', '/xwzx/tzgg/index.jhtml'],
      ['专题专栏', '/zt/index.jhtml'],
    ],
    '新闻中心',
  );
}

function reports(): string {
  const rows = articlesOf(['zfxxgknb']).map((a) => {
    const year = a.kind === 'report' ? a.year : 0;
    return `<tr><td>${year}年</td><td><a href="${pathOf(a)}" title="${a.title}">查看</a></td><td>${plainDay(a.published ?? '')}</td></tr>`;
  });
  return `<table class="zcwjk"><thead><tr><th>年度</th><th>区政府年度报告</th><th>发布日期</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function listPage(column: Column, n: number): string | null {
  const all = articlesOf([column.key]);
  const pages =
    column.layout === 'json' || column.layout === 'table' ? 1 : Math.max(1, Math.ceil(all.length / column.size));
  if (n > pages) return null;
  const rows = all.slice((n - 1) * column.size, n * column.size);
  const inner = {
    years: () => years(rows, column.key),
    dates: () => dates(rows, column.key, n),
    json: () =>
      '<div class="dlist" id="jsList" data-json="list.json" data-size="15"><p class="loading">正在加载……</p></div>',
    table: reports,
    none: () => '',
  }[column.layout]();
  const head = n < pages ? `<link rel="next" href="${pageName(n + 1)}">\n` : '';
  const html = `${crumb(column.key)}${menuOf(column)}<div class="cont">${inner}${pager(n, pages)}</div>`;
  return page({ title: column.name, html, column, head, department: departmentOf(column) });
}

function libraryPage(n: number): string | null {
  const all = articlesOf(LIBRARY.columns);
  const pages = Math.ceil(all.length / LIBRARY.size);
  if (n > pages) return null;
  const rows = all.slice((n - 1) * LIBRARY.size, n * LIBRARY.size).map((a, k) => {
    const d = a.kind === 'document' ? a : null;
    return `<tr><td>${(n - 1) * LIBRARY.size + k + 1}</td><td class="tit">${link(a, a.column, 30)}</td><td>${d?.number ?? '—'}</td><td>${d?.issued}</td><td>${a.published?.slice(0, 10)}</td><td>${d?.printed?.validity ?? '有效'}</td></tr>`;
  });
  const options = Array.from({ length: pages }, (_, k) => k + 1).map(
    (k) => `<option value="${pageName(k)}"${k === n ? ' selected' : ''}>第${k}页</option>`,
  );
  const html = `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zfxxgk/index.jhtml">政府信息公开</a> &gt; ${LIBRARY.name}</div>
<table class="zcwjk"><thead><tr><th>序号</th><th>文件名称</th><th>发文字号</th><th>成文日期</th><th>发布日期</th><th>有效性</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<div class="pager">共${all.length}条 转到 <select aria-label="页码" onchange="location.href=this.value">${options.join('')}</select></div>`;
  return page({ title: LIBRARY.name, html, column: { ...columnOf('zfwj'), name: LIBRARY.name } });
}

/** The list page at this path, or null. */
export function listAt(path: string): string | null {
  const match = /^(\/.+)\/index(?:_(\d+))?\.jhtml$/.exec(path) ?? /^(\/.+)\/$/.exec(path);
  if (!match) return null;
  const n = Number(match[2] ?? '1');
  if (match[1] === LIBRARY.folder) return libraryPage(n);
  const column = COLUMNS.find((c) => c.folder === match[1] && c.layout !== 'none');
  return column ? listPage(column, n) : null;
}
