import { truthOfItems } from '../items.js';
import { ITEMS } from './content/index.js';
import type { SiteTruth, TrueColumn } from '../model.js';
import type { Item } from './types.js';

/** Channels of the tree, whose rows open the article with their number in the query. */
export const TREE_CHANNELS = [2011, 2012, 2013, 2014];

/** Addresses of an item in the site, the one that its list shows first. */
export function pathsOf(item: Item): string[] {
  if (item.kind === 'reading') return [`/jd/detail/${item.id}`];
  if (item.kind === 'report') return [`/xxgknb/${item.year}.html`];
  if (item.cols.includes(9001)) return [`/xxgknb/wj/${item.id}.html`];
  const inTree = item.cols.filter((col) => TREE_CHANNELS.includes(col)).map((col) => `/detail/${item.id}?cid=${col}`);
  // The page shows the same without the number, and the siblings at its foot lead there.
  const plain = `/detail/${item.id}`;
  return item.cols.every((col) => TREE_CHANNELS.includes(col)) ? [...inTree, plain] : [plain, ...inTree];
}

/** Where a file is: its own path, or what its button opens. */
export const fileOf = (file: string): string => (file.startsWith('/') ? file : `/portal-api/file/dl/${file}`);

const columns: TrueColumn[] = [
  { key: 'guide', status: 'ok', trap: '由接口密文画出' },
  { key: 'rules', status: 'missing', trap: '改版后没有“政府信息公开制度”' },
  {
    key: 'statutory',
    status: 'ok',
    trap: 'el-tree 的节点没有地址，选中后 router.replace 写进 ?cid=；有的节点是“暂无数据”',
  },
  { key: 'catalogue', status: 'ok', trap: '老站渲染的表格，入口在侧边 el-menu 的 li 里' },
  { key: 'annual', status: 'ok', trap: '老站渲染' },
  { key: 'request', status: 'ok', trap: '先是须知，按“在线申请”才画表单' },
  { key: 'policy', status: 'ok', trap: '第一次请求回来之前画的是“暂无数据”' },
  { key: 'interpretation', status: 'ok', trap: '四个页签，只有第一个先画' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'stale', trap: '最后一封来信是2024年10月17日' },
  { key: 'service', status: 'broken', trap: '导航通到路由表里没有的地址：服务器答200，页面画404' },
  { key: 'topic', status: 'empty', trap: 'el-empty“暂无数据”' },
];

/** Pages of the application that are no articles. */
const OTHERS = [
  '/zwgk/gkzn',
  '/zwgk/ysqgk',
  '/hdjl',
  '/ztzl',
  '/bsfw/index',
  '/wzdt',
  '/single/contact',
  '/xxgknb/bzml.html',
];

export function truth(origin: string): SiteTruth {
  const told = truthOfItems(ITEMS, origin, {
    paths: pathsOf,
    day: ({ at }) => at.slice(0, 10),
    files: ({ files = [] }) => files.map(([name, file]) => [name, fileOf(file)] as const),
  });
  return {
    ...told,
    columns,
    others: [...told.others, ...OTHERS.map((path) => origin + path)],
    lacks: { guide: ['办公时间'], foot: ['公安机关备案标识'] },
  };
}
