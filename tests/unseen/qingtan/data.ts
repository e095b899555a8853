import { departmentDocs } from './docs-departments.js';
import { governmentDocs } from './docs-government.js';
import { noticeDocs } from './docs-notices.js';
import { officeDocs } from './docs-office.js';
import { planDocs } from './docs-plans.js';
import { ruleDocs } from './docs-rules.js';
import { mediaInterpretations } from './interpretations-media.js';
import { textInterpretations } from './interpretations-text.js';
import type { Doc, Interpretation } from './types.js';

export const docs: Doc[] = [
  ...governmentDocs,
  ...planDocs,
  ...officeDocs,
  ...ruleDocs,
  ...departmentDocs,
  ...noticeDocs,
];
export const interpretations: Interpretation[] = [...textInterpretations, ...mediaInterpretations];

export const docOf = (key: string | null) => docs.find((doc) => doc.key === key);
export const interpretationsOf = (doc: Doc) => interpretations.filter((one) => one.policy === doc.key && one.back);

export interface Row {
  title: string;
  url: string;
  publishedOn: string;
  issuedOn: string | null;
  number: string | null;
}

const newestFirst = (a: Row, b: Row) => b.publishedOn.localeCompare(a.publishedOn);

/** What stands in a column of documents, newest first. */
export function rowsOf(column: string): Row[] {
  const own = docs.filter((doc) => doc.column === column).map((doc): Row => doc);
  const copies = docs.flatMap((doc) => (doc.also?.column === column ? [{ ...doc, url: doc.also.url }] : []));
  return [...own, ...copies, ...shelfRows(column)].sort(newestFirst);
}

/** The interpretations of one shelf, newest first. */
export const shelfRows = (shelf: string): Row[] =>
  interpretations
    .filter((one) => one.shelf === shelf)
    .map((one) => ({ title: one.title, url: one.url, publishedOn: one.publishedOn, issuedOn: null, number: null }))
    .sort(newestFirst);
