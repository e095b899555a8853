import type { LivePage } from './live-page.js';

/**
 * A copy of a page as it was first shown, into which is put what pressing makes the page show in turn: further pages of a list,
 * the lists of tabs and of the nodes of a tree, each where it stood and behind what stood there before. For pages whose data only
 * their own scripts can read.
 */

/** What turns the pages of a list, by its class. */
export const pagers = '[class*=pagination],[class*=pager]';

/** Takes the copy and notes which of its elements are which of the page's. */
const begin = `(() => {
  const copy = document.documentElement.cloneNode(true);
  const live = document.querySelectorAll('*'), twins = copy.querySelectorAll('*');
  const twinOf = new Map([[document.documentElement, copy]]);
  for (let n = 1; n < live.length; n += 1) twinOf.set(live[n], twins[n - 1]);
  window.__copy = { copy, twinOf, seen: new Set(), chain: [], touched: new Set(), watch: null };
})()`;

/** Notes what changes from here on, and all that holds what is about to be pressed. */
const watch = `(() => {
  const { touched } = window.__copy;
  touched.clear();
  const elementOf = (node) => (node.nodeType === 1 ? node : node.parentElement);
  window.__copy.take = (records) => { for (const { target } of records) if (elementOf(target)) touched.add(elementOf(target)); };
  window.__copy.watch = new MutationObserver(window.__copy.take);
  window.__copy.watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['href', 'title', 'src'] });
})()`;

/**
 * Puts into the copy what changed near the element that was pressed: the smallest part of the page that holds
 * all of it. Pagers, tabs and trees are no part of it, nor is what only says that there is nothing. False where nothing new came.
 */
const take = `(() => {
  const { twinOf, seen, touched, watch, chain, bar } = window.__copy;
  window.__copy.take(watch.takeRecords());
  watch.disconnect();
  const control = '${pagers},[role=tablist],[role=tree],[role=radiogroup],.el-tree,.ant-tabs-nav';
  const isControl = (one) => one.closest(control) !== null || (bar !== null && bar.contains(one));
  const changed = [...touched].filter((one) => one.isConnected && one !== document.body && !isControl(one));
  const base = chain.find((one) => one.isConnected && !isControl(one) && changed.some((other) => one.contains(other)));
  if (!base || base === document.body || base === document.documentElement) return false;
  const inside = changed.filter((one) => base.contains(one));
  let part = inside[0];
  while (!inside.every((one) => part.contains(one))) part = part.parentElement;
  const words = (part.innerText || '').replace(/\\s+/g, '');
  if (words === '' || seen.has(words) || (words.length < 60 && /暂无|没有(?:相关)?(?:内容|数据|信息)|加载失败/.test(words))) return false;
  seen.add(words);
  let holder = part;
  while (!twinOf.has(holder)) holder = holder.parentElement;
  // Rows go to the rows that stand there, where both are plainly one list.
  const kind = (one) => one.tagName + ' ' + (one.getAttribute('class') || '');
  const lists = (one) => [one, ...one.querySelectorAll('*')].filter((list) => /^(?:TBODY|UL|OL)$/.test(list.tagName) && !list.closest(control));
  const [list, ...others] = lists(part).filter((one) => one.getClientRects().length > 0 && (one.innerText || '').replace(/\\s+/g, '').length * 2 > words.length);
  const first = list && others.length === 0 ? lists(twinOf.get(holder)).find((one) => kind(one) === kind(list)) : undefined;
  if (first) {
    for (const child of list.children) first.append(child.cloneNode(true));
    return true;
  }
  for (const child of part.childNodes) {
    if (child.nodeType === 1 && child.getClientRects().length === 0) continue;
    const clone = child.cloneNode(true);
    if (clone.nodeType === 1) {
      if (clone.matches(control)) continue;
      for (const one of clone.querySelectorAll(control)) one.remove();
    }
    twinOf.get(holder).append(clone);
  }
  return true;
})()`;

const finish = `'<!DOCTYPE html>' + window.__copy.copy.outerHTML`;

/** To be given, within the page, what is about to be pressed, and the bar of tabs that it stands in: remembers what holds it, and gives it back. */
export const noted = `((one, bar) => {
  if (window.__copy) {
    const chain = [];
    for (let up = one; up; up = up.parentElement) chain.push(up);
    Object.assign(window.__copy, { chain, bar: bar || null });
  }
  return one;
})`;

/** A copy of the page as it is shown now. */
export async function copyPage(live: LivePage): Promise<void> {
  await live.run(begin);
}

/** Presses something and watches what it changes; what the press gives back, once the page is quiet again. */
export async function watchPress(live: LivePage, press: string): Promise<unknown> {
  await live.run(watch);
  const pressed = await live.run(press);
  if (pressed) await live.settle();
  return pressed;
}

/** Puts what changed into the copy; false where nothing new came. */
export async function takePressed(live: LivePage): Promise<boolean> {
  return (await live.run(take)) === true;
}

/**
 * Presses something and puts into the copy what it made the page show.
 * @returns whether there was something to press, and whether something new came.
 */
export async function pressIntoCopy(live: LivePage, press: string): Promise<'nothing' | 'same' | 'new'> {
  if (!(await watchPress(live, press))) return 'nothing';
  return (await takePressed(live)) ? 'new' : 'same';
}

/** The copy, as a page. */
export async function copiedPage(live: LivePage): Promise<string> {
  return String(await live.run(finish));
}
