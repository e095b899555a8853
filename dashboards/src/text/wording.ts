import type { CircularPassage, CircularToken, CircularWording, WordedChange } from '../api/types.js';

/** Words, or the number of what was computed. */
export type Piece = string | number;

/** Words stand before, between and behind all figures, so that something can be written there; '' where there are none yet. */
export function spread(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [''];
  for (const piece of pieces) {
    if (typeof piece === 'number') all.push(piece, '');
    else all[all.length - 1] = `${all.at(-1)}${piece}`;
  }
  return all;
}

/** As it is sent: without empty words. */
export function packed(wording: CircularWording): CircularWording {
  const full = (pieces: readonly Piece[]) => pieces.filter((piece) => piece !== '');
  const passages = wording.passages.map((one) => ({ ...one, lead: full(one.lead), words: full(one.words) }));
  return { ...wording, passages };
}

export function copyOf(wording: CircularWording): CircularWording {
  const copy = JSON.parse(JSON.stringify(wording)) as CircularWording;
  for (const one of copy.passages) {
    one.words = spread(one.words);
    if (one.lead.length > 0) one.lead = spread(one.lead);
  }
  return copy;
}

/** `2026年7月15日`. */
export function printedDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The figures as they stand in a wording: the day of mending is the one that was set there. */
export function tokensIn(tokens: readonly CircularToken[], computed: string, deadline: string): CircularToken[] {
  return tokens.map((token) =>
    token.kind === 'date' && token.text === printedDay(computed) ? { ...token, text: printedDay(deadline) } : token,
  );
}

export function textOf(pieces: readonly Piece[], tokens: readonly CircularToken[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const token = tokens[piece];
      return token === undefined || token.kind === 'note' ? '' : token.text;
    })
    .join('');
}

const fullStop = /[。！？]/;

/** The words without the sentence in which the figure stands. */
export function withoutSentence(pieces: readonly Piece[], token: number): Piece[] {
  return sentencesOf(pieces)
    .filter((sentence) => !sentence.includes(token))
    .flat();
}

/** Sentences with the sign that ends them; what is computed is never cut. */
export function sentencesOf(pieces: readonly Piece[]): Piece[][] {
  const sentences: Piece[][] = [[]];
  for (const piece of pieces) {
    const parts = typeof piece === 'string' ? piece.split(/(?<=[。！？])/) : [piece];
    for (const part of parts) {
      sentences.at(-1)!.push(part);
      if (typeof part === 'string' && fullStop.test(part.slice(-1))) sentences.push([]);
    }
  }
  return sentences.filter((sentence) => sentence.some((piece) => piece !== ''));
}

export interface LostSentence {
  /** The computed passage that it stood in. */
  from: number;
  words: Piece[];
}

/** Computed sentences of which no figure is left in the text. */
export function lostSentences(computed: CircularWording, now: CircularWording): LostSentence[] {
  const there = new Set(now.passages.flatMap(({ lead, words }) => [...lead, ...words]));
  const isFigure = (piece: Piece) => typeof piece === 'number';
  return computed.passages.flatMap(({ from, words }) =>
    sentencesOf(words)
      .filter((sentence) => sentence.some(isFigure) && !sentence.some((piece) => isFigure(piece) && there.has(piece)))
      .map((sentence) => ({ from: from ?? 0, words: sentence })),
  );
}

/** Puts a sentence back at the end of the passage that it stood in, or where that was. */
export function restoreSentence(wording: CircularWording, { from, words }: LostSentence): void {
  const passage = wording.passages.filter((one) => one.from === from).at(-1);
  if (passage) passage.words = spread([...passage.words, ...words]);
  else insertInOrder(wording, { kind: 'paragraph', from, lead: [], words: spread(words) });
}

/** Puts the computed text of a passage in the place of what became of it. */
export function restorePassage(wording: CircularWording, computed: CircularWording, from: number): void {
  const original = computed.passages.find((one) => one.from === from);
  if (!original) return;
  const own = new Set([...original.lead, ...original.words].filter((piece) => typeof piece === 'number'));
  const at = wording.passages.findIndex((one) => one.from === from);
  const passage = copyOf({ ...computed, passages: [original] }).passages[0]!;
  const others = wording.passages.filter((one) => one.from !== from);
  // A figure stands once.
  for (const one of others)
    one.words = spread(one.words.filter((piece) => typeof piece === 'string' || !own.has(piece)));
  wording.passages = others;
  if (at < 0) insertInOrder(wording, passage);
  else wording.passages.splice(at, 0, passage);
}

function insertInOrder(wording: CircularWording, passage: CircularPassage): void {
  const isBefore = (one: CircularPassage) => one.from !== null && one.from < (passage.from ?? 0);
  const before = wording.passages.map(isBefore).lastIndexOf(true);
  wording.passages.splice(before + 1, 0, passage);
}

/** Parts a passage in two at a place in one of its words. */
export function splitPassage(wording: CircularWording, passage: number, segment: number, at: number): void {
  const one = wording.passages[passage];
  const words = one?.words[segment];
  if (!one || typeof words !== 'string') return;
  const second = spread([words.slice(at), ...one.words.slice(segment + 1)]);
  one.words = spread([...one.words.slice(0, segment), words.slice(0, at)]);
  const { kind, from } = one;
  wording.passages.splice(passage + 1, 0, {
    kind: kind === 'title' ? 'paragraph' : kind,
    from,
    lead: [],
    words: second,
  });
}

/** Adds a passage to the end of the one before it; the title takes none. */
export function mergePassage(wording: CircularWording, passage: number): boolean {
  const [one, before] = [wording.passages[passage], wording.passages[passage - 1]];
  if (!one || !before || before.kind === 'title' || before.kind !== one.kind) return false;
  before.words = spread([...before.words, ...one.lead, ...one.words]);
  wording.passages.splice(passage, 1);
  return true;
}

/** Where a text differs from another, passage by passage. */
export function wordingChanges(
  base: CircularWording,
  now: CircularWording,
  tokens: { base: readonly CircularToken[]; now: readonly CircularToken[] },
): WordedChange[] {
  const before = byOrigin(base, tokens.base);
  const after = byOrigin(now, tokens.now);
  const places = [...new Set([...after.keys(), ...before.keys()])];
  const passages = places.map((place) => ({ place, before: before.get(place) ?? '', after: after.get(place) ?? '' }));
  const fields = [
    { place: '主送', before: base.recipients, after: now.recipients },
    { place: '抄送', before: base.copyTo, after: now.copyTo },
    { place: '公开说明', before: base.publicNote, after: now.publicNote },
  ];
  return [...fields, ...passages]
    .filter((one) => one.before !== one.after)
    .map((one) => ({ ...one, before: one.before || '（没有）', after: one.after || '（删去）' }));
}

/** Texts by the computed passage that they came of; those of one's own by their place among these. */
function byOrigin({ passages }: CircularWording, tokens: readonly CircularToken[]): Map<string, string> {
  const texts = new Map<string, string>();
  let own = 0;
  for (const { kind, from, lead, words } of passages) {
    const place = kind === 'title' ? '标题' : from === null ? `自己加的第${(own += 1)}段` : `算出的第${from}段`;
    texts.set(place, (texts.get(place) ?? '') + textOf([...lead, ...words], tokens));
  }
  return texts;
}
