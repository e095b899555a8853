import type { ListReading, PageReading } from './model.js';
import type { ParsedPage } from './parsed-page.js';
import { hostOf } from './urls.js';

/** Frames that hold the list or the text of a page which has none itself (a pane beside a tree of columns). */
export function readFrames(page: ParsedPage, list: ListReading | null): PageReading['follow'] {
  const { as } = page.page.visit;
  if (!['column', 'list', 'openness', 'probe'].includes(as) || (list && list.items.length > 0)) return [];
  const urls = new Set<string>();
  for (const media of page.media) {
    if (media.element.name !== 'iframe' && media.element.name !== 'frame') continue;
    if (/video|player|map|share|weather|stat|login/i.test(media.src)) continue;
    const url = page.resolve(media.src);
    if (url !== null && hostOf(url) === hostOf(page.url) && url !== page.url) urls.add(url);
  }
  return [...urls].slice(0, 3).map((url) => ({ request: { url, method: 'GET' }, as: 'list' }));
}
