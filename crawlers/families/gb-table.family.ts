import { type Family, readGenericList } from '#facts';

/** Old ASP and JSP sites: a table of rows, the number of the page in the address. */
export const gbTable: Family = {
  id: 'gb-table',
  title: '旧式表格页面',
  recognise(page) {
    if (page.json !== undefined || page.isXml) return 0;
    const dynamic = /\.(?:asp|aspx|jsp|do|php|action)(?:\?|$)/i;
    if (!dynamic.test(page.url) && !page.links.some((link) => dynamic.test(link.href))) return 0;
    const rows = page.blocks.filter((block) => block.element.name === 'td').length;
    return rows >= 6 ? 0.55 : 0;
  },
  list: (page) => readGenericList(page),
};
