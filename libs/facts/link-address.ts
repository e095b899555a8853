import type { Element } from 'domhandler';
import type { ParsedPage } from './parsed-page.js';

const dead = /^\s*(?:javascript:.*|#.*|)$/is;
const dataNames = ['data-href', 'data-url', 'data-link', 'data-src', 'data-target-url'];

/** Whether an address leads nowhere by itself: empty, a place on the page, a script. */
export function isDead(href: string | undefined): boolean {
  return href === undefined || (dead.test(href) && !/^\s*#!?\//.test(href));
}

/**
 * Where a link leads: its address, else what it carries for a script (`data-url`, `onclick="location.href='…'"`,
 * `window.open('…')`). Null when only the script knows.
 */
export function addressOfLink(page: ParsedPage, element: Element): string | null {
  const { href } = element.attribs;
  if (!isDead(href)) return page.resolve(href!);
  for (const name of dataNames) {
    const value = element.attribs[name];
    if (value !== undefined && !isDead(value) && /[/.?]/.test(value)) return page.resolve(value);
  }
  const opened = openedBy(`${href ?? ''};${element.attribs.onclick ?? ''}`);
  return opened === null ? null : page.resolve(opened);
}

/** The literal address that a piece of script goes to. */
function openedBy(script: string): string | null {
  return (
    /\blocation(?:\.href)?\s*=\s*["']([^"'+]{2,500})["']\s*(?:;|$|\))/.exec(script)?.[1] ??
    /\b(?:window\.open|location\.(?:assign|replace))\s*\(\s*["']([^"'+]{2,500})["']\s*[,)]/.exec(script)?.[1] ??
    null
  );
}

const counters = /\/(?:link|links|redirect|redir|jump|goto|visit|out)(?:\.\w{1,6})?$/i;

/** What a counting address in between (`visit/link.do?url=http%3A%2F%2F…`) leads to; any other address as it is. */
export function throughCounter(url: string): string {
  if (!/[?&](?:url|link|target|to|href)=https?(?::|%3a)/i.test(url)) return url;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url;
  }
  if (!counters.test(parsed.pathname)) return url;
  for (const name of ['url', 'link', 'target', 'to', 'href']) {
    const value = parsed.searchParams.get(name);
    if (value !== null && /^https?:\/\/[^/]/i.test(value) && URL.canParse(value)) return value;
  }
  return url;
}
