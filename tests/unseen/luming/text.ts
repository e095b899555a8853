export const p = (...lines: string[]): string =>
  lines.map((line) => `<p style="text-indent:2em">${line}</p>`).join('\n');
export const sign = (office: string, day: string): string =>
  `<p style="text-align:right">${office}&nbsp;&nbsp;</p>\n<p style="text-align:right">${day}&nbsp;&nbsp;</p>`;
export const centre = (line: string): string => `<p style="text-align:center"><strong>${line}</strong></p>`;
export const attachment = (name: string, path: string): string =>
  `<p>附件：<a href="${path}" target="_blank">${name}</a></p>`;
export const related = (label: string, ...links: [title: string, path: string][]): string =>
  `<div class="related"><h3>${label}</h3><ul>${links
    .map(([title, path]) => `<li><a href="${path}">${title}</a></li>`)
    .join('')}</ul></div>`;
