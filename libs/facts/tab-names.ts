import type { AnyNode, Element } from 'domhandler';
import { plainName } from './classify-column.js';
import { textOfFirst } from './page-words.js';
import { oncePerPage, type ParsedPage } from './parsed-page.js';

const referring = ['data-target', 'data-tab', 'data-panel', 'data-for', 'data-id', 'aria-controls', 'href', 'rel'];
const referred = ['id', 'data-tab', 'data-panel', 'data-id'];
const mostTabs = 500;
const mostUp = 8;

/** The words of tabs, by the panels that they show. */
const tabsOf = oncePerPage((page: ParsedPage): ReadonlyMap<string, string | null> => {
  const names = new Map<string, string | null>();
  const marked = referring.map((name) => (name === 'href' ? '[href^="#"]' : `[${name}]`)).join(',');
  for (const element of page.$(marked).toArray().slice(0, mostTabs)) {
    if (element.type !== 'tag') continue;
    const words = plainName(textOfFirst(element, 20));
    if (!/^[\u4e00-\u9fa5A-Za-z0-9、·]{2,14}$/.test(words)) continue;
    for (const name of referring) {
      const panel = (element.attribs[name] ?? '').trim().replace(/^[#.]/, '');
      // What several tabs name tells none from another.
      if (panel !== '') names.set(panel, names.has(panel) && names.get(panel) !== words ? null : words);
    }
  }
  return names;
});

/** What the tab is called that shows the panel around an element; '' where none names it. */
export function tabNameOf(page: ParsedPage, inside: Element): string {
  return nameOfPanel(tabsOf(page), inside, referred, mostUp);
}

/** The words that `tabs` has for the nearest panel around an element; '' where none of `most` has any. */
export function nameOfPanel(
  tabs: ReadonlyMap<string, string | null>,
  inside: Element,
  attributes: readonly string[],
  most: number,
): string {
  let node: AnyNode | null = inside.parent;
  for (let up = 0; tabs.size > 0 && up < most && node?.type === 'tag'; up += 1, node = node.parent)
    for (const name of attributes) {
      const words = tabs.get(node.attribs[name] ?? '');
      if (words) return words;
    }
  return '';
}
