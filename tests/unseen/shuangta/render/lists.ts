import { channels, entryOf, isDoc, listOf } from '../content/index.js';
import { ago, day, escape, titled, utc } from '../text.js';
import type { Channel } from '../types.js';
import { crumbs, shell } from './shell.js';

export const asOf = '2026-06-30';
export const pageSize: Partial<Record<Channel, number>> = { gfxwj: 5, qtwj: 5, sjwj: 5, lswj: 5, tzgg: 6, zcjd: 6 };

export const listAddress = (id: number, channel: Channel) => `/info/detail/${id}?cid=${channel}`;
export const apiAddress = (channel: Channel, page: number) =>
  `/api/content/page?channel=${channel}&page=${page}&size=${pageSize[channel]}`;

type Row = ReturnType<typeof listOf>[number];
const voided = (id: number) => {
  const entry = entryOf(id);
  return entry && isDoc(entry) && entry.badge ? `<em class="flag">[${entry.badge}]</em>` : '';
};
const row = (channel: Channel) => (entry: Row) => {
  const { text, title } = titled(entry);
  const link = `href="${listAddress(entry.id, channel)}" title="${escape(title)}" target="_blank"`;
  const at = `datetime="${utc(entry.published)}"`;
  if (channel === 'tzgg')
    return `<article class="card" data-id="${entry.id}"><h3 class="card__title"><a ${link}>${escape(text)}</a></h3><p class="card__meta"><i class="icon icon-clock" aria-hidden="true"></i><time ${at}>${ago(entry.published, asOf)}</time><span class="card__views" data-views="${entry.id}"></span></p></article>`;
  if (channel === 'zcjd')
    return `<article class="media" data-id="${entry.id}"><a class="media__cover" ${link} aria-hidden="true" tabindex="-1"><img class="lazy" data-src="/static/wx/c${entry.id}.jpg" src="/static/img/blank.gif" alt=""></a><div class="media__cal"><b>${entry.published.slice(8, 10)}</b><span>${entry.published.slice(0, 7).replace('-', '.')}</span></div><h3><a ${link}>${escape(text)}</a></h3></article>`;
  return `<li class="item" data-id="${entry.id}"><a ${link}><span class="item__dot" aria-hidden="true"></span>${voided(entry.id)}${escape(text)}</a><time class="item__date" ${at}>${day(entry.published)}</time></li>`;
};

export const rows = (channel: Channel, page: number, size: number) =>
  listOf(channel)
    .slice((page - 1) * size, page * size)
    .map(row(channel))
    .join('\n');

/** The endpoint behind tabs and 加载更多: HTML inside JSON. Past the end it answers success with nothing. */
export function apiPage(query: URLSearchParams): string {
  const channel = query.get('channel') as Channel;
  if (!pageSize[channel]) return JSON.stringify({ code: 5001, message: '栏目不存在', data: null });
  const size = Math.min(50, Number(query.get('size')) || 10);
  const page = Math.max(1, Number(query.get('page')) || 1);
  const total = listOf(channel).length;
  const pages = Math.ceil(total / size);
  const data = { pageNo: page, pageSize: size, total, pages, last: page >= pages, fragment: rows(channel, page, size) };
  return JSON.stringify({ code: 200, message: 'success', data });
}

const more = (channel: Channel) =>
  `<button type="button" class="btn-more" data-next="${apiAddress(channel, 2)}" aria-controls="list-${channel}">加载更多</button>`;

/** Four tabs; the first is in the page, the others come when they are chosen. */
export function policyPage(): string {
  const tabs: Channel[] = ['gfxwj', 'qtwj', 'sjwj', 'lswj'];
  const heads = tabs.map(
    (tab, i) =>
      `<button role="tab" id="tab-${tab}" aria-controls="panel-${tab}" aria-selected="${i === 0}">${channels[tab]}</button>`,
  );
  const panels = tabs.map((tab, i) =>
    i === 0
      ? `<section role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}"><ul class="list" id="list-${tab}">${rows(tab, 1, 5)}</ul>${more(tab)}</section>`
      : `<section role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" hidden data-lazy="${apiAddress(tab, 1)}"><ul class="list" id="list-${tab}"></ul><div class="skeleton" aria-hidden="true"></div></section>`,
  );
  return shell(
    { title: '政策文件', column: '政策文件' },
    `${crumbs(['/xxgk/', '政府信息公开'], ['/zcwj/', '政策文件'])}<h1 class="column-title">政策文件</h1><div class="tabs" role="tablist" aria-label="政策文件分类">${heads.join('')}</div>${panels.join('')}<p class="hint">2018年以前的文件请查阅<a href="/old/index.asp">旧版政务公开</a></p>`,
  );
}

/** Stands on top, and again where its date puts it. */
function pinned(): string {
  const entry = listOf('tzgg').find(({ id }) => id === 11888)!;
  return row('tzgg')(entry).replace('_blank">', '_blank"><span class="tag tag--top">置顶</span>');
}

export const noticePage = () =>
  shell(
    { title: '通知公告', column: '通知公告' },
    `${crumbs(['/tzgg/', '通知公告'])}<h1 class="column-title">通知公告</h1><div class="cards" id="list-tzgg" role="feed" aria-busy="false">${pinned()}${rows('tzgg', 1, 6)}</div>${more('tzgg')}`,
  );

/** Nothing but an empty holder: all cards come by XHR. */
export const readingPage = () =>
  shell(
    { title: '政策解读', column: '政策解读' },
    `${crumbs(['/zcjd/', '政策解读'])}<h1 class="column-title">政策解读</h1><section data-lazy="${apiAddress('zcjd', 1)}"><div class="cards cards--media" id="list-zcjd" role="feed" aria-busy="true"></div></section><noscript>请启用JavaScript后浏览本栏目。</noscript>`,
  );

export function newsPage(page: number): string {
  const pages = Math.ceil(listOf('gzdt').length / 4);
  const links = Array.from({ length: pages }, (_, i) =>
    i + 1 === page ? `<em aria-current="page">${i + 1}</em>` : `<a href="/gzdt/?page=${i + 1}">${i + 1}</a>`,
  );
  return shell(
    { title: '工作动态', column: '工作动态' },
    `${crumbs(['/gzdt/', '工作动态'])}<h1 class="column-title">工作动态</h1><ul class="list">${rows('gzdt', page, 4)}</ul><nav class="pager" aria-label="分页">${links.join(' ')}</nav>`,
  );
}
