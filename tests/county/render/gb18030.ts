/**
 * Text → GB18030 bytes. Node can only decode it, so the table is turned round once: two-byte codes by decoding all of them,
 * four-byte codes of the supplementary planes by their arithmetic.
 */
let table: Map<string, Buffer> | null = null;

function twoByteTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      const text = decoder.decode(bytes);
      if ([...text].length === 1 && text !== '\uFFFD' && !found.has(text)) found.set(text, bytes);
    }
  }
  return found;
}

function fourBytes(codePoint: number): Buffer {
  if (codePoint < 0x10000)
    throw new RangeError(`U+${codePoint.toString(16)} needs the ranges table, which the county does without`);
  let linear = codePoint - 0x10000 + 189_000;
  const fourth = 0x30 + (linear % 10);
  linear = Math.floor(linear / 10);
  const third = 0x81 + (linear % 126);
  linear = Math.floor(linear / 126);
  const second = 0x30 + (linear % 10);
  return Buffer.from([0x81 + Math.floor(linear / 10), second, third, fourth]);
}

/** @throws RangeError for a BMP character outside GBK's two-byte range. */
export function encodeGb18030(text: string): Buffer {
  table ??= twoByteTable();
  const parts: Buffer[] = [];
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0;
    parts.push(codePoint < 0x80 ? Buffer.from([codePoint]) : (table.get(letter) ?? fourBytes(codePoint)));
  }
  return Buffer.concat(parts);
}
