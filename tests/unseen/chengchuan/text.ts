/** How an editor wrote the text: typed on the site, set in the fonts of offices, or pasted from Word with its digits apart. */
export type Hand = 'typed' | 'fonts' | 'word';

/**
 * Paragraphs from lines: `>` stands at the right, `^` centred and bold, `#` a heading, `=` without indent, `<` markup as it is.
 */
export function paragraphs(lines: string[], hand: Hand = 'typed'): string {
  return lines.map((line) => (line.startsWith('<') ? line : paragraph(line, hand))).join(hand === 'word' ? '\n' : '');
}

function paragraph(line: string, hand: Hand): string {
  const mark = /^[>^#=]/.exec(line)?.[0] ?? '';
  const rest = written(line.slice(mark.length), hand);
  const strong = hand === 'word' ? `<b>${rest}</b>` : `<strong>${rest}</strong>`;
  const text = mark === '^' || mark === '#' ? strong : rest;
  const end =
    mark === '>' && hand === 'fonts'
      ? '&nbsp;&nbsp;&nbsp;&nbsp;'
      : hand === 'word'
        ? '<span lang="EN-US"><o:p></o:p></span>'
        : '';
  const name = hand === 'word' ? ' class="MsoNormal"' : '';
  return `<p${name} style="${STYLES[mark] ?? ''}">${text}${end}</p>`;
}

const STYLES: Record<string, string> = {
  '': 'text-indent: 2em;',
  '#': 'text-indent: 2em;',
  '>': 'text-align: right;',
  '^': 'text-align: center;',
  '=': 'text-align: left;',
};

function written(text: string, hand: Hand): string {
  if (hand === 'typed') return text;
  if (hand === 'fonts') return `<span style="font-family: 仿宋_GB2312; font-size: 21px;">${text}</span>`;
  return text.replace(/(<[^>]*>)|([\d.]+)/g, (whole, tag?: string) =>
    tag ? whole : `<span lang="EN-US" style="font-family:'Times New Roman'">${whole}</span>`,
  );
}

export const escape = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const cut = (title: string, length: number): string =>
  title.length > length ? `${title.slice(0, length)}...` : title;
