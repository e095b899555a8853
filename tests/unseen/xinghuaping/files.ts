import { archive, office, pdf, png } from '../bytes.js';
import type { SiteAnswer } from '../model.js';

const TYPES: Record<string, [type: string, make: () => Buffer]> = {
  pdf: ['application/pdf', pdf],
  doc: ['application/msword', office],
  xls: ['application/vnd.ms-excel', office],
  xlsx: ['application/octet-stream', archive],
  jpg: ['image/png', () => png(60, 80)],
  png: ['image/png', () => png(20, 20)],
  gif: ['image/png', () => png(16, 16)],
  mp3: ['audio/mpeg', () => Buffer.from('ID3')],
  mp4: ['video/mp4', () => Buffer.from('\0\0\0\x18ftypmp42', 'latin1')],
  css: ['text/css', () => Buffer.from('body{font-size:12px}')],
  js: ['application/x-javascript', () => Buffer.from('function $DE(id){return document.getElementById(id)}')],
};

export function fileAt(path: string): SiteAnswer | undefined {
  if (path.startsWith('/plus/count.php'))
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=gb2312' },
      body: "document.write('128');\r\n",
    };
  if (path.startsWith('/plus/download.php'))
    return {
      status: 200,
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="dengjibiao.doc"',
      },
      body: office(),
    };
  if (path === '/templets/xhp/gaba.html' || path.startsWith('/uploads/h5/'))
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><body><canvas></canvas></body></html>',
    };
  const [, ending = ''] = /^\/(?:uploads|templets|plus\/img|include)\/.*\.(\w+)$/.exec(path) ?? [];
  const found = TYPES[ending];
  return found ? { status: 200, headers: { 'content-type': found[0] }, body: found[1]() } : undefined;
}
