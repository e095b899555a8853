import type { AnyNode, Element } from 'domhandler';

/** Text of a small subtree. */
export function textOf(node: Element): string {
  let text = '';
  for (const child of node.children) if (child.type === 'text') text += child.data;
  return text;
}

const invisible = /[\u0001\u200b\u200c\u200d\ufeff\u00ad]/g;
const blank = /^\s*$/;
const spaces = /[\s\u00a0\u3000\u2002\u2003\u2009]+/g;

/** As `tidy`, and without the marks of inline boundaries. */
export function clean(text: string): string {
  return isClean(text) ? text : text.replace(invisible, '').replace(spaces, ' ').trim();
}

/** Whether a text is its own clean form, by the characters that nearly all texts are made of. */
function isClean(text: string): boolean {
  const last = text.length - 1;
  for (let n = 0; n <= last; n += 1) {
    const code = text.charCodeAt(n);
    if (code === 0x20 ? n === 0 || n === last || text.charCodeAt(n + 1) === 0x20 : !isPlain(code)) return false;
  }
  return true;
}

/** Whether a text is nothing but white space. */
export function isBlank(text: string): boolean {
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n);
    if (isPlain(code)) return false;
    // The rarer kinds are left to the expression.
    if (code !== 0x20 && (code < 0x09 || code > 0x0d)) return blank.test(text);
  }
  return true;
}

/** Visible ASCII, Chinese characters and their punctuation: neither white space nor invisible. */
function isPlain(code: number): boolean {
  return (code > 0x3000 && code < 0xfeff) || (code > 0x20 && code < 0x7f) || (code > 0x200f && code < 0x2028);
}

/** Text of a row with a space wherever an element ends: of its first thousands of characters and nodes. */
export function rowText(row: Element): string {
  return textOfFirst(row, 8000);
}

/** As `rowText`, of the first nodes only: what comes after many empty elements is no heading. */
export function textOfFirst(row: Element, mostNodes: number): string {
  const parts: string[] = [];
  let length = 0;
  const stack: AnyNode[] = [row];
  for (let n = 0; stack.length > 0 && length < 4000 && n < mostNodes; n += 1) {
    const node = stack.pop()!;
    if (node.type === 'text') {
      parts.push(node.data);
      length += node.data.length;
    } else if ('children' in node && node.type === 'tag') {
      parts.push(' ');
      for (let last = node.children.length - 1; last >= 0; last -= 1) stack.push(node.children[last]!);
    }
  }
  return clean(parts.join(''));
}
