import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import type { Comment, Document, Element } from 'domhandler';
import type { PageText } from './model.js';
import type { PageBlock, PageImage, PageLine, PageLink, PageMedia, PageScript, WalkedPage } from './page-parts.js';
import { walkTree } from './page-walk.js';
import { drawScriptMenus } from './script-menus.js';
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
  /** Whether the page is an XML answer of records (`<datastore>`) or addresses (`<urlset>`): then its source holds them. */
  isXml: boolean;
  /** What `oncePerPage` has worked out. */
  readonly known: Map<unknown, unknown>;
  /** Absolute address of a link on this page, or null. */
  resolve(href: string): string | null;
}

/** Parses a page: HTML (also fragments and broken pages), a JSON answer or an XML answer. Never throws. */
export function parsePage(page: PageText): ParsedPage {
  const json = jsonOf(page);
  const isXml =
    json === undefined &&
    /^\s*(?:<\?xml[^>]*>\s*|<!--[^>]*-->\s*)*<(?:datastore|response|root|urlset|sitemapindex)\b/i.test(
      page.text.slice(0, 500),
    );
  const tree = parseTree(json === undefined && !isXml ? page.text : '');
  drawScriptMenus(tree, page.text);
  return new TreePage(page, tree, walkTree(tree), json, isXml);
}

/**
 * The same work, done once for each page however often it is asked for. The page keeps what comes of it: in a WeakMap it
 * would keep the page, and its tree, until the next full collection.
 */
export function oncePerPage<Found>(work: (page: ParsedPage) => Found): (page: ParsedPage) => Found {
  return (page) => {
    if (!page.known.has(work)) page.known.set(work, work(page));
    return page.known.get(work) as Found;
  };
}

/** A class, for V8 keeps a literal with a getter of its own, and with it the whole tree, until the next full collection. */
class TreePage implements ParsedPage {
  readonly url: string;
  readonly base: string;
  readonly metas: ParsedPage['metas'];
  readonly titleTag: string;
  readonly baseHref: string | null;
  readonly lines: PageLine[];
  readonly links: PageLink[];
  readonly images: PageImage[];
  readonly media: PageMedia[];
  readonly scripts: PageScript[];
  readonly comments: Comment[];
  readonly blocks: PageBlock[];
  readonly empty: Element[];
  readonly known = new Map<unknown, unknown>();
  private cheerio: CheerioAPI | null = null;

  constructor(
    readonly page: PageText,
    readonly tree: Document,
    walked: WalkedPage,
    readonly json: unknown,
    readonly isXml: boolean,
  ) {
    this.url = page.url;
    this.base = walked.baseHref === null ? page.url : (resolveUrl(walked.baseHref, page.url) ?? page.url);
    this.metas = walked.metas;
    this.titleTag = walked.titleTag;
    this.baseHref = walked.baseHref;
    this.lines = walked.lines;
    this.links = walked.links;
    this.images = walked.images;
    this.media = walked.media;
    this.scripts = walked.scripts;
    this.comments = walked.comments;
    this.blocks = walked.blocks;
    this.empty = walked.empty;
  }

  get $(): CheerioAPI {
    return (this.cheerio ??= load(this.tree));
  }

  resolve(href: string): string | null {
    return resolveUrl(href, this.base);
  }
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
