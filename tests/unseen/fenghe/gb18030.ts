/** GB18030 bytes of the text, from the tables of TextDecoder: one and two bytes, and four bytes for the rest of the first plane. */
export function encodeGb18030(text: string): Uint8Array {
  codes ??= buildCodes();
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else {
      const code = codes.get(char);
      if (!code) throw new Error(`no GB18030 code for ${char}`);
      bytes.push(...code);
    }
  }
  return Uint8Array.from(bytes);
}

let codes: Map<string, number[]> | undefined;

function buildCodes(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  const add = (sequence: number[]) => {
    const chars = [...decoder.decode(Uint8Array.from(sequence))];
    if (chars.length === 1 && chars[0] !== '\ufffd' && !table.has(chars[0]!)) table.set(chars[0]!, sequence);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) add([a, b, c, d]);
  return table;
}
