import { documents } from './content/index.js';
import type { DocumentRow } from './types.js';

export interface Channel {
  id: number;
  name: string;
  parent: number;
  /** Office whose files it holds. */
  organ?: string;
}

/** The tree of 法定主动公开内容; below the roots it is asked for node by node. */
export const channels: Channel[] = [
  { id: 3010, name: '政策文件', parent: 0 },
  { id: 3018, name: '机构职能', parent: 0 },
  { id: 3019, name: '规划信息', parent: 0 },
  { id: 3011, name: '县政府文件', parent: 3010, organ: '槐陵县人民政府' },
  { id: 3012, name: '县政府办公室文件', parent: 3010, organ: '槐陵县人民政府办公室' },
  { id: 3014, name: '行政规范性文件', parent: 3010 },
  { id: 3013, name: '部门文件', parent: 3010 },
  { id: 3015, name: '历史文件', parent: 3010, organ: '槐陵县人民政府' },
  { id: 3021, name: '县财政局', parent: 3013, organ: '槐陵县财政局' },
  { id: 3022, name: '县教育局', parent: 3013, organ: '槐陵县教育局' },
  { id: 3023, name: '县民政局', parent: 3013, organ: '槐陵县民政局' },
];

export const channelOf = (id: number): Channel | undefined => channels.find((one) => one.id === id);
export const childrenOf = (id: number): Channel[] => channels.filter((one) => one.parent === id);
export const isLeaf = (id: number): boolean => childrenOf(id).length === 0;

/** Newest first, as every list has them. */
export const documentsIn = (channel: number): DocumentRow[] =>
  documents.filter((row) => row.channels.includes(channel)).sort((a, b) => (a.published < b.published ? 1 : -1));

export const organOf = (row: DocumentRow): string =>
  channelOf(row.channels[0] ?? 0)?.organ ?? row.sign?.find((line) => !/\d|年/.test(line)) ?? '槐陵县人民政府';
