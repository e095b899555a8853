/** Bytes of every character of the basic plane in GB18030, by what the platform's own decoder makes of them. */
function bytesByCharacter(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  const learn = (bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) if (second !== 0x7f) learn([first, second]);
  for (let first = 0x81; first <= 0x84; first += 1)
    for (let second = 0x30; second <= 0x39; second += 1)
      for (let third = 0x81; third <= 0xfe; third += 1)
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) learn([first, second, third, fourth]);
  return table;
}

let table: Map<string, number[]> | null = null;

/** Encodes a text as GB18030: ASCII in one byte, Chinese characters in two, all others in four. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= bytesByCharacter();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...beyondBasicPlane(code));
    else bytes.push(...(table.get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

/** Characters beyond the basic plane follow one another without gaps from 90 30 81 30. */
function beyondBasicPlane(code: number): number[] {
  const n = code - 0x10000;
  return [
    0x90 + Math.floor(n / 12_600),
    0x30 + (Math.floor(n / 1260) % 10),
    0x81 + (Math.floor(n / 10) % 126),
    0x30 + (n % 10),
  ];
}

/** The page as a site in that encoding would send it: encoded so, and declared so (or not at all) where it said UTF-8. */
export function asGb18030(text: string, declared: string | null): Uint8Array {
  const meta = /(<meta\b[^>]*\bcharset\s*=\s*["']?)utf-?8/gi;
  return encodeGb18030(
    declared === null ? text.replace(/<meta\b[^>]*\bcharset\s*=[^>]*>/gi, '') : text.replace(meta, `$1${declared}`),
  );
}
