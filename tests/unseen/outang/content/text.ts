/** Paragraphs of the platform's editor. */
export const p = (...lines: string[]): string =>
  lines
    .map((line) => `<p style="text-indent: 2em; line-height: 2;"><span style="font-size: 18px;">${line}</span></p>`)
    .join('');

/** Paragraphs of a text made for a public account and pasted. */
export const section = (...lines: string[]): string =>
  `<section style="margin: 10px 8px;" data-tools="135编辑器">${lines
    .map((line) => `<section style="letter-spacing: 1.5px;"><p><span leaf="">${line}</span></p></section>`)
    .join('')}</section>`;

export const sign = (...lines: string[]): string =>
  lines
    .map(
      (line) => `<p style="text-align: right; padding-right: 2em;"><span style="font-size: 18px;">${line}</span></p>`,
    )
    .join('');

export const centred = (line: string): string => `<p style="text-align: center;"><strong>${line}</strong></p>`;

export const table = (...rows: string[][]): string =>
  `<div class="table-wrap"><table class="tb" style="border-collapse: collapse;"><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td style="border: 1px solid #000;">${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></div>`;

export const link = (path: string, name: string): string => `<a href="${path}" target="_blank">${name}</a>`;

/** A file in the object store, behind the site's own host. */
export const oss = (month: string, name: string): string => `/oss/otx/${month}/${name}`;

export const TOWN = '藕塘县人民政府';
export const OFFICE = '藕塘县人民政府办公室';

/** The seven fields that most files of the library have. */
export const gw = (
  index: string,
  number: string,
  issued: string,
  published: string,
  office = TOWN,
): [string, string][] => [
  ['索 引 号', index],
  ['发文机关', office],
  ['发文字号', number],
  ['成文日期', issued],
  ['发布日期', published],
  ['主题分类', '综合政务'],
  ['效力状态', '现行有效'],
];

/** The library's address of a file, whose number in the path comes from its id. */
export const addressed = (id: number): string => `/zcwjk/wj/20547${String(id * 7919).padStart(8, '0')}${id}00.html`;
