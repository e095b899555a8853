import iconv from 'iconv-lite';
import type { SiteAnswer } from '../model.js';

/** How a page declares its charset and how it is really sent. */
export type Sending = 'gb' | 'utf8' | 'utf8-as-gb' | 'bom' | 'gb-as-utf8';

export const declared = (sending: Sending): string =>
  sending === 'utf8' ? 'utf-8' : sending === 'gb-as-utf8' ? 'UTF-8' : 'gb2312';

const headers: Record<Sending, string> = {
  gb: 'text/html',
  utf8: 'text/html; charset=utf-8',
  'utf8-as-gb': 'text/html; charset=utf-8',
  bom: 'text/html',
  'gb-as-utf8': 'text/html; charset=GB2312',
};

/** `page` as bytes; what GB18030 lacks does not occur. */
export function send(page: string, sending: Sending, status = 200): SiteAnswer {
  const gb = sending === 'gb' || sending === 'gb-as-utf8';
  const body = gb ? iconv.encode(page, 'gb18030') : Buffer.from(sending === 'bom' ? `\uFEFF${page}` : page, 'utf8');
  return { status, headers: { 'content-type': headers[sending], 'x-powered-by': 'ASP.NET' }, body };
}
