import { archive } from './archive.js';
import { government2026, governmentEarlier } from './government.js';
import { interpretations } from './interpretations.js';
import { normative } from './normative.js';
import { notices } from './notices.js';
import { office } from './office.js';
import { otherItems } from './others.js';
import { reports } from './reports.js';
import { rural } from './rural.js';
import type { Article, DocumentArticle } from '../types.js';

export const documents: DocumentArticle[] = [
  ...normative,
  ...government2026,
  ...governmentEarlier,
  ...office,
  ...rural,
  ...notices,
  ...archive,
];
export const articles: Article[] = [...documents, ...interpretations, ...reports, ...otherItems];

/** What a list shows: newest first, a twin under its own column. */
export function inColumn(generation: Article['in'], column: number, pid = 1106): Article[] {
  const here = articles.filter(
    (row) => row.in === generation && row.columns.includes(column) && (row.pid ?? 1106) === pid,
  );
  const twins = documents.flatMap((row) =>
    row.twin?.in === generation && row.twin.column === column && pid === 1106
      ? [{ ...row, id: row.twin.id, in: row.twin.in, columns: [row.twin.column], listTitle: undefined }]
      : [],
  );
  return [...here, ...twins].sort((a, b) => b.published.localeCompare(a.published));
}

export { interpretations, reports, otherItems };
