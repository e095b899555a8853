import { EARLIER } from './earlier.js';
import { NOTICES } from './notices.js';
import { OFFICE } from './office.js';
import { OTHERS } from './others.js';
import { READINGS } from './readings.js';
import { REPORTS } from './reports.js';
import type { Article } from '../types.js';

export const ARTICLES: Article[] = [...OFFICE, ...EARLIER, ...NOTICES, ...READINGS, ...REPORTS, ...OTHERS];

export const article = (id: number): Article | undefined => ARTICLES.find((one) => one.id === id);

export const readingsOf = (id: number): Article[] => ARTICLES.filter(({ policy }) => policy === id);
