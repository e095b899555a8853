import { readDocxParagraphs } from './docx/read-docx-text.js';
import { frameOf } from './frame.js';
import { attachmentNames, notesOnPaper } from './measures.js';
import type { CircularModel } from './model.js';
import { titleLines } from './title-lines.js';
import { plainText, printDay } from './tokens.js';
import { CircularMismatch, textsOf } from './verify-circular.js';

/**
 * The words of the written file against the model: every paragraph is there in order, and no paragraph with digits is there that
 * the model does not have.
 * @throws CircularMismatch
 */
export async function verifyDocx(model: CircularModel, bytes: Buffer): Promise<void> {
  const written = await readDocxParagraphs(bytes);
  const [, ...texts] = textsOf(model).map(plainText);
  const wanted = [...titleLines(plainText(model.title)), ...texts];
  const mismatches: string[] = [];
  let at = 0;
  for (const words of wanted) {
    const found = written.indexOf(words, at);
    if (found < 0) mismatches.push(`Word 文件中缺少“${words.slice(0, 40)}…”`);
    else at = found + 1;
  }
  const known = new Set([...wanted, ...frame(model)]);
  for (const words of written) {
    if (/\p{Nd}/u.test(words) && !known.has(words)) mismatches.push(`Word 文件中多出“${words.slice(0, 40)}…”`);
  }
  if (mismatches.length > 0) throw new CircularMismatch(mismatches);
}

/** What stands around the text. */
function frame(model: CircularModel): string[] {
  const [first = '', ...others] = attachmentNames(model.annex);
  const labels = model.annex.map((_, i) => `附件${i + 1}`);
  const notes = model.annex.flatMap(notesOnPaper);
  const date = printDay(model.date);
  const { heading, signature, notes: below } = frameOf(model);
  return [model.number ?? '', date, heading, signature, ...below, `附件：${first}`, ...others, ...labels, ...notes];
}
