import { tidy } from '#kernel';
import type { FileBlock } from './model.js';

/** A run of text at its place on a page; y grows downwards, all in one unit. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of a letter. */
  size: number;
}

interface Line {
  cells: string[];
  left: number;
  right: number;
  y: number;
  size: number;
}

/**
 * Runs of text on pages → paragraphs and rows. Runs on one height are a line, in the order in which the file draws them;
 * wide gaps make it a row of cells; a line that fills the width goes on in the next one unless that is indented. Page
 * numbers are dropped.
 */
export function blocksOfPages(pages: readonly (readonly Piece[])[]): FileBlock[] {
  const blocks: FileBlock[] = [];
  let open: { text: string; line: Line } | null = null;
  const endParagraph = (): void => {
    if (open) blocks.push({ line: open.text });
    open = null;
  };
  for (const pieces of pages) {
    const lines = linesOf(pieces);
    const left = Math.min(...lines.map((line) => line.left));
    const right = Math.max(...lines.map((line) => line.right));
    for (const line of lines) {
      if (line.cells.length > 1) {
        endParagraph();
        addRow(blocks, line.cells);
        continue;
      }
      const [text = ''] = line.cells;
      const isJoined = open !== null && !isHeading(text) && goesOn((open as { line: Line }).line, line, left, right);
      if (open !== null && isJoined) open = joined(open, text, line);
      else {
        endParagraph();
        open = { text, line };
      }
    }
  }
  endParagraph();
  return blocks;
}

function joined(open: { text: string }, text: string, line: Line): { text: string; line: Line } {
  const space = /[A-Za-z0-9,.]$/.test(open.text) && /^[A-Za-z]/.test(text) ? ' ' : '';
  return { text: `${open.text}${space}${text}`, line };
}

/** Whether a line is broken for want of room alone: it fills its page, and the next begins at the margin. */
function goesOn(before: Line, line: Line, left: number, right: number): boolean {
  const alike = line.size > before.size * 0.85 && line.size < before.size * 1.18;
  const isLong = before.right - before.left > before.size * fullLine && before.right > right - before.size * 1.6;
  return alike && isLong && line.left < left + line.size * 0.8;
}

/** “二、主动公开政府信息情况”: a line that is numbered and no sentence begins something of its own, indented or not. */
function isHeading(text: string): boolean {
  return text.length <= 40 && /^[一二三四五六七八九十]{1,3}、[^，。；：！？]+$/.test(text);
}

/** Letters of a line that may fill the width of a page; shorter ones end where they end. */
const fullLine = 20;

function addRow(blocks: FileBlock[], cells: readonly string[]): void {
  const row = cells.map((text) => ({ text, wide: 1, high: 1 }));
  const last = blocks.at(-1);
  if (last && 'table' in last) last.table.push(row);
  else blocks.push({ table: [row] });
}

/** “通　知　书”: letters set apart are one word. */
function closeUp(text: string): string {
  const plain = tidy(text);
  return /^(?:[\u4e00-\u9fff] ){2,}[\u4e00-\u9fff]$/.test(plain) ? plain.replace(/ /g, '') : plain;
}

const pageNumber = /^[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–－·\s]*$/;

/** Fonts often name a radical (⼀ U+2F00) where the character (一) is meant. */
const radical = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const piece of pieces) {
    const text = piece.text.replace(/[\s\u3000\u00a0]+/g, ' ').replace(radical, (char) => char.normalize('NFKC'));
    if (text.trim() === '') continue;
    const end = piece.x + Math.max(piece.width, 0);
    const follows: boolean =
      line !== null &&
      Math.abs(piece.y - line.y) < Math.max(line.size, piece.size) * 0.5 &&
      piece.x > line.right - line.size;
    if (line && follows) {
      append(line, text, piece.x - line.right);
      line.right = Math.max(line.right, end);
      line.size = Math.max(line.size, piece.size);
    } else {
      line = { cells: [text], left: piece.x, right: end, y: piece.y, size: piece.size };
      lines.push(line);
    }
  }
  for (const one of lines) one.cells = one.cells.map(closeUp).filter((cell) => cell !== '');
  return withoutPageNumbers(lines.filter((one) => one.cells.length > 0));
}

/** A gap of two letters parts cells; a narrower one is a space, and none at all beside Chinese. */
function append(line: Line, text: string, gap: number): void {
  const last = line.cells.length - 1;
  const before = line.cells[last] ?? '';
  if (gap > line.size * 2) line.cells.push(text);
  else if (gap > line.size * 0.7 || (gap > line.size * 0.2 && /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(text)))
    line.cells[last] = `${before} ${text}`;
  else line.cells[last] = before + text;
}

function withoutPageNumbers(lines: Line[]): Line[] {
  const isNumber = (line: Line | undefined): boolean =>
    line !== undefined && line.cells.length === 1 && pageNumber.test(line.cells[0]!);
  const from = isNumber(lines[0]) ? 1 : 0;
  const to = lines.length > from && isNumber(lines.at(-1)) ? lines.length - 1 : lines.length;
  return lines.slice(from, to);
}
