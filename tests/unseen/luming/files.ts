import { archive, office, pdf, png } from '../bytes.js';
import { html } from './shell.js';
import { ITEMS } from './content/index.js';
import type { SiteAnswer } from '../model.js';

/** Every address under /upload and /images that pages name. */
const KNOWN = new Set(
  ITEMS.flatMap(({ body, after = '' }) =>
    [...`${String(body)}${after}`.matchAll(/(?:href|src|poster)="(\/(?:upload|images)\/[^"]+)"/g)].map(
      ([, path]) => path,
    ),
  ),
);
const PICTURES = /^\/images\/(?:new\.gif|ghs\.png|red\.png|xxgk\.png|wh\.png|pdf\.gif|word\.gif)$/;
/** Tabs open under the pointer; the counter stays empty. */
const SCRIPT = `function addHits(){}
window.onload=function(){document.querySelectorAll('.tab').forEach(function(tab){var heads=tab.querySelectorAll('.hd li'),panes=tab.querySelectorAll('.con');
heads.forEach(function(head,at){head.onmouseover=head.onclick=function(){panes.forEach(function(pane,i){pane.style.display=i===at?'':'none'})}})})}`;
const H5 =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>动漫</title></head><body><canvas id="stage"></canvas></body></html>';

export function fileAt(path: string): SiteAnswer | undefined {
  const send = (type: string, body: string | Uint8Array): SiteAnswer => ({
    status: 200,
    headers: { 'content-type': type },
    body,
  });
  if (path.endsWith('.css')) return send('text/css', 'body{margin:0}.con{padding:8px}');
  if (path === '/exposure/jiucuo.js')
    return send(
      'text/javascript',
      `document.write('<a href="/jiucuo.html"><img src="/images/red.png" alt="我为政府网站找错"></a>');`,
    );
  if (path === '/js/main.js') return send('text/javascript', SCRIPT);
  if (path === '/jiucuo.html')
    return html('<html><head><title>我为政府网站找错</title></head><body><form></form></body></html>');
  if (PICTURES.test(path)) return send('image/png', png(16, 16));
  if (!KNOWN.has(path)) return undefined;
  if (path.endsWith('/index.html')) return html(H5);
  if (/\.pdf$/i.test(path)) return send('application/pdf', pdf());
  if (/\.(?:jpg|png)$/.test(path)) return send('image/png', png(800, 1200));
  if (path.endsWith('.mp4')) return send('video/mp4', office());
  if (path.endsWith('.mp3')) return send('audio/mpeg', office());
  return send('application/octet-stream', /x$/.test(path) ? archive() : office());
}
