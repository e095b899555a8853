import { COLUMNS, pathOf } from './columns.js';
import { articlePage } from './article.js';
import { articleById, hasArticle } from './content/index.js';
import { attachmentAt, mediumAt } from './files.js';
import { listAt, noticesJson } from './list.js';
import { PORTAL } from './portal.js';
import { SCRIPT } from './script.js';
import { escapeHtml, page, SITE } from './shell.js';
import { CSS } from './style.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const send = (type: string, body: string | Uint8Array, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': type },
  body,
});

const html = (body: string, status = 200) => send('text/html;charset=UTF-8', body, status);

/** `/<folder of a column>/<year>/<day>/<id>.jhtml`, also `<id>_2.jhtml`. */
function articleAt(path: string): SiteAnswer | null {
  const match = /\/(\d{5})(?:_(\d))?\.jhtml$/.exec(path);
  if (!match || !hasArticle(Number(match[1]))) return null;
  const article = articleById(Number(match[1]));
  const n = Number(match[2] ?? '1');
  if (match[2] && !(article.kind === 'document' && article.secondPage && n === 2)) return null;
  const first = path.replace(/_\d\.jhtml$/, '.jhtml');
  const keys = [article.column, ...(article.kind === 'document' && article.also ? [article.also] : [])];
  const key = keys.find((k) => COLUMNS.some((c) => c.key === k) && pathOf(article, k) === first);
  return key ? html(articlePage(article, key, n)) : null;
}

const ANIMATION = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>动漫解读</title><style>@keyframes go{from{left:-90px}to{left:100%}}body{margin:0;height:560px;background:#d6eefc;position:relative;overflow:hidden}.hu{position:absolute;top:300px;width:90px;height:60px;border-radius:40px;background:#0a61b5;animation:go 6s linear infinite}</style></head><body><div class="hu"></div></body></html>`;

function viewer(query: string): string {
  const file = new URLSearchParams(query).get('file') ?? '';
  const safe = file.startsWith('/u/cms/') ? escapeHtml(file) : '';
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>PDF.js viewer</title></head><body style="margin:0"><embed src="${safe}" type="application/pdf" width="100%" height="880"></body></html>`;
}

const NOT_FOUND = () =>
  html(
    page({
      title: '404',
      html: '<div class="detail"><h1>404</h1><p style="text-align:center">您访问的页面不存在或已被删除</p></div>',
    }),
    404,
  );

function answer({ method, path }: SiteRequest): SiteAnswer {
  const [bare = '/', query = ''] = path.split('?');
  if (method === 'POST' && bare === '/zfxxgk/ysqgk/apply.jspx')
    return html('<script>alert("请完整填写申请信息");history.back();</script>');
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  if (bare === '/bsfw/index.jhtml') return { status: 302, headers: { location: '/' }, body: '' };
  if (bare === '/zfxxgk/zc/zfwj/index.jhtml')
    return { status: 302, headers: { location: '/zfxxgk/zcwjk/index.jhtml' }, body: '' };
  if (bare === '/robots.txt') return send('text/plain', 'User-agent: *\nDisallow: /jeeadmin/\n');
  if (bare === '/res/jphq/css/style.css') return send('text/css', CSS);
  if (bare === '/res/jphq/js/common.js') return send('application/javascript;charset=UTF-8', SCRIPT);
  if (bare === '/xwzx/tzgg/list.json') return send('application/json', noticesJson());
  if (bare === '/content_view.jspx')
    return send('application/json', `[${Number(new URLSearchParams(query).get('contentId') ?? '0') % 1999},0,0,0]`);
  if (bare === '/thirdparty/pdfjs/web/viewer.html') return html(viewer(query));
  if (bare === '/u/cms/h5/79493/index.html') return html(ANIMATION);
  const portal = PORTAL[bare];
  if (portal) return html(portal());
  const list = listAt(bare);
  if (list) return html(list);
  const file = attachmentAt(bare) ?? (/^\/(u|res)\//.test(bare) ? mediumAt(bare) : null);
  return file ? send(file.type, file.body) : (articleAt(bare) ?? NOT_FOUND());
}

export const site: UnseenSite = {
  name: SITE,
  level: '县',
  kind: '政府',
  style:
    'A mid-size CMS of about 2021 with .jhtml addresses and pages counted upwards, lists by year as dl or as sections with long dates, a policy library paged by a select, one list from a JSON file, ' +
    'the info block at the end of a document, PDF shells, interpretations paired in a side block, sub-sites of departments without tags and info block.',
  asOf: '2026-06-30',
  answer,
  truth,
};
