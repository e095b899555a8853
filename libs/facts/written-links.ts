import { clean } from './page-words.js';
import type { PageBody } from './page-body.js';
import type { ParsedPage } from './parsed-page.js';

/** A link that a script writes into the page. */
export interface WrittenLink {
  title: string;
  href: string;
  /** What the same script writes before it: the heading of its block; of an island 相关信息. */
  heading: string;
}

/** Scripts stand this many lines below the text at most to belong to the article. */
const below = 20;
const longestScript = 20_000;

/** Links in the markup that scripts within and right below the article write as it stands (`document.write('<a href=…')`). */
export function writtenLinks(page: ParsedPage, body: PageBody | null): WrittenLink[] {
  const found: WrittenLink[] = [];
  if (!body) return found;
  for (const { text, line, zone, type } of page.scripts) {
    if (zone !== 'body' || line < body.from || line > body.to + below || text.length > longestScript) continue;
    // Rows of an island of data, which another script puts there under a heading of its own.
    const isIsland = type.includes('xml');
    if (!isIsland && !/document\.write|innerHTML|\.(?:append|html)\s*\(/.test(text)) continue;
    found.push(...drawnLinks(text));
    for (const match of text.matchAll(
      /<a\s[^<>]{0,300}?href=\\?["']([^"'<>\s]{1,500}?)\\?["'][^<>]{0,300}>([^<\\]{2,200})<\\?\/a/gi,
    )) {
      const before = text.slice(Math.max(0, match.index - 300), match.index);
      found.push({ title: clean(match[2]!), href: match[1]!, heading: isIsland ? '相关信息' : lastWords(before) });
    }
  }
  return found;
}

const mostDrawn = 40;

/** `[{"t":"…","u":"/a/1"}].map((r) => '<a href="' + r.u + '">' + r.t + '</a>')`, under the heading that the script writes. */
function drawnLinks(script: string): WrittenLink[] {
  const attributes =
    /<a\s[^<>]{0,200}?href=\\?["']{0,2}\s*\+\s*\w{1,20}\.(\w{1,20})[\s\S]{1,200}?\+\s*\w{1,20}\.(\w{1,20})\s*\+/.exec(
      script,
    );
  if (!attributes) return [];
  const [, href = '', title = ''] = attributes;
  const heading = lastWords(script.slice(Math.max(0, attributes.index - 300), attributes.index));
  const value = (object: string, name: string) =>
    new RegExp(`["']?\\b${name}["']?\\s*:\\s*(?:"([^"\\\\]{1,500})"|'([^'\\\\]{1,500})')`)
      .exec(object)
      ?.slice(1)
      .find(Boolean);
  return [...script.matchAll(/\{[^{}]{1,1500}\}/g)].slice(0, mostDrawn).flatMap(([object]) => {
    const [to, name] = [value(object, href), value(object, title)];
    return to === undefined || name === undefined ? [] : [{ title: clean(name), href: to, heading }];
  });
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
