import type { PageRequest, Visit } from '#evidence';
import type { DetailReading, ListReading } from './model.js';
import type { ParsedPage } from './parsed-page.js';

/**
 * How one kind of content management system lays out its pages. Chosen by evidence on the page, never by host name.
 * What a family does not know it leaves to the standard page tags and to generic reading.
 */
export interface Family {
  id: string;
  title: string;
  /** 0 (not at all) to 1 (certain), from the page alone. */
  recognise(page: ParsedPage): number;
  list?(page: ParsedPage): ListReading | null;
  detail?(page: ParsedPage): Partial<DetailReading> | null;
  follow?(page: ParsedPage): { request: PageRequest; as: Visit['as'] }[];
}
