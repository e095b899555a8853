/** Paragraphs as the editor of the system leaves them. */
export const p = (...lines: string[]): string => lines.map((line) => `<p>\n\t　　${line}</p>`).join('\n');

/** Paragraphs as they come from a word processor. */
export const word = (...lines: string[]): string =>
  lines
    .map(
      (line) =>
        `<p class="MsoNormal" style="text-indent:32.0pt;"><span style="font-family:仿宋_GB2312;font-size:16pt;">${line}<span lang="EN-US"><o:p></o:p></span></span></p>`,
    )
    .join('\n');

export const sign = (office: string, day: string): string =>
  `<p style="text-align: right">\n\t${office}</p>\n<p style="text-align: right">\n\t${day}</p>`;

export const centred = (line: string): string => `<p style="text-align: center;">\n\t${line}</p>`;

export const head = (line: string): string => `<p style="text-align: center;">\n\t<strong>${line}</strong></p>`;

/** What the editor's button 附件 writes. */
export const file = (name: string, path: string): string =>
  `<table width="450">\n<tbody><tr>\n<td width="20" height="30"><a target="_blank" href="${path}"><img border="0" align="middle" src="/plus/img/addon.gif" alt="" /></a></td>\n` +
  `<td><a target="_blank" href="${path}"><u>${name}</u></a></td>\n</tr></tbody></table>`;

/** The four fields of the 公文 model. */
export const fields = (
  index: string,
  number: string,
  issued: string,
  office = '杏花坪镇人民政府',
): [string, string][] => [
  ['索引号', index],
  ['发文单位', office],
  ['文号', number],
  ['成文日期', issued],
];

export const TOWN = '杏花坪镇人民政府';
export const OFFICE = '杏花坪镇党政综合办公室';
