import type { Row } from './types.js';

export const unit = '0417';
export const showPath = (id: number, sect: string): string => `/xz/show.jsp?unit=${unit}&sect=${sect}&id=${id}`;
export const listPath = (sect: string, page = 1): string =>
  `/xz/list.jsp?unit=${unit}&sect=${sect}${page > 1 ? `&pg=${page}` : ''}`;
export const framePath = (sect: string): string => `/xz/gk/right.jsp?unit=${unit}&sect=${sect}`;

/** As the first page of the sub-site writes it: the same parameters in another order. */
export const homeWay = (row: Row): string => `/xz/show.jsp?id=${row.id}&sect=${row.sects[0] ?? ''}&unit=${unit}`;

export const pathOf = (row: Row): string => showPath(row.id, row.sects[0] ?? '');
export const pathsOf = (row: Row): string[] => [...row.sects.map((sect) => showPath(row.id, sect)), homeWay(row)];

export const paths = {
  home: `/xz/index.jsp?unit=${unit}`,
  openness: `/xz/gk/index.jsp?unit=${unit}`,
  tree: `/xz/gk/left.jsp?unit=${unit}`,
  guide: `/xz/gk/page.jsp?unit=${unit}&p=zn`,
  rules: `/xz/gk/page.jsp?unit=${unit}&p=zd`,
  request: `/xz/gk/page.jsp?unit=${unit}&p=sq`,
  catalogue: '/upfile/zd/jcml0417.xls',
  parent: '/index.jsp',
  parentPolicy: '/zwgk/xx.jsp?id=9911',
  neighbour: '/xz/index.jsp?unit=0416',
  neighbourDocument: '/xz/show.jsp?unit=0416&sect=0101&id=30399',
};
