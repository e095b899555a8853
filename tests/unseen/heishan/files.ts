import { deflateSync, crc32 } from 'node:zlib';
import { ARTICLES } from './content/index.js';
import type { SiteAnswer } from '../model.js';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A poster of coloured bands, 760 × 1200. */
function poster(): Buffer {
  const width = 760;
  const height = 1200;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * 3 + 1) + 1;
    const band = Math.floor(y / 120) % 2;
    for (let x = 0; x < width; x += 1) pixels.set(band ? [40, 120, 200] : [235, 245, 255], start + x * 3);
  }
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const PICTURE = poster();
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const OFFICE = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504)]);

const found = (type: string, body: string | Uint8Array, more: Record<string, string> = {}): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type, ...more },
  body,
});

const ATTACHED = new Set([
  '/UploadFiles/sqb.doc',
  ...ARTICLES.flatMap((item) => (item.files ?? []).map(([, path]) => path)),
]);

/** An attachment, picture or recording. */
export function fileAt(path: string): SiteAnswer | null {
  if (path === '/inc/download.asp?fid=331')
    return found('application/octet-stream', OFFICE, { 'content-disposition': 'attachment; filename="331.doc"' });
  if (ATTACHED.has(path)) {
    if (path.endsWith('.pdf')) return found('application/pdf', PDF);
    return found(path.endsWith('.xls') ? 'application/vnd.ms-excel' : 'application/msword', OFFICE);
  }
  const bare = path.split('?')[0] ?? '';
  if (/^\/UploadFiles\/jd\/\w+\.png$/.test(bare) || bare === '/images/poster.png') return found('image/png', PICTURE);
  if (/^\/images\/\w+\.gif$/.test(bare)) return found('image/gif', PIXEL);
  if (/^\/UploadFiles\/video\/\d+\.mp4$/.test(bare)) return found('video/mp4', Buffer.from('0000001866747970', 'hex'));
  if (/^\/UploadFiles\/audio\/\d+\.mp3$/.test(bare)) return found('audio/mpeg', Buffer.from('ID3'));
  if (bare === '/inc/hits.asp') return found('application/javascript', 'document.write("318");');
  return null;
}
