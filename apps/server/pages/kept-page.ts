import type { CaptureRow } from '#database';
import { fetchOutcomes } from '#evidence';
import { isFile } from '#files';
import { escapeHtml } from './escape.js';
import { markWords, type MarkedPage } from './mark-words.js';
import { safePieces } from './safe-markup.js';

const styles = `
body{margin:0;font:16px/1.7 "Microsoft YaHei","PingFang SC","WenQuanYi Micro Hei",sans-serif;color:#222;background:#fff}
.kept-banner{padding:8px 12px;background:#f4f1e8;border-bottom:2px solid #b8860b;font-size:13px;overflow-wrap:anywhere}
.kept-body{padding:12px;overflow-wrap:anywhere}
.kept-embed{color:#666;font-size:13px}
mark{background:#ffe066;color:#000;padding:0 2px;outline:2px solid #d9480f}
table{border-collapse:collapse;max-width:100%}td,th{border:1px solid #ccc;padding:2px 6px}pre{white-space:pre-wrap}`;

/**
 * A capture as a page of ours: a line that says what it is, then what stood on it, unable to run or load anything, the
 * decisive words marked. Words that stand only in the source are named above.
 * @param body bytes after transfer decoding, or null when there are none.
 */
export function renderKeptPage(capture: CaptureRow, body: Uint8Array | null, marks: string[]): string {
  const page = body === null ? explained(capture) : shown(capture, body, marks);
  return framed('取证快照', banner(capture), page);
}

/** A page that was only tried and is not kept, shown in the same way. */
export function renderTriedPage(
  { url, bytes, contentType }: { url: string; bytes: Uint8Array; contentType: string | null },
  charset: string | null,
  at: Date,
  marks: string[],
): string {
  const page = shown({ headers: { 'content-type': contentType ?? '' }, charset }, bytes, marks);
  const words = ['试读，未留存', `${beijingTime(at.toISOString())}（北京时间）`, url].map(escapeHtml).join('　');
  return framed('试读的页面', words, page);
}

function framed(title: string, words: string, page: MarkedPage): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${styles}</style></head>
<body><div class="kept-banner" role="note">${words}${sourceWords(page.notFound)}</div>
<div class="kept-body">${page.html}</div></body></html>`;
}

function banner({ fetchedAt, finalUrl, sha256 }: CaptureRow): string {
  const parts = ['取证快照', `${beijingTime(fetchedAt)}（北京时间）`, finalUrl, `SHA-256 ${sha256 ?? '（无内容）'}`];
  return parts.map(escapeHtml).join('　');
}

function sourceWords(words: string[]): string {
  if (words.length === 0) return '';
  return `<br>以下依据在网页源代码中，不在正文：${words.map((word) => `<mark>${escapeHtml(word)}</mark>`).join('、')}`;
}

function explained({ outcome, note }: CaptureRow): MarkedPage {
  const { title, meaning, action } = fetchOutcomes[outcome];
  const lines = [`${title}：${meaning}`, action, ...(note ? [note] : [])];
  return { html: lines.map((line) => `<p>${escapeHtml(line)}</p>`).join(''), notFound: [] };
}

function shown(capture: Pick<CaptureRow, 'headers' | 'charset'>, body: Uint8Array, marks: string[]): MarkedPage {
  const type = (capture.headers['content-type'] ?? '').toLowerCase();
  if (isFile(body) || /image|video|audio|pdf|zip|octet-stream|msword|officedocument|ms-excel/.test(type))
    return { html: '<p>该快照不是网页，请下载原始内容查看。</p>', notFound: [] };
  const text = decode(body, capture.charset);
  if (/json|javascript|text\/plain/.test(type) && !/^\s*</.test(text))
    return markWords([{ markup: '<pre>' }, { text }, { markup: '</pre>' }], marks);
  return markWords(safePieces(text), marks);
}

function decode(body: Uint8Array, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(body);
  } catch {
    // An encoding that is not known here: the bytes are still worth seeing.
    return new TextDecoder('utf-8').decode(body);
  }
}

function beijingTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
