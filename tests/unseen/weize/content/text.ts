export const BUREAU = '苇泽县水务局';
export const OFFICE = '苇泽县水务局办公室';
export const RIVER_OFFICE = '苇泽县河长制办公室';

export const p = (...lines: string[]): string =>
  lines.map((line) => `<p style="text-indent:2em;">${line}</p>\r\n`).join('');
export const centred = (line: string): string => `<p style="text-align:center;"><strong>${line}</strong></p>\r\n`;
export const sign = (who: string, when: string): string =>
  `<p style="text-align:right;">${who}</p>\r\n<p style="text-align:right;">${when}</p>\r\n`;

/** An attachment as UEditor puts it: icon, then the link in small print. */
export const file = (name: string, path: string): string =>
  `<p style="line-height: 16px;"><img style="vertical-align: middle; margin-right: 2px;" src="/statics/js/ueditor/dialogs/attachment/fileTypeImages/icon_${path.split('.').at(-1)?.slice(0, 3)}.gif"/><a style="font-size:12px; color:#0066cc;" href="${path}" title="${name}">${name}</a></p>\r\n`;

/** The reader around a file. */
export const viewer = (path: string): string =>
  `<p><iframe src="/statics/js/pdfjs/web/viewer.html?file=${path}" width="100%" height="900" frameborder="0" allowfullscreen="true"></iframe></p>\r\n`;

/** What the plug-in against copying mixes into a text; it is not shown. */
export const jam = (word: string): string => `<span style="display:none">${word}</span>`;

/** The download model: the link leads to a page with a key, and only that to the file. */
export const down = (key: string): string => `/index.php?m=content&c=down&a_k=${key}`;
export const downList = (links: [name: string, path: string][]): string =>
  `<div class="down_address"><h5>下载地址列表：</h5><ul>${links.map(([name, path]) => `<li><a href="${path}" target="_blank">${name}</a></li>`).join('')}</ul></div>\r\n`;

export const fields = (index: string, number: string, issued: string, who = BUREAU): [string, string][] => [
  ['索&nbsp;引&nbsp;号', index],
  ['文　　号', number],
  ['发文机关', who],
  ['成文日期', issued],
];
