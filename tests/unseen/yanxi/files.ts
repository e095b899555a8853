import { archive, office, pdf, png } from '../bytes.js';
import { ITEMS } from './content/index.js';
import { fileOf } from './truth.js';
import type { SiteAnswer } from '../model.js';

const KINDS: Record<string, [string, () => Buffer]> = {
  pdf: ['application/pdf', pdf],
  doc: ['application/msword', office],
  xls: ['application/vnd.ms-excel', office],
  docx: ['application/octet-stream', archive],
  xlsx: ['application/octet-stream', archive],
};
const FILES = new Map(ITEMS.flatMap(({ files = [] }) => files.map(([name, file]) => [fileOf(file), name] as const)));

const send = (type: string, body: string | Buffer, more: Record<string, string> = {}): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type, ...more },
  body,
});

/** A file that there is; whatever there is not is answered with the application. */
export function fileAt(path: string): SiteAnswer | null {
  const name = FILES.get(path);
  if (name !== undefined) {
    const [type, make] = KINDS[name.split('.').at(-1) ?? ''] ?? ['application/octet-stream', office];
    const filename = `attachment;filename*=utf-8''${encodeURIComponent(name)}`;
    return send(type, make(), path.startsWith('/portal-api/') ? { 'content-disposition': filename } : {});
  }
  if (path.startsWith('/portal-api/file/'))
    return send('application/json; charset=utf-8', JSON.stringify({ code: 404, msg: '文件不存在' }));
  if (/^\/upload\/tu\/\w+\.png$/.test(path)) return send('image/png', png(750, 2400));
  if (/^\/(?:upload|assets)\/.*\.png$/.test(path)) return send('image/png', png(240, 160));
  if (/^\/upload\/media\/\w+\.mp4$/.test(path)) return send('video/mp4', Buffer.alloc(256));
  if (/^\/upload\/media\/\w+\.mp3$/.test(path)) return send('audio/mpeg', Buffer.alloc(256));
  if (path === '/h5/touzi/index.html')
    return send(
      'text/html; charset=utf-8',
      '<!DOCTYPE html><html><head><meta charset="utf-8"><title>溪小茶</title></head><body><canvas id="stage" width="375" height="667"></canvas></body></html>',
    );
  if (path === '/pdfjs/web/viewer.html')
    return send(
      'text/html; charset=utf-8',
      '<!DOCTYPE html><html><head><meta charset="utf-8"><title>PDF.js viewer</title></head><body><div id="viewerContainer"><div id="viewer" class="pdfViewer"><canvas></canvas></div></div></body></html>',
    );
  return null;
}
