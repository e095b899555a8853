import { ITEMS } from './content/index.js';
import type { Item } from './types.js';

export interface Column {
  id: string;
  tid: number;
  name: string;
  /** 频道封面 (blocks of other columns), a list, or the only article shown at once. */
  as: 'cover' | 'list' | 'single';
  children?: string[];
}

const list = (id: string, tid: number, name: string): Column => ({ id, tid, name, as: 'list' });

export const PER_PAGE = 8;
export const COLUMNS: Column[] = [
  list('zhenqing', 1, '镇情概况'),
  list('xinwen', 2, '新闻动态'),
  list('tongzhi', 3, '通知公告'),
  { id: 'zwgk', tid: 4, name: '政务公开', as: 'cover', children: ['zhidu', 'nianbao', 'zcwj', 'zcjd'] },
  { id: 'zhinan', tid: 5, name: '政府信息公开指南', as: 'single' },
  list('zhidu', 6, '政府信息公开制度'),
  {
    id: 'fdgk',
    tid: 7,
    name: '法定主动公开内容',
    as: 'cover',
    children: ['xzwj', 'bgswj', 'sjwj', 'zcjd', 'rsxx', 'czxx', 'zdly'],
  },
  list('jbml', 8, '基层政务公开标准目录'),
  list('nianbao', 9, '政府信息公开年报'),
  { id: 'zcwj', tid: 12, name: '政策文件', as: 'cover', children: ['xzwj', 'bgswj', 'sjwj'] },
  list('xzwj', 21, '镇政府文件'),
  list('bgswj', 22, '镇办公室文件'),
  list('sjwj', 23, '上级文件'),
  list('zcjd', 13, '政策解读'),
  list('rsxx', 14, '人事信息'),
  list('czxx', 15, '财政信息'),
  list('zdly', 16, '重点领域'),
  { id: 'hudong', tid: 17, name: '互动交流', as: 'cover', children: ['yijian'] },
  list('yijian', 18, '意见征集'),
  list('fuwu', 19, '办事服务'),
];

export const columnOf = (id: string): Column => COLUMNS.find((one) => one.id === id)!;

/** The system was told another naming rule in 2021. */
const addressIn = (column: string, id: number, day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `/a/${column}/${id < 1300 ? `${year}/${month}${date}` : year + month + date}/${id}.html`;
};

export interface Row {
  item: Item;
  path: string;
}

export const addressOf = (item: Item): string => addressIn(item.column, item.id, item.day);

/** What stands at the side of every page, by the address of the dynamic script. */
export const HOT = [2327, 2246, 2196];
export const dynamic = (id: number): string => `/plus/view.php?aid=${id}`;

export const addressesOf = (item: Item): string[] => [
  addressOf(item),
  ...(item.copy ? [addressIn(...item.copy, item.day)] : []),
  ...(HOT.includes(item.id) ? [dynamic(item.id)] : []),
];

/** Rows of a column, newest first. */
export function rowsOf(column: string): Row[] {
  return ITEMS.flatMap((item) => {
    if (item.column === column || item.also?.includes(column)) return { item, path: addressOf(item) };
    return item.copy?.[0] === column ? { item, path: addressIn(...item.copy, item.day) } : [];
  }).sort((a, b) => b.item.day.localeCompare(a.item.day) || b.item.id - a.item.id);
}

export const pagesOf = (column: string): number => Math.max(1, Math.ceil(rowsOf(column).length / PER_PAGE));
export const pagePath = ({ id, tid }: Column, page: number): string =>
  `/a/${id}/${page === 1 ? '' : `list_${tid}_${page}.html`}`;
