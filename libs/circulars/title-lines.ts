/** Characters of 2号 type in a line of 156 mm, with a margin. */
const lineLength = 20;

/** Units that a line must not cut: numbers with what they count, and titles in brackets. */
const units =
  /\d+年(?:度|第[一二三四]季度|[上下]半年|第\d+周|\d+月)?|第[一二三四]季度|[“《（〔][^”》）〕]*[”》）〕]|人民政府|办公室|政务公开|工作|情况|开展|调度|测评|通报|关于|街道|委员会|./gsu;

/**
 * A title in lines of nearly the same length, the longer ones first, never cutting a word: 关于 opens a line where it can,
 * and neither 的 nor a closing sign does.
 */
export function titleLines(title: string): string[] {
  const words = title.match(units) ?? [];
  const count = Math.ceil([...title].length / (lineLength - 1));
  let best: { lines: string[]; cost: number } | null = null;
  const ideal = [...title].length / count;
  const place = (at: number, lines: string[], cost: number): void => {
    if (best !== null && cost >= best.cost) return;
    if (lines.length === count) {
      if (at === words.length) best = { lines, cost };
      return;
    }
    let text = '';
    for (let end = at; end < words.length; end += 1) {
      text += words[end];
      const length = [...text].length;
      if (length > lineLength) break;
      place(end + 1, [...lines, text], cost + (length - ideal) ** 2 + opening(words[end + 1], length, ideal));
    }
  };
  place(0, [], 0);
  return (best as { lines: string[] } | null)?.lines ?? [title];
}

function opening(next: string | undefined, length: number, ideal: number): number {
  if (next === undefined) return 0;
  if (/^[的、，。”》）〕]/.test(next)) return 100;
  return (next === '关于' ? -12 : 0) + (length < ideal ? 2 : 0);
}
