import type { Element } from 'domhandler';
import type { PageBody } from './page-body.js';
import { textOf } from './page-words.js';
import type { ParsedPage } from './parsed-page.js';
import { headingOfBlock } from './related-links.js';
import { emptyHolders, isScriptPlace } from './script-places.js';

/** A function that by its name asks, given the number of an article: `askRelated(5530255)`, `loadXgjd("88_1203")`. */
const asksByNumber =
  /\b(?:[\w$]{1,40}\.)?(?:ask|load|get|fetch|query|request|init|show|render)[A-Za-z_]{2,40}\(\s*["']?[\w-]{0,20}\d{3,}["']?\s*[,)]/i;
const asks = /\$\.(?:ajax|get|post|getJSON)\s*\(|\bfetch\s*\(|\baxios\b|XMLHttpRequest|\.load\s*\(/;
const longestScript = 20_000;

/**
 * Whether below an article there is a block of related links (解读材料, 相关链接) that is empty in the source and that a script fills by a
 * request of its own: what it leads to was not read.
 */
export function hasUnreadRelated(page: ParsedPage, body: PageBody | null): boolean {
  if (!body) return false;
  const holders = emptyHolders(page).filter((holder) => headingOfBlock(holder) !== '');
  if (holders.length === 0) return false;
  if (holders.some((holder) => isScriptPlace(page, holder))) return true;
  return holders.some((holder) => scriptsBeside(holder).some((code) => asksByNumber.test(code) || asks.test(code)));
}

/** Scripts within a block and right behind it. */
function scriptsBeside(holder: Element): string[] {
  const codes: string[] = [];
  let node: Element | null = holder;
  for (let up = 0; node && up < 3 && node.name !== 'body'; up += 1) {
    let next = node.next;
    for (let n = 0; next && n < 3; n += 1, next = next.next)
      if (next.type === 'script') codes.push(textOf(next).slice(0, longestScript));
    node = node.parent as Element | null;
  }
  return codes;
}
