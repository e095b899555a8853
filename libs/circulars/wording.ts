import type { LocalDate } from '#calendar';
import { BadInput, refused, tidy, type Fault } from '#kernel';
import { cleanWords } from './clean-words.js';
import type { Block, CircularModel } from './model.js';
import { type Checked, uncheckedSentences } from './stated-numbers.js';
import { printDay, type Run, type Token } from './tokens.js';
import { textsOf } from './verify-circular.js';

/** Words, or the number of what was computed, from 0 on: see `Computed.tokens`. */
export type Piece = string | number;

export interface Passage {
  kind: 'title' | 'heading' | 'paragraph';
  /** Which passage of the computed text it was made of, from 0 on; null for one that a person added. */
  from: number | null;
  /** First sentence set as a heading of the second level. */
  lead: Piece[];
  words: Piece[];
}

/** The text of a circular as people edit it: words between figures that nobody can write. The first passage is the title. */
export interface Wording {
  /** 主送, without its colon. */
  recipients: string;
  /** 抄送; '' for nobody. */
  copyTo: string;
  publicNote: string;
  /** Day by which problems are to be mended. */
  deadline: LocalDate;
  passages: Passage[];
  checked: Checked[];
}

/** A computed circular taken apart: its text, and the figures, quotations and days in it by their number. */
export interface Computed {
  tokens: Token[];
  wording: Wording;
}

const most = { passages: 300, pieces: 400, characters: 5000, line: 300 };

/** Takes a computed circular apart. Pure: the same model gives the same numbers. */
export function takeApart(model: CircularModel): Computed {
  const tokens: Token[] = [];
  const pieces = (runs: readonly Run[]): Piece[] =>
    joinWords(
      runs.map((run) => {
        // A name without digits is words like any other.
        if (typeof run === 'string' || (run.kind === 'given' && !/\p{Nd}/u.test(run.text)))
          return typeof run === 'string' ? run : run.text;
        return tokens.push(run) - 1;
      }),
    );
  const title: Passage = { kind: 'title', from: 0, lead: [], words: pieces(model.title) };
  const passages = model.blocks.map((block, i): Passage => ({
    ...{ kind: block.kind, from: i + 1 },
    lead: block.kind === 'paragraph' ? pieces(block.lead ?? []) : [],
    words: pieces(block.runs),
  }));
  const recipients = model.givens['recipients'] ?? '';
  const { copyTo, publicNote, deadline } = model;
  const wording = {
    recipients,
    copyTo: copyTo ?? '',
    publicNote,
    deadline,
    passages: [title, ...passages],
    checked: [],
  };
  return { tokens, wording };
}

/**
 * The circular with the words of a person between its figures. Pure.
 * @throws BadInput for a figure that was never computed or stands twice, and for a text without title or paragraphs.
 */
export function putTogether(model: CircularModel, wording: Wording): CircularModel {
  const { tokens } = takeApart(model);
  const [title, ...passages] = wording.passages.filter(
    ({ kind, lead, words }) => kind === 'title' || hasWords(lead, words),
  );
  refuseMalformed(wording, title, passages, tokens.length);
  const notes: Run[][] = [];
  const deadline = dayOf(wording.deadline);
  const run = (piece: Piece): Run => {
    if (typeof piece === 'string') return cleanWords(piece);
    const token = tokens[piece]!;
    if (token.kind === 'note') {
      notes.push(model.notes[token.note - 1] ?? []);
      return { ...token, note: notes.length };
    }
    const isDeadline = token.kind === 'date' && token.day === model.deadline;
    return isDeadline ? { ...token, day: deadline, text: printDay(deadline, token.style) } : token;
  };
  const runs = (pieces: readonly Piece[]): Run[] =>
    joinWords(pieces)
      .map(run)
      .filter((one) => one !== '');
  const blocks = passages.map(({ kind, lead, words }): Block => {
    if (kind === 'heading') return { kind, runs: runs([...lead, ...words]) };
    return { kind: 'paragraph', ...(lead.length > 0 ? { lead: runs(lead) } : {}), runs: runs(words) };
  });
  return {
    ...model,
    title: runs(title!.words),
    recipients: [`${shortLine('主送', wording.recipients).replace(/[：:]$/, '')}：`],
    copyTo: shortLine('抄送', wording.copyTo) || null,
    publicNote: shortLine('公开说明', wording.publicNote),
    ...{ blocks, notes, deadline, days: [...model.days, deadline] },
    checked: wording.checked.map(({ sentence, reason }) => ({ sentence, reason: shortLine('核对理由', reason) })),
  };
}

/** Sentences of a circular with numbers that a person wrote and nobody answers for. */
export function unchecked(model: CircularModel): string[] {
  return textsOf(model).flatMap((runs) => uncheckedSentences(runs, model.checked ?? [], model.annex.length));
}

function refuseMalformed(wording: Wording, title: Passage | undefined, passages: Passage[], tokens: number): void {
  const faults: Fault[] = [];
  const fault = (where: string, what: string, accepted: string): void => void faults.push({ where, what, accepted });
  const isTitle = title?.kind === 'title' && title.lead.length === 0 && hasWords([], title.words);
  if (!isTitle || passages.some(({ kind }) => kind === 'title')) fault('标题', '没有标题或不止一个', '一个标题');
  if (!passages.some(({ kind }) => kind === 'paragraph')) fault('正文', '没有段落', '至少一段');
  if (wording.recipients.trim() === '') fault('主送', '没有填写', '如“各乡镇人民政府，县政府各部门”');
  if (passages.length > most.passages) fault('正文', `共${passages.length}段，过长`, `至多${most.passages}段`);
  const seen = new Set<number>();
  wording.passages.forEach(({ lead, words }, i) => {
    const pieces = [...lead, ...words];
    const where = `第${i + 1}段`;
    const length = pieces.reduce<number>((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0);
    if (pieces.length > most.pieces || length > most.characters) fault(where, '过长', `至多${most.characters}字`);
    for (const piece of pieces) {
      if (typeof piece === 'string') continue;
      if (!Number.isInteger(piece) || piece < 0 || piece >= tokens)
        fault(where, `没有算出过编号为${piece}的数字`, '本稿算出的数字');
      if (seen.has(piece)) fault(where, `编号为${piece}的数字重复出现`, '每个算出的数字至多用一次');
      seen.add(piece);
    }
  });
  if (faults.length > 0) throw new BadInput(faults);
}

function hasWords(lead: readonly Piece[], words: readonly Piece[]): boolean {
  return [...lead, ...words].some((piece) => typeof piece === 'number' || piece.trim() !== '');
}

/** Neighbouring words become one. */
function joinWords(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else if (piece !== '') joined.push(piece);
  }
  return joined;
}

function shortLine(where: string, text: string): string {
  const line = tidy(cleanWords(text));
  if (line.length > most.line) throw refused(where, `共${line.length}字，过长`, `至多${most.line}字`);
  return line;
}

function dayOf(text: string): LocalDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)) return text;
  throw refused('整改期限', `“${text.slice(0, 20)}”不是日期`, '年月日，如 2026-07-15');
}
