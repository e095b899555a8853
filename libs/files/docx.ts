import { tidy } from '#kernel';
import { walkXml } from './bounded-xml.js';
import type { BoundedZip } from './bounded-zip.js';
import { type FileBlock, type FileCell, type FileLimits, type FileReading, fileRefusals } from './model.js';
import { mainPart } from './workbook.js';

interface Cell {
  lines: string[];
  wide: number;
  /** A cell merged with the one above it. */
  continues: boolean;
}

interface Table {
  rows: Cell[][];
}

/**
 * Paragraphs and tables of a docx, in order. Deleted text, field codes, comments and the second copy that old programs get
 * (`Fallback`) are left out. A table within a cell counts as lines of that cell.
 * @throws ZipRefused, XmlRefused
 */
export async function readDocx(zip: BoundedZip, limits: FileLimits): Promise<FileReading> {
  const path = await mainPart(zip);
  const xml = path === null ? null : zip.read(path);
  if (!xml) return { refused: fileRefusals.damaged };
  const walk = new DocxWalk(limits);
  await walkXml(xml, {
    open: (name, attributes) => walk.open(name, attributes),
    text: (text) => walk.text(text),
    close: (name) => walk.close(name),
  });
  return { format: 'docx', blocks: walk.blocks, pages: null, whole: !walk.isFull };
}

class DocxWalk {
  readonly blocks: FileBlock[] = [];
  private readonly tables: Table[] = [];
  /** Text of the paragraphs that are open: a text box stands within a paragraph. */
  private readonly paragraphs: string[] = [];
  private inText = false;
  private skipped = 0;
  private characters = 0;
  private rows = 0;

  constructor(private readonly limits: FileLimits) {}

  get isFull(): boolean {
    return this.characters > this.limits.maxCharacters || this.rows > this.limits.maxRows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.skipped > 0 || name === 'Fallback') {
      this.skipped += 1;
      return;
    }
    if (name === 'p') this.paragraphs.push('');
    else if (name === 't') this.inText = true;
    else if (name === 'tab') this.add(' ');
    else if (name === 'br' || name === 'cr') this.add('\n');
    else if (name === 'noBreakHyphen') this.add('-');
    else if (name === 'tbl') this.tables.push({ rows: [] });
    else if (name === 'tr') {
      this.rows += 1;
      this.tables.at(-1)?.rows.push([]);
    } else if (name === 'tc') this.tables.at(-1)?.rows.at(-1)?.push({ lines: [], wide: 1, continues: false });
    else if (name === 'gridSpan')
      this.cell((cell) => (cell.wide = Math.min(Math.max(1, Number(valueOf(attributes)) || 1), 40)));
    else if (name === 'vMerge') this.cell((cell) => (cell.continues = valueOf(attributes) !== 'restart'));
  }

  text(text: string): void {
    if (this.inText && this.skipped === 0) this.add(text);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    if (name === 't') this.inText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tbl') this.endTable();
  }

  private add(text: string): void {
    const last = this.paragraphs.length - 1;
    if (last < 0 || this.isFull) return;
    this.characters += text.length;
    this.paragraphs[last] += text;
  }

  private cell(change: (cell: Cell) => void): void {
    const cell = this.tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) change(cell);
  }

  private endParagraph(): void {
    const lines = (this.paragraphs.pop() ?? '').split('\n').map(tidy);
    for (const line of lines) if (line !== '') this.put(line);
  }

  private put(line: string): void {
    const cell = this.tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) cell.lines.push(line);
    else if (this.tables.length === 0) this.blocks.push({ line });
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const outer = this.tables.at(-1)?.rows.at(-1)?.at(-1);
    if (outer) outer.lines.push(...table.rows.flatMap((row) => row.flatMap((cell) => cell.lines)));
    else this.blocks.push({ table: spread(table.rows.slice(0, this.limits.maxRows)) });
  }
}

function valueOf(attributes: Record<string, string>): string | undefined {
  return Object.entries(attributes).find(([key]) => key === 'val' || key.endsWith(':val'))?.[1];
}

/** Cells that go on from above become the height of the cell above. */
function spread(rows: Cell[][]): FileCell[][] {
  const above = new Map<number, FileCell>();
  return rows.map((row) => {
    const cells: FileCell[] = [];
    let column = 0;
    for (const cell of row) {
      const upper = above.get(column);
      if (cell.continues && upper) upper.high += 1;
      else {
        const made = { text: cell.lines.join('\n'), wide: cell.wide, high: 1 };
        cells.push(made);
        above.set(column, made);
      }
      column += cell.wide;
    }
    return cells;
  });
}
