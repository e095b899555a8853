import { COLUMNS, columnOf, PER_PAGE, pagePath, pagesOf, rowsOf, type Column, type Row } from './columns.js';
import { articlePage } from './article.js';
import { page } from './shell.js';
import type { SiteAnswer } from '../model.js';

const crumb = ({ id, name }: Column): string => `<a href='/a/${id}/'>${name}</a>`;

/** Titles are cut after so many bytes of GBK, without a mark; what is bold or coloured is so around the rest. */
function cut({ title, look: [before, after] = ['', ''] }: Row['item'], most: number): string {
  let left = most;
  const kept = [...title].filter((letter) => (left -= letter < '\x80' ? 1 : 2) >= 0).join('');
  return `${before}${kept}${after}`;
}

/** The default template of the system: category in brackets, title, and a line of small letters below. */
function defaultRow({ item, path }: Row): string {
  const column = columnOf(item.column);
  return `<li><a href='${path}' class='preview'></a>
<b>[<a href='/a/${column.id}/'>${column.name}</a>]</b> <a href="${path}" class="title">${cut(item, 48)}</a>
<span class="info"><small>日期：</small>${item.day} ${item.time ?? '09:30'}:00 <small>点击：</small>${(item.id * 7) % 400} <small>好评：</small>0</span>
<p class="intro">${item.title.slice(0, 12)}...</p></li>`;
}

const plainRow = ({ item, path }: Row): string =>
  `<li><span>${item.day.slice(5)}</span><a href="${path}">${cut(item, 36)}</a></li>`;

const datedRow = ({ item, path }: Row): string =>
  `<li><span>(${item.day.replaceAll('-', '/')})</span>·<a href="${path}">${cut(item, 44)}</a></li>`;

const DEFAULT = new Set(['tongzhi', 'xinwen', 'zcjd']);

function pager(column: Column, at: number): string {
  const pages = pagesOf(column.id);
  const total = rowsOf(column.id).length;
  if (pages === 1)
    return `<ul class="pagelist"><li><span class="pageinfo">共 <strong>1</strong>页<strong>${total}</strong>条记录</span></li></ul>`;
  const name = (page: number): string => `list_${column.tid}_${page}.html`;
  const numbers = Array.from({ length: pages }, (_, i) =>
    i + 1 === at ? `<li class="thisclass">${at}</li>` : `<li><a href='${name(i + 1)}'>${i + 1}</a></li>`,
  );
  const before =
    at > 1 ? `<li><a href='${name(1)}'>首页</a></li><li><a href='${name(at - 1)}'>上一页</a></li>` : '<li>首页</li>';
  const after =
    at < pages
      ? `<li><a href='${name(at + 1)}'>下一页</a></li><li><a href='${name(pages)}'>末页</a></li>`
      : '<li>末页</li>';
  return `<div class="dede_pages"><ul class="pagelist">${before}${numbers.join('\n')}${after}<li><span class="pageinfo">共 <strong>${pages}</strong>页<strong>${total}</strong>条</span></li></ul></div>`;
}

function listPage(column: Column, at: number): SiteAnswer {
  const rows = rowsOf(column.id).slice((at - 1) * PER_PAGE, at * PER_PAGE);
  const row = DEFAULT.has(column.id) ? defaultRow : datedRow;
  return page(
    column.name,
    `${crumb(column)} > `,
    `<div class="listbox"><ul class="${DEFAULT.has(column.id) ? 'e2' : 'd6'}">\n${rows.map(row).join('\n')}\n</ul></div>\n${pager(column, at)}`,
  );
}

const SIDE = ['zhinan', 'zhidu', 'fdgk', 'jbml', 'nianbao'];

function cover(column: Column): SiteAnswer {
  const blocks = (column.children ?? []).map((id) => {
    const child = columnOf(id);
    const rows = child.as === 'cover' ? child.children!.flatMap(rowsOf) : rowsOf(id);
    return `<dl class="tbox"><dt><strong><a href="/a/${id}/">${child.name}</a></strong><span class="more"><a href="/a/${id}/">更多...</a></span></dt>
<dd><ul class="d1 ico3">${rows.slice(0, 3).map(plainRow).join('\n')}</ul></dd></dl>`;
  });
  const side =
    column.id === 'zwgk' || column.id === 'fdgk'
      ? `<ul class="gk">${SIDE.map((id) => `<li><a href="/a/${id}/">${columnOf(id).name}</a></li>`).join('')}<li><a href="/plus/diy.php?action=post&amp;diyid=2">依申请公开</a></li></ul>`
      : column.id === 'hudong'
        ? '<p><a href="/plus/diy.php?action=list&amp;diyid=1">镇长信箱</a></p>'
        : '';
  return page(column.name, crumb(column), side + blocks.join('\n'));
}

export function listAt(path: string): SiteAnswer | undefined {
  for (const column of COLUMNS) {
    if (path === `/a/${column.id}/` || path === `/a/${column.id}/index.html`) {
      if (column.as === 'cover') return cover(column);
      const [only] = rowsOf(column.id);
      return column.as === 'single' && only ? articlePage(only.item, column.id, 1) : listPage(column, 1);
    }
    const pages = pagesOf(column.id);
    for (let at = 1; at <= pages; at++)
      if (path === `/a/${column.id}/list_${column.tid}_${at}.html`) return listPage(column, at);
  }
  return undefined;
}

export const sitemap = (): SiteAnswer =>
  page(
    '网站地图',
    '网站地图',
    `<ul>${COLUMNS.map((column) => `<li><a href="${pagePath(column, 1)}">${column.name}</a></li>`).join('\n')}</ul>`,
  );

export const homeBlock = (id: string, count: number): string =>
  `<dl class="tbox"><dt><strong>${columnOf(id).name}</strong><span class="more"><a href="/a/${id}/">更多</a></span></dt><dd><ul class="d1 ico3">${rowsOf(id).slice(0, count).map(plainRow).join('\n')}</ul></dd></dl>`;
