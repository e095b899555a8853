import { createHash } from 'node:crypto';
import { ITEMS } from './content/index.js';
import { addressed } from './content/text.js';
import type { Item } from './types.js';

/** The platform names columns and articles by UUID. */
export function uuid(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** Kinds of files in the library 政策文件库. */
export const KINDS: Record<string, string> = {
  xzfl: '县政府令',
  gfxwj: '行政规范性文件',
  zfwj: '县政府文件',
  zfbwj: '县政府办公室文件',
  bmwj: '部门文件',
};

/** Columns of the portal. */
export const COLUMNS: Record<string, string> = {
  zwyw: '政务要闻',
  bmdt: '部门动态',
  gsgg: '公示公告',
  czyjs: '财政预决算',
  rsrm: '人事任免',
  tjxx: '统计信息',
  yjgl: '应急管理',
  jyta: '建议提案办理',
  ywjy: '义务教育',
  wzjd: '文字解读',
  ytdd: '一图读懂',
  spjd: '视频音频解读',
  xwfb: '新闻发布会',
  nb: '政府信息公开年报',
  jgzn: '机构职能',
};

export const PER_PAGE = 6;
export const columnPath = (key: string, page = 1): string =>
  `/columns/${uuid(key)}/index${page === 1 ? '' : `_${page}`}.html`;
export const libraryPath = (kind: string, page = 1): string => `/zcwjk/list?zl=${kind}&nd=&p=${page}`;

export function addressOf(item: Item): string {
  if (item.column in KINDS) return addressed(item.id);
  if (item.column === 'zcwd') return `/zcwd/detail/${item.id}.html`;
  const [year = '', month = '', day = ''] = item.at.slice(0, 10).split('-');
  return `/columns/${uuid(item.column)}/${year}${month}/${day}/${uuid(String(item.id))}.html`;
}

/** 行政规范性文件 are opened by the disclosure platform in a page of its own. */
export const addressesOf = (item: Item): string[] => [
  addressOf(item),
  ...(item.column === 'gfxwj' ? [addressed(item.id).replace('/zcwjk/wj/', '/zfxxgk/content/')] : []),
];

export const rowsOf = (column: string): Item[] =>
  ITEMS.filter((item) => item.column === column || (item.kind === 'document' && item.also?.includes(column))).sort(
    (a, b) => b.at.localeCompare(a.at),
  );

export const pagesOf = (column: string): number => Math.max(1, Math.ceil(rowsOf(column).length / PER_PAGE));
export const dayOf = ({ at }: Item): string => at.slice(0, 10);
