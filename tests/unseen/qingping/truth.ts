import { address, addresses, BASE } from './columns.js';
import { ITEMS } from './content/index.js';
import { truthOfItems } from '../items.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'stale', trap: '唯一的一件是2022年5月' },
  { key: 'statutory', status: 'ok', trap: '页面只有五个下级栏目的链接' },
  { key: 'catalogue', status: 'ok' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'missing', trap: '没有入口，指南里只有一句话' },
  { key: 'policy', status: 'ok', trap: '十件之后由“加载更多”按钮取，游标不透明' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok', trap: '十件之后滚动到底自动加载，另有 link rel=next' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'missing' },
  { key: 'topic', status: 'broken', trap: '入口答 200，页面只有框架的出错提示（英文）' },
];

export function truth(origin: string): SiteTruth {
  const told = truthOfItems(ITEMS, origin, {
    // The second address of a page that is no document stands nowhere on the site.
    paths: (item) => (item.kind === 'other' ? [address(item)] : addresses(item)),
    day: ({ at }) => at.slice(0, 10),
    files: (item) =>
      item.kind === 'document' ? (item.files ?? []).map(({ name, path }) => [name, `${BASE}${path}`] as const) : [],
  });
  return {
    ...told,
    columns: COLUMN_STATES,
    others: [
      ...told.others,
      ...['open/guide', 'open/catalogue', 'c/topic', 'jiucuo'].map((path) => `${origin}${BASE}${path}`),
    ],
    lacks: { guide: ['编排体系', '传真号码'], foot: ['公安机关备案标识', '站点地图'] },
  };
}
