import { createHash } from 'node:crypto';
import { column, type Column } from './columns.js';
import type { Article, ColumnKey, FileRef } from './types.js';

export const OWNER = 1867243911;

export function infoPath(article: Article, key: ColumnKey = article.column): string {
  return `/info/${column(key).tree}/${article.id}.htm`;
}

export function dynamicPath(article: Article, key: ColumnKey = article.column): string {
  return `/content.jsp?urltype=news.NewsContentUrl&wbtreeid=${column(key).tree}&wbnewsid=${article.id}`;
}

export function columnKeys(article: Article): ColumnKey[] {
  return [article.column, ...(article.also ?? [])];
}

/** Every address of an article, those that the lists show first. */
export function paths(article: Article): string[] {
  const keys = columnKeys(article);
  const dynamic = keys.filter((key) => column(key).list === 'dynamic').map((key) => dynamicPath(article, key));
  const plain = keys.map((key) => infoPath(article, key));
  return [...dynamic, ...plain, ...plain.map((path) => `/m${path}`)];
}

/** Pages of a list are numbered downwards: of N, the second is N − 1 and the last is 1. */
export function listPath(col: Column, page: number, pages: number): string {
  if (page === 1) return `/${col.path}.htm`;
  if (col.list === 'table') {
    return `/${col.path}.jsp?a6t=${pages}&a6p=${page}&a6c=${col.pageSize}&urltype=tree.TreeTempUrl&wbtreeid=${col.tree}`;
  }
  return `/${col.path}/${pages - page + 1}.htm`;
}

/** Relative address from one page of the site to another, as the CMS writes them. */
export function relative(from: string, to: string): string {
  const here = from.split('?')[0]!.split('/').slice(1, -1);
  const there = to.split('/').slice(1);
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return '../'.repeat(here.length - same) + there.slice(same).join('/');
}

function local(article: Article, k: number, extension: string): string {
  const hash = createHash('md5').update(`${article.id}/${k}`).digest('hex').toUpperCase();
  return `/__local/${hash.slice(0, 1)}/${hash.slice(1, 3)}/${hash.slice(3, 5)}/${hash}_${article.id}${k}.${extension}`;
}

export function extension(file: FileRef): string {
  return file.name.slice(file.name.lastIndexOf('.') + 1);
}

export function filePath(article: Article, k: number): string {
  const file = article.files?.[k];
  if (!file) throw new Error(`no file ${k} in ${article.id}`);
  const shell = article.kind === 'document' && article.pdfOnly;
  if (file.place !== 'list' || shell) return local(article, k, extension(file));
  return `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=${OWNER}&wbfileid=${article.id * 10 + k}`;
}

export function imagePath(article: Article, k: number): string {
  return local(article, 100 + k, 'png');
}

export function mediaPath(article: Article, extension: 'mp4' | 'mp3'): string {
  return local(article, 200, extension);
}
