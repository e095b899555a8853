/** MIME type without parameters, lower case. */
export function mimeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
}

const textual =
  /^(text\/(html|plain|xml|json|javascript|x-json)|application\/(xhtml\+xml|xml|json|javascript|x-javascript|rss\+xml|atom\+xml|[\w.-]+\+(json|xml)))$/;
const unsure =
  /^$|^(application\/(octet-stream|x-www-form-urlencoded|unknown|force-download)|text\/|content\/unknown|unknown\/unknown|\*\/\*|html$)/;

const signatures: { name: string; at: number; bytes: number[] }[] = [
  { name: 'PDF', at: 0, bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: '压缩包或 Office 文档', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'Office 文档', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'RAR 压缩包', at: 0, bytes: [0x52, 0x61, 0x72, 0x21] },
  { name: '7z 压缩包', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: 'PNG 图片', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'GIF 图片', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'JPEG 图片', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { name: '视频', at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
  { name: '音频', at: 0, bytes: [0x49, 0x44, 0x33] },
];

/**
 * What the first bytes are, when they are no page or data that can be read; null when they are. Bytes count more than
 * the declared type: Word files are served as text/html, pages as application/octet-stream.
 */
export function foreignKind(contentType: string | undefined, bytes: Uint8Array): string | null {
  const found = signatures.find(({ at, bytes: sign }) => sign.every((byte, n) => bytes[at + n] === byte));
  if (found) return found.name;
  const mime = mimeOf(contentType);
  if (textual.test(mime)) return null;
  const looksLikeMarkup = /^\s*(<!doctype|<html|<head|<body|<\?xml|<!--|<script|<meta|\{|\[)/i.test(headOf(bytes));
  if (looksLikeMarkup && mime !== 'text/css' && !mime.startsWith('image/')) return null;
  if (mime === 'text/css') return mime;
  return unsure.test(mime) && !hasControlBytes(bytes) ? null : mime || '二进制内容';
}

function headOf(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = Buffer.from(bytes.subarray(start, start + 512)).toString('latin1');
  return utf16 ? head.replace(/\0/g, '').slice(2) : head;
}

function hasControlBytes(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  return bytes.subarray(0, 1024).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}
