import type { Element } from 'domhandler';

const mostOptions = 3000;

/** The options of a select box, in order. */
export function optionsOf(select: Element): Element[] {
  const options: Element[] = [];
  for (const child of select.children) {
    if (options.length >= mostOptions) break;
    if (child.type === 'tag' && child.name === 'option') options.push(child);
  }
  return options;
}
