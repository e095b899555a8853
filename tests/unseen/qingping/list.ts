import { BASE, COLUMNS, cursor, from, instant, listed, SIZE } from './columns.js';
import { page } from './shell.js';
import type { SiteAnswer } from '../model.js';
import type { Item } from './types.js';

const THIS_YEAR = '2026';

/** A day as cards show it: without its year in the present one. */
export function spoken(at: string): string {
  const [year, month, day] = at.slice(0, 10).split('-');
  return `${year === THIS_YEAR ? '' : `${year}年`}${Number(month)}月${Number(day)}日`;
}

/** The whole card is one link: title, summary, day and office. */
export const card = (item: Item, rest = ''): string =>
  `<article class="Card_root__q1Z2x"><a class="Card_link__h8" href="a/${item.id}${rest}"><h3 class="Card_title__t2">${item.title}</h3><p class="Card_sum__w4">${item.summary}</p><div class="Card_foot__k9"><time dateTime="${instant(item.at).toISOString()}">${spoken(item.at)}</time><span>${item.office}</span></div></a></article>`;

const row = ({ id, title, summary, at, office }: Item) => ({
  id,
  title,
  summary,
  publishedAt: instant(at).getTime(),
  office,
});

export function listAt(url: URL): SiteAnswer | undefined {
  const id = /^\/qingping\/c\/(\w+)$/.exec(url.pathname)?.[1];
  const column = COLUMNS.find((one) => one.id === id);
  if (!column) return undefined;
  const start = from(column.id, url.searchParams.get('cursor'));
  const items = listed(column.id);
  const size = column.more === 'none' ? items.length : SIZE;
  const shown = items.slice(start, start + size);
  const nextCursor = start + size < items.length ? cursor(column.id, start + size) : null;
  return page(
    column.name,
    '/c/[channel]',
    `<h1 class="Chan_title__f1">${column.name}</h1><div class="Feed_list__r3" id="feed">${shown.map((item) => card(item)).join('')}</div>${nextCursor === null ? '<p class="Feed_end__d2">没有更多了</p>' : more(column.more)}`,
    { channel: column.id, items: shown.map(row), nextCursor },
    column.more === 'scroll' && nextCursor !== null
      ? `<link rel="next" href="c/${column.id}?cursor=${nextCursor}"/>`
      : '',
  );
}

const more = (way: string): string =>
  way === 'button'
    ? '<button type="button" class="Feed_more__z7" id="more">加载更多</button>'
    : '<div class="Feed_sentinel__g5" id="sentinel" aria-hidden="true"><span class="Spin_dot__u3"></span></div>';

export function feedAt(url: URL): SiteAnswer | undefined {
  if (url.pathname !== `${BASE}api/feed`) return undefined;
  const channel = url.searchParams.get('channel') ?? '';
  const start = from(channel, url.searchParams.get('cursor'));
  const items = listed(channel);
  const next = start + SIZE < items.length ? cursor(channel, start + SIZE) : null;
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ code: 0, message: 'ok', data: { list: items.slice(start, start + SIZE).map(row), next } }),
  };
}
