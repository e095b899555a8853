import { AlignmentType, BorderStyle, LineRuleType, Paragraph } from 'docx';
import { attachmentNames, issuerSize, signatureIndent, size } from '../measures.js';
import { frameOf } from '../frame.js';
import type { Block, CircularModel } from '../model.js';
import { titleLines } from '../title-lines.js';
import { plainText, printDay } from '../tokens.js';
import { mmTwips, linePitch, paragraph, text, textRuns, twips } from './parts.js';

/** The circular proper: red head (with a document number), title, text, list of annexes, signature and date. */
export function bodyParagraphs(model: CircularModel): Paragraph[] {
  return [
    ...redHead(model),
    ...title(model),
    paragraph(textRuns(model.recipients, { fitted: true }), { linesBefore: 1, align: AlignmentType.LEFT }),
    // The signature never stands on a page without text.
    ...model.blocks.map((each, i) => block(each, i === model.blocks.length - 1)),
    ...attachments(model),
    ...signed(model),
  ];
}

function redHead(model: CircularModel): Paragraph[] {
  if (model.number === null) return [];
  const { heading } = frameOf(model);
  const points = issuerSize(heading);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      // 发文机关标志 begins 35 mm below the top of the type area.
      spacing: { before: mmTwips(35), after: 0, line: twips(points * 1.3), lineRule: LineRuleType.EXACT },
      children: [text(heading, { font: 'title', size: points, color: 'FF0000' })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: linePitch * 2, after: 0, line: linePitch, lineRule: LineRuleType.EXACT },
      // The red rule lies 4 mm below the number and is as wide as the type area.
      border: { bottom: { style: BorderStyle.SINGLE, color: 'FF0000', size: 12, space: 11 } },
      children: [text(model.number)],
    }),
  ];
}

function title(model: CircularModel): Paragraph[] {
  return titleLines(plainText(model.title)).map((words, i) =>
    paragraph([text(words, { font: 'title', size: size.second })], {
      align: AlignmentType.CENTER,
      lineHeight: 34,
      linesBefore: i === 0 && model.number !== null ? 2 : 0,
      keepNext: true,
    }),
  );
}

function block(each: Block, last: boolean): Paragraph {
  if (each.kind === 'heading') {
    return paragraph(textRuns(each.runs, { font: 'first', fitted: true }), { firstLine: 2, keepNext: true });
  }
  const lead = each.lead ? textRuns(each.lead, { font: 'second', fitted: true }) : [];
  return paragraph([...lead, ...textRuns(each.runs, { fitted: true })], { firstLine: 2, keepNext: last });
}

/** One line below the text, two characters in; the names stand under each other. */
function attachments(model: CircularModel): Paragraph[] {
  return attachmentNames(model.annex).map((name, i) =>
    i === 0
      ? paragraph([text(`附件：${name}`)], {
          linesBefore: 1,
          left: 5,
          hanging: 3,
          align: AlignmentType.LEFT,
          keepNext: true,
        })
      : paragraph([text(name)], { left: 5, align: AlignmentType.LEFT, keepNext: true }),
  );
}

function signed(model: CircularModel): Paragraph[] {
  const date = printDay(model.date);
  const { signature, notes } = frameOf(model);
  const align = AlignmentType.RIGHT;
  return [
    paragraph([text(signature)], {
      align,
      linesBefore: 2,
      right: signatureIndent(signature, date),
      keepNext: true,
    }),
    paragraph([text(date)], { align, right: 4, keepNext: true }),
    ...notes.map((note, i) =>
      paragraph([text(note)], { left: 2, align: AlignmentType.LEFT, keepNext: i < notes.length - 1 }),
    ),
  ];
}
