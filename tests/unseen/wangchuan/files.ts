import { FILES } from './article.js';
import { archive, office, pdf, png } from '../bytes.js';
import { CSS } from './shell.js';
import type { SiteAnswer } from '../model.js';

const bytes = (type: string, body: Uint8Array | string): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

/** Draws a video element; what the bought player does, without its buttons. */
const PLAYER =
  'function ckplayer(o){var b=document.querySelector(o.container),v=document.createElement("video");v.controls=true;v.poster=o.poster;v.src=o.video;v.style.width="100%";b.appendChild(v);}';

function attachment(path: string): SiteAnswer {
  if (path.endsWith('.pdf')) return bytes('application/pdf', pdf());
  const name = /[\w.]+$/.exec(path)?.[0] ?? 'file';
  const body = /\.(docx|xlsx|rar)$/.test(path) ? archive() : office();
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename=${name}` },
    body,
  };
}

export function fileAt(path: string): SiteAnswer | undefined {
  if (FILES.has(path)) return attachment(path);
  if (/^\/(?:images|picture|module\/jslib\/icons)\/[\w/.-]+\.(?:jpg|png|gif)$/.test(path))
    return bytes('image/png', path.startsWith('/picture/0/') && !path.includes('qr_') ? png(900, 1600) : png(60, 40));
  if (path === '/images/18/style.css') return bytes('text/css', CSS);
  if (path === '/script/ckplayer/ckplayer.js') return bytes('application/javascript', PLAYER);
  if (path === '/script/pagecontrol.js')
    return bytes(
      'application/javascript',
      'function doZoom(size){document.getElementById("zoom").style.fontSize=size+"px"}function SetHome(){}',
    );
  if (path.startsWith('/module/visitcount/articlehits.jsp'))
    return bytes('application/javascript', "document.write('137');");
  if (path.startsWith('/module/visitcount/visit.jsp')) return bytes('application/javascript', '');
  if (/^\/video\/\d{4}\/\w+\.mp4$/.test(path))
    return bytes('video/mp4', Buffer.from('0000001c667479706d703432', 'hex'));
  if (/^\/video\/\d{4}\/\w+\.m4a$/.test(path))
    return bytes('audio/mp4', Buffer.from('0000001c667479704d344120', 'hex'));
  return undefined;
}
