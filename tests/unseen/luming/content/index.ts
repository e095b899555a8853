import { DEPARTMENTS } from './departments.js';
import { GOVERNMENT } from './government.js';
import { NOTICES } from './notices.js';
import { OFFICE } from './office.js';
import { OTHERS, SYSTEM } from './others.js';
import { READINGS } from './readings.js';
import { REPORTS } from './reports.js';
import { RULES } from './rules.js';
import type { Item } from '../types.js';

export const ITEMS: Item[] = [
  ...GOVERNMENT,
  ...OFFICE,
  ...RULES,
  ...DEPARTMENTS,
  ...NOTICES,
  ...SYSTEM,
  ...READINGS,
  ...REPORTS,
  ...OTHERS,
];
