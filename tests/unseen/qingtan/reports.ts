import type { Report } from './types.js';

export const reports: Report[] = [
  { year: 2025, url: '/202601200006/index.shtml', publishedOn: '2026-01-20', parts: [1, 2, 3, 4, 5, 6] },
  { year: 2024, url: '/202501220003/index.shtml', publishedOn: '2025-01-22', parts: [1, 2, 3, 4, 5, 6] },
  { year: 2023, url: '/202401260002/index.shtml', publishedOn: '2024-01-26', parts: [1, 2, 3, 4, 6] },
  { year: 2022, url: '/202301180009/index.shtml', publishedOn: '2023-01-18', parts: [1, 2, 3, 4, 5, 6] },
];

const NAMES = [
  '',
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const NUMERALS = '一二三四五六';

const table = (rows: (string | number)[][]) =>
  `<table border="1" cellspacing="0" class="bg">${rows.map((row) => `<tr>${row.map((cell) => `<td>${String(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

function part(number: number, report: Report): string {
  const { year } = report;
  const received = 14 + (year % 7);
  switch (number) {
    case 1:
      return `<p>${String(year)}年，青坛县人民政府认真贯彻落实《中华人民共和国政府信息公开条例》，扎实推进政府信息公开工作。（一）主动公开。全年通过县政府门户网站公开信息${String(4100 + (year % 100))}条。（二）依申请公开。全年收到申请${String(received)}件，均按期办结。（三）政府信息管理。健全公文属性源头管理机制。（四）平台建设。优化政府信息公开专栏。（五）监督保障。组织业务培训2次。</p>`;
    case 2:
      return table([
        ['第二十条第（一）项', '本年制发件数', '本年废止件数', '现行有效件数'],
        ['规章', 0, 0, 0],
        ['行政规范性文件', year - 2018, year === 2025 ? 5 : 1, 40 + year - 2020],
        ['第二十条第（五）项 行政许可', `本年处理决定数量 ${String(year * 3)}`, '', ''],
        ['第二十条第（八）项 行政事业性收费', '本年收费金额（单位：万元）1260.5', '', ''],
      ]);
    case 3:
      return table([
        ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '自然人', '法人', '总计'],
        ['一、本年新收政府信息公开申请数量', received - 2, 2, received],
        ['二、上年结转政府信息公开申请数量', 0, 0, 0],
        ['三、本年度办理结果（七）总计', received - 2, 2, received],
        ['四、结转下年度继续办理', 0, 0, 0],
      ]);
    case 4:
      return table([
        ['行政复议：结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
        [1, 0, 0, 0, 1],
        ['行政诉讼：结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
        [0, 0, 0, 0, 0],
      ]);
    case 5:
      return `<p>${String(year)}年，我县政府信息公开工作仍存在一些不足：一是个别单位公开不够及时，二是政策解读形式不够丰富。下一步将加强督促检查，进一步提升公开质量。</p>`;
    default:
      return `<p>本年度未收取政府信息公开信息处理费。除上述内容外，无其他需要报告的事项。</p>`;
  }
}

/** The parts that stand in the report, numbered one after the other, so a part that is left out leaves no gap. */
export function reportBody(report: Report): string {
  const opening = `<p>本报告依据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制，数据统计期限为${String(report.year)}年1月1日至12月31日。</p>`;
  return (
    opening +
    report.parts
      .map(
        (number, index) =>
          `<p><strong>${NUMERALS[index] ?? ''}、${NAMES[number] ?? ''}</strong></p>${part(number, report)}`,
      )
      .join('')
  );
}

export const reportTitle = (report: Report) => `青坛县人民政府${String(report.year)}年政府信息公开工作年度报告`;
