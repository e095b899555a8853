import { place, refuse } from './table.js';

/**
 * Bytes of a csv → text: BOM first (UTF-8, UTF-16 as Excel's “Unicode text”), then strict UTF-8, then GB18030, which WPS and
 * Excel write on a Chinese Windows. Half a character is refused rather than guessed.
 */
export function decodeText(bytes: Uint8Array, fileName: string): string {
  const label = encodingOf(bytes);
  for (const encoding of label ? [label] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return refuse([
    { where: place(fileName), what: '不是可读的文本', accepted: 'UTF-8 或 GB18030（GBK）编码的 csv，或 xlsx' },
  ]);
}

function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}
