import type { WordedChange } from '#programmes';
import { explainToken } from './explain-token.js';
import type { CircularModel } from './model.js';
import { sentencesOf } from './stated-numbers.js';
import type { Token } from './tokens.js';
import { takeApart, type Computed, type Passage, type Piece, type Wording } from './wording.js';

/** A text on figures that were computed anew. */
export interface NewFigures {
  wording: Wording;
  /** Figures that are others now, and passages that came or went, in words. */
  changes: WordedChange[];
  /** Sentences of a person that had to go, for a figure in them is computed no more. */
  dropped: string[];
}

/**
 * Moves the text of a draft from the figures on which it was written to those computed since. Passages that nobody touched are
 * those computed now; what a person wrote stays, with the new figures in it, and what he deleted stays deleted. Pure.
 */
export function takeNewFigures(was: CircularModel, wording: Wording, is: CircularModel): NewFigures {
  const before = takeApart(was);
  const after = takeApart(is);
  const match = matchPassages(before, after);
  const tokens = matchTokens({ was, is }, { before, after }, match);
  const dropped: string[] = [];
  const moved = (pieces: readonly Piece[]): Piece[] =>
    sentencesOf<number>(pieces).flatMap((sentence) => {
      if (sentence.every((piece) => typeof piece === 'string' || tokens.has(piece)))
        return sentence.map((piece) => (typeof piece === 'string' ? piece : tokens.get(piece)!));
      dropped.push(textOf(sentence, before.tokens));
      return [];
    });

  const written = byPlace(before, wording, match);
  const passages = after.wording.passages.flatMap((fresh, at): Passage[] => {
    const place = written.get(at);
    if (place === undefined) return [fresh];
    return place.flatMap(({ passage, isTouched }) => {
      if (!isTouched) return fresh;
      const lead = withOrdinal(moved(passage.lead), fresh.lead);
      const one = { ...passage, from: passage.from === null ? null : at, lead, words: moved(passage.words) };
      return one.lead.length + one.words.length > 0 ? one : [];
    });
  });
  const kept = <Value>(own: Value, computed: Value, now: Value): Value => (own === computed ? now : own);
  const fields = (['recipients', 'copyTo', 'publicNote', 'deadline'] as const).map((name) => [
    name,
    kept(wording[name], before.wording[name], after.wording[name]),
  ]);
  return {
    wording: { ...wording, ...Object.fromEntries(fields), passages },
    changes: changesBetween({ before, after }, { is, match, tokens }),
    dropped: dropped.filter((sentence) => sentence.trim() !== ''),
  };
}

/** Computed passages of the new text by those of the old that they are the same as. */
type Match = Map<number, number>;

function matchPassages(before: Computed, after: Computed): Match {
  const places = new Map(keysOf(after).map((key, at) => [key, at]));
  return new Map(
    keysOf(before).flatMap((key, at) => {
      const to = places.get(key);
      return to === undefined ? [] : [[at, to]];
    }),
  );
}

