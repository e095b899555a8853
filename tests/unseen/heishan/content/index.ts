import type { Article } from '../types.js';
import { DEPARTMENT_DOCUMENTS } from './depts.js';
import { GOV_DOCUMENTS } from './gov.js';
import { INTERPRETATIONS } from './interps.js';
import { NEWS } from './news.js';
import { NOTICES } from './notices.js';
import { OFFICE_DOCUMENTS } from './office.js';
import { OPEN_DOCUMENTS } from './open.js';
import { REPORTS } from './reports.js';

export const ARTICLES: Article[] = [
  ...GOV_DOCUMENTS,
  ...OFFICE_DOCUMENTS,
  ...NOTICES,
  ...DEPARTMENT_DOCUMENTS,
  ...OPEN_DOCUMENTS,
  ...INTERPRETATIONS,
  ...REPORTS,
  ...NEWS,
];

const BY_ID = new Map(ARTICLES.map((item) => [item.id, item]));

export const article = (id: number): Article | undefined => BY_ID.get(id);

/** What a column lists, the newest first; what has no date stands at the end. */
export const listed = (column: string): Article[] =>
  ARTICLES.filter((item) => item.columns.includes(column)).sort((a, b) =>
    (b.published ?? '').localeCompare(a.published ?? ''),
  );
