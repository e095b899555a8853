import type { Article, DocumentArticle, Generation } from './types.js';

/** 云溪镇 among the units of the group portal. */
export const unit = 1106;

export const paths = {
  home: '/yxz/index.php',
  guide: '/xxgk/guide.php?pid=1106',
  rules: '/xxgk/node.php?nid=301&pid=1106',
  statutory: '/xxgk/node.php?nid=302&pid=1106',
  annual: '/xxgk/node.php?nid=361&pid=1106',
  catalogue: '/xxgk/node.php?nid=371&pid=1106',
  request: '/xxgk/ysqgk/apply.php?pid=1106',
  leaders: '/yxz/page.php?pageid=7',
  letters: '/yxz/list.php?cid=8',
};

export const showPath = (nid: number, pid: number, id: number) => `/xxgk/show.php?nid=${nid}&pid=${pid}&id=${id}`;
/** The same page with its parameters in the order of the «相关» links. */
export const turnedPath = (nid: number, pid: number, id: number) => `/xxgk/show.php?id=${id}&pid=${pid}&nid=${nid}`;

function pathIn(generation: Generation, column: number, pid: number, id: number): string {
  if (generation === 'platform') return showPath(column, pid, id);
  if (generation === 'portal') return `/yxz/view.php?aid=${id}&cid=${column}`;
  return `/yxz/old/NewsShow.aspx?NewsID=${id}`;
}

/** Every address under which an article can be reached from a list, the usual one first. */
export function pathsOf(article: Article): string[] {
  const pid = article.pid ?? unit;
  return [...new Set(article.columns.map((column) => pathIn(article.in, column, pid, article.id)))];
}

export const pathOf = (article: Article) => pathsOf(article)[0] ?? '';

export function documentPaths(article: DocumentArticle): string[] {
  const shown = pathsOf(article);
  const turned =
    article.in === 'platform' ? article.columns.map((nid) => turnedPath(nid, article.pid ?? unit, article.id)) : [];
  const { twin } = article;
  return [...shown, ...turned, ...(twin ? [pathIn(twin.in, twin.column, unit, twin.id)] : [])];
}

export const listPath = (nid: number, pid = unit) => `/xxgk/node.php?nid=${nid}&pid=${pid}`;
export const portalListPath = (cid: number, at = 1) => `/yxz/list.php?cid=${cid}${at > 1 ? `&p=${at}` : ''}`;
export const oldListPath = (classId: number) => `/yxz/old/NewsList.aspx?ClassID=${classId}`;
/** For an attribute in HTML. */
export const escaped = (path: string) => path.replaceAll('&', '&amp;');
