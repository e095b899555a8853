import { archive, office, pdf, png } from '../bytes.js';
import { DOCS } from './content/index.js';
import type { SiteAnswer } from '../model.js';

const KINDS: Record<string, [string, () => Buffer]> = {
  pdf: ['application/pdf', pdf],
  doc: ['application/octet-stream', office],
  xls: ['application/octet-stream', office],
  docx: ['application/octet-stream', archive],
  xlsx: ['application/octet-stream', archive],
};
const H5 =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>阿岚说社保</title><meta name="viewport" content="width=device-width"></head><body style="margin:0"><canvas id="stage" width="375" height="667"></canvas></body></html>';

const send = (type: string, body: string | Buffer, more: Record<string, string> = {}): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type, ...more },
  body,
});

/** A file that there is; the others are answered with the application, as nginx does by try_files. */
export function fileAt(path: string): SiteAnswer | null {
  const number = /^\/file\/down\/(\d+)$/.exec(path)?.[1];
  const named = DOCS.flatMap(({ files }) => files ?? []).find(([, file]) => file === number);
  if (named) {
    const name = named[1] === '7205' ? '就业见习单位申报书.docx' : named[0];
    const [type, make] = KINDS[name.split('.').at(-1) ?? ''] ?? ['application/octet-stream', office];
    const filename = `attachment;filename*=utf-8''${encodeURIComponent(name)}`;
    return send(type, make(), { 'content-disposition': filename });
  }
  if (/^\/upload\/image\/tu\d\.png$|^\/upload\/image\/(wg-long|gw-\d)\.png$/.test(path))
    return send('image/png', png(750, 2400));
  if (path === '/upload/image/qr.png') return send('image/png', png(258, 258));
  if (path.startsWith('/upload/image/')) return send('image/png', png(900, 600));
  if (path === '/file/media/lanjiang/index.m3u8')
    return send(
      'application/vnd.apple.mpegurl',
      '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n0.ts\n#EXT-X-ENDLIST\n',
    );
  if (path === '/file/media/gyxgw.m4a') return send('audio/mp4', Buffer.alloc(256));
  if (path === '/h5/alan/index.html') return send('text/html; charset=utf-8', H5);
  return null;
}
