import type { DefaultTreeAdapterTypes } from 'parse5';
import { parseBounded } from './bounded-parse.js';
import { escapeHtml } from './escape.js';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** A page as pieces: markup that is already safe, and text that is not yet escaped. */
export type Piece = { markup: string } | { text: string };

/** Shown with their content; everything else is either dropped whole or gives way to its content. */
const kept = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn ' +
    'dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark nav nobr ' +
    'ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr ' +
    'tt u ul var wbr'
  ).split(' '),
);
const empty = new Set(['br', 'col', 'hr', 'wbr']);
/** Dropped with all that is in them. */
const dropped = new Set(
  (
    'script style template noscript noframes noembed link meta base title input button select option datalist textarea ' +
    'output progress meter canvas map area param source track applet frame frameset dialog slot portal'
  ).split(' '),
);
/** Foreign or embedded content: a word stands for it. */
const replaced: Record<string, string> = {
  img: '图片',
  image: '图片',
  svg: '图形',
  math: '公式',
  iframe: '内嵌页面',
  object: '内嵌内容',
  embed: '内嵌内容',
  video: '视频',
  audio: '音频',
  marquee: '滚动文字',
};
/** Attributes that only arrange; numbers and plain words only. */
const arranging = /^(?:align|valign|colspan|rowspan|span|start|border|cellpadding|cellspacing|dir)$/;
const plainValue = /^[\w%-]{1,20}$/;
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const longestPage = 4_000_000;

/**
 * A page taken to pieces of which none can run, load, submit or lead anywhere: parsed as a browser parses it and written
 * anew from a list of what is allowed. Nothing of the original markup is copied. A page that no browser would show as it
 * stands, for it nests too deep or has too many elements, is given as its source.
 */
export function safePieces(html: string): Piece[] {
  const source = html.slice(0, longestPage);
  const page = parseBounded(source);
  if (page === null)
    return [
      { markup: '<p>网页嵌套过深或元素过多，以下是它的源代码。</p><pre>' },
      { text: source },
      { markup: '</pre>' },
    ];
  const pieces: Piece[] = [];
  // Walked with a stack of our own, so that depth costs no calls.
  const stack: (Node | { close: string })[] = [page];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ('close' in next) pieces.push({ markup: next.close });
    else if (next.nodeName === '#text') pieces.push({ text: (next as DefaultTreeAdapterTypes.TextNode).value });
    else if ('childNodes' in next && (!('tagName' in next) || enter(next, pieces, stack)))
      for (const child of next.childNodes.toReversed()) stack.push(child);
  }
  return pieces;
}

/** Writes what stands for an element; true when its content is to follow. */
function enter(element: Element, pieces: Piece[], stack: (Node | { close: string })[]): boolean {
  const { tagName } = element;
  const word = replaced[tagName];
  if (word !== undefined) {
    const name = attribute(element, 'alt') || attribute(element, 'title');
    pieces.push({
      markup: `<span class="kept-embed">［${word}${name ? `：${escapeHtml(name.slice(0, 200))}` : ''}］</span>`,
    });
    return false;
  }
  if (dropped.has(tagName)) return false;
  if (tagName === 'form' || tagName === 'fieldset') {
    pieces.push({ markup: '<div>' });
    stack.push({ close: '</div>' });
    return true;
  }
  if (!kept.has(tagName)) return true;
  pieces.push({ markup: `<${tagName}${attributes(element)}>` });
  if (!empty.has(tagName)) stack.push({ close: `</${tagName}>` });
  return true;
}

function attributes(element: Element): string {
  let written = '';
  for (const { name, value } of element.attrs)
    if (arranging.test(name) && plainValue.test(value)) written += ` ${name}="${value}"`;
  if (element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && hidden.test(value))))
    written += ' hidden';
  // Where a link led is told, not followed.
  const href = element.tagName === 'a' ? attribute(element, 'href') : '';
  return href ? `${written} title="${escapeHtml(href.slice(0, 500))}"` : written;
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value.trim() ?? '';
}
