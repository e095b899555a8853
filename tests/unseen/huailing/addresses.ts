import type { DocumentRow, FileRow } from './types.js';

export const articlePath = (channel: number, id: number, published: string): string =>
  channel === 4010
    ? `/dt/tzgg/${published.slice(0, 10).replaceAll('-', '')}/${id}.html`
    : `/zfxxgk/n/${channel}/a/${id}`;

/** Channels whose files stand in the policy library too. */
const inLibrary = [3011, 3012, 3014, 3021, 3022, 3023];
export const isInLibrary = (row: DocumentRow): boolean => row.channels.some((channel) => inLibrary.includes(channel));
export const libraryPath = (row: DocumentRow): string => `/zcwjk/d/${row.id}`;

export const documentPath = (row: DocumentRow): string => articlePath(row.channels[0] ?? 0, row.id, row.published);
export const documentPaths = (row: DocumentRow): string[] => [
  ...row.channels.map((channel) => articlePath(channel, row.id, row.published)),
  ...(isInLibrary(row) ? [libraryPath(row)] : []),
];

export const interpretationPath = (id: number): string => `/zfxxgk/n/3030/a/${id}`;
export const reportPath = (id: number): string => `/zfxxgk/n/3040/a/${id}`;

export const filePath = (file: FileRow): string =>
  `/gw/file/v1/download/${file.id}?fileName=${encodeURIComponent(file.name)}`;

export const paths = {
  guide: '/zfxxgk/zn',
  rules: '/zfxxgk/n/3016',
  statutory: '/zfxxgk/fdzdgk',
  catalogue: '/zfxxgk/bzml',
  annual: '/zfxxgk/n/3040',
  request: '/zfxxgk/ysqgk',
  library: '/zcwjk',
  interpretation: '/zfxxgk/n/3030',
  notice: '/dt/tzgg',
  news: '/dt/hlyw',
  interaction: '/hdjl',
  service: '/zwfw',
  topic: '/zt',
};
