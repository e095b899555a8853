import { type Entry } from './content/index.js';
import { type Column } from './types.js';

/** Session ids that the server writes into some of its links: an old one from the lists, another from the home page. */
export const listSession = '7C1F0E5B92D84A36A1B2C3D4E5F60718';
export const homeSession = '0A9B8C7D6E5F41322314253647586970';

const itemColumns = new Set<Column>(['15971', '15972', '15975', '15976', '15977', '15979']);

const itemPath = (id: number, column: string) => `/info/ItemDetail.jsp?docId=${id}&itemId=${column}`;
const infoPath = (id: number, column: string, session = '') =>
  `/info/iDetail.jsp${session && `;jsessionid=${session}`}?cat_id=${column}&id=${id}`;

/** The address without any session id. */
export function plainPath({ id, column }: Pick<Entry, 'id' | 'column'>): string {
  return itemColumns.has(column) ? itemPath(id, column) : infoPath(id, column);
}

/** The address as the list of the column writes it. */
export function listPath({ id, column }: Pick<Entry, 'id' | 'column'>): string {
  if (column === '15911') return infoPath(id, column, listSession);
  if (column === '15976') return `${itemPath(id, column)}&sid=${listSession}`;
  return plainPath({ id, column });
}

/** The address as the home page and the pages around write it. */
export function homePath({ id, column }: Pick<Entry, 'id' | 'column'>): string {
  return column === '15911' ? infoPath(id, column, homeSession) : plainPath({ id, column });
}

/** 1210101 stands in the notices too, 1210301 among the calls for opinion. */
export const alsoNotice = 1210101;
export const alsoCall = 1210301;
/** A row of the notices whose article is gone. */
export const lostNotice = 1210999;
/** A draft that only a commented-out row of 征地信息 links to. */
export const hiddenDraft = 1210799;

export const noticePath = (id: number) => infoPath(id, '15911', listSession);
export const callPath = (id: number) => infoPath(id, '15992', '');
export const previewPath = (id: number) => `${infoPath(id, '15978')}&preview=1`;

/** Every address under which the site shows the article. */
export function pathsOf(article: Pick<Entry, 'id' | 'column'>): string[] {
  const { id, column } = article;
  const paths = [listPath(article), plainPath(article), homePath(article)];
  // The pages around link to some of them as items.
  if (column === '15978') paths.push(previewPath(id), itemPath(id, column));
  if (id === alsoNotice) paths.push(noticePath(id), infoPath(id, '15911'), infoPath(id, '15911', homeSession));
  if (id === alsoCall) paths.push(callPath(id));
  return [...new Set(paths)];
}

export const listOf = (column: string, page = 1) =>
  `/info/iList.jsp?node_id=GKFH&cat_id=${column}${page > 1 ? `&cur_page=${page}` : ''}`;
