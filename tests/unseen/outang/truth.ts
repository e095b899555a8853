import { addressesOf, dayOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { MODULE_PATHS } from './portal.js';
import { truthOfItems } from '../items.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'empty', trap: '写的是“该栏目正在建设中，敬请期待！”' },
  { key: 'statutory', status: 'ok', trap: '树的上级节点是 javascript:，下级通到门户栏目和政策文件库' },
  { key: 'catalogue', status: 'ok', trap: '领域图标格，每个领域一页表格，没有日期' },
  { key: 'annual', status: 'ok', trap: '平台左侧菜单通到门户的 UUID 栏目' },
  { key: 'request', status: 'ok' },
  { key: 'policy', status: 'ok', trap: '政策文件库：首页只有最新五件，分类列表是 GET 参数翻页' },
  { key: 'interpretation', status: 'ok', trap: '落地页分五块，每块几条' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'stale', trap: '最后一封来信是2024年11月8日' },
  { key: 'service', status: 'ok', trap: '办事指南没有日期，在线办理由脚本打开' },
  { key: 'topic', status: 'broken', trap: '答 200，脚本转到同样答 200 的“页面不存在”' },
];

export function truth(origin: string): SiteTruth {
  const told = truthOfItems(ITEMS, origin, {
    paths: addressesOf,
    day: dayOf,
    files: (item) => (item.kind === 'document' ? (item.files ?? []) : []),
  });
  return {
    ...told,
    columns: COLUMN_STATES,
    others: [...told.others, ...[...MODULE_PATHS, '/404.html'].map((path) => `${origin}${path}`)],
    lacks: { guide: ['办公时间'], foot: ['站点地图'] },
  };
}
