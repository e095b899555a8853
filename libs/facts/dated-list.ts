import type { ListReading } from './model.js';

/** Whether a list shows a day beside one of its rows: a menu of long names does not. */
export function isDated(list: ListReading | null | undefined): boolean {
  return list?.items.some((item) => item.publishedOn !== null) ?? false;
}
