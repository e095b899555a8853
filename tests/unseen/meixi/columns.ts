import { BUREAUS, SYSTEMS } from './content/bureaus.js';
import { FINANCE } from './content/finance.js';
import { GOVERNMENT } from './content/government.js';
import { NEWS } from './content/news.js';
import { NOTICES } from './content/notices.js';
import { OFFICE } from './content/office.js';
import { READINGS } from './content/readings.js';
import { REPORTS } from './content/reports.js';
import { RULES } from './content/rules.js';
import type { Doc, News, Reading, Report } from './types.js';

export const SITE = '梅溪县人民政府';

export const DOCS: Doc[] = [...RULES, ...GOVERNMENT, ...OFFICE, ...NOTICES, ...FINANCE, ...BUREAUS, ...SYSTEMS];

/** Name, channel and unit of each column as the platform's scripts ask for them. */
export const COLUMNS: Record<string, { name: string; channel: string; unit: string; type: string }> = {
  gfxwj: { name: '规范性文件', channel: 'C30217', unit: '88217', type: '政策文件' },
  zfwj: { name: '县政府文件', channel: 'C30218', unit: '88218', type: '政策文件' },
  fbwj: { name: '县政府办文件', channel: 'C30219', unit: '88218', type: '政策文件' },
  bmwj: { name: '部门文件', channel: 'C30220', unit: '88218', type: '政策文件' },
  tzgg: { name: '通知公告', channel: 'C30301', unit: '88301', type: '工作动态' },
  gggs: { name: '公告公示', channel: 'C30302', unit: '88302', type: '工作动态' },
  czxx: { name: '财政信息', channel: 'C30221', unit: '88221', type: '信息公开' },
  jhzj: { name: '规划计划', channel: 'C30222', unit: '88222', type: '信息公开' },
  gkzd: { name: '政府信息公开制度', channel: 'C30202', unit: '88202', type: '信息公开' },
  zcjd: { name: '政策解读', channel: 'C30250', unit: '88250', type: '政策解读' },
  mxyw: { name: '梅溪要闻', channel: 'C30101', unit: '88101', type: '工作动态' },
  bmdt: { name: '部门动态', channel: 'C30102', unit: '88101', type: '工作动态' },
  zfxxgknb: { name: '政府信息公开年报', channel: 'C30204', unit: '88204', type: '信息公开' },
  gkzn: { name: '政府信息公开指南', channel: 'C30201', unit: '88201', type: '信息公开' },
  fdzdgk: { name: '法定主动公开内容', channel: 'C30203', unit: '88203', type: '信息公开' },
  zcwj: { name: '政策文件', channel: 'C30216', unit: '88216', type: '政策文件' },
  zwgk: { name: '政府信息公开', channel: 'C30200', unit: '88200', type: '信息公开' },
  ldzc: { name: '县政府领导', channel: 'C30230', unit: '88230', type: '信息公开' },
  bsfw: { name: '办事服务', channel: 'C30400', unit: '88400', type: '办事服务' },
  ztzl: { name: '专题专栏', channel: 'C30500', unit: '88500', type: '专题' },
};

export const GUIDES = [
  { id: 7100101, title: '灵活就业人员社会保险补贴申领办事指南', pub: '2026-05-21 10:00' },
  { id: 7100088, title: '食品经营许可证（新办）办事指南', pub: '2026-04-09 15:10' },
  { id: 7100065, title: '不动产转移登记办事指南', pub: '2026-01-14 09:25' },
];

export interface Row {
  id: number;
  title: string;
  pub: string;
  url: string;
  number: string;
}

export const docUrl = (doc: Doc, col = doc.col): string =>
  col === 'bmwj' ? `/oldgov/Article_Show.asp?ArticleID=${doc.id}` : `/mxx/pc/${col}/d${doc.id}.html`;
export const readingUrl = (item: Reading): string => `/mxx/pc/zcjd/d${item.id}.html`;
export const newsUrl = (item: News): string => `/mxx/pc/${item.col}/d${item.id}.html`;
export const reportUrl = (item: Report): string => `/mxx/pc/zfxxgknb/d${item.id}.html`;
export const guideUrl = (item: { id: number }): string => `/mxx/pc/bsfw/d${item.id}.html`;
export const reportTitle = (item: Report): string => `梅溪县人民政府${item.year}年政府信息公开工作年度报告`;
export const mobile = (url: string): string => url.replace('/mxx/pc/', '/mxx/wap/');

const newest = (a: Row, b: Row): number => b.pub.localeCompare(a.pub);

export const readingRow = (item: Reading): Row => ({ ...item, url: readingUrl(item), number: '' });

/** Rows of a column, newest first. */
export function rows(col: string): Row[] {
  const docs = DOCS.filter((d) => d.col === col || d.more?.includes(col));
  return [
    ...docs.map((d) => ({ id: d.id, title: d.title, pub: d.pub, url: docUrl(d, col), number: d.no ?? '' })),
    ...READINGS.filter((r) => r.also === col || col === 'zcjd').map(readingRow),
    ...NEWS.filter((n) => n.col === col).map((n) => ({ ...n, url: newsUrl(n), number: '' })),
    ...(col === 'bsfw' ? GUIDES.map((g) => ({ ...g, url: guideUrl(g), number: '' })) : []),
    ...(col === 'zfxxgknb'
      ? REPORTS.map((r) => ({ id: r.id, title: reportTitle(r), pub: r.pub, url: reportUrl(r), number: '' }))
      : []),
  ].sort(newest);
}

export function files(doc: Doc): { name: string; url: string; ext: string }[] {
  const month = doc.pub.slice(0, 7).replace('-', '');
  return (doc.files ?? []).map(([name, ext], i) => {
    const n = i + 1;
    if (doc.col === 'bmwj') return { name, ext, url: `/oldgov/UploadFile/${doc.id}_${n}.${ext}` };
    if (doc.filesBy === 'request') return { name, ext, url: `/openapi/mxx/file/down?fid=${doc.id}0${n}` };
    return { name, ext, url: `/mxx/upload/${month}/${doc.id}_${n}.${ext}` };
  });
}

/** What a policy's page leads to. */
export const readingsOf = (doc: Doc): Reading[] => READINGS.filter((r) => r.back && r.policy === doc.id);
export const policyOf = (item: Reading): Doc | undefined => DOCS.find((d) => d.id === item.policy);
