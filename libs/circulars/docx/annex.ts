import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type AnnexColumn, type AnnexRow, type AnnexTable, printAnnexValue } from '../annex-table.js';
import { isWide, landscape, page, rowsOnPaper, size } from '../measures.js';
import type { ChartPicture } from '../score-chart.js';
import { mmTwips, paragraph, text, twips } from './parts.js';

/** Heading 附件N, title, table and notes of one annex. */
export function annexChildren(table: AnnexTable, name: string, chart: ChartPicture | null): (Paragraph | Table)[] {
  const wide = isWide(table);
  const width = wide
    ? mmTwips(page.height - landscape.left - landscape.right)
    : mmTwips(page.width - page.left - page.right);
  const left = table.rows.length - rowsOnPaper;
  const notes = left > 0 ? [...table.notes, `表中列出前${rowsOnPaper}行，其余${left}行见电子表格。`] : table.notes;
  return [
    paragraph([text(name, { font: 'first' })], { align: AlignmentType.LEFT, keepNext: true }),
    paragraph([text(table.title, { font: 'title', size: size.second })], {
      align: AlignmentType.CENTER,
      linesBefore: 0.5,
      lineHeight: 34,
      keepNext: true,
    }),
    paragraph([], { lineHeight: 10, keepNext: true }),
    gridTable(table, width, wide ? size.smallFifth : size.fifth),
    ...notes.map((note, i) =>
      paragraph([text(i === 0 ? `注：${note}` : `　　${note}`, { size: size.fifth })], {
        lineHeight: 16,
        align: AlignmentType.LEFT,
      }),
    ),
    ...(chart === null ? [] : [picture(chart)]),
  ];
}

function gridTable(table: AnnexTable, width: number, fontSize: number): Table {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => Math.floor((column.width / total) * width));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, i) => cell(column.title, widths[i] ?? 0, fontSize, true, 'center')),
  });
  const rows = table.rows.slice(0, rowsOnPaper).map((row) => bodyRow(table.columns, row, widths, fontSize));
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: [header, ...rows],
  });
}

function bodyRow(columns: AnnexColumn[], row: AnnexRow, widths: number[], fontSize: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, i) => {
      const words = printAnnexValue(row[column.key]);
      return cell(words, widths[i] ?? 0, fontSize, false, words === '—' ? 'center' : column.align);
    }),
  });
}

function cell(
  words: string,
  width: number,
  fontSize: number,
  heading: boolean,
  align: AnnexColumn['align'],
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(heading ? { shading: { fill: 'EDEDED' } } : {}),
    children: [
      new Paragraph({
        alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { before: 0, after: 0, line: twips(fontSize * 1.35), lineRule: LineRuleType.AT_LEAST },
        children: [text(words, { font: heading ? 'first' : 'body', size: fontSize })],
      }),
    ],
  });
}

function picture(chart: ChartPicture): Paragraph {
  const width = Math.round((page.height - landscape.left - landscape.right) * (96 / 25.4) * 0.92);
  const height = Math.round((width * chart.height) / chart.width);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 200, after: 0 },
    children: [
      new ImageRun({
        type: 'png',
        data: chart.png,
        transformation: { width, height },
        altText: { name: 'chart', title: chart.title, description: chart.title },
      }),
    ],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;

/** 版记 at the end of the last page: who gets a copy, who printed it and when, between rules. */
export function imprint(copyTo: string | null, issuer: string, printedOn: string): (Paragraph | Table)[] {
  const width = mmTwips(page.width - page.left - page.right);
  const half = Math.floor(width / 2);
  const line = (
    words: string,
    align: (typeof AlignmentType)[keyof typeof AlignmentType],
    hanging: boolean,
  ): Paragraph =>
    new Paragraph({
      alignment: align,
      spacing: { before: 40, after: 40, line: twips(22), lineRule: LineRuleType.AT_LEAST },
      // One character of 4号 on either side; the names under 抄送 stand behind it.
      indent: { left: twips(14 * (hanging ? 4 : 1)), right: twips(14), ...(hanging ? { hanging: twips(14 * 3) } : {}) },
      children: [text(words, { size: size.fourth })],
    });
  const borders = (last: boolean) => ({
    top: last && copyTo !== null ? thin : thick,
    bottom: last ? thick : thin,
    left: none,
    right: none,
  });
  const rows = [
    ...(copyTo === null
      ? []
      : [
          new TableRow({
            children: [
              new TableCell({
                columnSpan: 2,
                borders: borders(false),
                children: [line(`抄送：${copyTo}`, AlignmentType.LEFT, true)],
              }),
            ],
          }),
        ]),
    new TableRow({
      children: [
        new TableCell({ borders: borders(true), children: [line(issuer, AlignmentType.LEFT, false)] }),
        new TableCell({ borders: borders(true), children: [line(`${printedOn}印发`, AlignmentType.RIGHT, false)] }),
      ],
    }),
  ];
  return [
    new Table({
      width: { size: half * 2, type: WidthType.DXA },
      columnWidths: [half, half],
      layout: TableLayoutType.FIXED,
      float: {
        horizontalAnchor: 'margin',
        verticalAnchor: 'margin',
        relativeHorizontalPosition: 'center',
        relativeVerticalPosition: 'bottom',
      },
      rows,
    }),
  ];
}
