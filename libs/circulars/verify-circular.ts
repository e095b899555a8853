import type { Annex } from './annex-table.js';
import { printFigure, rowsOf } from './formula.js';
import type { CircularModel } from './model.js';
import { uncheckedSentences } from './stated-numbers.js';
import { plainText, printDay, type Run, type Token } from './tokens.js';

/** A circular whose text does not follow from its annexes; it is never exported. Our own mistake, not the user's. */
export class CircularMismatch extends Error {
  constructor(readonly mismatches: string[]) {
    super(`通报与附件不一致，未予导出：\n${mismatches.join('\n')}`);
    this.name = 'CircularMismatch';
  }
}

/** Digits of every script that a number could be written in; Chinese numerals only number the headings. */
const digits = /\p{Nd}|[①-⑳]|百分之[一二三四五六七八九]/u;

/**
 * Recomputes everything in the text that has digits from the annexes, and looks for digits that are no tokens.
 * @param annex what will be handed out; by default the model's own, for the last check the one read back from the written file.
 * @throws CircularMismatch with every place that is wrong
 */
export function verifyCircular(model: CircularModel, annex: Annex = model.annex): void {
  const mismatches = [
    ...sameAnnex(model.annex, annex),
    ...consistent(annex),
    ...textsOf(model).flatMap((runs) => [
      ...runs.flatMap((run) => checkRun(run, model, annex, plainText(runs))),
      ...typedNumbers(runs, model),
    ]),
  ];
  if (mismatches.length > 0) throw new CircularMismatch(mismatches);
}

/** All running text of a circular, paragraph by paragraph. */
export function textsOf(model: CircularModel): Run[][] {
  const blocks = model.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.lead ? [[...block.lead, ...block.runs]] : [block.runs],
  );
  return [model.title, model.recipients, ...blocks, ...model.notes];
}

function checkRun(run: Run, model: CircularModel, annex: Annex, context: string): string[] {
  const at = `（“${context.slice(0, 40)}…”）`;
  if (typeof run === 'string') {
    return model.checked === null && digits.test(run) ? [`“${run}”中有未经核算的数字${at}`] : [];
  }
  const expected = expectedText(run, model, annex);
  return expected === run.text ? [] : [`“${run.text}”应为“${expected ?? '（附件中没有）'}”${at}`];
}

/** What a person wrote may name days and documents, and numbers that he answers for. */
function typedNumbers(runs: Run[], { checked, annex }: CircularModel): string[] {
  if (checked === null) return [];
  return uncheckedSentences(runs, checked, annex.length).map((sentence) => `“${sentence}”中有未经核对的数字`);
}

function expectedText(token: Token, model: CircularModel, annex: Annex): string | null {
  switch (token.kind) {
    case 'figure':
      try {
        return printFigure(token.formula, token.style, annex);
      } catch {
        return null;
      }
    case 'quote': {
      const cells = rowsOf(annex, token.table, []).map((row) => String(row[token.column] ?? ''));
      return token.text !== '' && cells.some((cell) => cell.includes(token.text)) ? token.text : null;
    }
    case 'date':
      return model.days.includes(token.day) ? printDay(token.day, token.style) : null;
    case 'given':
      return model.givens[token.name] ?? null;
    case 'note':
      return token.note >= 1 && token.note <= model.notes.length ? '' : null;
    case 'annex': {
      const at = annex.findIndex((table) => table.id === token.table);
      return at < 0 ? null : annex.length === 1 ? '附件' : `附件${at + 1}`;
    }
  }
}

/** The annexes must also agree with each other. */
function consistent(annex: Annex): string[] {
  const wrong: string[] = [];
  for (const unit of rowsOf(annex, 'ranking', [])) {
    const name = unit['organisation'] ?? null;
    const listed = rowsOf(annex, 'findings', [{ column: 'organisation', is: [name] }]).length;
    if (listed !== unit['findings']) wrong.push(`${name}：排名表问题数${unit['findings']}，问题清单${listed}条`);
    if (Number(unit['read']) > Number(unit['sites'])) wrong.push(`${name}：已测网站多于网站总数`);
  }
  for (const row of rowsOf(annex, 'findings', [])) {
    if (!row['capture'] || !row['url']) wrong.push(`问题清单第${row['number']}条没有取证`);
  }
  const indicators = annex.some((table) => table.id === 'indicators') ? rowsOf(annex, 'indicators', []) : [];
  for (const row of indicators) {
    if (Number(row['pass']) + Number(row['fail']) !== row['judged'])
      wrong.push(`${row['indicator']}：合格与不合格之和不等于测评单位数`);
  }
  return wrong;
}

function sameAnnex(own: Annex, other: Annex): string[] {
  if (own === other) return [];
  return own.flatMap((table) => {
    const twin = other.find((each) => each.id === table.id);
    if (twin?.rows.length !== table.rows.length) return [`附件“${table.title}”行数不一致`];
    return table.rows.flatMap((row, i) =>
      table.columns
        .filter(({ key }) => (row[key] ?? '') !== (twin.rows[i]?.[key] ?? ''))
        .map(({ title }) => `附件“${table.title}”第${i + 1}行“${title}”写出后变了`),
    );
  });
}
