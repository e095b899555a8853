import type { Comment, Element } from 'domhandler';

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

/** video, audio, source, iframe, embed, object; boxes and scripts that become players. */
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
  /** Index of the line before which it stands. */
  line: number;
  zone: Zone;
}

/** A container element with the range of lines within it: `lines.slice(from, to)`. */
export interface PageBlock {
  element: Element;
  from: number;
  to: number;
  textLength: number;
  linkLength: number;
  /** Pictures and players. */
  images: number;
  /** Class or id by which content management systems mark the body of an article. */
  marked: boolean;
  depth: number;
  zone: Zone;
}

/** What one walk over the tree of a page finds. */
export interface WalkedPage {
  /** `name`, `property` or `http-equiv` in lower case → tidied contents in document order. */
  metas: ReadonlyMap<string, string[]>;
  /** Text of `<title>`. */
  titleTag: string;
  /** `href` of the first `<base>`. */
  baseHref: string | null;
  lines: PageLine[];
  links: PageLink[];
  images: PageImage[];
  media: PageMedia[];
  scripts: PageScript[];
  /** Comments that hold markup. */
  comments: Comment[];
  blocks: PageBlock[];
  /** Elements of their own line that show no text: the places where scripts put something. */
  empty: Element[];
}
