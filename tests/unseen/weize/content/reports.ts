import { centred, p, viewer, file } from './text.js';
import type { ReportItem } from '../types.js';

const at = { kind: 'report', catid: 20 } as const;
const HEADS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const part = (n: number, words: string): string => `<p><strong>${HEADS[n - 1]}</strong></p>${p(words)}`;
const PDF_2024 = '/uploadfile/2025/0117/20250117033021474.pdf';
const PDF_2023 = '/uploadfile/2024/0124/20240124090540818.pdf';

/** 政府信息公开年报: a page in three parts, a reader around a file, and a bare file. */
export const REPORTS: ReportItem[] = [
  {
    ...at,
    id: 834,
    day: '2026-01-21',
    title: '苇泽县水务局2025年政府信息公开工作年度报告',
    year: 2025,
    parts: [1, 2, 3, 4, 5, 6],
    body: [
      centred('苇泽县水务局2025年政府信息公开工作年度报告') + part(1, '2025年，我局主动公开政府信息126条。'),
      part(2, '本年制发规范性文件4件，废止2件，现行有效7件；行政许可处理决定31件。') +
        part(3, '本年新收申请2件，均已办结。'),
      part(4, '无。') + part(5, '部分信息公开不够及时。') + part(6, '本年度没有收取信息处理费。'),
    ],
    trap: '年报分三页，前一页只有第一部分',
  },
  {
    ...at,
    id: 751,
    day: '2025-01-17',
    title: '苇泽县水务局2024年政府信息公开工作年度报告',
    year: 2024,
    parts: [1, 2, 3, 4, 5, 6],
    body: viewer(PDF_2024) + file('苇泽县水务局2024年政府信息公开工作年度报告.pdf', PDF_2024),
    pdfs: {
      [PDF_2024]: [
        '苇泽县水务局2024年政府信息公开工作年度报告',
        ...HEADS.flatMap((head) => [head, '有关情况报告如下：我局按照要求开展工作，具体数据见统计表。']),
      ],
    },
    trap: '网页只有阅读框，六个部分在 PDF 的文字里',
  },
  {
    ...at,
    id: 725,
    day: '2024-01-24',
    title: '苇泽县水务局2023年政府信息公开工作年度报告',
    link: PDF_2023,
    year: 2023,
    parts: [1, 2, 3, 4, 5],
    pdfs: {
      [PDF_2023]: [
        '苇泽县水务局2023年政府信息公开工作年度报告',
        ...HEADS.slice(0, 5).flatMap((head) => [head, '有关情况报告如下：我局按照要求开展工作，具体数据见统计表。']),
      ],
    },
    trap: '行直接链到 PDF；没有第六部分',
  },
];
