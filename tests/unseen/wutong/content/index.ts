import { type Article, type ColumnId, type DocumentArticle, type InterpretationArticle } from '../types.js';
import { annualReports } from './annual.js';
import { laterRegulations } from './later-regulations.js';
import { writtenInterpretations } from './interpretations.js';
import { mediaInterpretations } from './media-interpretations.js';
import { news, topicItems } from './news.js';
import { notices } from './notices.js';
import { officeDocuments2026 } from './office-2026.js';
import { officeDocuments } from './office.js';
import { letters, services, surveys } from './pages.js';
import { plans } from './plans.js';
import { regulations } from './regulations.js';
import { archives, staffAndEmergency } from './staff.js';

export const documents: DocumentArticle[] = [
  ...regulations,
  ...laterRegulations,
  ...officeDocuments,
  ...officeDocuments2026,
  ...plans,
  ...staffAndEmergency,
  ...archives,
  ...notices,
];
export const interpretations: InterpretationArticle[] = [...writtenInterpretations, ...mediaInterpretations];
export const otherArticles: Article[] = [...news, ...topicItems, ...services, ...letters, ...surveys];
export { annualReports };

const all: Article[] = [...documents, ...interpretations, ...annualReports, ...otherArticles];
const byId = new Map(all.map((article) => [article.id, article]));

export const articles: readonly Article[] = all;

export function articleOf(id: string): Article {
  const article = byId.get(id);
  if (article === undefined) throw new Error(`no article ${id}`);
  return article;
}

/** Newest first; what shows no day stands at the end. */
export function inColumn(...columns: ColumnId[]): Article[] {
  return all
    .filter((article) => columns.includes(article.column))
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
}

export const isDocument = (article: Article): article is DocumentArticle => 'issued' in article;
