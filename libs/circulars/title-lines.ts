/** Characters of 2号 type in a line of 156 mm, with a margin. */
const lineLength = 20;

/** Units that a line must not cut: numbers with what they count, and titles in brackets. */
const units =
  /\d+年(?:度|第[一二三四]季度|[上下]半年|第\d+周|\d+月)?|第[一二三四]季度|[“《（〔][^”》）〕]*[”》）〕]|人民政府|办公室|政务公开|工作|情况|开展|调度|测评|通报|关于|街道|委员会|./gsu;

/**
 * A title in lines of nearly the same length, never cutting a word: 关于 opens or closes a line where it can, and neither 的
 * nor a closing sign opens one. A title without a place to break stays as it is.
 */
export function titleLines(title: string): string[] {
  const words = title.match(units) ?? [];
  const fewest = Math.ceil(width(title) / lineLength);
  for (let count = fewest; count <= fewest + 2; count += 1) {
    const lines = divide(words, count);
    if (lines) return lines;
  }
  return [title];
}

/** The cheapest division into so many lines, or null when a line would be too long. */
function divide(words: string[], count: number): string[] | null {
  const ideal = width(words.join('')) / count;
  let best: string[] | null = null;
  let least = Infinity;
  const place = (at: number, lines: string[], cost: number): void => {
    if (lines.length === count) {
      if (at === words.length && cost < least) [best, least] = [lines, cost];
      return;
    }
    let text = '';
    for (let end = at; end < words.length; end += 1) {
      text += words[end];
      if (width(text) > lineLength) break;
      place(end + 1, [...lines, text], cost + (width(text) - ideal) ** 2 + breakCost(words[end], words[end + 1]));
    }
  };
  place(0, [], 0);
  return best;
}

/** In characters; digits are half as wide. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\x20-\x7e]/.test(char) ? 0.5 : 1), 0);
}

function breakCost(last: string | undefined, next: string | undefined): number {
  if (next === undefined) return 0;
  if (/^[的、，。”》）〕]/.test(next)) return 1000;
  return last === '关于' || next === '关于' ? -10 : 0;
}
