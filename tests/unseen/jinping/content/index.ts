import { DEPARTMENT_FILES } from './departments.js';
import { GOVERNMENT_FILES } from './government.js';
import { INTERPRETATIONS_B } from './interpretations-more.js';
import { INTERPRETATIONS_A } from './interpretations.js';
import { NORMATIVE } from './normative.js';
import { NOTICES } from './notices.js';
import { OTHER_FILES } from './other-files.js';
import { GUIDE, NEWS, REST } from './others.js';
import { REPORTS } from './reports.js';
import type { Article, DocumentEntry, InterpretationEntry } from '../types.js';

export { GUIDE, NEWS, REPORTS, REST };

export const INTERPRETATIONS: InterpretationEntry[] = [...INTERPRETATIONS_A, ...INTERPRETATIONS_B];

export const DOCUMENTS: DocumentEntry[] = [
  ...NORMATIVE,
  ...GOVERNMENT_FILES,
  ...OTHER_FILES,
  ...NOTICES,
  ...DEPARTMENT_FILES,
];

const ALL: Article[] = [...DOCUMENTS, ...INTERPRETATIONS, ...REPORTS, ...NEWS, ...REST, GUIDE];
const BY_ID = new Map(ALL.map((article) => [article.id, article]));

export function articleById(id: number): Article {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no article ${id}`);
  return found;
}

export const hasArticle = (id: number): boolean => BY_ID.has(id);

/** Newest first, as lists show them. */
export function articlesOf(columns: string[]): Article[] {
  return ALL.filter(
    (article) =>
      columns.includes(article.column) || (article.kind === 'document' && columns.includes(article.also ?? '')),
  ).sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
}
