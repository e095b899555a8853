import { innermost, linkTo, plain } from './in-page.js';
import { goBack, type LivePage } from './live-page.js';

/** What was pressed, by all its words without spaces, and where it led. */
export interface PressedLink {
  words: string;
  url: string;
}

/** Keeps what scripts open in windows of their own, and opens none; to be run within the page before something is pressed. */
const catchWindows = `(() => {
  window.__openedByPage = [];
  window.open = (url) => {
    try { window.__openedByPage.push(new URL(String(url), document.baseURI).href); } catch {}
    return null;
  };
})()`;

/** What was opened in a window since, or where the page itself is now. */
const whereLed = `((window.__openedByPage || [])[0] || location.href)`;

/**
 * Presses something and goes back to where it was pressed.
 * @returns where it led, null where nowhere, and whether the page is again where it was; null where there was nothing to press.
 */
export async function pressAndReturn(
  live: LivePage,
  press: string,
): Promise<{ url: string | null; isBack: boolean } | null> {
  const here = live.url();
  live.wouldGo();
  await live.run(catchWindows);
  if ((await live.run(press)) !== true) return null;
  if ((await live.run(whereLed)) === here) await live.settle();
  const url = live.wouldGo() ?? String(await live.run(whereLed));
  const isBack = (await live.run('location.href')) === here || (await goBack(live, here));
  return { url: url === here ? null : url, isBack };
}

/**
 * Writes links into the copy of a page, around the words that were pressed, so that who reads it finds what whoever presses finds; as a
 * function to be run within the page. What has the same words is taken in its order.
 */
export function writeLinks(links: readonly PressedLink[]): string {
  return `(() => {
    ${plain}
    ${innermost}
    ${linkTo}
    const waiting = new Map();
    for (const { words, url } of ${JSON.stringify(links)}) waiting.set(words, [...(waiting.get(words) || []), url]);
    for (const one of window.__copy.copy.querySelectorAll('li,tr,div,p,dd,section,span,button')) {
      if ((one.textContent || '').length > 2000 || one.closest('a') || one.querySelector('a[data-pressed]')) continue;
      const url = (waiting.get(plain(one)) || []).shift();
      if (!url) continue;
      const inner = innermost(one), link = linkTo(url);
      link.append(...inner.childNodes);
      // Words on a button are no part of a text.
      if (inner.closest('button')) inner.closest('button').replaceWith(link);
      else inner.append(link);
    }
  })()`;
}
