import { archive, office, pdf, png } from '../bytes.js';
import { ITEMS } from './content/index.js';
import { textPdf } from './pdf.js';
import { html, script } from './shell.js';
import type { SiteAnswer } from '../model.js';

const TYPES: Record<string, [type: string, make: () => Buffer]> = {
  pdf: ['application/pdf', pdf],
  doc: ['application/msword', office],
  xls: ['application/vnd.ms-excel', office],
  xlsx: ['application/octet-stream', archive],
  ofd: ['application/octet-stream', archive],
  exe: ['application/octet-stream', () => Buffer.from('MZ')],
  jpg: ['image/png', () => png(800, 2400)],
  png: ['image/png', () => png(700, 1800)],
  gif: ['image/png', () => png(16, 16)],
  mp3: ['audio/mpeg', () => Buffer.from('ID3')],
  mp4: ['video/mp4', () => Buffer.from('\0\0\0\x18ftypmp42', 'latin1')],
  swf: ['application/x-shockwave-flash', () => Buffer.from('FWS')],
  css: ['text/css', () => Buffer.from('body{font-size:12px}')],
  js: ['text/javascript', () => Buffer.from('/* */')],
};
const WORDS = new Map(ITEMS.flatMap(({ pdfs }) => Object.entries(pdfs ?? {})));
const KEYS: Record<string, string> = {
  '8f2eWz0Qk1xJ': 'zjjhb.xls',
  b71cQy5ZpLr0: 'bmdjb.doc',
  c02dTe9UvMn4: 'gwb.xls',
};
const VIEWER =
  '<!DOCTYPE html><html dir="ltr" mozdisallowselectionprint><head><meta charset="utf-8"><title>PDF.js viewer</title><link rel="stylesheet" href="viewer.css"><script src="../build/pdf.js"></script><script src="viewer.js"></script></head><body tabindex="1" class="loadingInProgress"><div id="outerContainer"><div id="sidebarContainer"></div><div id="mainContainer"><div id="viewer" class="pdfViewer"></div></div></div></body></html>';
const FLIPBOOK =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>翻页电子书</title><script src="turn.js"></script></head><body><div class="flipbook"><div style="background-image:url(books/zrr2026/1.jpg)"></div><div style="background-image:url(books/zrr2026/2.jpg)"></div><div style="background-image:url(books/zrr2026/3.jpg)"></div></div><script>$(".flipbook").turn({width:1000,height:720});</script></body></html>';

const attachment = (name: string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${name}"` },
  body: office(),
});

/** The download model: a page with the key, then the file. */
function downAt(query: URLSearchParams): SiteAnswer | undefined {
  const key = query.get('a_k') ?? '';
  const name = KEYS[key];
  if (!name) return undefined;
  if (query.get('a') === 'download') return attachment(name);
  return html(
    `<!DOCTYPE html><html><head><meta charset="utf-8" /><title>下载</title></head><body><div class="down"><a href="index.php?m=content&c=down&a=download&a_k=${key}">点击下载</a></div></body></html>`,
  );
}

export function fileAt(url: URL): SiteAnswer | undefined {
  const { pathname, searchParams } = url;
  if (pathname === '/index.php' && searchParams.get('c') === 'down') return downAt(searchParams);
  if (pathname === '/api.php' && searchParams.get('op') === 'count')
    return script(`$('#todaydowns').html('1');$('#hits').html('${100 + Number(searchParams.get('id'))}');`);
  if (pathname.startsWith('/hzz/e/DownSys/DownSoft')) return attachment('hzmd.doc');
  if (pathname === '/statics/js/pdfjs/web/viewer.html') return html(VIEWER);
  if (pathname === '/statics/flipbook/index.html') return html(FLIPBOOK);
  if (pathname === '/uploadfile/h5/jieshui/index.html')
    return html(
      '<html><head><title>节水有奖</title></head><body><canvas width="375" height="660"></canvas></body></html>',
    );
  const words = WORDS.get(pathname);
  if (words) return { status: 200, headers: { 'content-type': 'application/pdf' }, body: textPdf(words) };
  const [, ending = ''] = /^\/(?:uploadfile|statics|caches|hzz\/(?:d|skin))\/.*\.(\w+)$/.exec(pathname) ?? [];
  const found = TYPES[ending];
  return found ? { status: 200, headers: { 'content-type': found[0] }, body: found[1]() } : undefined;
}
