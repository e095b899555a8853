import { type AnyNode, type Document, Element, Text } from 'domhandler';
import { append, appendChild } from 'domutils';

/** Trees of columns that scripts draw: `d.add(1,0,'公开指南','zn.jsp')` of dTree, nodes `{name:"…",url:"…"}` of zTree. */
const drawsTree = /\bnew\s+dTree\s*\(|zTree/;
const quoted = `(?:'([^'\\n]{0,200})'|"([^"\\n]{0,200})")`;
const dTreeNode = new RegExp(
  `\\.add\\(\\s*['"]?-?\\w{1,40}['"]?\\s*,\\s*['"]?-?\\w{1,40}['"]?\\s*,\\s*${quoted}(?:\\s*,\\s*${quoted})?`,
  'g',
);
const zTreeNode = /\{[^{}]{0,600}\}/g;
const nameOfNode = new RegExp(`(?:^|[{,\\s"'])name["']?\\s*:\\s*${quoted}`);
const urlOfNode = new RegExp(`(?:^|[{,\\s"'])(?:url|href|link)["']?\\s*:\\s*${quoted}`);
const longestScript = 200_000;
const mostNodes = 500;

/**
 * Puts the menus that scripts of a page draw where a browser would show them: behind the script, as links in lists; some of
 * them only open what is below.
 */
export function drawScriptMenus(tree: Document, source: string): void {
  // Most pages draw none, and are not to be searched slowly.
  if (!source.includes('dTree') && !source.includes('zTree')) return;
  for (const script of scriptsOf(tree)) {
    const code = script.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
    if (!drawsTree.test(code)) continue;
    const nodes = nodesOf(code.slice(0, longestScript));
    if (nodes.length > 0) append(script, menuOf(nodes));
  }
}

interface MenuNode {
  name: string;
  url: string;
}

function nodesOf(code: string): MenuNode[] {
  const nodes: MenuNode[] = [];
  const keep = (name: string | undefined, url: string | undefined) => {
    if (name?.trim() && nodes.length < mostNodes) nodes.push({ name: name.trim(), url: url?.trim() ?? '' });
  };
  for (const [, a, b, c, d] of code.matchAll(dTreeNode)) keep(a ?? b, c ?? d);
  if (nodes.length > 0 || !code.includes('zTree')) return nodes;
  for (const [node] of code.matchAll(zTreeNode)) {
    const [, a, b] = nameOfNode.exec(node) ?? [];
    const [, c, d] = urlOfNode.exec(node) ?? [];
    keep(a ?? b, c ?? d);
  }
  return nodes;
}

function menuOf(nodes: readonly MenuNode[]): Element {
  const rows = nodes.map(({ name, url }) => {
    const words = new Text(name);
    return holding('li', url === '' ? words : holding('a', words, { href: url }), url === '' ? { 'data-url': '' } : {});
  });
  const menu = new Element('ul', {}, []);
  for (const row of rows) appendChild(menu, row);
  return menu;
}

function holding(name: string, child: Element | Text, attribs: Record<string, string> = {}): Element {
  const element = new Element(name, attribs, []);
  appendChild(element, child);
  return element;
}

function scriptsOf(tree: Document): Element[] {
  const scripts: Element[] = [];
  const stack: AnyNode[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'script') scripts.push(node);
    if ('children' in node) stack.push(...node.children);
  }
  return scripts;
}
