import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';
import { annualList, fileList, groupList, readingList, relList, unitList } from './api.js';
import { DOCS, GUIDES, guideUrl, newsUrl, reportTitle, reportUrl, SITE } from './columns.js';
import { NEWS } from './content/news.js';
import { READINGS } from './content/readings.js';
import { REPORTS } from './content/reports.js';
import { docBody, docPage, plainPage, readingPage, reportPage, twinPage } from './detail.js';
import { columnPage, home, mobileHome } from './lists.js';
import { older } from './old.js';
import { APP_JS, interaction, LIST_JS } from './script.js';
import { CSS, page } from './shell.js';
import { truth } from './truth.js';

const made = (type: string, body: string | Uint8Array, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': type },
  body,
});
const html = (body: string, status = 200): SiteAnswer => made('text/html;charset=utf-8', body, status);
const json = (value: unknown): SiteAnswer => made('application/json;charset=utf-8', JSON.stringify(value));

const notFound = (): SiteAnswer =>
  html(page({ title: '404', html: '<p class="none">抱歉，您访问的页面不存在或者已被删除，3秒后返回首页。</p>' }), 404);

const picture = (label: string): SiteAnswer =>
  made(
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="900"><rect width="760" height="900" fill="#dcebfa"/><circle cx="380" cy="240" r="120" fill="#2f86d3"/><rect x="90" y="460" width="580" height="60" fill="#0b5aa5"/><rect x="90" y="560" width="420" height="60" fill="#7fb2e3"/><text x="380" y="860" text-anchor="middle">${label}</text></svg>`,
  );

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

const GAMES = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>注册送彩金_在线娱乐平台</title></head><body><h1>在线娱乐平台</h1><p>注册即送彩金，百家乐、老虎机等你来玩。</p></body></html>`;

const H5 = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>电动自行车安全动漫</title><style>@keyframes go{from{left:0}to{left:320px}}body{margin:0;height:700px;background:#def}.b{position:absolute;top:360px;width:80px;height:40px;border-radius:20px;background:#e33;animation:go 4s infinite}</style></head><body><div class="b"></div></body></html>`;

function article(path: string): SiteAnswer | null {
  const found = /^\/mxx\/(pc|wap)\/([a-z]+)\/d(\d+)\.html$/.exec(path);
  if (!found) return null;
  const [, device, col = '', number] = found;
  const id = Number(number);
  const pc = `/mxx/pc/${col}/d${id}.html`;
  const small = device === 'wap';
  const twin = (title: string, pub: string, body: string, no: string | null): SiteAnswer =>
    html(twinPage(title, pub, body, pc, no));
  const doc = DOCS.find((d) => d.id === id);
  if (doc && doc.col !== 'bmwj') {
    const moved = doc.special === 'redirect' && col === doc.col;
    if (moved) {
      const to = `/mxx/${device ?? 'pc'}/gggs/d${id}.html`;
      return html(
        `<!DOCTYPE html><html><head><meta charset="utf-8"><title>页面跳转</title></head><body><script>window.location.replace("${to}");</script></body></html>`,
      );
    }
    const known = doc.col === col || doc.more?.includes(col) || (doc.special === 'redirect' && col === 'gggs');
    if (!known) return null;
    return small ? twin(doc.title, doc.pub, docBody(doc), doc.no) : html(docPage(doc, col));
  }
  const reading = col === 'zcjd' ? READINGS.find((r) => r.id === id) : undefined;
  if (reading) return small ? twin(reading.title, reading.pub, reading.body, null) : html(readingPage(reading));
  const news = NEWS.find((n) => n.id === id && n.col === col);
  if (news)
    return small ? twin(news.title, news.pub, news.body, null) : html(plainPage(news, col, '梅溪融媒', newsUrl(news)));
  const report = col === 'zfxxgknb' ? REPORTS.find((r) => r.id === id) : undefined;
  if (report) {
    if (small) return twin(reportTitle(report), report.pub, report.parts.map((p) => report.body[p]).join(''), null);
    return html(reportPage(report, reportUrl(report)));
  }
  const guide = col === 'bsfw' ? GUIDES.find((g) => g.id === id) : undefined;
  return guide ? html(plainPage(guide, col, '县行政服务中心', guideUrl(guide))) : null;
}

function data(request: SiteRequest): SiteAnswer | null {
  const [bare = '', query] = request.path.split('?');
  const asked = new URLSearchParams(query ?? '');
  const posted = request.method === 'POST';
  const body = new TextDecoder().decode(request.body);
  try {
    if (bare === '/openapi/mxx/front/unit/list') {
      return posted
        ? json(unitList(new URLSearchParams(body)))
        : json({ code: '4005', msg: '请求方式不支持', result: null });
    }
    if (bare === '/openapi/mxx/front/reading/list') {
      return posted ? json(readingList(body)) : json({ state: 'fail', data: null });
    }
  } catch {
    return json({ code: '5000', msg: '系统繁忙', result: null });
  }
  if (bare === '/openapi/mxx/front/group') return json(groupList(asked));
  if (bare === '/openapi/mxx/front/annual') return json(annualList());
  if (bare === '/openapi/mxx/front/doc/files') return json(fileList(Number(asked.get('docId'))));
  if (bare === '/openapi/mxx/front/doc/rel') return json(relList(Number(asked.get('docId'))));
  if (bare.startsWith('/hd/api/')) {
    const value = interaction(request.path);
    return value ? json(value) : made('application/json', '{"c":404}', 404);
  }
  return null;
}

function asset(bare: string): SiteAnswer | null {
  if (bare === '/mxx/static/css/mx.css') return made('text/css', CSS);
  if (bare === '/mxx/static/js/mxlist.js') return made('application/javascript;charset=utf-8', LIST_JS);
  if (bare === '/mxx/hudong/app.js') return made('application/javascript;charset=utf-8', APP_JS);
  if (bare === '/mxx/h5/ddc/index.html') return html(H5);
  if (bare === '/mxx/static/pdfview/viewer.html')
    return html('<!DOCTYPE html><html><body><canvas id="pdf"></canvas></body></html>');
  if (bare === '/robots.txt') return made('text/plain', 'User-agent: *\nDisallow: /manage/\n');
  if (/^\/mxx\/(upload|static)\/.*\.png$/.test(bare)) return picture('梅溪县人民政府');
  if (/\.mp4$/.test(bare)) return made('video/mp4', Uint8Array.of(0, 0, 0, 24, 102, 116, 121, 112));
  if (/\.mp3$/.test(bare)) return made('audio/mpeg', Uint8Array.of(73, 68, 51, 3));
  if (/^\/mxx\/upload\/.*\.pdf$/.test(bare)) return made('application/pdf', PDF);
  const office =
    /^\/(mxx\/upload|oldgov\/UploadFile)\/.*\.(docx?|xlsx)$/.test(bare) || bare === '/openapi/mxx/file/down';
  return office ? made('application/octet-stream', Uint8Array.of(80, 75, 5, 6)) : null;
}

function answer(request: SiteRequest): SiteAnswer {
  const bare = request.path.split('?')[0] ?? '/';
  const told = data(request);
  if (told) return told;
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, headers: {}, body: '' };
  if (bare === '/') return { status: 302, headers: { location: '/mxx/pc/index.html' }, body: '' };
  if (bare === '/mxx/pc/index.html') return html(home());
  if (bare === '/mxx/wap/index.html') return html(mobileHome());
  if (bare === '/mxx/pc/zt/lyw/index.html') return html(GAMES);
  if (bare === '/mxx/pc/about/index.html')
    return html(page({ title: '网站地图', html: '<p class="none">网站地图</p>' }));
  if (bare === '/mxx/hudong/index.html') {
    const app =
      '<div class="main" id="app" style="padding:20px">正在加载……</div><script src="/mxx/hudong/app.js"></script>';
    return html(page({ title: '互动交流', crumb: '互动交流', noTags: true, html: app }));
  }
  const key = /^\/mxx\/pc\/([a-z]+)\/(?:index\.html)?$/.exec(bare)?.[1];
  const column = key ? columnPage(key) : null;
  if (column) return html(column);
  const old = older(request.path);
  if (old) return made('text/html', old);
  return article(bare) ?? asset(bare) ?? notFound();
}

export const site: UnseenSite = {
  name: SITE,
  level: '县',
  kind: '政府',
  style:
    'A provincial shared platform: shells whose lists come by POST form, POST JSON or nested GET JSON through a template in the page, ' +
    'tabs switched by script, days as numbers, milliseconds or instants in UTC, all pages in one page, attachments and interpretations drawn by script, ' +
    'a single-page interaction area, mobile twins, and one section on an older system in GB18030.',
  asOf: '2026-06-30',
  answer,
  truth,
};
