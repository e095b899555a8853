import { addresses } from './columns.js';
import { ITEMS } from './content/index.js';
import { truthOfItems } from '../items.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'ok', trap: '两条：一条是本县的文件，一条是转载的条例' },
  { key: 'statutory', status: 'ok' },
  { key: 'catalogue', status: 'ok', trap: '目录是页内两行表头的表格' },
  { key: 'annual', status: 'ok', trap: '旁边另有“部门年报”' },
  { key: 'request', status: 'ok' },
  { key: 'policy', status: 'ok', trap: '栏目页是四个下级栏目的各前几条' },
  { key: 'interpretation', status: 'ok', trap: '栏目页是三个页签，每个页签只有前几条' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'broken', trap: '入口答 200，页面写“系统升级维护中，暂停访问”' },
  { key: 'topic', status: 'stale', trap: '唯一的一条是2024年4月' },
];

export function truth(origin: string): SiteTruth {
  const told = truthOfItems(ITEMS, origin, {
    paths: addresses,
    day: ({ day }) => day,
    files: (item) => (item.kind === 'document' ? (item.files ?? []) : []),
  });
  return {
    ...told,
    columns: COLUMN_STATES,
    others: [
      ...told.others,
      ...['/channels/21.html', '/channels/24.html', '/channels/26.html', '/channels/60.html'].map(
        (path) => `${origin}${path}`,
      ),
    ],
    lacks: { guide: ['编排体系', '办公时间'], foot: ['站点地图'] },
  };
}
