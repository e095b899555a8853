import { archive, office, pdf, png } from '../bytes.js';
import type { SiteAnswer } from '../model.js';

const TYPES: Record<string, [type: string, make: () => Buffer]> = {
  pdf: ['application/pdf', pdf],
  doc: ['application/msword', office],
  xls: ['application/vnd.ms-excel', office],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', archive],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', archive],
  ofd: ['application/ofd', archive],
  rar: ['application/octet-stream', () => Buffer.from('Rar!\x1a\x07\x00', 'latin1')],
  jpg: ['image/png', () => png(60, 80)],
  png: ['image/png', () => png(24, 24)],
  gif: ['image/png', () => png(16, 16)],
  webp: ['image/png', () => png(60, 120)],
  mp4: ['video/mp4', () => Buffer.from('\0\0\0\x18ftypmp42', 'latin1')],
  m4a: ['audio/mp4', () => Buffer.from('\0\0\0\x18ftypM4A ', 'latin1')],
  css: ['text/css', () => Buffer.from('body{font-size:16px}')],
  js: ['application/javascript', () => Buffer.from('"use strict";')],
};

export function fileAt(path: string): SiteAnswer | undefined {
  if (/^\/static\/(?:pdfjs\/web\/viewer|player\/index)\.html\?/.test(path))
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!DOCTYPE html><html><body><div id="viewer"></div></body></html>',
    };
  const [, ending = ''] = /^\/(?:oss|static)\/[^?]*\.(\w+)(?:\?|$)/.exec(path) ?? [];
  const found = TYPES[ending];
  return found ? { status: 200, headers: { 'content-type': found[0] }, body: found[1]() } : undefined;
}
