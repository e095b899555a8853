import {
  AlignmentType,
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
import { isWide, landscape, notesOnPaper, page, rowsOnPaper, size } from '../measures.js';
import type { ChartPicture } from '../score-chart.js';
import { mmTwips, paragraph, text, twips } from './parts.js';

/** Heading 附件N, title, table and notes of one annex. */
export function annexChildren(table: AnnexTable, name: string, chart: ChartPicture | null): (Paragraph | Table)[] {
  const wide = isWide(table);
  const width = wide
    ? mmTwips(page.height - landscape.left - landscape.right)
    : mmTwips(page.width - page.left - page.right);
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
    ...notesOnPaper(table).map((note) =>
      paragraph([text(note, { size: size.fifth })], { lineHeight: 16, align: AlignmentType.LEFT }),
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
        spacing: { before: 0, after: 0, line: twips(fontSize * 1.35), lineRule: LineRuleType.EXACT },
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
        altText: { id: '1', name: 'chart', title: chart.title, description: chart.title },
      }),
    ],
  });
}
