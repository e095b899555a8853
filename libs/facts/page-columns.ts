import { classifyColumn, isOpennessLink } from './classify-column.js';
import type { ColumnLink } from './model.js';
import type { ParsedPage } from './parsed-page.js';
import { hostOf } from './urls.js';

/** Links of a page to the standard columns, one a column and name, the page's own navigation first. */
export function readColumnLinks(page: ParsedPage): ColumnLink[] {
  const found = new Map<string, ColumnLink>();
  for (const link of page.links) {
    if (link.zone === 'crumb') continue;
    const name = link.text !== '' ? link.text : link.title || altOf(page, link.element);
    const key =
      classifyColumn(name, link.href) ??
      (link.title !== '' && link.title.length < 20 ? classifyColumn(link.title, link.href) : null);
    if (!key) continue;
    const url = page.resolve(link.href);
    if (url === null) continue;
    const where = link.zone === 'navigation' ? 'navigation' : link.zone === 'footer' ? 'footer' : 'body';
    const id = `${key} ${url}`;
    const known = found.get(id);
    if (!known) found.set(id, { key, name, url, where });
    else if (rank(where) < rank(known.where)) known.where = where;
  }
  return [...found.values()];
}

/** Addresses of the site's page of openness of government information, the site's own host first. */
export function readOpennessLinks(page: ParsedPage): string[] {
  const urls = new Set<string>();
  for (const link of page.links) {
    const name = link.text !== '' ? link.text : link.title || altOf(page, link.element);
    if (name.length > 16 || !isOpennessLink(name, link.href)) continue;
    const url = page.resolve(link.href);
    if (url !== null && url !== page.url) urls.add(url);
  }
  const own = hostOf(page.url);
  return [...urls].sort((a, b) => Number(hostOf(a) !== own) - Number(hostOf(b) !== own)).slice(0, 3);
}

function rank(where: ColumnLink['where']): number {
  return where === 'navigation' ? 0 : where === 'body' ? 1 : 2;
}

/** A link that is a picture is named by the picture. */
function altOf(page: ParsedPage, element: ParsedPage['links'][number]['element']): string {
  const image = element.children.find((child) => child.type === 'tag' && child.name === 'img');
  return image && image.type === 'tag' ? (image.attribs.alt ?? image.attribs.title ?? '').trim() : '';
}
