import { NOTICES } from './notices.js';
import { OFFICE_DOCUMENTS } from './office.js';
import { OTHERS } from './others.js';
import { READINGS } from './readings.js';
import { TOWN_DOCUMENTS } from './town.js';
import type { Item } from '../types.js';

export const ITEMS: Item[] = [...TOWN_DOCUMENTS, ...OFFICE_DOCUMENTS, ...NOTICES, ...READINGS, ...OTHERS];
