import { posix } from 'node:path';
import { documents, items } from './content/index.js';
import { COLUMNS, pathIn, pathOf, type Column } from './columns.js';
import { html, oldPage, platformPage, portalPage, sectionPage } from './shell.js';
import { tree } from './tree.js';
import type { SiteAnswer } from '../model.js';
import type { Item } from './types.js';

export interface Row {
  item: Item;
  path: string;
}

/** What a column lists, newest first. */
export function rowsOf(at: string): Row[] {
  return items
    .flatMap((item): Row[] => [
      ...([item.at, ...(item.mirrors ?? [])].includes(at) ? [{ item, path: pathIn(at, item) }] : []),
      ...(item.copies ?? []).filter((copy) => copy.at === at).map(({ id }) => ({ item, path: pathIn(at, item, id) })),
      ...(item.quotes?.includes(at) ? [{ item, path: pathOf(item) }] : []),
    ])
    .sort((a, b) => b.item.day.localeCompare(a.item.day) || b.item.id - a.item.id);
}

const near = (from: string, to: string): string => {
  const path = posix.relative(from, to);
  return path.startsWith('.') ? path : `./${path}`;
};

/** The pager that TRS templates of the first years carried: links are written by the script alone. */
const inline = (pages: number, at: number): string => `<div class="pages"><SCRIPT LANGUAGE="JavaScript">
var currentPage = ${at};//所在页从0开始
var prevPage = currentPage-1//上一页
var nextPage = currentPage+1//下一页
var countPage = ${pages}//共多少页
document.write("共"+countPage+"页&nbsp;&nbsp;");
if(countPage>1&&currentPage!=0&&currentPage!=1) document.write("<a href=\\"index_"+prevPage+".html\\">上一页</a>&nbsp;");
else if(countPage>1&&currentPage==1) document.write("<a href=\\"index.html\\">上一页</a>&nbsp;");
if(countPage>1&&currentPage!=(countPage-1)) document.write("<a href=\\"index_"+nextPage+".html\\">下一页</a>&nbsp;");
</SCRIPT></div>`;

function page(column: Column, at: number): string {
  const rows = rowsOf(column.path);
  const pages = Math.max(1, Math.ceil(rows.length / column.perPage));
  const shown = rows.slice(at * column.perPage, (at + 1) * column.perPage);
  const head = `<meta name="ColumnName" content="${column.name}"><meta name="ColumnDescription" content="${column.name}"><meta name="ColumnKeywords" content="${column.name}"><meta name="ColumnType" content="${column.name}">`;
  if (column.style === 'platform') {
    const body = shown.length
      ? shown
          .map(
            ({ item, path }, n) =>
              `<tr><td>${at * column.perPage + n + 1}</td><td>${item.index ?? '—'}</td><td class="tl"><a href="${near(column.path, path)}" target="_blank">${item.title}</a>${item.number ? `<br><em>${item.number}</em>` : ''}</td><td>${item.organ}</td><td>${item.day}</td></tr>`,
          )
          .join('\n')
      : '<tr><td colspan="5">暂无数据</td></tr>';
    return platformPage(
      column.name,
      tree(),
      `<div class="gk-bt">${column.name}</div><table class="gk-lb"><thead><tr><th>序号</th><th>索引号</th><th>标题</th><th>发布机构</th><th>发布日期</th></tr></thead><tbody>${body}</tbody></table>${inline(pages, at)}`,
      head,
    );
  }
  if (column.style === 'section')
    return sectionPage(
      column.path,
      column.name,
      `<div class="bm-lb"><h3>${column.name}</h3><ul>${shown.map(({ item, path }) => `<li>·<a href="${near(column.path, path)}">${item.title}</a> (${item.day})</li>`).join('')}</ul>${inline(pages, at)}</div>`,
      head,
    );
  const list = shown
    .map(
      ({ item, path }) =>
        `<li><a target="_blank" href="${near(column.path, path)}"${item.listed ? '' : ` title="${item.title}"`}>${item.listed ?? item.title}</a><span>${item.day}</span></li>`,
    )
    .join('\n');
  return portalPage(
    column.name,
    `<div class="lm"><h2>${column.name}</h2><ul class="lb">${list}</ul><div class="fenye"><script>createPageHTML(${column.told ?? pages}, ${at}, "index", "html");</script></div></div>`,
    head,
  );
}

/** Lists of the two older systems, with pagers of anchors. */
function olderAt(path: string): SiteAnswer | undefined {
  const first = /^\/Category_56\/Index(?:_(\d+))?\.aspx$/.exec(path);
  const second = /^\/qcs\/c104512\/list(?:_(\d+))?\.shtml$/.exec(path);
  const found = first ?? second;
  if (!found) return undefined;
  const at = Number(found[1] ?? 1);
  const size = first ? 3 : 2;
  const rows = rowsOf(first ? 'Item' : 'c104512');
  const shown = rows.slice((at - 1) * size, at * size);
  if (shown.length === 0) return undefined;
  const pages = Math.ceil(rows.length / size);
  const link = (n: number): string =>
    first ? `/Category_56/Index${n === 1 ? '' : `_${n}`}.aspx` : `/qcs/c104512/list${n === 1 ? '' : `_${n}`}.shtml`;
  const pager = Array.from({ length: pages }, (_, n) => `<a href="${link(n + 1)}">${n + 1}</a>`).join(' ');
  if (first)
    return html(
      oldPage(
        '政策文件',
        `<table width="1000" align="center">${shown.map(({ item, path: to }) => `<tr><td><img src="/images/dot.gif">[政策文件]<a href="${to}">${item.title}</a></td><td align="right">${item.day.replace(/-0?/g, '/')}</td></tr>`).join('')}<tr><td colspan="2">共 ${rows.length} 篇文章 ${pager}</td></tr></table>`,
      ),
    );
  return html(
    portalPage(
      '历史文件（2019—2021年）',
      `<div class="list-right"><ul>${shown.map(({ item, path: to }) => `<li><a href="${to}" title="${item.title}">${item.title}</a><b>${item.day}</b></li>`).join('')}</ul><div class="pagination">${pager}</div></div>`,
    ),
  );
}

export function listAt(path: string): SiteAnswer | undefined {
  const older = olderAt(path);
  if (older) return older;
  const [, folder = '', number] = /^(\/.*\/)(?:index(?:_(\d+))?\.html)?$/.exec(path) ?? [];
  const column = COLUMNS.find((one) => one.path === folder);
  const at = Number(number ?? 0);
  if (!column || at >= Math.max(1, Math.ceil(rowsOf(column.path).length / column.perPage))) return undefined;
  return html(page(column, at));
}

/** The newest rows of a column, as panes of the home page and of landings show them: month and day alone. */
export const pane = (at: string, most: number): string =>
  `<ul>${rowsOf(at)
    .slice(0, most)
    .map(
      ({ item, path }) =>
        `<li><a href="${path}" title="${item.title}">${item.title}</a><span>[${item.day.slice(5)}]</span></li>`,
    )
    .join('')}</ul>`;

/** Rows of the platform’s front page, of all its columns. */
export const newest = (most: number): string =>
  documents
    .filter(({ at }) => at.startsWith('/xxgkpt/'))
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, most)
    .map(
      (item) =>
        `<tr><td>${item.index ?? '—'}</td><td><a href="${pathOf(item)}">${item.title}</a></td><td>${item.day}</td></tr>`,
    )
    .join('');
