/**
 * Lines of a text as the editor stores them: `>` stands before a line at the right, `^` before one in the middle, `#` before a
 * heading, `<` before HTML.
 */
export function toHtml(lines: string): string {
  if (lines === '') return '';
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const text = line.trim();
      const rest = text.slice(1);
      if (text.startsWith('>')) return `<p style="text-align: right;">${rest}</p>`;
      if (text.startsWith('^')) return `<p style="text-align: center;"><strong>${rest}</strong></p>`;
      if (text.startsWith('#')) return `<p style="text-indent: 2em;"><strong>${rest}</strong></p>`;
      return text.startsWith('<')
        ? text
        : `<p style="text-indent: 2em;"><span style="font-family: 仿宋;">${text}</span></p>`;
    })
    .join('');
}
