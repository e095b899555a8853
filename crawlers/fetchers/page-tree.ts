import type { LivePage } from './live-page.js';

/** Nodes of a tree of columns that are pressed at most. */
const mostNodes = 40;

/**
 * The nodes of the trees of a page, as a function to be run within it: short words that lead nowhere by themselves. Never
 * within a form, the head or the foot of a page: pressing a node shows another list, or what is below it, and does nothing else.
 */
const findNodes = `(() => {
  const tree = '[role=treeitem],.el-tree-node__content,.ant-tree-node-content-wrapper,.ivu-tree-title,.layui-tree-txt,.jstree-anchor,.ztree a,.dtree a';
  const outside = 'form,header,footer,[role=banner],[role=contentinfo],[contenteditable]';
  const all = [...document.querySelectorAll(tree)].slice(0, 2000);
  const holders = new Set();
  for (const one of all) for (let up = one.parentElement; up && !holders.has(up); up = up.parentElement) holders.add(up);
  const leadsOn = (one) => [one.closest('a[href]'), ...one.querySelectorAll('a[href]')].some(
    (link) => link && !/^\\s*(?:$|#$|javascript:)/i.test(link.getAttribute('href')));
  return all.filter((one) => {
    const words = (one.innerText || '').replace(/\\s+/g, '');
    return !holders.has(one) && words.length >= 2 && words.length <= 24 && !one.closest(outside) && !leadsOn(one) && one.getClientRects().length > 0;
  });
})()`;

/** Presses one of the nodes as they stand now, for what is pressed may show others below it; false where there are not so many. */
function pressNode(number: number): string {
  return `(() => {
    const node = ${findNodes}[${number}];
    if (!node) return false;
    node.click();
    return true;
  })()`;
}

/** Presses each node of a tree of columns in turn: what it asks for is a list as the one that is shown. */
export async function pressTree(live: LivePage): Promise<void> {
  for (let number = 0; number < mostNodes && !live.isOver(); number += 1) {
    if (!(await live.run(pressNode(number)))) return;
    await live.settle();
  }
}
