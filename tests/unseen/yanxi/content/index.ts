import { NOTICES, PUBLICITY } from './notices.js';
import { OFFICE } from './office.js';
import { NEWS, REPORTS } from './others.js';
import { MOVED, POLICIES } from './policies.js';
import { READINGS } from './readings.js';
import { IN_TREE, OLD } from './tree.js';
import type { Doc, Item } from '../types.js';

export { READINGS, REPORTS };

/** Documents that the application draws, the newest first as every list has them. */
export const DOCS: Doc[] = [...POLICIES, ...MOVED, ...OFFICE, ...NOTICES, ...PUBLICITY, ...IN_TREE].sort(
  (one, other) => other.at.localeCompare(one.at) || other.id - one.id,
);
export const ARTICLES = [...DOCS, ...NEWS];
export const ITEMS: Item[] = [...DOCS, ...OLD, ...READINGS, ...REPORTS, ...NEWS];
