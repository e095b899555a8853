import { addresses, fileHref } from './channels.js';
import { ITEMS } from './content/index.js';
import { truthOfItems } from '../items.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok' },
  { key: 'rules', status: 'ok', trap: '平台频道，由接口给两行：一件文件，一行连到站外的条例' },
  { key: 'statutory', status: 'ok', trap: '源码里没有内容，目录树由接口给出' },
  { key: 'catalogue', status: 'ok' },
  { key: 'annual', status: 'ok', trap: '平台菜单里的年报连到静态栏目' },
  { key: 'request', status: 'ok', trap: 'Vue 表单页' },
  { key: 'policy', status: 'ok', trap: '政策文件库由 POST 接口取，卡片没有链接' },
  { key: 'interpretation', status: 'ok', trap: '四个页签各有三条，三个隐藏' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'stale', trap: '主任信箱最后一封来信为 2023-09-18' },
  { key: 'service', status: 'broken', trap: '导航里的链接回答 404' },
  { key: 'topic', status: 'empty', trap: '接口答 total 0，页面画“暂无数据”' },
];

export function truth(origin: string): SiteTruth {
  const told = truthOfItems(ITEMS, origin, {
    paths: addresses,
    day: ({ day }) => day,
    files: (item) => (item.files ?? []).map(([name, path]) => [name, fileHref(path)] as const),
  });
  return {
    ...told,
    columns: COLUMN_STATES,
    others: [
      ...told.others,
      ...[
        '/003/openness.html',
        '/003/catalog.html',
        '/007/about.html',
        '/zfxxgk/index.html',
        '/zfxxgk/fdzdgknr.html',
        '/zfxxgk/apply.html',
        '/zfxxgk/policy.html',
      ].map((path) => `${origin}${path}`),
    ],
    lacks: { guide: ['编排体系', '传真号码'], foot: ['站点地图'] },
  };
}
