import type { Article } from '../types.js';

export interface ReportArticle extends Article {
  year: number;
  parts: number[];
}

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

const table = (cells: string[][]) =>
  `<table border="1" class="MsoTableGrid">${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const texts = (year: number, made: number, asked: number): string[] => [
  `${year}年，云溪镇主动公开政府信息${made}条，未收到群众投诉。平台建设、监督保障有序推进。`,
  table([
    ['第二十条第（一）项', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['行政规范性文件', '3', '0', '8'],
  ]),
  table([
    ['本年新收', `${asked}`],
    ['上年结转', '0'],
    ['予以公开', `${asked}`],
    ['结转下年度继续办理', '0'],
  ]),
  table([
    ['行政复议总计', '行政诉讼总计'],
    ['0', '0'],
  ]),
  '解读形式还不够丰富，下一步将增加图解、视频等形式。',
  '本年度未收取信息处理费。',
];

const report = (year: number, id: number, published: string, parts: number[], made: number): ReportArticle => ({
  id,
  in: 'platform',
  columns: [361],
  year,
  parts,
  title: `云溪镇${year}年政府信息公开工作年度报告`,
  published,
  wrapping: 'word',
  body: parts.flatMap((part) => [`<b>${headings[part - 1]}</b>`, texts(year, made, year - 2022)[part - 1] ?? '']),
});

export const reports: ReportArticle[] = [
  report(2025, 48045, '2026-01-27', [1, 2, 3, 4, 5, 6], 418),
  report(2024, 47388, '2025-01-22', [1, 2, 3, 4, 5], 366),
  {
    ...report(2023, 46540, '2024-01-24', [1, 2, 3, 4, 5, 6], 302),
    body: ['<a href="/upload/xxgk/2024/0124/nb2023.pdf">云溪镇2023年政府信息公开工作年度报告.pdf</a>'],
  },
];

/** What stands in the PDF of the report of 2023. */
export const reportPdfLines = headings.flatMap((heading, at) => [
  heading,
  (texts(2023, 302, 1)[at] ?? '').replace(/<[^>]+>/g, ' '),
]);
