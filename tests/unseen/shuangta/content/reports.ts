import type { Entry } from '../types.js';

export interface Report extends Entry {
  year: number;
  parts: number[];
}

const heads = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const figures = '一二三四五六';
const texts = [
  '本机关高度重视政府信息公开工作，从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面推进。',
  '<table border="1"><tr><th colspan="4">第二十条第（一）项</th></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>行政规范性文件</td><td>1</td><td>0</td><td>7</td></tr></table>',
  '<table border="1"><tr><td>一、本年新收政府信息公开申请数量</td><td>4</td></tr><tr><td>二、上年结转政府信息公开申请数量</td><td>0</td></tr><tr><td>三、本年度办理结果（七）总计</td><td>4</td></tr><tr><td>四、结转下年度继续办理</td><td>0</td></tr></table>',
  '<table border="1"><tr><td>行政复议</td><td>行政诉讼</td></tr><tr><td>0</td><td>0</td></tr></table>',
  '存在政策解读形式不够丰富等问题。下一步将增加视频、图解等形式。',
  '收取信息处理费情况：本年度未收取信息处理费。',
];

const report = (id: number, year: number, published: string, title: string, parts: number[]): Report => ({
  id,
  channel: 'nianbao',
  layout: 'bare',
  title,
  published,
  year,
  parts,
  body: [
    `根据《中华人民共和国政府信息公开条例》，现公布双塔市教育和体育局${year}年政府信息公开工作年度报告。`,
    ...parts.flatMap((part, i) => [`<p><b>${figures[i]}、${heads[part - 1]}</b></p>`, texts[part - 1]!]),
  ],
});

export const reports: Report[] = [
  report(41025, 2025, '2026-01-22T10:00', '双塔市教育和体育局2025年政府信息公开工作年度报告', [1, 2, 3, 4, 5, 6]),
  report(41024, 2024, '2025-01-24T16:18', '双塔市教育和体育局2024年度政府信息公开工作报告', [1, 2, 3, 5, 6]),
  report(41023, 2023, '2024-02-04T09:36', '市教体局2023年政府信息公开工作年度报告', [1, 2, 3, 4, 5, 6]),
];
