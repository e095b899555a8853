import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes } from 'parse5';

/** Browsers stop nesting at about 512; the parser's time grows with the square of the depth. */
const deepest = 512;
const mostElements = 200_000;

class OutOfBounds extends Error {}

/** Parses as a browser would; null when the page nests deeper or has more elements than any real page. */
export function parseBounded(html: string): DefaultTreeAdapterTypes.Document | null {
  const depths = new WeakMap<DefaultTreeAdapterTypes.Node, number>();
  let elements = 0;
  const descend = (parent: DefaultTreeAdapterTypes.Node, child: DefaultTreeAdapterTypes.Node) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > deepest) throw new OutOfBounds();
    depths.set(child, depth);
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...parts) => {
      if (++elements > mostElements) throw new OutOfBounds();
      return defaultTreeAdapter.createElement(...parts);
    },
    appendChild: (parent, child) => {
      descend(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore: (parent, child, reference) => {
      descend(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, reference);
    },
  };
  try {
    return parse<DefaultTreeAdapterMap>(html, { treeAdapter });
  } catch (error) {
    if (error instanceof OutOfBounds) return null;
    throw error;
  }
}
