export const p = (...lines: string[]): string =>
  lines.map((line) => `<p style="text-indent: 2em; line-height: 2;">${line}</p>`).join('');
export const head = (line: string): string =>
  `<p style="text-align: center;"><span style="font-family: 仿宋_GB2312; font-size: 21px;">${line}</span></p>`;
export const sign = (office: string, day: string): string =>
  `<p style="text-align: right;">${office}</p><p style="text-align: right;">${day}</p>`;
export const table = (rows: string[][]): string =>
  `<table style="width: auto;"><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td colspan="1" rowspan="1" width="auto">${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table><p><br></p>`;
export const picture = (name: string): string =>
  `<p><img src="/upload/image/${name}" alt="" data-href="" style=""></p>`;

/** A nineteen-digit number as the site's snowflake service gives them; too great for a number of JSON. */
export function snowflake(key: string): string {
  let mixed = 1903n;
  for (const letter of key)
    mixed = (mixed * 1_000_003n + BigInt(letter.codePointAt(0) ?? 0) * 7_919_111_213n) % 10n ** 16n;
  return `190${String(mixed).padStart(16, '0')}`;
}

export const OFFICE = '芷岚县人力资源和社会保障局';
