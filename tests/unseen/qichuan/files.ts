import { archive, office, pdf, png } from '../bytes.js';
import { fileOf } from './article.js';
import { documents, items } from './content/index.js';
import { html, portalPage } from './shell.js';
import type { SiteAnswer } from '../model.js';

const file = (type: string, body: string | Uint8Array): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});
const known = new Set(documents.flatMap((item) => (item.files ?? []).map(([, name]) => fileOf(item, name))));

function attachment(path: string): SiteAnswer {
  if (path.endsWith('.pdf')) return file('application/pdf', pdf());
  return file('application/octet-stream', /\.(docx|xlsx|zip|rar)$/.test(path) ? archive() : office());
}

/** A picture, film or sound lies beside the page whose body names it. */
function beside(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return items.some((item) => item.body.some((line) => line.includes(`./${name}`)) && fileOf(item, name) === path);
}

/** What pages call by name: the tabs, the pager and the player. */
const SCRIPTS: Record<string, string> = {
  '/images/jquery.min.js': 'window.jQuery = window.$ = function () { return { slide: function () {} }; };',
  '/images/page.js': `function createPageHTML(count, at, name, ext) {
  for (var i = 0; i < count; i++) document.write(i === at ? '<span>' + (i + 1) + '</span>' : '<a href="' + name + (i ? '_' + i : '') + '.' + ext + '">' + (i + 1) + '</a>');
}
var TRSVideo = { init: function (o) { document.getElementById(o.id).innerHTML = '<video controls src="' + o.source + '"></video>'; } };`,
};

export function fileAt(path: string): SiteAnswer | undefined {
  if (known.has(path)) return attachment(path);
  if (SCRIPTS[path]) return file('application/javascript', SCRIPTS[path]);
  if (path === '/h5/2026/fangxun/index.html')
    return html(
      '<!DOCTYPE html><html><head><meta charset="utf-8"><title>汛期来了怎么办</title></head><body><canvas id="stage"></canvas><script src="main.js"></script></body></html>',
    );
  if (path === '/video/2026/510303.m3u8') return file('application/vnd.apple.mpegurl', '#EXTM3U\n#EXT-X-ENDLIST\n');
  if (/^\/(images|xxgkpt\/images|bmpd\/images|Skin|h5)\/.*\.(css|js)$/.test(path))
    return file(path.endsWith('css') ? 'text/css' : 'application/javascript', '');
  if (/^\/(visit\/count|Common\/GetHits)/.test(path)) return file('application/javascript', 'document.write("318")');
  if (/^\/(images|xxgkpt\/images)\/.*\.(png|gif|jpg)$/.test(path)) return file('image/png', png(16, 16));
  if (!beside(path)) return undefined;
  if (/\.(png|jpg)$/.test(path)) return file('image/png', png(400, 900));
  return file(path.endsWith('mp3') ? 'audio/mpeg' : 'video/mp4', new Uint8Array(64));
}

export const lost = (): SiteAnswer =>
  html(
    portalPage('404', '<div class="e404"><img src="/images/404.png"><p>抱歉，您访问的页面不存在或已删除。</p></div>'),
    404,
  );
