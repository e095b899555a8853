import { type Family, type ParsedPage, readGenericList, readNextLink, readTotal } from '#facts';
import { readScriptList } from './script-lists.js';

/** Lists that inline scripts write or hold; the page itself shows none with dates. */
export const scriptList: Family = {
  id: 'script-list',
  title: '脚本写出的列表',
  recognise(page) {
    if (page.json !== undefined || page.isXml || page.page.visit.as === 'detail') return 0;
    return isUndated(page) && readScriptList(page) !== null ? 0.65 : 0;
  },
  list(page) {
    const list = readScriptList(page);
    return list && { ...list, next: readNextLink(page), totalItems: list.totalItems ?? readTotal(page) };
  },
};

function isUndated(page: ParsedPage): boolean {
  return readGenericList(page)?.items.every((item) => item.publishedOn === null) ?? true;
}
