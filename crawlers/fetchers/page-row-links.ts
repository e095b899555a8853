import { innermost, leadsOn, plain } from './in-page.js';
import type { LivePage } from './live-page.js';
import { pressAndReturn, type PressedLink } from './pressed-links.js';

/**
 * The rows of a list that bear no link, as a function to be run within the page: elements side by side of one kind, each with a day and
 * few words, in what is shown. Never within a form, the head or the foot of a page.
 */
const findRows = `(() => {
  const day = /(?:^|\\D)(?:(?:19|20)\\d\\d\\s*[-/.年]\\s*)?[01]?\\d\\s*[-/月]\\s*[0-3]?\\d(?:\\D|$)|(?:19|20)\\d\\d\\.\\d{1,2}\\.\\d{1,2}|昨天|今天|\\d\\s*(?:天|小时)前/;
  const outside = 'form,header,footer,nav,[role=navigation],[role=banner],[role=contentinfo],[contenteditable],[class*=pagination]';
  ${leadsOn}
  const isRow = (one) => {
    const words = one.innerText || '';
    return day.test(words) && words.length < 400 && words.replace(/[\\s\\d:：年月日./-]/g, '').length >= 6 && one.getClientRects().length > 0;
  };
  const kind = (one) => one.tagName + ' ' + (one.getAttribute('class') || '');
  // One or two are rows where others of their kind have been seen, or that have a title and no sentence.
  const isAlone = (one) => one.children.length >= 2 && !/[。；]|来源|浏览|点击|字体|发布时间/.test(one.innerText) &&
    [...one.children].some((part) => (part.innerText || '').replace(/[\\s\\d]/g, '').length >= 8);
  const known = (window.__rowKinds = window.__rowKinds || new Set());
  const boxes = [...document.querySelectorAll('ul,ol,tbody,div,dl,section')].slice(0, 5000).filter((box) => {
    if (box.closest(outside) || box.children.length === 0) return false;
    const rows = [...box.children].filter(isRow);
    if (rows.length === 0 || rows.length * 2 < box.children.length || rows.some(leadsOn) || new Set(rows.map(kind)).size > 1) return false;
    if (rows.length < 3 && !known.has(kind(rows[0])) && !rows.every(isAlone)) return false;
    known.add(kind(rows[0]));
    return true;
  });
  return boxes.filter((box) => !boxes.some((other) => other !== box && box.contains(other))).flatMap((box) => [...box.children].filter(isRow));
})()`;

/** How many there are, as a function to be run within the page. */
export const countRows = `${findRows}.length`;

const wordsOfRows = `(() => {
  ${plain}
  return ${findRows}.map(plain);
})()`;

/** Presses one of the rows as they stand now, on what has most of its words; false where it is not the one of these words. */
function pressRow(number: number, words: string): string {
  return `(() => {
    ${plain}
    ${innermost}
    const row = ${findRows}[${number}];
    if (!row || plain(row) !== ${JSON.stringify(words)}) return false;
    innermost(row).click();
    return true;
  })()`;
}

/** Rows that lead nowhere before the others are left alone. */
const mostIdle = 2;

/**
 * Where the rows lead that are shown.
 * @param restore makes the page show them again, where it went back to its beginning.
 */
export async function linkRows(live: LivePage, restore: () => Promise<void>): Promise<PressedLink[]> {
  const links: PressedLink[] = [];
  const rows = (await live.run(wordsOfRows)) as string[];
  for (const [number, words] of rows.entries()) {
    if (live.isOver() || (number >= mostIdle && links.length === 0)) break;
    const press = pressRow(number, words);
    let pressed = await pressAndReturn(live, press);
    if (pressed === null) {
      await restore();
      pressed = await pressAndReturn(live, press);
    }
    if (pressed === null) break;
    if (pressed.url !== null) links.push({ words, url: pressed.url });
    if (!pressed.isBack) break;
  }
  if (links.length > 0 && ((await live.run(wordsOfRows)) as string[])[0] !== rows[0]) await restore();
  return links;
}
