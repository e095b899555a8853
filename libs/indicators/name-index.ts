/** A name as it is compared: without spaces, brackets and signs. */
export function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '')
    .toLowerCase();
}

/** Names shorter than this resemble others by chance. */
const fewestLetters = 4;

/** Finds among many names the same one, or the one that differs least, without setting each beside each. */
export class NameIndex {
  private readonly byName = new Map<string, string>();
  private readonly names: { name: string; pairs: number }[] = [];
  private readonly holders = new Map<string, number[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const bare = bareName(name);
      if (bare === '' || this.byName.has(bare)) continue;
      this.byName.set(bare, name);
      const pairs = pairsOf(bare);
      for (const pair of pairs) {
        const holders = this.holders.get(pair);
        if (holders) holders.push(this.names.length);
        else this.holders.set(pair, [this.names.length]);
      }
      this.names.push({ name, pairs: pairs.size });
    }
  }

  has(name: string): boolean {
    return this.byName.has(bareName(name));
  }

  /**
   * The name that has most pairs of neighbouring characters in common, where that is at least this share of both
   * (Dice); null where none has.
   */
  nearest(name: string, atLeast: number): string | null {
    let best: { name: string; share: number } | null = null;
    for (const { name: other, share } of this.alike(name, atLeast))
      if (!best || share > best.share || (share === best.share && other < best.name)) best = { name: other, share };
    return best?.name ?? null;
  }

  /** All names that have at least this share of pairs in common, in no order. */
  alike(name: string, atLeast: number): { name: string; share: number }[] {
    const bare = bareName(name);
    if (bare.length < fewestLetters) return [];
    const own = pairsOf(bare);
    const counts = new Map<number, number>();
    for (const pair of own)
      for (const index of this.holders.get(pair) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    return [...counts].flatMap(([index, common]) => {
      const { name: other, pairs } = this.names[index]!;
      const share = (2 * common) / (own.size + pairs);
      return share < atLeast || bareName(other).length < fewestLetters ? [] : [{ name: other, share }];
    });
  }
}

function pairsOf(bare: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < bare.length; at += 1) pairs.add(bare.slice(at, at + 2));
  return pairs;
}
