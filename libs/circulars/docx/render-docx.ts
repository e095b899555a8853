import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { isWide, landscape, page, size } from '../measures.js';
import type { CircularModel } from '../model.js';
import type { ChartPicture } from '../score-chart.js';
import { plainText } from '../tokens.js';
import { annexChildren } from './annex.js';
import { bodyParagraphs } from './body.js';
import { imprint } from './imprint.js';
import { linePitch, mmTwips, runStyle, text, textRuns, twips } from './parts.js';
import { sealDocx } from './seal-docx.js';

/** The circular as a Word file after GB/T 9704-2012; the same model gives the same bytes. */
export async function renderDocx(model: CircularModel, chart: ChartPicture | null): Promise<Buffer> {
  const common = { headers: headers(model.sampleNotice), footers: footers() };
  const single = model.annex.length === 1;
  const annexes = model.annex.map((table, i): ISectionOptions => {
    const children = annexChildren(table, single ? '附件' : `附件${i + 1}`, table.id === 'ranking' ? chart : null);
    const last = i === model.annex.length - 1;
    const end = last ? imprint(model) : [];
    return {
      ...common,
      properties: sectionProperties({ wide: isWide(table), annex: true }),
      children: [...children, ...end],
    };
  });
  const document = new Document({
    creator: model.issuer,
    lastModifiedBy: model.issuer,
    title: plainText(model.title),
    description: `模板 ${model.template}`,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: runStyle() } },
      paragraphStyles: [{ id: 'Normal', name: 'Normal', run: runStyle() }],
    },
    footnotes: Object.fromEntries(
      model.notes.map((runs, i) => [
        i + 1,
        {
          children: [
            new Paragraph({
              spacing: { line: twips(14), before: 0, after: 0 },
              children: textRuns(runs, { size: size.smallFifth }),
            }),
          ],
        },
      ]),
    ),
    sections: [{ ...common, properties: sectionProperties({}), children: bodyParagraphs(model) }, ...annexes],
  });
  return sealDocx(await Packer.toBuffer(document), model.date);
}

function sectionProperties({ wide = false, annex = false }): ISectionOptions['properties'] {
  const margin = wide ? landscape : page;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: {
        width: mmTwips(page.width),
        height: mmTwips(page.height),
        orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: mmTwips(margin.top),
        bottom: mmTwips(margin.bottom),
        left: mmTwips(margin.left),
        right: mmTwips(margin.right),
        header: mmTwips(15),
        // The page number stands 7 mm below the type area.
        footer: mmTwips(margin.bottom - 7 - 5),
        gutter: 0,
      },
    },
    // Twenty-eight characters a line come from the spacing of the runs: grids of characters are read differently by Word, WPS and others.
    grid: { type: annex ? DocumentGridType.DEFAULT : DocumentGridType.LINES, linePitch },
  };
}

/** — 1 —, odd pages right, even pages left, one character in. */
function footers(): { default: Footer; even: Footer } {
  const number = (right: boolean): Footer =>
    new Footer({
      children: [
        new Paragraph({
          alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: right ? { right: twips(14) } : { left: twips(14) },
          children: [
            new TextRun({
              ...runStyle({ font: 'number', size: size.fourth }),
              font: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
              children: ['— ', PageNumber.CURRENT, ' —'],
            }),
          ],
        }),
      ],
    });
  return { default: number(true), even: number(false) };
}

/** What is invented is said so on every page. */
function headers(notice: string | null): { default: Header; even: Header } | undefined {
  if (notice === null) return undefined;
  const header = (): Header =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [text(notice, { font: 'first', size: size.fifth, color: '808080' })],
        }),
      ],
    });
  return { default: header(), even: header() };
}
