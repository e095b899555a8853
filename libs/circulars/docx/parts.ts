import {
  AlignmentType,
  FootnoteReferenceRun,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { type FontRole, fonts, page, size } from '../measures.js';
import type { Run } from '../tokens.js';

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);
export const mmTwips = (mm: number): number => Math.round((mm / 25.4) * 1440);
export const linePitch = twips(page.linePitch);
/** Width of so many characters of the body. */
export const characters = (count: number): number => twips(page.characterPitch * count);

interface TextStyle {
  font?: FontRole;
  /** Points. */
  size?: number;
  color?: string;
  /** Set closer, so that 28 characters of 3号 fill the line of 156 mm. */
  fitted?: boolean;
}

/** Chinese from the role's font, digits in Times New Roman; the hint keeps “ ” … full width. */
export function runStyle(style: TextStyle = {}): IRunOptions {
  const name = fonts[style.font ?? 'body'][0];
  return {
    font: {
      ascii: 'Times New Roman',
      hAnsi: 'Times New Roman',
      cs: 'Times New Roman',
      eastAsia: name,
      hint: 'eastAsia',
    },
    size: (style.size ?? size.third) * 2,
    ...(style.color ? { color: style.color } : {}),
    ...(style.fitted ? { characterSpacing: Math.floor((page.characterPitch - size.third) * 20) } : {}),
  };
}

export function text(words: string, style: TextStyle = {}): TextRun {
  return new TextRun({ ...runStyle(style), text: words });
}

/** Runs of the model as runs of a paragraph; neighbouring words become one run. */
export function textRuns(runs: Run[], style: TextStyle = {}): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let words = '';
  const flush = (): void => {
    if (words !== '') children.push(text(words, style));
    words = '';
  };
  for (const run of runs) {
    if (typeof run === 'string') words += run;
    else if (run.kind === 'note') {
      flush();
      children.push(new FootnoteReferenceRun(run.note));
    } else words += run.text;
  }
  flush();
  return children;
}

interface ParagraphStyle {
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Blank lines before. */
  linesBefore?: number;
  /** Characters of indent. */
  firstLine?: number;
  left?: number;
  hanging?: number;
  right?: number;
  /** Exact height of a line in points. */
  lineHeight?: number;
  pageBreakBefore?: boolean;
  keepNext?: boolean;
}

/** A paragraph on the grid of 22 lines. */
export function paragraph(children: ParagraphChild[], style: ParagraphStyle = {}): Paragraph {
  return new Paragraph({
    children,
    alignment: style.align ?? AlignmentType.BOTH,
    overflowPunctuation: false,
    spacing: {
      line: style.lineHeight === undefined ? linePitch : twips(style.lineHeight),
      lineRule: LineRuleType.EXACT,
      before: Math.round(linePitch * (style.linesBefore ?? 0)),
      after: 0,
    },
    indent: {
      ...(style.firstLine ? { firstLine: characters(style.firstLine) } : {}),
      ...(style.left ? { left: characters(style.left) } : {}),
      ...(style.hanging ? { hanging: characters(style.hanging) } : {}),
      ...(style.right ? { right: characters(style.right) } : {}),
    },
    ...(style.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(style.keepNext ? { keepNext: true } : {}),
  });
}
