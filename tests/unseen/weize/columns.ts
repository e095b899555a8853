import { ITEMS } from './content/index.js';
import type { Item } from './types.js';

/** Columns that are lists: name, whether addresses are rewritten, rows on a page. */
export const LISTS: Record<number, { name: string; rewritten: boolean; size: number }> = {
  2: { name: '水务动态', rewritten: false, size: 15 },
  6: { name: '通知公告', rewritten: false, size: 15 },
  12: { name: '政策文件', rewritten: true, size: 10 },
  13: { name: '规范性文件', rewritten: true, size: 4 },
  15: { name: '政策解读', rewritten: true, size: 20 },
  16: { name: '行政许可', rewritten: false, size: 50 },
  17: { name: '财政预决算', rewritten: false, size: 50 },
  20: { name: '政府信息公开年报', rewritten: true, size: 20 },
  25: { name: '专题专栏', rewritten: false, size: 15 },
  30: { name: '水务公报', rewritten: true, size: 20 },
};

const DYNAMIC = '/index.php?m=content&c=index';
export const listPath = (catid: number, page = 1): string =>
  LISTS[catid]?.rewritten
    ? `/list-${catid}-${page}.html`
    : `${DYNAMIC}&a=lists&catid=${catid}${page > 1 ? `&page=${page}` : ''}`;

/** Directories of the columns whose articles are made as files. */
const MADE: Record<number, string> = { 2: 'swdt', 6: 'tzgg' };

export const dynamicPath = ({ catid, id }: Item): string => `${DYNAMIC}&a=show&catid=${catid}&id=${id}`;

/** Addresses of an item, the one that its list shows first. */
export function pathsOf(item: Item): string[] {
  const { catid, id, day, link } = item;
  if (link) return [link];
  if (catid > 100) return [`/hzz/e/action/ShowInfo.php?classid=${catid - 100}&id=${id - 10000}`];
  const made = MADE[catid];
  if (made) return [`/html/${day.slice(0, 4)}/${made}_${day.slice(5, 7)}${day.slice(8)}/${id}.html`, dynamicPath(item)];
  if (LISTS[catid]?.rewritten) return [`/show-${catid}-${id}-1.html`, dynamicPath(item)];
  return [dynamicPath(item)];
}
export const pathOf = (item: Item): string => pathsOf(item)[0] ?? '';

/** Further pages of an article keep its form of address. */
export function partPath(item: Item, part: number): string {
  const path = pathOf(item);
  if (part === 1) return path;
  return path.startsWith('/show-') ? path.replace('-1.html', `-${part}.html`) : path.replace('.html', `_${part}.html`);
}

/** Rows of a column as the CMS sorts them: by number, whatever the day. */
export const rowsOf = (catid: number): Item[] =>
  ITEMS.filter((item) => item.catid === catid || item.also?.includes(catid)).sort((a, b) => b.id - a.id);

export const pagesOf = (catid: number): number =>
  Math.max(1, Math.ceil(rowsOf(catid).length / (LISTS[catid]?.size ?? 20)));

export const pageOfRows = (catid: number, page: number): Item[] => {
  const size = LISTS[catid]?.size ?? 20;
  return rowsOf(catid).slice((page - 1) * size, page * size);
};
export const timeOf = ({ time, id }: Item): string =>
  time ??
  `${String(8 + (id % 9)).padStart(2, '0')}:${String((id * 7) % 60).padStart(2, '0')}:${String((id * 13) % 60).padStart(2, '0')}`;
