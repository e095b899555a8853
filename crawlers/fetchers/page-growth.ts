import type { LivePage } from './live-page.js';

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
