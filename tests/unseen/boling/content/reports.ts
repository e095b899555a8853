import type { ReportArticle } from '../types.js';

const HEADS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const NUMERALS = ['一', '二', '三', '四', '五', '六'];

interface Figures {
  opened: number;
  regulations: number;
  licences: number;
  penalties: number;
  requests: number;
  problem: string;
}

const disclosed = (f: Figures) => [
  '|第二十条第（一）项|||',
  '|信息内容|本年制发件数|本年废止件数|现行有效件数',
  '|规章|0|0|0',
  `|行政规范性文件|${f.regulations}|1|${f.regulations + 37}`,
  '|第二十条第（五）项|||',
  '|信息内容|本年处理决定数量||',
  `|行政许可|${f.licences}||`,
  '|第二十条第（六）项|||',
  `|行政处罚|${f.penalties}||`,
  `|行政强制|${Math.round(f.penalties / 9)}||`,
];

const requested = (f: Figures) => [
  '|项目|自然人|商业企业|科研机构|总计',
  `|一、本年新收政府信息公开申请数量|${f.requests - 2}|2|0|${f.requests}`,
  '|二、上年结转政府信息公开申请数量|0|0|0|0',
  `|三、本年度办理结果：予以公开|${f.requests - 3}|1|0|${f.requests - 2}`,
  '|无法提供：本机关不掌握相关政府信息|1|1|0|2',
  '|四、结转下年度继续办理|0|0|0|0',
];

function paras(year: number, figures: Figures, parts: number[]): string[] {
  const text: Record<number, string[]> = {
    1: [
      `${year}年，博岭县人民政府深入贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，全年通过县政府网站主动公开政府信息${figures.opened}条。`,
      '（一）主动公开方面，围绕重点领域及时发布信息；（二）依申请公开方面，规范答复文本；（三）政府信息管理方面，严格落实审查制度；（四）平台建设方面，优化专栏设置；（五）监督保障方面，开展业务培训两次。',
    ],
    2: disclosed(figures),
    3: requested(figures),
    4: ['|行政复议结果维持|行政复议结果纠正|行政诉讼结果维持|总计', '|0|0|0|0'],
    5: [figures.problem, '下一步，将加强业务指导，健全工作机制，进一步提升政务公开工作水平。'],
    6: ['按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）规定，本年度未收取信息处理费。'],
  };
  // A part left out does not leave a gap in the numbering.
  const body = parts.flatMap((part, i) => [`**${NUMERALS[i]}、${HEADS[part - 1]}**`, ...(text[part] ?? [])]);
  return [
    `根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。本报告所列数据的统计期限为${year}年1月1日至12月31日。`,
    ...body,
  ];
}

function report(id: number, year: number, published: string, parts: number[], figures: Figures): ReportArticle {
  return {
    kind: 'annualReport',
    id,
    column: 'zfxxgknb',
    year,
    parts,
    title: `博岭县人民政府${year}年政府信息公开工作年度报告`,
    published,
    source: '博岭县人民政府办公室',
    tags: year > 2023 ? 'regenerated' : 'none',
    paras: paras(year, figures, parts),
  };
}

const ALL = [1, 2, 3, 4, 5, 6];

export const REPORTS: ReportArticle[] = [
  report(6760, 2025, '2026-03-18 10:00', ALL, {
    opened: 4126,
    regulations: 4,
    licences: 12806,
    penalties: 963,
    requests: 21,
    problem: '存在的主要问题：一是部分单位公开不够及时；二是解读形式还不够丰富；三是基层公开平台建设不平衡。',
  }),
  report(6201, 2024, '2025-03-24 16:20', ALL, {
    opened: 3987,
    regulations: 3,
    licences: 11942,
    penalties: 1021,
    requests: 18,
    problem: '存在的主要问题：个别部门政务公开工作人员变动频繁，业务水平有待提高；依申请公开答复的规范性还需加强。',
  }),
  report(5880, 2023, '2024-03-12 09:45', [1, 2, 3, 4, 6], {
    opened: 3755,
    regulations: 5,
    licences: 11307,
    penalties: 874,
    requests: 15,
    problem: '',
  }),
  report(5420, 2022, '2023-03-20 11:30', ALL, {
    opened: 3502,
    regulations: 6,
    licences: 10559,
    penalties: 790,
    requests: 12,
    problem: '存在的主要问题：政策解读的深度和广度不够，公众参与渠道需要进一步拓宽。',
  }),
];
