import { createHash } from 'node:crypto';
import { type Article, type DocumentArticle } from './types.js';

const hash = (text: string) => createHash('md5').update(`wutong-${text}`).digest('hex');

/** Numbers such as 1004827: they tell neither day nor column. */
const contentNumber = (text: string) => 1_000_000 + (Number.parseInt(hash(text).slice(0, 6), 16) % 900_000);

export const contentPath = (id: string) => `/c${contentNumber(id)}/content.html`;

/** Path of an article as the disclosure section and the lists show it. */
export function pathOf(article: Article): string {
  if (article.address === 'content' || article.published === null) return contentPath(article.id);
  const [year, month, day] = article.published.split('-').map(Number);
  return `/${year}/${month}/${day}/${hash(article.id)}.shtml`;
}

/** Second path of a file that the portal's list shows under another address, or null. */
export const twinPathOf = (article: DocumentArticle) => (article.twin ? contentPath(article.id) : null);

export const column = (catId: string) => `/public/column/8801?type=4&catId=${catId}&action=list`;

export const paths = {
  home: '/',
  disclosure: '/zfxxgk/index.html',
  guide: '/public/column/8801?type=2&action=guide',
  rules: '/public/column/8801?type=3&action=list',
  statutory: '/public/column/8801?type=4&action=list',
  annual: '/public/column/8801?type=5&action=list',
  request: '/ysqgk/apply.html',
  notices: '/tzgg/index.html',
  news: '/zwdt/index.html',
  policies: '/zwgk/zcwj/index.html',
  interpretations: '/zwgk/zcjd/index.html',
  leaders: '/ldzc/index.html',
  interaction: '/hdjl/index.html',
  services: '/bsfw/index.html',
  topics: '/ztzl/index.html',
};
