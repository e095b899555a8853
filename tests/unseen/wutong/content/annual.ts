import { type AnnualArticle } from '../types.js';

const names = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const numerals = ['一', '二', '三', '四', '五', '六'];

interface Figures {
  year: number;
  published: string;
  opened: string;
  rules: [made: number, repealed: number, valid: number];
  permits: number;
  penalties: number;
  applications: [
    received: number,
    carried: number,
    open: number,
    partly: number,
    refused: number,
    unable: number,
    next: number,
  ];
  reviews: [upheld: number, corrected: number];
  problem: string;
  measure: string;
  /** Parts that this year’s report leaves out, 1–6. */
  missing: number[];
}

const years: Figures[] = [
  {
    year: 2025,
    published: '2026-01-22',
    opened: '2025年，全区通过政府网站主动公开信息5128条，发布政策解读36篇，其中图解、视频等多样化解读占比91%',
    rules: [6, 3, 31],
    permits: 20431,
    penalties: 1876,
    applications: [62, 2, 31, 6, 11, 15, 1],
    reviews: [3, 1],
    problem: '一是部分单位政策解读质量不高；二是个别文件发布不够及时',
    measure: '压实公开责任，建立文件公开台账，按月通报；加强业务培训，全年组织集中培训2次',
    missing: [],
  },
  {
    year: 2024,
    published: '2025-01-20',
    opened: '2024年，全区主动公开信息4983条，办理依申请公开58件，组织新闻发布会6场',
    rules: [4, 5, 28],
    permits: 19822,
    penalties: 1932,
    applications: [58, 3, 29, 5, 12, 13, 2],
    reviews: [2, 0],
    problem: '一是基层公开标准指引落实不到位；二是政务新媒体管理有待加强',
    measure: '对照标准指引查漏补缺，关停整合“僵尸”账号5个，完善内容审核机制',
    missing: [],
  },
  {
    year: 2023,
    published: '2024-01-25',
    opened: '2023年，全区主动公开信息4517条，回应群众关切216次，完善重点领域信息公开栏目9个',
    rules: [5, 2, 29],
    permits: 18650,
    penalties: 2011,
    applications: [47, 1, 22, 4, 9, 10, 3],
    reviews: [1, 1],
    problem: '',
    measure: '',
    missing: [5],
  },
  {
    year: 2022,
    published: '2023-01-19',
    opened: '2022年，全区主动公开信息4206条，修订完善政府信息公开指南，规范设置政务公开专区12个',
    rules: [3, 1, 26],
    permits: 17903,
    penalties: 2140,
    applications: [39, 0, 20, 3, 7, 8, 1],
    reviews: [1, 0],
    problem: '一是公开内容不够全面；二是队伍力量比较薄弱',
    measure: '充实专职工作人员，建立信息发布审核把关制度，定期开展网站内容巡查',
    missing: [],
  },
];

const cell = (values: (string | number)[]) => `<tr>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`;
const table = (rows: (string | number)[][]) =>
  `<table class="wz_table" border="1" cellspacing="0"><tbody>${rows.map(cell).join('')}</tbody></table>`;

function part(index: number, f: Figures): string {
  const [received, carried, open, partly, refused, unable, next] = f.applications;
  switch (index) {
    case 0:
      return `${f.opened}。主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作稳步推进。`;
    case 1:
      return table([
        ['第二十条第（一）项', '', '', ''],
        ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', 0, 0, 0],
        ['行政规范性文件', ...f.rules],
        ['第二十条第（五）项', '', '', ''],
        ['行政许可', '本年处理决定数量', f.permits, ''],
        ['第二十条第（六）项', '', '', ''],
        ['行政处罚', '本年处理决定数量', f.penalties, ''],
      ]);
    case 2:
      return table([
        ['一、本年新收政府信息公开申请数量', received],
        ['二、上年结转政府信息公开申请数量', carried],
        ['三、本年度办理结果（一）予以公开', open],
        ['（二）部分公开', partly],
        ['（三）不予公开', refused],
        ['（四）无法提供', unable],
        ['（七）总计', open + partly + refused + unable],
        ['四、结转下年度继续办理', next],
      ]);
    case 3:
      return table([
        ['行政复议：结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
        [f.reviews[0], f.reviews[1], 0, 0, f.reviews[0] + f.reviews[1]],
        ['行政诉讼：结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
        [0, 0, 0, 0, 0],
      ]);
    case 4:
      return `存在的问题：${f.problem}。\n改进情况：${f.measure}。`;
    default:
      return '本年度未收取信息处理费。无其他需要报告的事项。';
  }
}

/** 政府信息公开工作年度报告, 2022–2025. */
export const annualReports: AnnualArticle[] = years.map((figures) => {
  const present = names.map((_, index) => index).filter((index) => !figures.missing.includes(index + 1));
  return {
    id: `y${figures.year}`,
    year: figures.year,
    title: `梧桐区人民政府${figures.year}年政府信息公开工作年度报告`,
    column: 'annual',
    published: figures.published,
    address: 'hash',
    meta: figures.year === 2024 ? 'font' : 'table',
    source: '梧桐区人民政府办公室',
    parts: present.map((index) => index + 1),
    body: [
      '根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。',
      ...present.map((index, at) => `${numerals[at]}、${names[index]}\n${part(index, figures)}`),
    ].join('\n'),
  };
});
