import { addressesOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { truthOfItems } from '../items.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok', trap: '栏目地址直接显示唯一的一篇文章，文章另有自己的地址' },
  { key: 'rules', status: 'ok' },
  { key: 'statutory', status: 'ok', trap: '频道封面：七个下级栏目各三条' },
  { key: 'catalogue', status: 'ok', trap: '列表只有一篇，目录是文中表格' },
  { key: 'annual', status: 'ok' },
  { key: 'request', status: 'ok', trap: '自定义表单 /plus/diy.php?action=post&diyid=2' },
  { key: 'policy', status: 'ok', trap: '频道封面：三个下级栏目各三条' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok' },
  { key: 'interaction', status: 'ok' },
  { key: 'service', status: 'empty', trap: '织梦的空列表：“共 1页0条记录”，没有“暂无”字样' },
  { key: 'topic', status: 'broken', trap: '答 200，内容是“模板文件不存在，无法解析文档！”' },
];

export function truth(origin: string): SiteTruth {
  const told = truthOfItems(ITEMS, origin, {
    paths: addressesOf,
    day: ({ day }) => day,
    files: (item) => (item.kind === 'document' ? (item.files ?? []) : []),
  });
  return {
    ...told,
    columns: COLUMN_STATES,
    others: [...told.others, `${origin}/plus/list.php?tid=20`, `${origin}/plus/diy.php?action=list&diyid=1`],
    lacks: { guide: ['传真号码'], foot: ['找错入口'] },
  };
}
