import type { ColumnKey } from './types.js';

export interface Column {
  key: ColumnKey;
  /** wbtreeid, the first number of an article's address. */
  tree: number;
  name: string;
  /** Path of the first page without `.htm`. */
  path: string;
  list: 'plain' | 'calendar' | 'short' | 'table' | 'dynamic';
  pageSize: number;
  parent: { name: string; path: string };
}

const OPEN = { name: '政府信息公开', path: 'zfxxgk' };
const STATUTORY = { name: '法定主动公开内容', path: 'zfxxgk/fdzdgknr' };
const POLICY = { name: '政策文件', path: 'zcwj' };
const NEWS = { name: '新闻动态', path: 'xwdt' };
const TALK = { name: '互动交流', path: 'hdjl' };

export const COLUMNS: Column[] = [
  { key: 'dtyw', tree: 1001, name: '博岭要闻', path: 'xwdt/blyw', list: 'short', pageSize: 6, parent: NEWS },
  { key: 'tzgg', tree: 1002, name: '通知公告', path: 'xwdt/tzgg', list: 'short', pageSize: 7, parent: NEWS },
  { key: 'xzfwj', tree: 1011, name: '县政府文件', path: 'zcwj/xzfwj', list: 'plain', pageSize: 5, parent: POLICY },
  {
    key: 'xzfbwj',
    tree: 1012,
    name: '县政府办公室文件',
    path: 'zcwj/xzfbwj',
    list: 'plain',
    pageSize: 5,
    parent: POLICY,
  },
  { key: 'gfxwj', tree: 1013, name: '行政规范性文件', path: 'zcwj/gfxwj', list: 'plain', pageSize: 6, parent: POLICY },
  { key: 'bmwj', tree: 1014, name: '部门文件', path: 'zcwj/bmwj', list: 'table', pageSize: 4, parent: POLICY },
  { key: 'zcjd', tree: 1021, name: '政策解读', path: 'zcjd', list: 'calendar', pageSize: 6, parent: OPEN },
  {
    key: 'ghjh',
    tree: 1031,
    name: '计划总结',
    path: 'zfxxgk/fdzdgknr/jhzj',
    list: 'plain',
    pageSize: 10,
    parent: STATUTORY,
  },
  {
    key: 'czyjs',
    tree: 1032,
    name: '财政预决算',
    path: 'zfxxgk/fdzdgknr/czyjs',
    list: 'dynamic',
    pageSize: 10,
    parent: STATUTORY,
  },
  {
    key: 'jgzn',
    tree: 1033,
    name: '机构职能',
    path: 'zfxxgk/fdzdgknr/jgzn',
    list: 'plain',
    pageSize: 10,
    parent: STATUTORY,
  },
  {
    key: 'zfxxgkzd',
    tree: 1042,
    name: '政府信息公开制度',
    path: 'zfxxgk/zfxxgkzd',
    list: 'plain',
    pageSize: 10,
    parent: OPEN,
  },
  {
    key: 'zfxxgkzn',
    tree: 1041,
    name: '政府信息公开指南',
    path: 'zfxxgk/zfxxgkzn',
    list: 'plain',
    pageSize: 10,
    parent: OPEN,
  },
  {
    key: 'zfxxgknb',
    tree: 1043,
    name: '政府信息公开年报',
    path: 'zfxxgk/zfxxgknb',
    list: 'plain',
    pageSize: 10,
    parent: OPEN,
  },
  { key: 'ldzc', tree: 1051, name: '领导之窗', path: 'ldzc', list: 'plain', pageSize: 10, parent: OPEN },
  { key: 'xzxx', tree: 1061, name: '县长信箱', path: 'hdjl/xzxx', list: 'plain', pageSize: 10, parent: TALK },
  { key: 'zjdc', tree: 1062, name: '征集调查', path: 'hdjl/zjdc', list: 'plain', pageSize: 10, parent: TALK },
  {
    key: 'bsfw',
    tree: 1071,
    name: '办事服务',
    path: 'bsfw',
    list: 'plain',
    pageSize: 10,
    parent: { name: '首页', path: 'index' },
  },
];

export function column(key: ColumnKey): Column {
  const found = COLUMNS.find((c) => c.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
}
