import type { PageRequest } from '#evidence';
import { type Family, type ParsedPage, readGenericList } from '#facts';

/** 博达 VSB: page 1 is `xstz.htm`, page 2 the highest number in `xstz/23.htm`, and the numbers run down. */
export const boda: Family = {
  id: 'boda',
  title: '博达网站群',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    if (/vsb_content|v_news_content|_showDynClicks|_dynclicks|\/system\/resource\/js\/dynclicks/.test(page.page.text))
      return 0.9;
    return /\/info\/\d+\/\d+\.htm$/.test(page.url) ? 0.8 : 0;
  },
  list(page) {
    const list = readGenericList(page);
    return list && { ...list, next: list.next ?? nextDown(page) };
  },
};

function nextDown(page: ParsedPage): PageRequest | null {
  const within = /\/([\w-]+)\/(\d{1,5})\.htm$/.exec(page.url);
  if (within && page.page.visit.listPage > 1) {
    const number = Number(within[2]) - 1;
    const url = number >= 1 ? page.resolve(`${number}.htm`) : null;
    return url === null ? null : { url, method: 'GET' };
  }
  const name = /\/([\w-]+)\.htm$/.exec(page.url)?.[1];
  if (!name) return null;
  let highest = 0;
  const numbered = new RegExp(`(?:^|/)${name}/(\\d{1,5})\\.htm$`);
  for (const link of page.links) highest = Math.max(highest, Number(numbered.exec(link.href)?.[1] ?? 0));
  const url = highest > 0 ? page.resolve(`${name}/${highest}.htm`) : null;
  return url === null ? null : { url, method: 'GET' };
}
