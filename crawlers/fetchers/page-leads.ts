import { plain } from './in-page.js';
import type { LivePage } from './live-page.js';
import { pressAndReturn, type PressedLink } from './pressed-links.js';

/** Panels of one article that are opened at most, and buttons that are pressed. */
const mostPanels = 40;
const mostLeads = 12;

const outside =
  'form,header,footer,nav,[role=navigation],[role=banner],[role=contentinfo],[role=tree],[role=menu],[role=menubar],[role=dialog],[contenteditable]';

/** Opens the folded panels of an article, as a function to be run within the page; how many. */
const openPanels = `(() => {
  const heads = '.el-collapse-item__header,.ant-collapse-header,.van-collapse-item__title,.ivu-collapse-header,.layui-colla-title,[aria-expanded=false]:not([aria-haspopup]),details:not([open])>summary';
  let opened = 0;
  for (const one of document.querySelectorAll(heads)) {
    const isOpen = one.getAttribute('aria-expanded') === 'true' || /(?:^|[\\s_-])(?:is-)?active(?:$|\\s)/.test(one.getAttribute('class') || '');
    if (opened >= ${mostPanels} || isOpen || one.closest('${outside}') || one.closest('a[href]') || one.getClientRects().length === 0) continue;
    one.click();
    opened += 1;
  }
  return opened;
})()`;

/**
 * What leads from an article to its policy, its interpretations and its files, and bears no link: buttons by their words, and what
 * stands under a heading of related articles.
 */
const findLeads = `(() => {
  const button = /^(?:点击)?(?:查看|阅读|打开)?(?:政策|文件|解读|相关)?(?:原文|原件|解读|文件)(?:链接)?[>»]*$|^(?:点击|立即)?下载(?:附件|文件|原文)?$/;
  const heading = /^(?:相关(?:解读|文件|政策|链接|附件)|政策(?:原文|解读|文件)|解读(?:材料|文件)|原文链接)[：:]?$/;
  ${plain}
  const leadsOn = (one) => one.closest('a[href]') !== null || one.querySelector('a[href],form,input') !== null;
  const isFree = (one) => !one.closest('${outside}') && !leadsOn(one) && one.getClientRects().length > 0;
  const found = [...document.querySelectorAll('button,[role=button]')].filter((one) => button.test(plain(one)) && isFree(one));
  for (const head of document.querySelectorAll('h2,h3,h4,h5,h6,p,div,span,strong')) {
    if (head.children.length > 1 || !heading.test(plain(head)) || head.closest('${outside}')) continue;
    for (let one = head.nextElementSibling; one; one = one.nextElementSibling)
      for (const row of one.children.length > 1 ? one.children : [one]) if (plain(row).length >= 6 && plain(row).length < 120 && isFree(row)) found.push(row);
  }
  return [...new Set(found)].slice(0, ${mostLeads});
})()`;

const wordsOfLeads = `(() => {
  ${plain}
  return ${findLeads}.map(plain);
})()`;

/** Presses one of them as they stand now; false where it is not the one of these words. */
function pressLead(number: number, words: string): string {
  return `(() => {
    ${plain}
    const one = ${findLeads}[${number}];
    if (!one || plain(one) !== ${JSON.stringify(words)}) return false;
    one.click();
    return true;
  })()`;
}

/** Opens what is folded: it stands on the page from then on. */
export async function unfold(live: LivePage): Promise<void> {
  if (Number(await live.run(openPanels)) > 0) await live.settle();
}

/** Where the buttons of an article lead. */
export async function linkLeads(live: LivePage): Promise<PressedLink[]> {
  const links: PressedLink[] = [];
  for (const [number, words] of ((await live.run(wordsOfLeads)) as string[]).entries()) {
    const pressed = live.isOver() ? null : await pressAndReturn(live, pressLead(number, words));
    if (pressed === null) break;
    if (pressed.url !== null) links.push({ words, url: pressed.url });
    if (!pressed.isBack) break;
  }
  return links;
}
