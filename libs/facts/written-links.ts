import { clean } from './page-words.js';
import type { PageBody } from './page-body.js';
import type { ParsedPage } from './parsed-page.js';

/** A link that a script writes into the page. */
export interface WrittenLink {
  title: string;
  href: string;
  /** What the same script writes before it: the heading of its block. */
  heading: string;
}

/** Scripts stand this many lines below the text at most to belong to the article. */
const below = 20;
const longestScript = 20_000;

/** Links in the markup that scripts within and right below the article write as it stands (`document.write('<a href=…')`). */
export function writtenLinks(page: ParsedPage, body: PageBody | null): WrittenLink[] {
  const found: WrittenLink[] = [];
  if (!body) return found;
  for (const { text, line, zone } of page.scripts) {
    if (zone !== 'body' || line < body.from || line > body.to + below || text.length > longestScript) continue;
    if (!/document\.write|innerHTML|\.(?:append|html)\s*\(/.test(text)) continue;
    for (const match of text.matchAll(
      /<a\s[^<>]{0,300}?href=\\?["']([^"'<>\s]{1,500}?)\\?["'][^<>]{0,300}>([^<\\]{2,200})<\\?\/a/gi,
    )) {
      const before = text.slice(Math.max(0, match.index - 300), match.index);
      found.push({ title: clean(match[2]!), href: match[1]!, heading: lastWords(before) });
    }
  }
  return found;
}

/** The last run of words in a piece of markup, other than those of another link. */
function lastWords(markup: string): string {
  const words = markup
    .replace(/<a\s[^<>]*>[^<]*<\\?\/a[^<>]{0,9}>/gi, '')
    .split(/<[^<>]*>|["']/)
    .map(clean)
    .filter((part) => /[\u4e00-\u9fa5]/.test(part));
  return words.at(-1) ?? '';
}
