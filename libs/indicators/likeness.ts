/** Characters that two texts must have in common in a row before it counts. */
const window = 8;
/** Of so many pieces one is looked up in the index of all reports; the likeness itself is taken of all pieces. */
const sampled = 8;

/** A text as it is compared: pieces of eight characters in a row, each as a number. */
export type Pieces = ReadonlySet<number>;

/** Characters that count: figures, years and punctuation change from year to year while the text stays. */
export function bareLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\u4e00-\u9fff]/g, '');
}

/** The pieces of several passages; none goes over the end of a passage. */
export function piecesOf(passages: readonly string[]): Pieces {
  const pieces = new Set<number>();
  for (const passage of passages) for (const piece of piecesOfText(passage)) pieces.add(piece);
  return pieces;
}

/** A hash for each window (FNV-1a, 32 bits): the same on every machine. */
function piecesOfText(text: string): number[] {
  const letters = bareLetters(text);
  const pieces: number[] = [];
  for (let at = 0; at + window <= letters.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let n = at; n < at + window; n += 1) hash = Math.imul(hash ^ letters.charCodeAt(n), 0x01000193);
    pieces.push(hash >>> 0);
  }
  return pieces;
}

/** How much of `own` stands in `other` too, in pieces. */
export function sharedPieces(own: Pieces, other: Pieces): number {
  let shared = 0;
  for (const piece of own) if (other.has(piece)) shared += 1;
  return shared;
}

/** The passages of which four fifths stand in the other text, the longest first. */
export function sharedPassages(passages: readonly string[], other: Pieces): string[] {
  return passages
    .filter((passage) => {
      const pieces = piecesOfText(passage);
      return pieces.length > 0 && pieces.filter((piece) => other.has(piece)).length >= pieces.length * 0.8;
    })
    .sort((one, another) => another.length - one.length || (one < another ? -1 : 1));
}

/** Finds, among many texts, those that have much in common with one, without setting it beside each of them. */
export class PieceIndex<Text extends { pieces: Pieces }> {
  private readonly holders = new Map<number, number[]>();

  constructor(private readonly texts: readonly Text[]) {
    texts.forEach(({ pieces }, index) => {
      for (const piece of pieces) {
        if (piece % sampled !== 0) continue;
        const holders = this.holders.get(piece);
        if (holders) holders.push(index);
        else this.holders.set(piece, [index]);
      }
    });
  }

  /** The texts that seem to share at least this part of `own`, by a sample of its pieces. */
  near(own: Pieces, share: number): Text[] {
    const counts = new Map<number, number>();
    let looked = 0;
    for (const piece of own) {
      if (piece % sampled !== 0) continue;
      looked += 1;
      for (const index of this.holders.get(piece) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    return [...counts].flatMap(([index, count]) => (count >= looked * share ? [this.texts[index]!] : []));
  }
}
