import type { LivePage } from './live-page.js';
import { noted } from './page-copy.js';

/** How many links a page has: a list that grows has more of them. */
const countLinks = 'document.links.length';

/**
 * Presses the button that loads more of a list in place, as a function to be run within the page; says whether there was one. Never
 * what leads to another page, stands in a form or cannot be seen.
 */
const pressMore = `(() => {
  const words = /^(?:点击|上拉)?(?:加载|查看|显示)更多[^\\s]{0,3}$/;
  const leadsOn = (one) => one.matches('a[href]') && !/^\\s*(?:$|#|javascript:)/i.test(one.getAttribute('href'));
  for (const one of document.querySelectorAll('button,[role=button],a,div,span,p')) {
    if (one.children.length > 1 || !words.test((one.textContent || '').trim())) continue;
    if (one.disabled || leadsOn(one) || one.closest('form,a[href^="/"],a[href^="http"]') || one.getClientRects().length === 0) continue;
    const inner = one.children.length === 1 ? one.children[0] : one;
    inner.click();
    return true;
  }
  return false;
})()`;

/** Lets a list grow in place, until its button is gone or brings nothing. */
export async function loadRest(live: LivePage): Promise<void> {
  for (let shown = -1; !live.isOver();) {
    const links = Number(await live.run(countLinks));
    if (links <= shown || !(await live.run(pressMore))) return;
    shown = links;
    await live.settle();
  }
}

/** A part of the page that shows only some of its rows in a frame of its own, and is not at its end; null where there is none. */
const findScroll = `(() => {
  for (const one of [...document.querySelectorAll('div,ul,section')].slice(0, 5000)) {
    if (one.clientHeight < 100 || one.scrollTop + one.clientHeight + 2 >= one.scrollHeight) continue;
    if (!/auto|scroll/.test(getComputedStyle(one).overflowY) || one.querySelector('form,textarea')) continue;
    return one;
  }
  return null;
})()`;

/** Whether there is one, as a function to be run within the page. */
export const canScroll = `${findScroll} !== null`;

/** Moves on in it, as a function to be run within the page; false where there is none. */
export const scrollOn = `(() => {
  const part = ${findScroll};
  if (!part) return false;
  ${noted}(part.firstElementChild || part);
  part.scrollTop += part.clientHeight;
  return true;
})()`;
