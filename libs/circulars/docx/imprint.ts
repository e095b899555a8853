import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { frameOf } from '../frame.js';
import { page, size } from '../measures.js';
import type { CircularModel } from '../model.js';
import { printDay } from '../tokens.js';
import { mmTwips, text, twips } from './parts.js';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;

const width = mmTwips(page.width - page.left - page.right);
/** Wide enough for a date; the rest is the issuer's. */
const dateWidth = mmTwips(62);
/** One character of 4号 on either side. */
const side = twips(size.fourth);
const lineHeight = 26;

/** 版记 at the foot of the last page: who gets a copy, who printed it and when, between rules. */
export function imprint(model: CircularModel): (Paragraph | Table)[] {
  const { copies, printedBy, printedOn } = frameOf(model);
  const copy =
    copies === null
      ? []
      : [
          row([
            // The names stand behind 抄送：, also in the second line.
            cell(words(copies, { left: side * 4, hanging: side * 3, right: side }), {
              top: thick,
              columns: 2,
            }),
          ]),
        ];
  const printed = row([
    cell(words(printedBy, { left: side }), { top: copies === null ? thick : thin, bottom: thick }),
    cell(words(`${printDay(printedOn)}印发`, { right: side }, true), {
      top: copies === null ? thick : thin,
      bottom: thick,
    }),
  ]);
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width - dateWidth, dateWidth],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: 'center',
      relativeVerticalPosition: 'bottom',
    },
    rows: [...copy, printed],
  });
  // A floating table hangs on the paragraph behind it.
  const anchor = new Paragraph({
    spacing: { before: 0, after: 0, line: twips(1), lineRule: LineRuleType.EXACT },
    children: [],
  });
  return [table, anchor];
}

function row(children: TableCell[]): TableRow {
  return new TableRow({ cantSplit: true, children });
}

type Rule = typeof thick | typeof thin;

function cell(
  content: Paragraph,
  { top, bottom, columns = 1 }: { top: Rule; bottom?: Rule; columns?: number },
): TableCell {
  return new TableCell({
    columnSpan: columns,
    margins: { left: 0, right: 0 },
    borders: { top, bottom: bottom ?? thin, left: none, right: none },
    children: [content],
  });
}

function words(content: string, indent: { left?: number; right?: number; hanging?: number }, right = false): Paragraph {
  return new Paragraph({
    alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent,
    spacing: { before: 0, after: 0, line: twips(lineHeight), lineRule: LineRuleType.EXACT },
    children: [text(content, { size: size.fourth })],
  });
}
