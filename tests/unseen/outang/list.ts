import { addressOf, COLUMNS, columnPath, dayOf, pagesOf, PER_PAGE, rowsOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { page } from './shell.js';
import type { Item } from './types.js';
import type { SiteAnswer } from '../model.js';

/** The template shows so many letters of a title; the rest stands in its attribute. */
export const short = (title: string, most = 30): string => (title.length > most ? `${title.slice(0, most)}...` : title);

const titled = (item: Item): string =>
  `<a href="${addressOf(item)}" title="${item.title}" target="_blank">${short(item.title)}</a>`;

const plain = (item: Item): string => `<li>${titled(item)}<span>${dayOf(item)}</span></li>`;

/** Beside its title each interpretation may have a link to the file. */
function reading(item: Item): string {
  const policy = item.kind === 'reading' && item.to === true && ITEMS.find(({ id }) => id === item.policy);
  const source = policy ? `<a class="yuanwen" href="${addressOf(policy)}" target="_blank">[原文]</a>` : '';
  return `<li><span class="bq">${item.source ?? '县政府办公室'}</span>${titled(item)}${source}<span class="time">${dayOf(item)}</span></li>`;
}

/** Pictures with a title, and no day. */
const picture = (item: Item): string =>
  `<li class="tu"><a href="${addressOf(item)}" title="${item.title}"><span class="pic"><img src="/static/img/cover-${item.id}.jpg" alt=""></span><p>${short(item.title, 14)}</p></a></li>`;

const player = (item: Item): string =>
  `<li class="sp"><a href="${addressOf(item)}"><i class="play"></i><img src="/static/img/cover-${item.id}.jpg" alt=""><em>03:12</em></a><h3><a href="${addressOf(item)}">${item.title}</a></h3><p>${dayOf(item).replaceAll('-', '.')}</p></li>`;

const ROWS: Record<string, (item: Item) => string> = { wzjd: reading, ytdd: picture, spjd: player };

function pager(key: string, at: number): string {
  const pages = pagesOf(key);
  const to = (page: number, name: string): string =>
    page < 1 || page > pages
      ? `<a class="disabled" href="javascript:;">${name}</a>`
      : `<a href="${columnPath(key, page)}">${name}</a>`;
  const numbers = Array.from({ length: pages }, (_, i) => (i + 1 === at ? `<b>${at}</b>` : to(i + 1, String(i + 1))));
  return `<div class="paging"><span>共${rowsOf(key).length}条</span>${to(at - 1, '上一页')}${numbers.join('')}${to(at + 1, '下一页')}<span>跳转到<input type="text" value="${at}">页</span></div>`;
}

export function listAt(path: string): SiteAnswer | undefined {
  for (const [key, name] of Object.entries(COLUMNS))
    for (let at = 1; at <= pagesOf(key); at++) {
      if (path !== columnPath(key, at) && !(at === 1 && path === columnPath(key).replace('index.html', ''))) continue;
      const rows = rowsOf(key).slice((at - 1) * PER_PAGE, at * PER_PAGE);
      return page(
        name,
        name,
        `<div class="list-box"><h2>${name}</h2><ul class="list-con">\n${rows.map(ROWS[key] ?? plain).join('\n')}\n</ul>${pager(key, at)}</div>`,
        [
          ['ColumnName', name],
          ['ColumnType', '信息公开'],
        ],
      );
    }
  return undefined;
}

/** A block of a landing page. */
export const block = (name: string, path: string, items: Item[]): string =>
  `<div class="block"><div class="hd"><b>${name}</b><a href="${path}" class="more">更多&gt;&gt;</a></div><ul>${items
    .map(
      (item) =>
        `<li><a href="${addressOf(item)}" title="${item.title}">${short(item.title, 22)}</a><i>[${dayOf(item).slice(5)}]</i></li>`,
    )
    .join('\n')}</ul></div>`;
