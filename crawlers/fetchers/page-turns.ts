import type { LivePage } from './live-page.js';
import { noted, pagers, pressIntoCopy } from './page-copy.js';

/** Pages of one list that are turned at most. */
const mostTurns = 60;

/**
 * What turns to the next page of a list, as a function to be run within the page: a live 下一页 that leads nowhere by itself, in a
 * pager by name, never within a form; null where there is none or it is greyed out.
 */
const findTurn = `(() => {
  const pager = /(?:^|[\\s_-])(?:pages?|pager|paging|paginat\\w*|laypage|fenye)(?:$|[\\s_\\d-])/i;
  const words = /^(?:下一?[页頁]|后一?页|next(?:page)?|[>»›]+)$/i;
  const named = /(?:^|[\\s_-])(?:btn-next|next|pagination-next|laypage-next)(?:$|[\\s_-])/i;
  const off = (one) => one.disabled === true || one.getAttribute('aria-disabled') === 'true' || /disabled?|nolink/i.test(one.getAttribute('class') || '');
  const leadsOn = (one) => [one.closest('a[href]'), ...one.querySelectorAll('a[href]')].some(
    (link) => link && !/^\\s*(?:$|#|javascript:)/i.test(link.getAttribute('href')));
  for (const one of [...document.querySelectorAll('button,a,li,span,[role=button]')].slice(0, 8000)) {
    const said = [one.textContent, one.getAttribute('aria-label'), one.title].map((text) => (text || '').replace(/\\s+/g, ''));
    if (!said.some((text) => words.test(text)) && !named.test(one.getAttribute('class') || '')) continue;
    let up = one, isPager = false;
    for (let n = 0; up && n < 4 && !isPager; n += 1, up = up.parentElement) isPager = pager.test((up.getAttribute('class') || '') + ' ' + (up.id || ''));
    if (!isPager || off(one) || (one.parentElement && off(one.parentElement)) || [...one.children].some(off)) continue;
    if (leadsOn(one) || one.closest('form') || one.getClientRects().length === 0) continue;
    const inner = one.children.length === 1 && /^(?:A|BUTTON|SPAN)$/.test(one.children[0].tagName) ? one.children[0] : one;
    return inner;
  }
  return null;
})()`;

/** Whether there is one, as a function to be run within the page. */
export const canTurn = `${findTurn} !== null`;

const turn = `(() => {
  const next = ${findTurn};
  if (next) ${noted}(next).click();
  return next !== null;
})()`;

/** Away with the pagers of the copy, as a function to be run within the page: what they turn to stands in it. */
export const dropPagers = `(() => {
  for (const one of window.__copy.copy.querySelectorAll('${pagers}')) if (!one.closest('form')) one.remove();
})()`;

/**
 * Turns the pages of the list that is shown and puts each into the copy; false where it was not turned to its end.
 * @param each told by which presses each page came to be shown.
 */
export async function turnPages(
  live: LivePage,
  path: readonly string[],
  each: (path: readonly string[]) => Promise<void>,
): Promise<boolean> {
  let shown = path;
  for (let turns = 0; turns < mostTurns && !live.isOver(); turns += 1) {
    const came = await pressIntoCopy(live, turn);
    if (came !== 'new') return came === 'nothing';
    shown = [...shown, turn];
    await each(shown);
  }
  return false;
}
