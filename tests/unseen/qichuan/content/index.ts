import type { DocumentItem, Item } from '../types.js';
import { departments } from './departments.js';
import { government } from './government.js';
import { office } from './office.js';
import { others, reports } from './others.js';
import { readings } from './readings.js';
import { township } from './township.js';

export const documents: DocumentItem[] = [...government, ...office, ...departments, ...township];
export const items: Item[] = [...documents, ...readings, ...reports, ...others];
export { others, readings, reports };

/** @throws where the content names a page that is not there. */
export const byId = (id: number): Item => {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`No item ${id}`);
  return found;
};
