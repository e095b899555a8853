/** Characters that no Chinese text of a public body does without. */
const frequent = new Set(
  '的一是在有和为及关于人工作政府信公开年月日，。、：（）中国民县区市不以上下请各单位部门事项制度主管理发展',
);

/**
 * Whether letters are text. A font without a table of its characters gives private or arbitrary ones; what is guessed of
 * such letters would be false.
 */
export function isReadableText(text: string): boolean {
  let letters = 0;
  let strange = 0;
  let chinese = 0;
  let known = 0;
  for (const char of text.slice(0, 20_000)) {
    const code = char.codePointAt(0)!;
    if (code === 32 || code === 9 || code === 10 || code === 0x3000 || code === 0xa0) continue;
    letters += 1;
    if (isStrange(code)) strange += 1;
    if (code >= 0x4e00 && code <= 0x9fff) chinese += 1;
    if (frequent.has(char)) known += 1;
  }
  if (strange * 5 > letters) return false;
  // Of real text one letter in five is among these; lists of names and numbers have fewer.
  return chinese < 200 || known * 50 > chinese;
}

/** Neither ASCII nor of the blocks that Chinese text, its punctuation and its symbols come from. */
function isStrange(code: number): boolean {
  return !(code < 128 ? code >= 32 && code !== 127 : usualBlocks.some(([from, to]) => code >= from && code <= to));
}

const usualBlocks: [number, number][] = [
  [0x4e00, 0x9fff],
  [0x3000, 0x30ff],
  [0xff00, 0xffef],
  [0x2000, 0x206f],
  [0x3400, 0x4dbf],
  [0x2100, 0x27bf],
  [0x3200, 0x33ff],
  [0x2e80, 0x2fdf],
  [0x20000, 0x3ffff],
  [0x0391, 0x03c9],
];
