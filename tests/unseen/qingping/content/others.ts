import { p, sign } from '../text.js';
import type { DocumentItem, OtherItem, ReportItem } from '../types.js';

const HEADS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const TEXTS = [
  p('主动公开政府信息三百二十条，办理依申请公开两件，政府信息管理、平台建设和监督保障有序开展。'),
  '<table><tr><td colspan="2">第二十条第（六）项</td></tr><tr><td>行政处罚</td><td>41</td></tr><tr><td>行政强制</td><td>3</td></tr></table>',
  '<table><tr><td>本年新收</td><td>2</td></tr><tr><td>上年结转</td><td>0</td></tr><tr><td>总计</td><td>2</td></tr><tr><td>结转下年度</td><td>0</td></tr></table>',
  '<table><tr><td>总计</td><td>0</td></tr></table>',
  p('问题：解读形式较少。改进：增加图解和视频。'),
  p('没有其他需要报告的事项。'),
];
const numerals = [...'一二三四五六'];

/** The numeral of each heading stands in an element of its own. */
const report = (id: string, year: number, at: string, signed: string, parts: number[]): ReportItem => ({
  kind: 'report',
  id,
  columns: ['annual'],
  at,
  office: '党政综合办公室',
  year,
  parts,
  title: `青萍街道办事处${year}年政府信息公开工作年度报告`,
  summary: `统计期限自${year}年1月1日起至12月31日止。`,
  body:
    p(`根据《中华人民共和国政府信息公开条例》编制，统计期限自${year}年1月1日起至12月31日止。`) +
    parts
      .map(
        (part, index) =>
          `<h2 class="Sec_h__v1"><i>${numerals[index]}</i><span>${HEADS[part - 1]}</span></h2>${TEXTS[part - 1]}`,
      )
      .join('') +
    sign('砚池区青萍街道办事处', signed),
});

/** 政府信息公开年报 */
export const REPORTS: ReportItem[] = [
  report('Kq2Vx8Lm', 2025, '2026-01-21 10:00', '2026年1月16日', [1, 2, 3, 4, 5, 6]),
  report('Zt5Rb1Ny', 2024, '2025-01-22 07:50', '2025年1月15日', [1, 2, 3, 4, 5, 6]),
  report('Hw9Jc4Sd', 2023, '2024-01-25 16:30', '2024年1月19日', [1, 2, 3, 5]),
];

/** 政府信息公开制度 */
export const SYSTEM: DocumentItem[] = [
  {
    kind: 'document',
    id: 'Oy6Gf3Ae',
    columns: ['rules'],
    at: '2022-05-17 09:30',
    office: '党政综合办公室',
    title: '关于印发《青萍街道政府信息公开申请办理规程》的通知',
    summary: '规范申请的登记、审核、办理、答复、归档。',
    meta: [
      ['发文字号', '青街办〔2022〕21号'],
      ['成文日期', '2022-05-11'],
      ['索引号', 'YCQP-01-2022-0019'],
    ],
    body:
      p('各科室：', '现将《青萍街道政府信息公开申请办理规程》印发给你们。') +
      sign('砚池区青萍街道办事处', '2022年5月11日'),
    number: '青街办〔2022〕21号',
    index: 'YCQP-01-2022-0019',
    issued: '2022-05-11',
    trap: '只在政府信息公开制度里；四年前的文件',
  },
];

const other = (id: string, column: string, at: string, title: string, ...lines: string[]): OtherItem => ({
  kind: 'other',
  id,
  columns: [column],
  at,
  office: '青萍发布',
  title,
  summary: lines[0] ?? '',
  body: p(...lines),
});

export const OTHERS: OtherItem[] = [
  other(
    'Ne1Wq7Bt',
    'news',
    '2026-06-24 18:18',
    '青萍街道召开2026年政务公开业务培训会',
    '6月24日，街道组织学习政府信息公开年度报告编制、依申请公开办理和政策解读要求。',
  ),
  other(
    'Pc8Uy2Xg',
    'news',
    '2026-06-14 09:09',
    '防汛演练走进南塘社区',
    '6月13日上午，按照《青萍街道防汛防台应急预案》（青街工委〔2026〕12号），街道组织演练。',
  ),
  other(
    'Dh3Ms6Kv',
    'news',
    '2026-05-23 20:20',
    '有了补助细则，临河社区首部电梯开工',
    '5月23日，首部享受补助的电梯开工。',
  ),
  other('Vb7Iz0Ol', 'news', '2026-05-01 08:08', '劳动节里的青萍人', '清晨五点，环卫班已经出发。'),
  other('Gx4Tf9Wa', 'news', '2026-04-12 21:00', '一图回顾｜青萍街道一季度大事', '开门红、加装电梯、老年助餐……'),
  other(
    'Yl2Ek5Qs',
    'interaction',
    '2026-06-19 10:10',
    '咨询：社区食堂什么时候开业？',
    '来信时间：2026-06-16',
    '答复：您好，临河路12号社区食堂预计8月开业。（2026-06-19）',
  ),
  other(
    'Ri0Pj8Cn',
    'interaction',
    '2026-05-12 11:05',
    '建议：南塘路口增设斑马线',
    '来信时间：2026-05-08',
    '答复：您好，已转区交警大队研究。（2026-05-12）',
  ),
];
