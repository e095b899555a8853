import type { PageRequest } from '#evidence';
import { isArticleRule } from '#facts';
import { isSameDomain } from '../frontier/own-hosts.js';
import { askedHeader } from './own-headers.js';
import { areSendable } from './script-headers.js';

const mostRequests = 50;
const longestBody = 4096;

/** A request that can be asked for again from its record: of the page's own domain, and not too long to be written down. */
export function isRecordable(request: PageRequest, pageUrl: string): boolean {
  const { url, method, body = '', contentType = '', headers, articles } = request;
  return (
    (method === 'GET' || method === 'POST') &&
    url.length <= 2048 &&
    body.length <= longestBody &&
    contentType.length <= 100 &&
    (headers === undefined || areSendable(headers)) &&
    isSameDomain(url, pageUrl) &&
    (articles === undefined || (isArticleRule(articles) && isSameDomain(articles, pageUrl)))
  );
}

/**
 * The headers with these requests among them, in ASCII as headers are. Kept beside the bytes that the browser showed, so that
 * whoever reads the evidence again follows the same requests without a browser.
 */
export function withAsked(headers: Record<string, string>, requests: readonly PageRequest[]): Record<string, string> {
  const text = JSON.stringify(requests.slice(0, mostRequests)).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { ...headers, [askedHeader]: text };
}

/** The requests that a capture's headers name; none where they are not what `withAsked` writes. */
export function askedOf(headers: Readonly<Record<string, string>>, pageUrl: string): PageRequest[] {
  const text = headers[askedHeader];
  if (text === undefined) return [];
  try {
    const whole: unknown = JSON.parse(text);
    if (!Array.isArray(whole)) return [];
    return whole
      .slice(0, mostRequests)
      .flatMap((one) => requestOf(one) ?? [])
      .filter((request) => isRecordable(request, pageUrl));
  } catch {
    return [];
  }
}

function requestOf(value: unknown): PageRequest | null {
  if (typeof value !== 'object' || value === null) return null;
  const { url, method, body, contentType, headers, articles } = value as Record<string, unknown>;
  if (typeof url !== 'string' || (method !== 'GET' && method !== 'POST')) return null;
  return {
    url,
    method,
    ...(typeof body === 'string' ? { body } : {}),
    ...(typeof contentType === 'string' ? { contentType } : {}),
    ...(areSendable(headers) ? { headers } : {}),
    ...(typeof articles === 'string' ? { articles } : {}),
  };
}
