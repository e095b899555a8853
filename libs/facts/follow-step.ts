import type { PageReading } from './model.js';

/** What else must be read for a page, and as what. */
export type FollowStep = PageReading['follow'][number];

/** An address to be read too. */
export function stepTo<As extends FollowStep['as']>(url: string, as: As): FollowStep & { as: As } {
  return { request: { url, method: 'GET' }, as };
}
