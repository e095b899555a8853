import type { Article, DocumentArticle, InterpretationArticle } from '../types.js';
import { BUREAUS } from './bureaus.js';
import { COUNTY } from './county.js';
import { INTERPRETATIONS } from './interpretations.js';
import { OLDER_INTERPRETATIONS } from './interpretations-older.js';
import { NEWS } from './news.js';
import { NOTICES } from './notices.js';
import { OFFICE } from './office.js';
import { PLANS } from './plans.js';
import { REGULATIONS } from './regulations.js';
import { REPORTS } from './reports.js';
import { RULES } from './rules.js';
import { SERVICES } from './services.js';

export const DOCUMENTS: DocumentArticle[] = [
  ...COUNTY,
  ...OFFICE,
  ...REGULATIONS,
  ...BUREAUS,
  ...PLANS,
  ...RULES,
  ...NOTICES,
];
export const ALL_INTERPRETATIONS: InterpretationArticle[] = [...INTERPRETATIONS, ...OLDER_INTERPRETATIONS];
export { REPORTS } from './reports.js';
export const OTHERS = [...NEWS, ...SERVICES];

export const ARTICLES: Article[] = [...DOCUMENTS, ...ALL_INTERPRETATIONS, ...REPORTS, ...OTHERS];
const BY_ID = new Map(ARTICLES.map((article) => [article.id, article]));

export function article(id: number): Article | undefined {
  return BY_ID.get(id);
}

/** Listed among the notices although its page is gone. */
export const DEAD_NOTICE = { id: 6333, title: '关于2025年高考期间环境噪声管控的通告', published: '2025-06-05 09:00' };
