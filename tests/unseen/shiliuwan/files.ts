import { archive, office, pdf, png } from '../bytes.js';
import { FILES } from './article.js';
import { CSS } from './shell.js';
import type { SiteAnswer } from '../model.js';

const bytes = (type: string, body: Uint8Array | string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

export function fileAt(path: string): SiteAnswer | undefined {
  if (FILES.has(path)) {
    if (path.includes('.pdf')) return bytes('application/pdf', pdf());
    return bytes('application/octet-stream', /\.(?:docx|xlsx)\?/.test(path) ? archive() : office());
  }
  if (/^\/upload\/(?:notice|tj)\/\w+\.jpg$/.test(path)) return bytes('image/png', png(750, 1334));
  if (/^\/upload\/cover\/\w+\.jpg$/.test(path)) return bytes('image/png', png(320, 180));
  if (/^\/static\/\w+\.(?:png|gif)$/.test(path)) return bytes('image/png', png(36, 36));
  if (path === '/static/h5.css') return bytes('text/css', CSS);
  if (path === '/static/pc.css')
    return bytes('text/css', '.view{width:960px;margin:0 auto}.line{color:#888;border-bottom:1px solid #ccc}');
  if (/^\/upload\/audio\/\w+\.mp3$/.test(path)) return bytes('audio/mpeg', Buffer.from('49443303000000000000', 'hex'));
  if (/^\/upload\/video\/\w+\.mp4$/.test(path))
    return bytes('video/mp4', Buffer.from('0000001c667479706d703432', 'hex'));
  return undefined;
}
