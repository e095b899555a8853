import { articleAt } from './article.js';
import { fileAt } from './files.js';
import { listAt } from './list.js';
import { portalAt } from './portal.js';
import { CSS, sheet } from './shell.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const plain = (type: string, body: string): SiteAnswer => ({ status: 200, headers: { 'content-type': type }, body });

const ANIMATION =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>动漫解读</title><style>@keyframes run{from{left:-60px}to{left:600px}}body{margin:0;height:400px;background:#dff1d8;overflow:hidden;position:relative}.dog{position:absolute;top:260px;width:60px;height:36px;border-radius:18px;background:#96602a;animation:run 4s linear infinite}</style></head><body><div class="dog"></div></body></html>';

function answer(request: SiteRequest): SiteAnswer {
  const { path, method } = request;
  const bare = path.split('?')[0] ?? '/';
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { status: 405, headers: {}, body: '' };
  if (bare === '/robots.txt') return plain('text/plain', 'User-agent: *\nDisallow: /admin/\n');
  if (bare === '/css/style.css') return plain('text/css', CSS);
  if (bare === '/dm/30149/index.html') return plain('text/html', ANIMATION);
  if (bare === '/inc/go.asp') return { status: 302, headers: { location: '/' }, body: '' };
  if (path === '/Article/Show.aspx?cid=12&id=10160')
    return sheet({
      title: '提示信息',
      html: '<table width="600" align="center" class="box"><tr><td align="center" height="160">该信息不存在或已被删除！<br><a href="javascript:history.back()">返回</a></td></tr></table>',
    });
  const page = portalAt(path) ?? listAt(request) ?? articleAt(path) ?? fileAt(path);
  if (page) return page;
  return sheet(
    {
      title: '404 - 找不到文件或目录。',
      bare: true,
      html: '<h2>404 - 找不到文件或目录。</h2><h3>您要查找的资源可能已被删除，已更改名称或者暂时不可用。</h3>',
    },
    404,
  );
}

export const site: UnseenSite = {
  name: '黑山头区人民政府',
  level: '县',
  kind: '政府',
  style:
    'An ASP portal grown over fifteen years: list.aspx?cid= and show.asp?id= in nested tables, pagers by __doPostBack and by hidden forms, a list in an iframe, lists written by scripts, ' +
    'charsets declared one way and sent another, fonts and nbsp in every line, signatures in Chinese numerals, and a newer 政府信息公开 section in frames with year tabs and topics.',
  asOf: '2026-06-30',
  answer,
  truth,
};
