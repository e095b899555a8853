import { BUREAU } from './bureau.js';
import { EARLIER } from './earlier.js';
import { NOTICES } from './notices.js';
import { OLD } from './old.js';
import { OTHERS } from './others.js';
import { READINGS } from './readings.js';
import { REPORTS } from './reports.js';
import { RULES } from './rules.js';
import type { Article } from '../types.js';

export const ARTICLES: Article[] = [
  ...BUREAU,
  ...EARLIER,
  ...RULES,
  ...NOTICES,
  ...OLD,
  ...READINGS,
  ...REPORTS,
  ...OTHERS,
];

export const article = (id: number): Article | undefined => ARTICLES.find((one) => one.id === id);

/** What interprets the document. */
export const readingsOf = (id: number): Article[] => ARTICLES.filter(({ policy }) => policy === id);
