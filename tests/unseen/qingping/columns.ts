import { ITEMS } from './content/index.js';
import type { Item } from './types.js';

/** How a list goes on after its first ten: by a button, by itself at the end of the page, or not at all. */
export type More = 'button' | 'scroll' | 'none';

export const COLUMNS: { id: string; name: string; more: More }[] = [
  { id: 'policy', name: '街道文件', more: 'button' },
  { id: 'notice', name: '通知公告', more: 'scroll' },
  { id: 'reading', name: '政策解读', more: 'none' },
  { id: 'community', name: '社区公开', more: 'none' },
  { id: 'finance', name: '财政资金', more: 'none' },
  { id: 'hr', name: '人事信息', more: 'none' },
  { id: 'rules', name: '政府信息公开制度', more: 'none' },
  { id: 'annual', name: '政府信息公开年报', more: 'none' },
  { id: 'news', name: '青萍要闻', more: 'none' },
  { id: 'interaction', name: '互动交流', more: 'none' },
];

export const SIZE = 10;
export const BASE = '/qingping/';
export const address = ({ id }: Item): string => `${BASE}a/${id}`;
export const addresses = (item: Item): string[] =>
  ['', '/', ...(item.also ?? [])].map((rest) => `${address(item)}${rest}`);

/** Newest first. */
export const listed = (column: string): Item[] =>
  ITEMS.filter(({ columns }) => columns.includes(column)).sort((a, b) => b.at.localeCompare(a.at));

/** The instant of a Chinese time. */
export const instant = (at: string): Date => new Date(`${at.replace(' ', 'T')}:00+08:00`);
export const cursor = (column: string, from: number): string =>
  Buffer.from(`v2:${column}:${from}`).toString('base64url');
export function from(column: string, asked: string | null): number {
  const [, name, at] = Buffer.from(asked ?? '', 'base64url')
    .toString()
    .split(':');
  return name === column ? Number(at) : 0;
}
