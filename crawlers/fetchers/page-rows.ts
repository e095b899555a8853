import type { OpenedRow } from '#facts';
import type { LivePage } from './live-page.js';
import { pressAndReturn } from './pressed-links.js';

/** Rows pressed on one page at most: two of them tell how the addresses of all are made. */
export const mostPressed = 2;

/**
 * Presses the row that shows this title, as a function to be run within the page; false where there is none, where it is a link
 * or within one, or stands in a form or a button, the head or the foot of a page.
 */
function pressRow(title: string): string {
  return `(() => {
    const plain = (text) => (text || '').replace(/\\s+/g, '');
    const wanted = plain(${JSON.stringify(title)});
    const outside = 'form,button,label,header,footer,nav,[role=navigation],[role=banner],[role=contentinfo],[contenteditable]';
    let found = null;
    for (const one of [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,p,div,span,a,td,li,dt,dd,b,strong,em')].slice(0, 5000)) {
      if (one.children.length > 3 || plain(one.textContent) !== wanted || one.getClientRects().length === 0) continue;
      if (found === null || found.contains(one)) found = one;
    }
    const link = found && found.closest('a[href]');
    if (!found || found.closest(outside) || (link && !/^\\s*(?:$|#$|javascript:)/i.test(link.getAttribute('href')))) return false;
    found.click();
    return true;
  })()`;
}

/** Titles that are looked for on one page at most. */
const mostTitles = 12;

/**
 * Where rows without a link lead.
 * @param titles of rows of an answer that carry no address.
 */
export async function pressRows(live: LivePage, titles: readonly string[]): Promise<OpenedRow[]> {
  const opened: OpenedRow[] = [];
  // A page that breaks off under it has led somewhere before.
  await pressEach(live, titles, opened).catch(() => undefined);
  return opened;
}

async function pressEach(live: LivePage, titles: readonly string[], opened: OpenedRow[]): Promise<void> {
  for (const title of titles.slice(0, mostTitles)) {
    if (opened.length >= mostPressed || live.isOver()) return;
    const pressed = await pressAndReturn(live, pressRow(title));
    if (pressed === null) continue;
    if (pressed.url !== null) opened.push({ title, url: pressed.url });
    if (!pressed.isBack) return;
  }
}
