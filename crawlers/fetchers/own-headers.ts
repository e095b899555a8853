/** What is noted down of a rendered page stands in headers of ours beside the site's: no site may write them itself. */
const prefix = 'x-mingjing-';

/** The requests by which its scripts got the list that it shows; see `withAsked`. */
export const askedHeader = `${prefix}asked`;

/** Data that its scripts asked for did not come. */
export const unansweredHeader = `${prefix}unanswered`;

/** By these it is read, beside its own content type. */
export const readingHeaders = [askedHeader, unansweredHeader] as const;

export function isOwnHeader(name: string): boolean {
  return name.startsWith(prefix);
}
