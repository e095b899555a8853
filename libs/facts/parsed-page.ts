import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import type { Document } from 'domhandler';
import type { PageText } from './model.js';
import type { WalkedPage } from './page-parts.js';
import { walkTree } from './page-walk.js';
import { parseTree } from './tree.js';
import { resolveUrl } from './urls.js';

export type { PageBlock, PageImage, PageLine, PageLink, PageMedia, PageScript, Zone } from './page-parts.js';

/** A page parsed once: one tree, one walk. Everything read of it is read from here. */
export interface ParsedPage extends WalkedPage {
  url: string;
  /** What relative links are relative to (`<base href>` considered). */
  base: string;
  page: PageText;
  tree: Document;
  /** Cheerio on the same tree, made when first asked for. */
  readonly $: CheerioAPI;
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
