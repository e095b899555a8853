import { columnKeys, dynamicPath, infoPath, listPath, relative } from './addresses.js';
import { COLUMNS, column, type Column } from './columns.js';
import { ARTICLES, DEAD_NOTICE } from './content/index.js';
import { parts, slash } from './dates.js';
import { page, SITE } from './shell.js';
import type { Article, ColumnKey } from './types.js';

interface Row {
  title: string;
  path: string;
  published: string | null;
  number: string;
}

const when = (article: Article) => article.published ?? (article.kind === 'document' ? article.issued : null) ?? '';

/** Articles of a column, newest first. */
export function listed(key: ColumnKey): Article[] {
  return ARTICLES.filter((article) => columnKeys(article).includes(key)).sort((a, b) => when(b).localeCompare(when(a)));
}

export function rows(key: ColumnKey): Row[] {
  const col = column(key);
  const found = listed(key).map((article) => ({
    title: article.title,
    path: col.list === 'dynamic' ? dynamicPath(article, key) : infoPath(article, key),
    published: article.published,
    number: article.kind === 'document' ? (article.numberShown ?? article.number ?? '') : '',
    order: when(article),
  }));
  if (key === 'tzgg') {
    const { id, title, published } = DEAD_NOTICE;
    found.push({ title, path: `/info/${col.tree}/${id}.htm`, published, number: '', order: published });
  }
  return found.sort((a, b) => b.order.localeCompare(a.order));
}

const cut = (title: string, size: number) => (title.length > size ? `${title.slice(0, size)}...` : title);

export function plainRow(row: Row, from: string, i: number, dated: 'full' | 'short'): string {
  const p = row.published ? parts(row.published) : null;
  const day = !p || !row.published ? '' : dated === 'full' ? slash(row.published) : `${p.month}-${p.day}`;
  return `<li id="line_u9_${i}"><a href="${relative(from, row.path)}" target="_blank" title="${row.title}">${cut(row.title, 38)}</a><span>${day}</span></li>`;
}

function calendarRow(row: Row, from: string): string {
  const p = parts(row.published ?? '');
  return `<li><div class="rq"><b>${p.day}</b><i>${p.month}</i><div class="year">${p.year}</div></div><div><h4><a href="${relative(from, row.path)}" title="${row.title}">${row.title}</a></h4><p>博岭县人民政府网站 / 政策解读</p></div></li>`;
}

function tableRow(row: Row, from: string, i: number): string {
  return `<tr height="20" id="lineu6_${i}"><td width="10">·</td><td><a href="${relative(from, row.path)}" class="c6" title="${row.title}" target="_blank">${cut(row.title, 34)}</a></td><td>${row.number}</td><td width="1%" nowrap><span class="timestyle6">${row.published ? slash(row.published) : ''}&nbsp;</span></td></tr>`;
}

function listHtml(col: Column, items: Row[], from: string): string {
  switch (col.list) {
    case 'calendar':
      return `<ul class="cal">${items.map((row) => calendarRow(row, from)).join('\n')}</ul>`;
    case 'table':
      return `<table class="tbl winstyle6" width="100%" cellspacing="3" cellpadding="0">${items.map((row, i) => tableRow(row, from, i)).join('\n')}</table>`;
    default: {
      const dated = col.list === 'short' ? 'short' : 'full';
      return `<ul class="newslist">${items.map((row, i) => plainRow(row, from, i, dated)).join('\n')}</ul>`;
    }
  }
}

function pager(col: Column, n: number, pages: number, total: number, from: string): string {
  if (pages < 2) return '';
  const link = (label: string, to: number, off: boolean, name: string) =>
    off
      ? `<span class="${name}_d p_fun_d">${label}</span>`
      : `<span class="${name} p_fun"><a href="${relative(from, listPath(col, to, pages))}">${label}</a></span>`;
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === n
      ? `<span class="p_no_d">${i + 1}</span>`
      : `<span class="p_no"><a href="${relative(from, listPath(col, i + 1, pages))}">${i + 1}</a></span>`,
  ).join('');
  return `<div class="pb pb_sys_common pb_sys_style1"><span class="p_pages"><span class="p_t">共${total}条</span>${link('首页', 1, n === 1, 'p_first')}${link('上页', n - 1, n === 1, 'p_prev')}${numbers}${link('下页', n + 1, n === pages, 'p_next')}${link('尾页', pages, n === pages, 'p_last')}<span class="p_t">${n}/${pages}</span></span></div>`;
}

export function sidebar(heading: string, entries: [string, string][], from: string): string {
  const items = entries.map(([name, to]) => `<li><a href="${relative(from, to)}">${name}</a></li>`).join('');
  return `<div class="left"><h3>${heading}</h3><ul>${items}</ul></div>`;
}

/** The columns beside this one. */
function siblings(col: Column): [string, string][] {
  return COLUMNS.filter((c) => c.parent.path === col.parent.path && c.key !== 'ldzc').map((c) => [
    c.name,
    `/${c.path}.htm`,
  ]);
}

export const OPEN_ENTRIES: [string, string][] = [
  ['政府信息公开指南', '/zfxxgk/zfxxgkzn.htm'],
  ['政府信息公开制度', '/zfxxgk/zfxxgkzd.htm'],
  ['法定主动公开内容', '/zfxxgk/fdzdgknr.htm'],
  ['政府信息公开年报', '/zfxxgk/zfxxgknb.htm'],
  ['依申请公开', '/zfxxgk/ysqgk.htm'],
];

/** One page of a list, or null past its end. */
export function listPage(col: Column, n: number): string | null {
  const all = rows(col.key);
  const pages = Math.max(1, Math.ceil(all.length / col.pageSize));
  if (n < 1 || n > pages) return null;
  const from = listPath(col, n, pages);
  const items = all.slice((n - 1) * col.pageSize, n * col.pageSize);
  const open = col.parent.path === 'zfxxgk' && col.key !== 'ldzc';
  const side = open ? OPEN_ENTRIES : siblings(col);
  const crumbs: [string, string | null][] = [
    ['首页', '/index.htm'],
    [col.parent.name, `/${col.parent.path}.htm`],
    [col.name, null],
  ];
  return page({
    path: from,
    title: `${col.name}-${SITE}`,
    crumbs,
    upper: col.list === 'plain' || col.list === 'table',
    html: `<div class="w main">${sidebar(col.parent.name, side, from)}<div class="right"><h3>${col.name}</h3>
${listHtml(col, items, from)}
${pager(col, n, pages, all.length, from)}</div></div>`,
  });
}

/** The list page at this path, or null. */
export function listAt(path: string): string | null {
  const [bare = '', query = ''] = path.split('?');
  for (const col of COLUMNS) {
    const pages = Math.max(1, Math.ceil(rows(col.key).length / col.pageSize));
    if (bare === `/${col.path}.htm`) return listPage(col, 1);
    if (col.list === 'table' && bare === `/${col.path}.jsp`) {
      return listPage(col, Number(new URLSearchParams(query).get('a6p') ?? '1'));
    }
    const match = bare.startsWith(`/${col.path}/`) ? /^(\d+)\.htm$/.exec(bare.slice(col.path.length + 2)) : null;
    if (match && col.list !== 'table') return listPage(col, pages - Number(match[1]) + 1);
  }
  return null;
}
