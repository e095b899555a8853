import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';
import { columnKeys, dynamicPath, infoPath } from './addresses.js';
import { articlePage } from './article.js';
import { column, COLUMNS } from './columns.js';
import { article } from './content/index.js';
import { slash } from './dates.js';
import { attachment, medium } from './files.js';
import { listAt, listed } from './list.js';
import { mobileArticle, mobileHome } from './mobile.js';
import { PORTAL } from './portal.js';
import { page, SCRIPTS, SITE } from './shell.js';
import { CSS } from './style.js';
import { truth } from './truth.js';

const html = (body: string, status = 200): SiteAnswer => ({ status, headers: { 'content-type': 'text/html' }, body });

const text = (type: string, body: string): SiteAnswer => ({ status: 200, headers: { 'content-type': type }, body });

function notFound(path: string): SiteAnswer {
  const body = page({
    path: path.split('?')[0] ?? '/',
    title: '404',
    html: '<div class="w arti"><h1>404</h1><p style="text-align:center">抱歉，您访问的页面不存在或已被删除！</p></div>',
  });
  return html(body, 404);
}

/** `/info/<tree>/<id>.htm`, its mobile twin, or `/content.jsp?…` of the same numbers. */
function articleAt(path: string): SiteAnswer | null {
  const fixed = /^(\/m)?\/info\/(\d+)\/(\d+)\.htm$/.exec(path.split('?')[0] ?? '');
  const query = path.startsWith('/content.jsp?') ? new URLSearchParams(path.slice('/content.jsp?'.length)) : null;
  const tree = fixed?.[2] ?? query?.get('wbtreeid');
  const id = fixed?.[3] ?? query?.get('wbnewsid');
  if (!tree || !id) return null;
  const found = article(Number(id));
  const key = COLUMNS.find((c) => c.tree === Number(tree))?.key;
  if (!found || !key || !columnKeys(found).includes(key)) return null;
  if (fixed?.[1]) return html(mobileArticle(found));
  return html(articlePage(found, key, query ? dynamicPath(found, key) : infoPath(found, key)));
}

/** What the script of 政府信息公开 asks for. */
function newest(path: string): SiteAnswer {
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  const key = COLUMNS.find((c) => c.tree === Number(query.get('treeid')))?.key ?? 'xzfbwj';
  const list = listed(key)
    .slice(0, Math.min(20, Number(query.get('rows') ?? '8')))
    .map((item) => ({
      url: infoPath(item, key),
      title: item.title,
      showDate: item.published ? slash(item.published) : '',
    }));
  return text('application/json;charset=UTF-8', JSON.stringify({ column: column(key).name, list }));
}

const ANIMATION = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>动漫解读</title><style>@keyframes ride{from{left:-80px}to{left:420px}}body{margin:0;height:700px;background:#cfe8ff;overflow:hidden;position:relative}.bike{position:absolute;top:420px;width:70px;height:40px;background:#d9402f;border-radius:20px;animation:ride 5s linear infinite}</style></head><body><div class="bike"></div></body></html>`;

function answer(request: SiteRequest): SiteAnswer {
  const { path } = request;
  const bare = path.split('?')[0] ?? '/';
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  if (bare === '/robots.txt') return text('text/plain', 'User-agent: *\nDisallow: /system/manage/\n');
  if (bare === '/style/style.css') return text('text/css', CSS);
  if (bare === '/m/index.htm' || bare === '/m/') return html(mobileHome());
  if (bare === '/h5/6794/index.html') return html(ANIMATION);
  if (bare === '/system/resource/code/newslist.jsp') return newest(path);
  const script = SCRIPTS[bare];
  if (script) return text('application/javascript', script);
  const portal = PORTAL[bare];
  if (portal) return html(portal());
  const list = listAt(path);
  if (list) return html(list);
  return articleAt(path) ?? attachment(path) ?? medium(bare) ?? notFound(path);
}

export const site: UnseenSite = {
  name: SITE,
  level: '县',
  kind: '政府',
  style:
    '博达 VSB: /info/<column>/<id>.htm with mobile twins and content.jsp addresses, pages of lists numbered downwards, lists without years or with day, month and year apart, ' +
    'metadata as dl or cells with spaces in the labels, page tags absent or of the day of regeneration, attachments as 附件【…】, pasted Word and two body tags.',
  asOf: '2026-06-30',
  answer: (request) => answer(request),
  truth,
};
