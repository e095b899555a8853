import { type AnnualReport, type Article, type Column, type Document, type Interpretation } from '../types.js';
import { finance } from './finance.js';
import { general } from './general.js';
import { interpretations } from './interpretations.js';
import { acquisition, mining, registration } from './land.js';
import { normative } from './normative.js';
import { notices } from './notices.js';
import { letters, news, services, topics } from './others.js';
import { plans, spatial } from './planning.js';
import { reports } from './reports.js';

export { interpretations, letters, news, reports, services, topics };

export const documents: Document[] = [
  ...normative,
  ...general,
  ...notices,
  ...plans,
  ...finance,
  ...spatial,
  ...acquisition,
  ...mining,
  ...registration,
];

export type Entry = Article | Document | Interpretation | AnnualReport;

const all: Entry[] = [...documents, ...interpretations, ...reports, ...news, ...topics, ...services, ...letters];
const byId = new Map(all.map((article) => [article.id, article]));

export const articleOf = (id: number): Entry | undefined => byId.get(id);

/** Articles of one column, newest first; those without a day last. */
export function articlesIn(column: Column): Entry[] {
  return all
    .filter((article) => article.column === column)
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
}

export const isDocument = (article: Entry): article is Document => 'timeliness' in article;

export const columnNames: Record<Column, string> = {
  '15901': '动态要闻',
  '15911': '通知公告',
  '15971': '规范性文件',
  '15972': '其他文件',
  '15975': '计划总结',
  '15976': '财政预决算',
  '15977': '国土空间规划',
  '15978': '征地信息',
  '15979': '矿产与地质灾害',
  '15980': '不动产登记公告',
  '15981': '政策解读',
  '15982': '政府信息公开年报',
  '15985': '办事指南',
  '15990': '专题专栏',
  '15991': '局长信箱',
};
