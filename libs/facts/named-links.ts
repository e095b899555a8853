import { pinnedName } from './column-pins.js';
import { addressOfLink } from './link-address.js';
import type { NamedLink } from './model.js';
import type { ParsedPage } from './parsed-page.js';

/** Links of a page by these names (as `pinnedName` compares them), each address once; what only a script opens is left out. */
export function linksNamed(page: ParsedPage, names: readonly string[]): NamedLink[] {
  const wanted = new Set(names);
  const found = new Map<string, NamedLink>();
  for (const link of page.links) {
    const title = [link.text, link.title].find((name) => wanted.has(pinnedName(name)));
    const url = title === undefined ? null : addressOfLink(page, link.element);
    if (title !== undefined && url !== null && !found.has(url)) found.set(url, { title, url });
  }
  return [...found.values()];
}
