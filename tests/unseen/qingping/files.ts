import { archive, office, pdf, png } from '../bytes.js';
import { BASE } from './columns.js';
import { ITEMS } from './content/index.js';
import { html } from './shell.js';
import { SCRIPT } from './script.js';
import type { SiteAnswer } from '../model.js';

const FILES = ITEMS.flatMap((item) => (item.kind === 'document' ? (item.files ?? []) : []));
/** Pictures, films and the like that bodies name. */
const MEDIA = new Set(ITEMS.flatMap(({ body }) => body.replaceAll('%2F', '/').match(/files\/[\w/.]+/g) ?? []));

export function fileAt(url: URL): SiteAnswer | undefined {
  const send = (type: string, body: string | Uint8Array, more: Record<string, string> = {}): SiteAnswer => ({
    status: 200,
    headers: { 'content-type': type, ...more },
    body,
  });
  if (url.pathname === '/_next/static/chunks/main-3f9a1c.js') return send('text/javascript', SCRIPT);
  if (url.pathname === '/_next/static/css/4be1f09c.css')
    return send('text/css', '.Feed_sentinel__g5{height:24px}.swiper-slide img{max-width:100%}');
  if (url.pathname === '/_next/image') {
    const path = (url.searchParams.get('url') ?? '').slice(BASE.length);
    return MEDIA.has(path) ? send('image/png', png(750, 1000)) : undefined;
  }
  const path = `${url.pathname}${url.search}`.slice(BASE.length);
  if (/^static\/\w+\.png$/.test(path)) return send('image/png', png(64, 64));
  if (url.pathname === `${BASE}reader/index.html`)
    return html(
      '<!DOCTYPE html><html><head><title>文件预览</title></head><body><canvas id="page"></canvas></body></html>',
    );
  if (url.pathname === `${BASE}player/embed`)
    return html(
      '<!DOCTYPE html><html><head><title>播放器</title></head><body><video id="player" controls></video></body></html>',
    );
  const file = FILES.find((one) => one.path === path);
  if (file) {
    if (file.name.endsWith('.pdf')) return send('application/pdf', pdf());
    const named = { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` };
    return send('application/octet-stream', file.name.endsWith('x') ? archive() : office(), named);
  }
  if (!MEDIA.has(path)) return undefined;
  if (path.endsWith('.json'))
    return send('application/json', '{"v":"5.7.4","fr":25,"ip":0,"op":75,"w":360,"h":640,"layers":[]}');
  if (path.endsWith('.mp4')) return send('video/mp4', office());
  if (path.endsWith('.m4a')) return send('audio/mp4', office());
  return send('image/png', png(750, 1000));
}
