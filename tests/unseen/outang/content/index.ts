import { DEPARTMENTS } from './departments.js';
import { GOVERNMENT } from './government.js';
import { NOTICES } from './notices.js';
import { OFFICE_FILES } from './office.js';
import { OTHERS } from './others.js';
import { READINGS } from './readings.js';
import { RULES } from './rules.js';
import { SPECIAL } from './special.js';
import type { Item } from '../types.js';

export const ITEMS: Item[] = [
  ...RULES,
  ...GOVERNMENT,
  ...OFFICE_FILES,
  ...DEPARTMENTS,
  ...NOTICES,
  ...SPECIAL,
  ...READINGS,
  ...OTHERS,
];
