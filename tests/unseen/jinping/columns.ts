import type { Article } from './types.js';

export interface Column {
  key: string;
  /** Folder of the column, without a slash at its end. */
  folder: string;
  name: string;
  layout: 'years' | 'dates' | 'json' | 'table' | 'none';
  size: number;
  /** Name of the department whose sub-site it is on. */
  department?: string;
}

const column = (key: string, folder: string, name: string, layout: Column['layout'], size = 8): Column => ({
  key,
  folder,
  name,
  layout,
  size,
});

export const COLUMNS: Column[] = [
  column('lhyw', '/xwzx/lhyw', '湖区要闻', 'years'),
  column('tzgg', '/xwzx/tzgg', '通知公告', 'json'),
  column('gfxwj', '/zfxxgk/zc/gfxwj', '行政规范性文件', 'years', 6),
  column('zfwj', '/zfxxgk/zc/zfwj', '区政府文件', 'none'),
  column('qtwj', '/zfxxgk/zc/qtwj', '其他文件', 'dates', 5),
  column('zcjd', '/zfxxgk/zc/zcjd', '政策解读', 'dates', 7),
  column('ghjh', '/zfxxgk/fdzdgknr/ghjh', '规划计划', 'years'),
  column('czyjs', '/zfxxgk/fdzdgknr/czyjs', '财政预决算', 'years'),
  column('zfxxgknb', '/zfxxgk/zfxxgknb', '政府信息公开年报', 'table'),
  column('zfxxgkzn', '/zfxxgk/zfxxgkzn', '政府信息公开指南', 'none'),
  column('ldzc', '/ldzc', '领导之窗', 'none'),
  column('zt', '/zt', '专题专栏', 'dates'),
  column('ldxx', '/hdjl/qzxx', '区长信箱', 'dates'),
  column('myzj', '/hdjl/myzj', '民意征集', 'dates'),
  { ...column('jyjwj', '/bm/jyj/tzgg', '通知公告', 'dates'), department: '锦屏湖区教育局' },
  { ...column('mzjwj', '/bm/mzj/tzgg', '通知公告', 'dates'), department: '锦屏湖区民政局' },
  { ...column('nyjwj', '/bm/nyncj/tzgg', '通知公告', 'dates'), department: '锦屏湖区农业农村局' },
];

export const LIBRARY = { folder: '/zfxxgk/zcwjk', name: '政策文件库', columns: ['gfxwj', 'zfwj'], size: 8 };

export function columnOf(key: string): Column {
  const found = COLUMNS.find((c) => c.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
}

/** Address of an article in a column, e.g. `/zfxxgk/zc/gfxwj/2025/1104/81234.jhtml`. */
export function pathOf(article: Article, key = article.column): string {
  const { folder } = columnOf(key);
  if (article.column === 'zfxxgkzn') return `${folder}/index.jhtml`;
  if (!article.published) return `${folder}/${article.id}.jhtml`;
  const [year, month, day] = article.published.slice(0, 10).split('-');
  return `${folder}/${article.folder ?? `${year}/${month}${day}`}/${article.id}.jhtml`;
}

/** All addresses of an article, the one in its own column first; its second page is among them. */
export function pathsOf(article: Article): string[] {
  const paths = [pathOf(article)];
  if (article.kind !== 'document') return paths;
  if (article.also) paths.push(pathOf(article, article.also));
  if (article.secondPage) paths.push(pathOf(article).replace('.jhtml', '_2.jhtml'));
  return paths;
}

export const pageName = (n: number): string => (n === 1 ? 'index.jhtml' : `index_${n}.jhtml`);
