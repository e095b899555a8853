import type { PageReading, ReadCapture } from './model.js';
import { hostOf, registrableDomain } from './urls.js';

/** Words that a government page has in no title: gambling, pornography, loans, domains for sale. */
const alien =
  /博彩|赌场|赌博|娱乐城|真人(?:娱乐|视讯|荷官)|棋牌|体育投注|彩票(?:平台|投注|开户|网投)|六合彩|时时彩|百家乐|老虎机|澳门(?:新?葡京|威尼斯|金沙)|开户送|注册送|成人(?:电影|视频|网站)|色情|裸聊|约炮|网贷|秒批贷款|代开发票|域名(?:出售|转让)|此域名/;

/** Whether a page that a government link leads to has become something else altogether, by its own words. */
export function isHijacked(reading: PageReading): boolean {
  const titles = [reading.title, reading.siteName, reading.detail?.title ?? null]
    .filter((words) => words !== null)
    .join(' ');
  if (alien.test(titles)) return true;
  const text = reading.detail?.text.slice(0, 1500) ?? '';
  const items =
    reading.list?.items
      .slice(0, 40)
      .map((item) => item.title)
      .join(' ') ?? '';
  return new Set(`${text} ${items}`.match(new RegExp(alien, 'g')) ?? []).size >= 2;
}

/** Whether a link of a site was redirected to a host that has nothing to do with it. */
export function leadsElsewhere(page: ReadCapture, home: ReadCapture | null): boolean {
  const asked = hostOf(page.url);
  const reached = hostOf(page.finalUrl);
  if (asked === reached || reached === '' || /(?:^|\.)gov\.cn$/.test(reached) || /^[\d.:[\]]+$/.test(reached))
    return false;
  const domains = [asked, home ? hostOf(home.finalUrl) : asked].map(registrableDomain);
  // Government platforms also live under other endings; only a host outside of them and of the site is foreign.
  return !domains.includes(registrableDomain(reached)) && !/zwfw|12345|gov/.test(reached);
}
