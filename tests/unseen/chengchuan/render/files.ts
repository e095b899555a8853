import { archive, office, pdf, png } from '../../bytes.js';
import { fileHref } from '../channels.js';
import { ITEMS } from '../content/index.js';
import type { SiteAnswer } from '../../model.js';

const PLAYER = `function Aliplayer(option) {
  var video = document.createElement('video');
  video.controls = true;
  video.src = option.source;
  document.getElementById(option.id).appendChild(video);
}`;

const VIEWER =
  '<!DOCTYPE html><html><head><title>PDF.js viewer</title></head><body><div id="viewer"></div></body></html>';

const file = (type: string, body: string | Uint8Array, name?: string): SiteAnswer => ({
  status: 200,
  headers: {
    'content-type': type,
    ...(name ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` } : {}),
  },
  body,
});

const TALL = /\/jd\/(bzd|tzjl|fx|mbk)/;

const attachments = new Map(
  ITEMS.flatMap(({ files, viewer }) => [...(files ?? []), ...(viewer ? [['', viewer] as const] : [])]).map(
    ([name, path]) => [fileHref(path), { name, path }] as const,
  ),
);

export function fileAt(path: string): SiteAnswer | null {
  const attached = attachments.get(path);
  if (attached?.path.endsWith('.pdf')) return file('application/pdf', pdf());
  if (attached) {
    const old = /\.(doc|xls)$/.test(attached.path);
    return file('application/octet-stream', old ? office() : archive(), attached.name);
  }
  const bare = path.split('?')[0] ?? '';
  if (bare === '/zfxxgk/pdfjs/web/viewer.html') return file('text/html;charset=UTF-8', VIEWER);
  if (bare === '/js/aliplayer-min.js') return file('application/javascript', PLAYER);
  if (bare === '/css/ewb.css') return file('text/css', 'body{font:14px/1.8 sans-serif;width:1200px;margin:0 auto}');
  if (bare.startsWith('/uploadfile/') && bare.endsWith('.png'))
    return file('image/png', TALL.test(bare) ? png(750, 2200) : png(200, 80));
  if (bare.startsWith('/uploadfile/video/')) return file('video/mp4', archive());
  if (bare.startsWith('/uploadfile/audio/')) return file('audio/mpeg', archive());
  return null;
}
