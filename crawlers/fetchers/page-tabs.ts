import { goBack, isSamePage, type LivePage } from './live-page.js';
import { noted } from './page-copy.js';

/** Tabs of one page that are turned at most. */
const mostTabs = 8;

/**
 * The tabs of a page, as a function to be run within it: elements side by side that lead nowhere by themselves, short words
 * each, in a bar by name or with one of them marked. Never within a form, the head or the foot of a page, and none whose word is
 * that of a deed: turning a tab shows another list and does nothing else.
 */
const findTabs = `(() => {
  const words = (one) => (one.innerText || '').replace(/\\s+/g, '');
  const named = (one) => (one.getAttribute('class') || '') + ' ' + (one.id || '');
  const outside = 'form,header,footer,nav,[role=navigation],[role=menubar],[role=menu],[role=banner],[role=contentinfo],[contenteditable]';
  const barName = /(?:^|[\\s_-])(?:tabs?|tab[-_]?\\w{1,12}|switch\\w{0,12})(?:$|[\\s_-])|tabs?(?:$|\\s)/i;
  const marked = /(?:^|[\\s_-])(?:on|cur|curr|current|active|act|selected|checked|this|now)(?:$|[\\s_-])/i;
  const deed = /登录|登陆|注册|提交|搜索|查询|检索|筛选|分享|收藏|打印|关闭|评论|留言|写信|投票|点赞|下载|申请|申报|报名|预约|我要|发布(?!会)|发送|保存|删除|退出|返回|首页|上一|下一|尾页|末页|更多|字号|字体|朗读|无障碍|长者|适老|繁体|简体|English|二维码|微信|微博|手机|刷新|清空|重置|复制/i;
  const leadsOn = (one) => [one, ...one.querySelectorAll('a')].some((link) => {
    if (!link.matches('a')) return false;
    const href = link.getAttribute('href');
    return href !== null && !/^\\s*(?:$|#|javascript:)/i.test(href);
  });
  const found = [];
  for (const bar of [...document.querySelectorAll('ul,ol,dl,div,p,h2,h3,tr')].slice(0, 3000)) {
    const parts = [...bar.children];
    if (parts.length < 2 || parts.length > 12 || bar.closest(outside)) continue;
    if (parts.some((part) => part.tagName !== parts[0].tagName || /^(?:INPUT|SELECT|SCRIPT|STYLE|IMG|UL|TABLE|P)$/.test(part.tagName))) continue;
    const texts = parts.map(words);
    if (texts.some((text) => text.length < 2 || text.length > 14 || /\\d{4}-|^\\d+$/.test(text))) continue;
    const on = parts.filter((part) => marked.test(named(part)) || (part.children.length === 1 && marked.test(named(part.children[0]))));
    if (!barName.test(named(bar)) && on.length !== 1) continue;
    if (parts.some((part) => part.querySelector('input,select,textarea,button[type=submit],img,form'))) continue;
    for (const part of parts)
      if (!on.includes(part) && !leadsOn(part) && !deed.test(words(part)) && part.getClientRects().length > 0) found.push(part);
  }
  return found.slice(0, ${mostTabs});
})()`;

/** Counts the tabs that are not shown and gives every one a number before the first is turned, for which of them is marked changes with each. */
export const numberTabs = `(() => {
  window.__tabsOfPage = ${findTabs}.map((tab) => ({ tab, words: tab.innerText }));
  return window.__tabsOfPage.length;
})()`;

/** Turns one of the numbered tabs, by the mouse's coming and by a click; where it was drawn anew, the one with its words. */
export function turnTab(number: number): string {
  return `(() => {
    const { tab: first, words } = (window.__tabsOfPage || [])[${number}] || {};
    const tab = first && (first.isConnected ? first : ${findTabs}.find((one) => one.innerText === words));
    if (!tab) return false;
    const inner = ${noted}(tab.children.length === 1 ? tab.children[0] : tab, tab.parentElement);
    for (const kind of ['mouseenter', 'mouseover']) inner.dispatchEvent(new MouseEvent(kind, { bubbles: kind === 'mouseover' }));
    inner.click();
    return true;
  })()`;
}

/** Turns one tab after another, so that each asks for its list. */
export async function turnTabs(live: LivePage): Promise<void> {
  const tabs = Number(await live.run(numberTabs));
  for (let number = 0; number < tabs && !live.isOver(); number += 1) {
    const here = live.url();
    if (!(await live.run(turnTab(number)))) return;
    await live.settle();
    if (await isSamePage(live, here)) continue;
    // A menu: what it asked for belongs to the page that it leads to.
    live.forget();
    if (!(await goBack(live, here))) return;
  }
}
