import type { ReportRow } from '../types.js';

export const headings = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const numerals = '一二三四五六';
const said = [
  '2025年，全县主动公开政府信息4120条，受理依申请公开17件，开展政务公开培训3次。',
  '<table class="el-table"><tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr><tr><td>行政规范性文件</td><td>6</td><td>2</td><td>38</td></tr></table>',
  '<table class="el-table"><tr><td>一、本年新收政府信息公开申请数量</td><td>17</td></tr><tr><td>二、上年结转政府信息公开申请数量</td><td>1</td></tr><tr><td>四、结转下年度继续办理</td><td>0</td></tr></table>',
  '<table class="el-table"><tr><th>行政复议</th><th>行政诉讼</th></tr><tr><td>1</td><td>0</td></tr></table>',
  '存在问题：解读形式不够多样。改进措施：图解、视频解读比例提高到五成以上。',
  '本年度未收取信息处理费。',
];

/** The parts as tabs of one page: each is in the source, one is shown. */
const tabs =
  '<div class="el-tabs"><div class="el-tabs__nav">' +
  headings.map((heading, at) => `<div role="tab">${numerals[at]}、${heading}</div>`).join('') +
  '</div>' +
  headings
    .map(
      (heading, at) =>
        `<div role="tabpanel"${at ? ' style="display:none" aria-hidden="true"' : ''}><h3>${numerals[at]}、${heading}</h3><div>${said[at]}</div></div>`,
    )
    .join('') +
  '</div>';

const plain = (left: number[], year: number) =>
  `<p>根据《中华人民共和国政府信息公开条例》，编制本报告，所列数据统计期限为${year}年1月1日至12月31日。</p>` +
  headings
    .filter((_, at) => left.includes(at + 1))
    .map(
      (heading, at) =>
        `<p><strong>（${numerals[at]}）${heading}</strong></p><p>${said[headings.indexOf(heading)]?.replace('2025', String(year)).replace('4120', String(year * 2 - 100))}</p>`,
    )
    .join('');

export const reports: ReportRow[] = [
  {
    id: 6025,
    year: 2025,
    title: '槐陵县人民政府2025年政府信息公开工作年度报告',
    published: '2026-01-29 17:00',
    parts: [1, 2, 3, 4, 5, 6],
    html: tabs,
  },
  {
    id: 6024,
    year: 2024,
    title: '2024年槐陵县政府信息公开工作年度报告',
    published: '2025-01-24 10:00',
    parts: [1, 2, 3, 4, 5],
    html: plain([1, 2, 3, 4, 5], 2024),
  },
  {
    id: 6023,
    year: 2023,
    title: '槐陵县2023年度政府信息公开工作年度报告',
    published: '2024-01-30 16:30',
    parts: [1, 2, 3, 4, 5, 6],
    html: plain([1, 2, 3, 4, 5, 6], 2023),
  },
];

/** A yearly report of another kind, in the same list. */
export const otherReport = {
  path: '/zfxxgk/n/3040/a/6120',
  title: '槐陵县2025年法治政府建设年度报告',
  published: '2026-03-26 09:00',
  source: '县司法局',
  body: ['一、总体情况', '2025年，全县法治政府建设稳步推进，现将有关情况报告如下。'],
};
