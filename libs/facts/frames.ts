import { isDated } from './dated-list.js';
import type { Element } from 'domhandler';
import { stepTo } from './follow-step.js';
import type { ListReading, PageReading } from './model.js';
import type { ParsedPage } from './parsed-page.js';
import { hostOf } from './urls.js';

const mostFrames = 12;

/** Frames that hold the list or the text of a page which has none itself (a pane beside a tree of columns). */
export function readFrames(page: ParsedPage, list: ListReading | null): PageReading['follow'] {
  const { as } = page.page.visit;
  if (!['column', 'list', 'openness', 'probe'].includes(as)) return [];
  // A menu of long names beside the pane is no list.
  if (isDated(list)) return [];
  const urls = new Set<string>();
  for (const media of page.media) {
    if (media.element.name !== 'iframe' && media.element.name !== 'frame') continue;
    for (const src of addressesOf(page, media.element)) {
      if (
        /video|player|map|share|weather|stat|login|search|(?:^|[/_])(?:top|head|header|foot|footer|bottom|banner)[\w-]*\.\w+$/i.test(
          src,
        )
      )
        continue;
      const url = page.resolve(src);
      if (url !== null && hostOf(url) === hostOf(page.url) && url !== page.url) urls.add(url);
    }
  }
  return [...urls].slice(0, mostFrames).map((url) => stepTo(url, 'list'));
}

/** What a frame shows: its own address, one that a script puts there later, or what the links that open in it lead to. */
function addressesOf(page: ParsedPage, frame: Element): string[] {
  const { src = '', name = '', id = '' } = frame.attribs;
  const own = [src, frame.attribs['data-src'] ?? '', frame.attribs['ms-attr-src'] ?? ''].find(
    (value) => value !== '' && !/^about:|^javascript:/i.test(value),
  );
  if (own !== undefined) return [own];
  const put =
    id === '' || !/^[\w-]+$/.test(id)
      ? null
      : new RegExp(
          `["']#?${id}["']\\)?\\s*\\)?\\.(?:src\\s*=\\s*|attr\\(\\s*["']src["']\\s*,\\s*|setAttribute\\(\\s*["']src["']\\s*,\\s*)["']([^"'\\s]{2,400})["']`,
        ).exec(page.page.text)?.[1];
  if (put) return [put];
  return page.links.filter((link) => name !== '' && link.element.attribs.target === name).map((link) => link.href);
}