/** What a passage is about: its heading, and its first words without figures, names and its place in an enumeration. */
function keysOf({ wording }: Computed): string[] {
  let section = '';
  const seen = new Map<string, number>();
  return wording.passages.map(({ kind, lead, words }) => {
    const about = wordsOf(lead.length > 0 ? lead : words);
    if (kind === 'heading') section = about;
    const key = kind === 'title' ? kind : `${section} ${kind} ${lead.length > 0 ? about : about.slice(0, 8)}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return `${key} ${seen.get(key)}`;
  });
}

const ordinal = /^（[一二三四五六七八九十]+）/;

function wordsOf(pieces: readonly Piece[]): string {
  const words = pieces.filter((piece) => typeof piece === 'string').join('');
  return words.replace(ordinal, '').replaceAll('、', '');
}

function withOrdinal(lead: Piece[], fresh: readonly Piece[]): Piece[] {
  const place = ordinal.exec(String(fresh[0] ?? ''))?.[0];
  const [first, ...rest] = lead;
  return typeof first === 'string' && place ? [first.replace(ordinal, place), ...rest] : lead;
}

/** Figures of the new text by those of the old that say the same of the same. */
function matchTokens(
  { was, is }: { was: CircularModel; is: CircularModel },
  { before, after }: { before: Computed; after: Computed },
  match: Match,
): Map<number, number> {
  const pairs = [...match].flatMap(([from, to]) => {
    const places = new Map(named(after, to, is).map(({ name, token }) => [name, token]));
    return named(before, from, was).flatMap(({ name, token }) => {
      const twin = places.get(name);
      return twin === undefined ? [] : [[token, twin] as const];
    });
  });
  return new Map(pairs);
}

/** The figures of a passage by what they say, the same twice in a passage by the order in which they stand. */
function named({ tokens, wording }: Computed, at: number, model: CircularModel): { name: string; token: number }[] {
  const seen = new Map<string, number>();
  const { lead, words } = wording.passages[at]!;
  return [...lead, ...words].flatMap((piece) => {
    if (typeof piece === 'string') return [];
    const name = whatIs(tokens[piece]!, model);
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return { name: `${name} ${seen.get(name)}`, token: piece };
  });
}

function whatIs(token: Token, { days }: CircularModel): string {
  switch (token.kind) {
    case 'figure':
      return `figure ${token.style} ${JSON.stringify(token.formula)}`;
    case 'quote':
      return `quote ${token.table} ${token.column} ${token.text}`;
    case 'date':
      return `date ${days.indexOf(token.day)} ${token.style}`;
    case 'given':
      return `given ${token.name}`;
    case 'note':
      return 'note';
    case 'annex':
      return `annex ${token.table}`;
  }
}

interface Written {
  passage: Passage;
  /** A person wrote in it. */
  isTouched: boolean;
}

/**
 * What stands now in the place of each passage of the new text: nothing where a person deleted it. What he added, or wrote in a
 * passage that is computed no more, stands behind the one before it.
 */
function byPlace(before: Computed, { passages }: Wording, match: Match): Map<number, Written[]> {
  const written = new Map<number, Written[]>([...match.values()].map((at) => [at, []]));
  let last = 0;
  for (const passage of passages) {
    const computed = passage.from === null ? undefined : before.wording.passages[passage.from];
    const isTouched =
      computed === undefined ||
      JSON.stringify(computed) !== JSON.stringify(passage) ||
      passages.filter(({ from }) => from === passage.from).length > 1;
    const to = passage.from === null ? undefined : match.get(passage.from);
    if (to === undefined && !isTouched) continue;
    last = to ?? last;
    written.get(last)?.push({ passage: to === undefined ? { ...passage, from: null } : passage, isTouched });
  }
  return written;
}

function changesBetween(
  { before, after }: { before: Computed; after: Computed },
  { is, match, tokens }: { is: CircularModel; match: Match; tokens: ReadonlyMap<number, number> },
): WordedChange[] {
  const figures = [...tokens].flatMap(([from, to]) => {
    const [one, other] = [before.tokens[from]!, after.tokens[to]!];
    if (one.text === other.text) return [];
    return { place: explainToken(other, is.annex), before: one.text, after: other.text };
  });
  const told = (computed: Computed, at: number): string => {
    const { lead, words } = computed.wording.passages[at]!;
    return textOf([...lead, ...words], computed.tokens);
  };
  const isNew = new Set(match.values());
  const gone = before.wording.passages.flatMap((_, at) =>
    match.has(at) ? [] : { place: '不再算出的一段', before: told(before, at), after: '（没有）' },
  );
  const come = after.wording.passages.flatMap((_, at) =>
    isNew.has(at) ? [] : { place: '新算出的一段', before: '（没有）', after: told(after, at) },
  );
  return [...figures, ...gone, ...come];
}

function textOf(pieces: readonly Piece[], tokens: readonly Token[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : (tokens[piece]?.text ?? ''))).join('');
}
