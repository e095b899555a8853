import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

/** Why XML is refused: not well formed, or built to exhaust memory. */
export class XmlRefused extends Error {}

export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const chunkLength = 65_536;
const maxDepth = 64;
const maxAttributes = 100;

/**
 * Walks XML without building a tree. Entities of a DTD are never expanded (an unknown one is refused), depth and attributes are
 * bounded, and the event loop gets its turn between pieces. Names come without their namespace prefix.
 * @throws XmlRefused
 */
export async function walkXml(bytes: Buffer, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  parser.on('error', (error) => {
    throw new XmlRefused(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlRefused('doctype');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maxAttributes) throw new XmlRefused('attributes');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > maxDepth) throw new XmlRefused('depth');
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }

  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += chunkLength) {
    parser.write(decodeChunk(decoder, bytes.subarray(at, at + chunkLength)));
    if (at % (chunkLength * 16) === 0) await setImmediate();
  }
  parser.close();
}

function decodeChunk(decoder: TextDecoder, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new XmlRefused('encoding');
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
