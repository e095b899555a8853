import { halfWidth } from '#kernel';
import { escapeHtml } from './escape.js';
import type { Piece } from './safe-markup.js';

const mostOfOne = 20;

export interface MarkedPage {
  html: string;
  /** Marks that stand nowhere in the visible text (in a tag of the page's head, for instance). */
  notFound: string[];
}

/**
 * Writes the pieces with the decisive words in `<mark>`. White space and full or half width make no difference, and words
 * may run over several cells or spans. The first has the id `mark`.
 */
export function markWords(pieces: Piece[], marks: string[]): MarkedPage {
  const { text, places } = readableText(pieces);
  const marked = new Map<number, Set<number>>();
  const notFound: string[] = [];
  for (const mark of marks) {
    const wanted = comparable(mark);
    if (wanted === '') continue;
    let from = text.indexOf(wanted);
    if (from === -1) notFound.push(mark);
    for (let count = 0; from !== -1 && count < mostOfOne; count++) {
      for (let at = from; at < from + wanted.length; at++) {
        const [piece, char] = [places[2 * at] ?? 0, places[2 * at + 1] ?? 0];
        const chars = marked.get(piece);
        if (chars) chars.add(char);
        else marked.set(piece, new Set([char]));
      }
      from = text.indexOf(wanted, from + wanted.length);
    }
  }
  let first = true;
  const html = pieces.map((piece, index) => {
    if ('markup' in piece) return piece.markup;
    const chars = marked.get(index);
    if (!chars) return escapeHtml(piece.text);
    const opening = first ? '<mark id="mark">' : '<mark>';
    first = false;
    return writeMarked(piece.text, chars, opening);
  });
  return { html: html.join(''), notFound };
}

const blank = /[\s\u00a0\u3000\u200b\u200c\u200d\ufeff\u00ad]/;

function comparable(text: string): string {
  return [...halfWidth(text)].filter((char) => !blank.test(char)).join('');
}

/** The text without white space, and for each of its characters the piece and the place in it, two numbers each. */
function readableText(pieces: Piece[]): { text: string; places: number[] } {
  const text: string[] = [];
  const places: number[] = [];
  pieces.forEach((piece, index) => {
    if ('markup' in piece) return;
    const half = halfWidth(piece.text);
    for (let at = 0; at < half.length; at++) {
      const char = half[at] ?? '';
      if (blank.test(char)) continue;
      text.push(char);
      places.push(index, at);
    }
  });
  return { text: text.join(''), places };
}

function writeMarked(text: string, chars: Set<number>, opening: string): string {
  let html = '';
  let from = 0;
  const sorted = [...chars].sort((one, other) => one - other);
  for (let index = 0; index < sorted.length;) {
    const start = sorted[index] ?? 0;
    let end = start + 1;
    // White space between marked characters belongs to the mark.
    while (++index < sorted.length && blankBetween(text, end, sorted[index] ?? 0)) end = (sorted[index] ?? 0) + 1;
    html += `${escapeHtml(text.slice(from, start))}${html.includes('<mark') ? '<mark>' : opening}${escapeHtml(text.slice(start, end))}</mark>`;
    from = end;
  }
  return html + escapeHtml(text.slice(from));
}

function blankBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!blank.test(text[at] ?? '')) return false;
  return true;
}
