import { p, sign } from '../text.js';
import type { ReportItem } from '../types.js';

const HEADS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const TEXTS = [
  '本年度主动公开政府信息4210条，受理依申请公开申请31件，政府信息管理、平台建设和监督保障稳步推进。',
  '<table border="1"><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>行政规范性文件</td><td>8</td><td>3</td><td>46</td></tr></table>',
  '<table border="1"><tr><td>本年新收政府信息公开申请数量</td><td>31</td></tr><tr><td>上年结转</td><td>1</td></tr><tr><td>总计</td><td>31</td></tr><tr><td>结转下年度继续办理</td><td>1</td></tr></table>',
  '<table border="1"><tr><td>结果维持</td><td>结果纠正</td><td>总计</td></tr><tr><td>1</td><td>0</td><td>1</td></tr></table>',
  '问题：部分乡镇栏目更新不及时。改进：每季度通报。',
  '本年度未收取信息处理费。',
];
const numerals = [...'一二三四五六'];

function body(parts: number[], year: number, day: string): string {
  const said = parts.map((part, at) => `<p><strong>${numerals[at]}、${HEADS[part - 1]}</strong></p>${TEXTS[part - 1]}`);
  return (
    p(`根据《中华人民共和国政府信息公开条例》，编制本报告。数据统计期限为${year}年1月1日至12月31日。`) +
    said.join('\n') +
    sign('鹿鸣县人民政府', day)
  );
}

/** 25 政府信息公开年报 */
export const REPORTS: ReportItem[] = [
  {
    kind: 'report',
    id: 2503,
    columns: ['25'],
    day: '2026-03-25',
    year: 2025,
    parts: [1, 2, 3, 4, 5, 6],
    title: '鹿鸣县人民政府2025年政府信息公开工作年度报告',
    body: body([1, 2, 3, 4, 5, 6], 2025, '2026年3月20日'),
  },
  {
    kind: 'report',
    id: 2502,
    columns: ['25'],
    day: '2025-03-21',
    year: 2024,
    parts: [1, 2, 3, 4, 5, 6],
    title: '鹿鸣县2024年政府信息公开工作年度报告',
    body: body([1, 2, 3, 4, 5, 6], 2024, '2025年3月18日'),
  },
  {
    kind: 'report',
    id: 2501,
    columns: ['25'],
    day: '2024-03-28',
    year: 2023,
    parts: [1, 2, 3, 5, 6],
    title: '鹿鸣县2023年政府信息公开工作年度报告',
    body: body([1, 2, 3, 5, 6], 2023, '2024年3月22日'),
  },
];
