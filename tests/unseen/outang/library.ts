import { addressOf, addressesOf, dayOf, KINDS, libraryPath, PER_PAGE, rowsOf } from './columns.js';
import { readingsOf } from './article.js';
import { short } from './list.js';
import { page } from './shell.js';
import type { Item } from './types.js';
import type { SiteAnswer } from '../model.js';

/** What the link to an interpretation says in a row of the library. */
const MARKS: Record<string, string> = { ytdd: '图解', spjd: '音视频', zcwd: '问答', wzjd: '解读' };

function row(item: Item): string {
  if (item.kind !== 'document') return '';
  const marks = readingsOf(item).map(
    (one) => `<a class="mark" href="${addressOf(one)}" target="_blank">${MARKS[one.column]}</a>`,
  );
  return `<li class="wj-item"><div class="wj-hd"><span class="zt">${item.state ?? '现行有效'}</span><a class="tt" href="${addressOf(item)}" title="${item.title}" target="_blank">${short(item.title, 34)}</a></div>
<div class="wj-bd"><span>发文字号：${item.number}</span><span>成文日期：${item.issued}</span><span>发布日期：${dayOf(item)}</span></div>${marks.length ? `<div class="wj-ft">${marks.join('')}</div>` : ''}</li>`;
}

const KIND_MENU = `<div class="wjk-nav"><a href="/zcwjk/index.html">全部</a>${Object.entries(KINDS)
  .map(([kind, name]) => `<a href="${libraryPath(kind).replaceAll('&', '&amp;')}">${name}</a>`)
  .join('')}</div>
<form class="wjk-search" action="/zcwjk/search" method="get"><input name="title" placeholder="标题"><input name="wh" placeholder="发文字号"><select name="nd"><option value="">全部年份</option><option>2026</option><option>2025</option></select><button type="button">检索</button></form>`;

function listPage(kind: string, at: number): SiteAnswer {
  const all = rowsOf(kind);
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const to = (page: number, name: string): string =>
    `<a href="${libraryPath(kind, page).replaceAll('&', '&amp;')}">${name}</a>`;
  const pager = `<div class="paging">共 <i>${all.length}</i> 件 ${at > 1 ? to(at - 1, '上一页') : ''}<span>${at}/${pages}</span>${at < pages ? to(at + 1, '下一页') : ''}${to(pages, '尾页')}</div>`;
  const rows = all.slice((at - 1) * PER_PAGE, at * PER_PAGE).map(row);
  return page(KINDS[kind] ?? '', '政策文件库', `${KIND_MENU}<ul class="wj-list">\n${rows.join('\n')}\n</ul>${pager}`);
}

/** 行政规范性文件 in the disclosure platform: rows without links to interpretations, other addresses. */
export function platformRules(): SiteAnswer {
  const rows = rowsOf('gfxwj').map(
    (item, at) =>
      `<div class="tr"><span class="td">${at + 1}</span><span class="td"><a href="${addressesOf(item)[1]}" title="${item.title}">${item.title}</a></span><span class="td">${item.kind === 'document' ? item.number : ''}</span><span class="td">${dayOf(item)}</span></div>`,
  );
  return page(
    '行政规范性文件',
    '法定主动公开内容 &gt; 行政规范性文件',
    `<div class="tbl"><div class="tr th"><span class="td">序号</span><span class="td">名称</span><span class="td">文号</span><span class="td">公开日期</span></div>\n${rows.join('\n')}\n</div>`,
  );
}

export function libraryAt(path: string): SiteAnswer | undefined {
  if (path === '/zcwjk/index.html' || path === '/zcwjk/') {
    const latest = Object.keys(KINDS)
      .flatMap(rowsOf)
      .sort((a, b) => b.at.localeCompare(a.at))
      .slice(0, 5);
    return page(
      '政策文件库',
      '政策文件库',
      `${KIND_MENU}<h3>最新文件</h3><ul class="wj-list">\n${latest.map(row).join('\n')}\n</ul>`,
    );
  }
  for (const kind of Object.keys(KINDS))
    for (let at = 1; at === 1 || (at - 1) * PER_PAGE < rowsOf(kind).length; at++)
      if (path === libraryPath(kind, at)) return listPage(kind, at);
  return undefined;
}
