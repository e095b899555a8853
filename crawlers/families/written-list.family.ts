import { type Family, type ParsedPage, isDated, readGenericList, rowScripts } from '#facts';
import { readWrittenScript } from './script-lists.js';

/** Lists that a script in a file of its own writes where it stands: 数据源调用 (`index.php?m=dbsource`), `/d/js/class/class6_newnews.js`. */
export const writtenList: Family = {
  id: 'written-list',
  title: '外部脚本写出的列表',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    if (page.page.visit.as === 'data') return isScript(page) ? 0.9 : 0;
    return callsOf(page).length > 0 ? 0.55 : 0;
  },
  list(page) {
    return page.page.visit.as === 'data' ? readWrittenScript(page, page.page.text) : null;
  },
  follow(page) {
    if (page.page.visit.as === 'data') return [];
    return callsOf(page).map((url) => ({ request: { url, method: 'GET' as const }, as: 'data' as const }));
  },
};

function isScript({ page: { text, contentType } }: ParsedPage): boolean {
  const head = text.slice(0, 2000);
  return (
    /\bdocument\.write/.test(head) && (/javascript/i.test(contentType ?? '') || !/<(?:html|head|body)\b/i.test(head))
  );
}

/** One is the list; a second may be that of another tab. More are boxes of other columns, and a browser shows which. */
const mostCalls = 2;

/** Scripts that stand where a column's list should: on the page of a column that shows no dated list. */
function callsOf(page: ParsedPage): string[] {
  const { as } = page.page.visit;
  if (as !== 'column' && as !== 'list') return [];
  const found = rowScripts(page);
  return found.length > mostCalls || isDated(readGenericList(page)) ? [] : found;
}
