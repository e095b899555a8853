import { ARCHIVE } from './archive.js';
import { DEPARTMENT_PAPERS } from './departments.js';
import { NOTICES } from './notices.js';
import { OFFICE_PAPERS } from './office.js';
import { OTHERS } from './others.js';
import { PLANS } from './plans.js';
import { POLICIES } from './policies.js';
import { READINGS } from './readings.js';
import { REPORTS } from './reports.js';
import type { Item } from '../types.js';

export const ITEMS: Item[] = [
  ...POLICIES,
  ...ARCHIVE,
  ...OFFICE_PAPERS,
  ...DEPARTMENT_PAPERS,
  ...PLANS,
  ...NOTICES,
  ...READINGS,
  ...REPORTS,
  ...OTHERS,
];
