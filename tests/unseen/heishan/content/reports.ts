import type { Article } from '../types.js';

const HEADS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

const row = (...cells: (string | number)[]): string =>
  `<tr>${cells.map((c) => `<td align=center>${c}</td>`).join('')}</tr>`;
const table = (...rows: string[]): string =>
  `! <table border=1 cellspacing=0 width="90%" align=center>${rows.join('')}</table>`;

function report(
  id: number,
  year: number,
  published: string,
  parts: number[],
  published2: number,
  more: Partial<Article>,
): Article {
  const text: Record<number, string[]> = {
    1: [
      `${year}年，全区各级行政机关主动公开政府信息${published2}条，其中通过区政府网站公开${published2 - 214}条。`,
      `全年收到政府信息公开申请${year - 1990}件，均在法定期限内答复。加强政府信息管理、平台建设和监督保障，组织培训${year - 2020}次。`,
    ],
    2: [
      table(
        row('第二十条第（一）项'),
        row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
        row('规章', 0, 0, 0),
        row('行政规范性文件', year - 2017, year - 2018, year - 1980),
        row('第二十条第（五）项'),
        row('行政许可', '本年处理决定数量', (year - 2000) * 131),
      ),
    ],
    3: [
      table(
        row('本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和', '自然人', '总计'),
        row('一、本年新收政府信息公开申请数量', year - 1990, year - 1990),
        row('二、上年结转政府信息公开申请数量', 0, 0),
        row('（七）总计', year - 1990, year - 1990),
        row('四、结转下年度继续办理', 0, 0),
      ),
    ],
    4: [table(row('结果维持', '结果纠正', '其他结果', '尚未审结', '总计'), row(1, 0, 0, 0, 1))],
    5: [
      '存在的主要问题：一是部分单位公开不够及时；二是政策解读形式还不够丰富。',
      '改进情况：一是加强调度和通报；二是推行图解、视频等多样化解读。',
    ],
    6: [`依据《政府信息公开信息处理费管理办法》，${year}年未收取信息处理费。`],
  };
  return {
    id,
    kind: 'annual',
    columns: ['nb'],
    look: 'open',
    title: `黑山头区人民政府${year}年政府信息公开工作年度报告`,
    published,
    source: '区政府办公室',
    parts,
    topic: '综合政务',
    body: [
      '根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，现发布本报告。',
      ...parts.flatMap((part) => [`# ${HEADS[part - 1]}`, ...(text[part] ?? [])]),
    ],
    ...more,
  };
}

/** 政府信息公开年报; the one of 2023 lacks the last part. */
export const REPORTS: Article[] = [
  report(21004, 2025, '2026-03-24', [1, 2, 3, 4, 5, 6], 6120, {}),
  report(21003, 2024, '2025-03-25', [1, 2, 3, 4, 5, 6], 5874, {}),
  report(21002, 2023, '2024-03-22', [1, 2, 3, 4, 5], 5533, {}),
  report(21001, 2022, '2023-03-20', [1, 2, 3, 4, 5, 6], 4988, { look: 'asp', tricks: ['fonts'] }),
];
