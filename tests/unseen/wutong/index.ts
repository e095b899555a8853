import { type SiteAnswer, type SiteRequest, type UnseenSite } from '../model.js';
import { annualReports, articles, documents, interpretations, otherArticles } from './content/index.js';
import { leaders, strays } from './content/pages.js';
import { contentPath, paths, pathOf, twinPathOf } from './addresses.js';
import { articlePage, strayPage } from './render/article.js';
import { disclosurePage, labelAnswer } from './render/disclosure.js';
import { fileAnswer } from './render/files.js';
import { page } from './render/layout.js';
import { financeFrame, portalPage } from './render/lists.js';
import { disclosureScript, playerScript, siteScript, style, viewerPage } from './render/scripts.js';
import { truth } from './truth.js';

const attachments = new Set(articles.flatMap((article) => (article.attachments ?? []).map(({ file }) => file)));

const byPath = new Map(articles.map((article) => [pathOf(article), article]));
const byTwin = new Map(
  documents.flatMap((article) => {
    const twin = twinPathOf(article);
    return twin === null ? [] : [[twin, article] as const];
  }),
);
const strayByPath = new Map(strays.map((stray) => [contentPath(stray.id), stray.kind]));

const html = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html;charset=UTF-8', server: 'nginx' },
  body,
});
const text = (contentType: string, body: string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': contentType },
  body,
});

const texts: Record<string, () => SiteAnswer> = {
  '/assets/css/style.css': () => text('text/css', style),
  '/assets/js/site.js': () => text('application/javascript', siteScript),
  '/assets/js/xxgk.js': () => text('application/javascript', disclosureScript),
  '/assets/js/aliplayer-min.js': () => text('application/javascript', playerScript),
  '/assets/pdfjs/web/viewer.html': () => html(viewerPage),
  '/public/frame/6721035.html': () => html(financeFrame()),
};

const notFound = (origin: string) =>
  html(
    page({
      origin,
      title: '404',
      body: `<div class="tips"><h2>404 您访问的页面找不到了</h2><p><a href="${paths.home}">返回首页</a></p></div>`,
    }),
    404,
  );

function articleAt(path: string, origin: string): string | null {
  const article = byPath.get(path);
  if (article) return articlePage(article, origin);
  const twin = byTwin.get(path);
  if (twin) return articlePage(twin, origin, true);
  const stray = strayByPath.get(path);
  return stray ? strayPage(stray, origin) : null;
}

function answer(request: SiteRequest, origin: string): SiteAnswer {
  const { pathname, searchParams } = new URL(request.path, origin);
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  if (pathname === '/site/label/8888') return text('text/html;charset=UTF-8', labelAnswer(searchParams));
  const fixed = texts[pathname]?.() ?? fileAnswer(pathname, attachments);
  if (fixed) return fixed;
  const found =
    articleAt(pathname, origin) ?? disclosurePage(pathname, searchParams, origin) ?? portalPage(pathname, origin);
  return found === null ? notFound(origin) : html(found);
}

const otherPaths = [
  ...otherArticles.map(pathOf),
  ...strays.map(({ id }) => contentPath(id)),
  ...leaders.map(([id]) => `/ldzc/${id}.html`),
  paths.guide,
  paths.request,
];

/**
 * 梧桐区: a disclosure section whose lists are pieces of HTML asked for by script, in a portal with lists in one page, frames, rows
 * full of labels and addresses without quotes or scheme.
 */
export const site: UnseenSite = {
  name: '梧桐区人民政府',
  level: '县',
  kind: '政府',
  style:
    '左侧目录树，右侧列表由脚本请求 /site/label/8888 的 HTML 片段（参数在 data 属性或内联脚本中）；门户部分为一页内分组列表、iframe 列表、' +
    '无引号且省略协议的链接、标题前多个标签的行；文章地址为 32 位散列或 /c<数字>/content.html。',
  asOf: '2026-06-30',
  answer,
  truth: (origin) => truth({ origin, documents, interpretations, annualReports, otherPaths }),
};
