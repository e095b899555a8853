import type { Entry, Unit } from '../model.js';
import type { Block } from './block.js';
import { hash } from './html.js';

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

const td = (cells: (string | number)[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** Table of part two after 国办公开办函〔2021〕30号. */
function publishedTable(seed: number): string {
  return `<table border="1" cellspacing="0" class="nb-table"><tbody>
<tr><td colspan="4">第二十条第（一）项</td></tr>${td(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])}
${td(['规章', 0, 0, 0])}${td(['行政规范性文件', seed % 4, 0, 6 + (seed % 9)])}
<tr><td colspan="4">第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan="3">${120 + (seed % 300)}</td></tr>
<tr><td colspan="4">第二十条第（六）项</td></tr><tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
<tr><td>行政处罚</td><td colspan="3">${seed % 23}</td></tr><tr><td>行政强制</td><td colspan="3">0</td></tr>
<tr><td colspan="4">第二十条第（八）项</td></tr><tr><td>信息内容</td><td colspan="3">本年收费金额（单位：万元）</td></tr>
<tr><td>行政事业性收费</td><td colspan="3">${(seed % 50) / 10}</td></tr></tbody></table>`;
}

/** Table of part three; new + carried over = results + carried forward holds unless `stray` requests are carried forward too. */
function requestsTable(seed: number, stray: number): string {
  const fresh = seed % 12;
  const over = seed % 2;
  const granted = Math.floor((fresh + over) / 2);
  const refused = fresh + over - granted;
  return `<table border="1" cellspacing="0" class="nb-table"><tbody>
${td(['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '自然人', '法人或其他组织', '总计'])}
${td(['一、本年新收政府信息公开申请数量', fresh, 0, fresh])}${td(['二、上年结转政府信息公开申请数量', over, 0, over])}
${td(['三、本年度办理结果：（一）予以公开', granted, 0, granted])}${td(['（四）无法提供', refused, 0, refused])}
${td(['（七）总计', granted + refused, 0, granted + refused])}${td(['四、结转下年度继续办理', stray, 0, stray])}</tbody></table>`;
}

function appealsTable(): string {
  return `<table border="1" cellspacing="0" class="nb-table"><tbody>
<tr><td colspan="5">行政复议</td><td colspan="5">行政诉讼</td></tr>
${td(['结果维持', '结果纠正', '其他结果', '尚未审结', '总计', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'])}
${td([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])}</tbody></table>`;
}

function part(number: number, unit: Unit, year: number, seed: number, stray: number): Block[] {
  const para = (text: string): Block => ({ kind: 'para', text });
  switch (number) {
    case 1:
      return [
        para(`（一）主动公开。${year}年，${unit.name}通过网站公开各类信息${80 + (seed % 160)}条。`),
        para(`（二）依申请公开。全年收到政府信息公开申请${seed % 12}件，均按期答复。`),
        para('（三）政府信息管理。落实公文公开属性源头认定，定期清理已公开信息。'),
        para('（四）平台建设。优化栏目设置，完善检索、查阅、下载功能。'),
        para('（五）监督保障。明确专人负责，组织业务培训一次，接受社会评议。'),
      ];
    case 2:
      return [{ kind: 'table', html: publishedTable(seed) }];
    case 3:
      return [{ kind: 'table', html: requestsTable(seed, stray) }];
    case 4:
      return [{ kind: 'table', html: appealsTable() }];
    case 5:
      return [para('一是解读形式还不够丰富，二是个别栏目更新不够及时。下一步将加强培训和检查，逐项改进。')];
    default:
      return [para('本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。')];
  }
}

/** The body of an annual report with the parts that stand in it. */
export function reportBlocks(entry: Entry, unit: Unit): Block[] {
  if (!entry.report) return [];
  const { year, parts, miscounted } = entry.report;
  const seed = hash(entry.title) % 997;
  const opening: Block = {
    kind: 'para',
    text: `本报告根据《中华人民共和国政府信息公开条例》和有关格式要求编制，所列数据的统计期限为${year}年全年。`,
  };
  return [
    opening,
    ...parts.flatMap((number): Block[] => [
      { kind: 'heading', text: headings[number - 1] ?? '' },
      ...part(number, unit, year, seed, miscounted ? 1 : 0),
    ]),
  ];
}
