import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import type { Comment, Document, Element } from 'domhandler';
import type { PageText } from './model.js';
import { walkTree } from './page-walk.js';
import { parseTree } from './tree.js';
import { resolveUrl } from './urls.js';

/** Where on a page something stands, as far as names of elements tell. */
export type Zone = 'navigation' | 'crumb' | 'body' | 'footer';

/** One visible line: the text between two block boundaries. */
export interface PageLine {
  text: string;
  /** The text with U+0001 where an inline element begins or ends: “文号” and its value may be told apart by nothing else. */
  raw: string;
  /** Innermost block element around it. */
  element: Element;
  /** Number of the innermost td, th, dt or dd around it; 0 for none. An empty cell is a line without text. */
  cell: number;
  /** 1–6 inside a heading, else 0. */
  heading: number;
  hidden: boolean;
  zone: Zone;
  /** How much of it is text of links. */
  linkLength: number;
}

export interface PageLink {
  element: Element;
  href: string;
  text: string;
  /** `title` attribute, tidied. */
  title: string;
  /** Index of the line it stands in. */
  line: number;
  zone: Zone;
  hidden: boolean;
}

export interface PageImage {
  element: Element;
  src: string;
  line: number;
  zone: Zone;
  hidden: boolean;
}

/** video, audio, source, iframe, embed, object and players' holders. */
export interface PageMedia {
  element: Element;
  src: string;
  line: number;
}

export interface PageScript {
  type: string;
  src: string;
  text: string;
  id: string;
}

/** A container element with the range of lines within it: `lines.slice(from, to)`. */
export interface PageBlock {
  element: Element;
  from: number;
  to: number;
  textLength: number;
  linkLength: number;
  images: number;
  /** Class or id by which content management systems mark the body of an article. */
  marked: boolean;
  depth: number;
  zone: Zone;
}

/** A page parsed once: one tree, one walk. Everything read of it is read from here. */
export interface ParsedPage {
  url: string;
  /** What relative links are relative to (`<base href>` considered). */
  base: string;
  page: PageText;
  tree: Document;
  /** Cheerio on the same tree, made when first asked for. */
  readonly $: CheerioAPI;
  /** `name`, `property` or `http-equiv` in lower case → tidied contents in document order. */
  metas: ReadonlyMap<string, string[]>;
  /** Text of `<title>`. */
  titleTag: string;
  lines: PageLine[];
  links: PageLink[];
  images: PageImage[];
  media: PageMedia[];
  scripts: PageScript[];
  /** Comments that hold markup. */
  comments: Comment[];
  blocks: PageBlock[];
  /** The parsed answer when the page is JSON, else undefined. */
  json: unknown;
  /** Whether the page is an XML answer of records (`<datastore>`), and its source holds the list. */
  isXml: boolean;
  /** Absolute address of a link on this page, or null. */
  resolve(href: string): string | null;
}

/** Parses a page: HTML (also fragments and broken pages), a JSON answer or an XML answer. Never throws. */
export function parsePage(page: PageText): ParsedPage {
  const json = jsonOf(page);
  const isXml =
    json === undefined && /^\s*(?:<\?xml[^>]*>\s*)?<(?:datastore|response|root)\b/i.test(page.text.slice(0, 500));
  const tree = parseTree(json === undefined && !isXml ? page.text : '');
  const walked = walkTree(tree);
  const base = walked.baseHref === null ? page.url : (resolveUrl(walked.baseHref, page.url) ?? page.url);
  let cheerio: CheerioAPI | null = null;
  return {
    ...walked,
    url: page.url,
    base,
    page,
    tree,
    json,
    isXml,
    get $() {
      cheerio ??= load(tree);
      return cheerio;
    },
    resolve: (href) => resolveUrl(href, base),
  };
}

function jsonOf(page: PageText): unknown {
  const start = page.text.slice(0, 200).trimStart();
  if (!/^[[{]/.test(start) && !/^[\w$.]{1,80}\s*\(\s*[[{]/.test(start)) return undefined;
  const text = /^[[{]/.test(start) ? page.text : unwrapCallback(page.text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `callback({...});` → `{...}`. */
function unwrapCallback(text: string): string {
  return text.slice(text.indexOf('(') + 1, Math.max(0, text.lastIndexOf(')')));
}
