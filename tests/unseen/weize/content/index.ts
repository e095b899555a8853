import { FINANCE } from './finance.js';
import { NORMS } from './norms.js';
import { NOTICES } from './notices.js';
import { OTHERS } from './others.js';
import { PERMITS } from './permits.js';
import { POLICIES } from './policy.js';
import { READINGS } from './readings.js';
import { REPORTS } from './reports.js';
import { RIVER } from './river.js';
import type { Item } from '../types.js';

export const ITEMS: Item[] = [
  ...POLICIES,
  ...NORMS,
  ...NOTICES,
  ...FINANCE,
  ...PERMITS,
  ...RIVER,
  ...READINGS,
  ...REPORTS,
  ...OTHERS,
];
