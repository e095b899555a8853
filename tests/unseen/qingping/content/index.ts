import { COMMUNITY } from './community.js';
import { EARLIER } from './earlier.js';
import { NOTICES } from './notices.js';
import { OTHERS, REPORTS, SYSTEM } from './others.js';
import { POLICY } from './policy.js';
import { READINGS } from './readings.js';
import type { Item } from '../types.js';

export const ITEMS: Item[] = [
  ...POLICY,
  ...EARLIER,
  ...NOTICES,
  ...COMMUNITY,
  ...SYSTEM,
  ...READINGS,
  ...REPORTS,
  ...OTHERS,
];
