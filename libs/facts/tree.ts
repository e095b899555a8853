import { Element, type Document } from 'domhandler';
import { Parser, type Token } from 'parse5';
import { RunTokenizer } from './run-tokenizer.js';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';

/** Longer pages are read to here: no article is this long, and the time to read one page must be bounded. */
const longestText = 4_000_000;
/** Browsers themselves stop nesting at 512. */
const deepest = 600;
/** Unclosed formatting tags can multiply elements without end. */
const mostElements = 300_000;
const chunk = 65_536;

/**
 * Parses HTML to the specification. Pages made to exhaust a parser (endless nesting, multiplying tags, gigabytes) are
 * read up to where they go too far.
 */
export function parseTree(source: string): Document {
  // The parser throws on halves of surrogate pairs that stand where they cannot.
  const html = source.toWellFormed();
  let elements = 0;
  let tooFar = false;
  /** Tags that are written alike share their attributes, which nobody changes. */
  const known = new Map<readonly Token.Attribute[], Record<string, string>>();
  const parser: Parser<Htmlparser2TreeAdapterMap> = new Parser<Htmlparser2TreeAdapterMap>({
    treeAdapter: {
      ...adapter,
      // The parser has hooks for every step up and down; one look per element costs less and bounds as well.
      createElement(name, space, attributes) {
        elements += 1;
        if (elements > mostElements || parser.openElements.stackTop >= deepest) throw new TooFar();
        let attribs = known.get(attributes);
        if (attribs === undefined) known.set(attributes, (attribs = attributesOf(attributes)));
        const element = new Element(name, attribs, []);
        element.namespace = space;
        return element;
      },
      // A second `<html>` or `<body>` tag adds its attributes to the first.
      adoptAttributes(recipient, attributes) {
        const attribs = Object.assign(new Attributes(), recipient.attribs);
        for (const { name: key, value } of attributes) attribs[key] ??= value;
        recipient.attribs = attribs;
      },
    },
  });
  parser.tokenizer = new RunTokenizer(parser);
  const end = Math.min(html.length, longestText);
  try {
    for (let from = 0; from < end; from += chunk)
      parser.tokenizer.write(html.slice(from, Math.min(from + chunk, end)), from + chunk >= end);
    if (end === 0) parser.tokenizer.write('', true);
  } catch (error) {
    if (!(error instanceof TooFar)) throw error;
    tooFar = true;
  }
  const document = parser.document as Document;
  if (tooFar && !document.children.some((node) => (node as Element).name === 'html')) return parseTree('');
  return document;
}

class TooFar extends Error {}

/**
 * Attributes of an element: they inherit nothing, so that a page cannot reach the program through their names. Unlike what
 * `Object.create(null)` gives, the engine keeps them as compact as it keeps any object of a class: reading is a seventh quicker.
 */
const Attributes = function () {} as unknown as new () => Record<string, string>;
Object.defineProperty(Attributes, 'prototype', { value: Object.freeze(Object.create(null)) });

function attributesOf(attributes: readonly Token.Attribute[]): Record<string, string> {
  const attribs = new Attributes();
  for (const { name, value } of attributes) attribs[name] = value;
  return attribs;
}
