import { NOTICES, RULES } from './notices.js';
import { OPEN } from './open.js';
import { POLICIES } from './policies.js';
import { RECRUIT } from './recruit.js';
import type { Doc } from '../types.js';

export const DOCS: Doc[] = [...POLICIES, ...NOTICES, ...RECRUIT, ...OPEN, ...RULES];
export { READINGS } from './readings.js';
export { GUIDE, LETTERS, OTHERS, REPORTS } from './others.js';
