import type { AnyNode, Element } from 'domhandler';

/** Text of a small subtree. */
export function textOf(node: Element): string {
  let text = '';
  for (const child of node.children) if (child.type === 'text') text += child.data;
  return text;
}

const visible = /[^\s\u0001\u200b\u200c\u200d\ufeff\u00ad]/;

/** A text as it is seen: without invisible characters and marks of inline boundaries, every run of white space as one space. */
export function clean(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isEmpty(text.charCodeAt(from))) from += 1;
  while (to > from && isEmpty(text.charCodeAt(to - 1))) to -= 1;
  return isClean(text, from, to) ? text.slice(from, to) : squeeze(text, from, to);
}

/** A piece that begins and ends with what is seen, without its invisible characters, every run of white space as one space. */
function squeeze(text: string, from: number, to: number): string {
  let squeezed = '';
  let start = from;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (!isEmpty(code)) {
      at += 1;
      continue;
    }
    squeezed += text.slice(start, at);
    let isApart = false;
    for (; isEmpty(text.charCodeAt(at)); at += 1) isApart ||= !isInvisible(text.charCodeAt(at));
    if (isApart) squeezed += ' ';
    start = at;
  }
  return squeezed + text.slice(start, to);
}

/** As `\s`, which the language defines. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0xfeff
  );
}

/** Marks of inline boundaries, of joins and of soft line ends. */
function isInvisible(code: number): boolean {
  return code === 0x01 || (code >= 0x200b && code <= 0x200d) || code === 0xfeff || code === 0xad;
}

/** Nothing of it is seen. */
function isEmpty(code: number): boolean {
  return !isPlain(code) && (isSpace(code) || isInvisible(code));
}

/** Whether a piece that begins and ends with no space is its own clean form, by the characters that nearly all texts are made of. */
function isClean(text: string, from: number, to: number): boolean {
  for (let n = from; n < to; n += 1) {
    const code = text.charCodeAt(n);
    if (code === 0x20 ? text.charCodeAt(n + 1) === 0x20 : !isPlain(code)) return false;
  }
  return true;
}

/** Whether a text is nothing but white space. */
export function isBlank(text: string): boolean {
  for (let n = 0; n < text.length; n += 1) if (!isSpace(text.charCodeAt(n))) return false;
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

/** Whether `rowText` is empty, without putting it together. */
export function isRowBlank(row: Element): boolean {
  let isBlankSoFar = true;
  eachText(row, 8000, (text) => {
    isBlankSoFar = !visible.test(text);
    return isBlankSoFar;
  });
  return isBlankSoFar;
}

/** As `rowText`, of the first nodes only: what comes after many empty elements is no heading. */
export function textOfFirst(row: Element, mostNodes: number): string {
  const parts: string[] = [];
  eachText(row, mostNodes, (text) => parts.push(text));
  return clean(parts.join(''));
}

/** Goes over the first thousands of characters of an element, a space for every tag, until `take` gives what is falsy. */
function eachText(row: Element, mostNodes: number, take: (text: string) => unknown): void {
  let length = 0;
  const stack: AnyNode[] = [row];
  for (let n = 0; stack.length > 0 && length < 4000 && n < mostNodes; n += 1) {
    const node = stack.pop()!;
    if (node.type === 'text') {
      if (!take(node.data)) return;
      length += node.data.length;
    } else if ('children' in node && node.type === 'tag') {
      take(' ');
      for (let last = node.children.length - 1; last >= 0; last -= 1) stack.push(node.children[last]!);
    }
  }
}
