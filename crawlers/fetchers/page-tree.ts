import { leadsOn, linkTo, plain } from './in-page.js';
import type { LivePage } from './live-page.js';
import { noted, takePressed, watchPress } from './page-copy.js';
import type { PressedLink } from './pressed-links.js';

const nodes =
  '[role=treeitem],.el-tree-node__content,.ant-tree-node-content-wrapper,.ivu-tree-title,.layui-tree-txt,.jstree-anchor,.ztree a,.dtree a';

/** Nodes of a tree of columns that are pressed at most. */
const mostNodes = 40;

/**
 * The nodes of the trees of a page, as a function to be run within it: short words that lead nowhere by themselves. Never
 * within a form, the head or the foot of a page: pressing a node shows another list, or what is below it, and does nothing else.
 */
const findNodes = `(() => {
  const tree = '${nodes}';
  const outside = 'form,header,footer,[role=banner],[role=contentinfo],[contenteditable]';
  const all = [...document.querySelectorAll(tree)].slice(0, 2000);
  const holders = new Set();
  for (const one of all) for (let up = one.parentElement; up && !holders.has(up); up = up.parentElement) holders.add(up);
  ${leadsOn}
  return all.filter((one) => {
    const words = (one.innerText || '').replace(/\\s+/g, '');
    return !holders.has(one) && words.length >= 2 && words.length <= 24 && !one.closest(outside) && !leadsOn(one) && one.getClientRects().length > 0;
  });
})()`;

export const countNodes = `${findNodes}.length`;

/** Presses one of the nodes as they stand now, for what is pressed may show others below it; its words, '' where there are not so many. */
function pressNode(number: number): string {
  return `(() => {
    const node = ${findNodes}[${number}];
    if (!node) return '';
    ${noted}(node).click();
    return (node.innerText || '').replace(/\\s+/g, '');
  })()`;
}

/** Presses each node of a tree of columns in turn: what it asks for is a list as the one that is shown. */
export async function pressTree(live: LivePage): Promise<void> {
  for (let number = 0; number < mostNodes && !live.isOver(); number += 1) {
    if (!(await live.run(pressNode(number)))) return;
    await live.settle();
  }
}

/**
 * Presses each node of a tree for a copy of its page.
 * @param each told of a node that shows what it leads to in place; one that changes the address is a link.
 */
export async function copyTree(live: LivePage, each: (press: string) => Promise<void>): Promise<PressedLink[]> {
  const links: PressedLink[] = [];
  for (let number = 0; number < mostNodes && !live.isOver(); number += 1) {
    const before = await live.run('location.href');
    const press = pressNode(number);
    const words = await watchPress(live, press);
    if (words === '') break;
    const url = await live.run('location.href');
    if (url !== before) links.push({ words: String(words), url: String(url) });
    else if (await takePressed(live)) await each(press);
  }
  return links;
}

/** Writes the links of nodes into the copy's tree, those too that came to be shown by pressing others; to be run within the page. */
export function writeNodes(links: readonly PressedLink[]): string {
  return `(() => {
    ${plain}
    ${linkTo}
    const root = window.__copy.copy.querySelector('[role=tree],.el-tree,.ant-tree,.ivu-tree,.layui-tree,.jstree,.ztree,.dtree');
    for (const { words, url } of ${JSON.stringify(links)}) {
      const link = linkTo(url);
      const node = root && [...root.querySelectorAll(${JSON.stringify(nodes)})].findLast(
        (one) => plain(one) === words && !one.querySelector('a[data-pressed]'));
      if (node) link.append(...node.childNodes);
      else link.append(words);
      if (node) node.append(link);
      else if (root) root.append(Object.assign(document.createElement('div'), { role: 'treeitem' }).appendChild(link).parentElement);
    }
  })()`;
}
