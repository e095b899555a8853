import { goBack, isSamePage, type LivePage } from './live-page.js';
import { copiedPage, copyPage, pressIntoCopy, takePressed, watchPress } from './page-copy.js';
import { canScroll, scrollOn } from './page-growth.js';
import { linkLeads, unfold } from './page-leads.js';
import { countRows, linkRows } from './page-row-links.js';
import { numberTabs, turnTab } from './page-tabs.js';
import { copyTree, countNodes, writeNodes } from './page-tree.js';
import { canTurn, dropPagers, turnPages } from './page-turns.js';
import { type PressedLink, writeLinks } from './pressed-links.js';

/** How often a part of a page is scrolled on at most. */
const mostScrolls = 40;

/** Whether pressing may make a page show more of its lists, as a function to be run within it: rows without links, a pager, tabs, a tree. */
export const mayShowMore = `${canTurn} || ${countRows} > 0 || ${numberTabs} > 0 || ${countNodes} > 0 || ${canScroll}`;

/**
 * The page with all that pressing makes it show: the pages of its list, those of its tabs and, where \`tree\`, of the nodes of its tree of
 * columns, with links where rows lead that bear none. Null where that is no more than it shows by itself.
 */
export async function wholeList(live: LivePage, tree: boolean): Promise<string | null> {
  await copyPage(live);
  const links: PressedLink[] = [];
  const all = { whole: true, grew: false };
  const list = async (path: readonly string[]): Promise<void> => {
    const rowsOf = async (shown: readonly string[]): Promise<void> => {
      if (shown.length > 0) all.grew = true;
      links.push(...(await linkRows(live, () => pressAgain(live, shown))));
    };
    await rowsOf(path);
    for (let times = 0; times < mostScrolls && !live.isOver(); times += 1) {
      const came = await pressIntoCopy(live, scrollOn);
      if (came === 'nothing') break;
      if (came === 'new') all.grew = true;
    }
    if (!(await turnPages(live, path, rowsOf))) all.whole = false;
  };
  await list([]);
  const tabs = Number(await live.run(numberTabs));
  for (let number = 0; number < tabs && !live.isOver(); number += 1) {
    const press = turnTab(number);
    const here = live.url();
    if (!(await watchPress(live, press))) break;
    if (!(await isSamePage(live, here))) await goBack(live, here);
    else if (await takePressed(live)) await list([press]);
  }
  const nodes = tree ? await copyTree(live, (press) => list([press])) : [];
  if (live.isOver()) all.whole = false;
  if (links.length === 0 && nodes.length === 0 && !all.grew) return null;
  await live.run(writeLinks(links));
  await live.run(writeNodes(nodes));
  if (all.whole) await live.run(dropPagers);
  return copiedPage(live);
}

async function pressAgain(live: LivePage, path: readonly string[]): Promise<void> {
  await unfold(live);
  for (const press of path) if (await live.run(press)) await live.settle();
}

/** An article with links where its buttons lead that bear none; null where there are none. */
export async function wholeArticle(live: LivePage): Promise<string | null> {
  await copyPage(live);
  const links = await linkLeads(live);
  if (links.length === 0) return null;
  await live.run(writeLinks(links));
  return copiedPage(live);
}
