import { ARTICLES } from './content/index.js';
import type { Article, Column } from './types.js';

export const COLUMNS: Column[] = [
  { key: '18801', name: '局发文件', manner: 'jpage', size: 5, group: 10 },
  { key: '18803', name: '通知公告', manner: 'jpage', size: 6, group: 18 },
  { key: '18804', name: '政策解读', manner: 'cards', size: 15, group: 45 },
  { key: '18806', name: '工作动态', manner: 'jpage', size: 10, group: 30 },
  { key: '18813', name: '专题专栏', manner: 'jpage', size: 10, group: 30 },
  { key: '18802', name: '行政规范性文件', manner: 'search', size: 5, group: 0 },
  { key: '18808', name: '财政信息', manner: 'search', size: 5, group: 0 },
  { key: '18809', name: '规划计划', manner: 'search', size: 5, group: 0 },
  { key: '18807', name: '房产管理', manner: 'static', size: 4, group: 4 },
  { key: '18812', name: '历史文件', manner: 'years', size: 50, group: 50 },
  { key: '18810', name: '政府信息公开制度', manner: 'jpage', size: 10, group: 30 },
  { key: '18811', name: '政府信息公开年报', manner: 'years', size: 50, group: 50 },
  { key: '18815', name: '意见征集', manner: 'jpage', size: 10, group: 30 },
];

export const column = (key: string): Column | undefined => COLUMNS.find((one) => one.key === key);

export const columnPath = (key: string): string =>
  key === '18807' ? '/fgc/tzwj/index.html' : `/col/col${key}/index.html`;

/** Newest first, as every list of the site stands. */
export const listed = (key: string): Article[] =>
  ARTICLES.filter(({ columns }) => columns.includes(key)).sort(
    (a, b) => (b.published ?? '').localeCompare(a.published ?? '') || b.id - a.id,
  );

/** The address that a column gives an article: `/art/year/month/day/art_column_id.html`, nothing padded. */
export function address(item: Article, key: string): string {
  const [year, month, day] = (item.published ?? '').split('-').map(Number);
  return `/art/${year}/${month}/${day}/art_${key}_${item.id}.html`;
}

export const addresses = (item: Article): string[] => item.columns.map((key) => address(item, key));

export const home = (item: Article): string => address(item, item.columns[0] ?? '');

/** Paths of the files of an article from the root of the host. */
export const filesOf = (item: Article): [name: string, path: string][] =>
  (item.files ?? []).map(([name, path]) => [
    name,
    new URL(path.replace(/^inline:/, ''), `http://host${home(item)}`).href.slice('http://host'.length),
  ]);
