import { truthOfItems } from '../items.js';
import { pathsOf } from './columns.js';
import { ITEMS } from './content/index.js';
import { APPLICATION_FORM, CATALOGUE_PDF, LETTER_PATHS, RULES_PDF } from './portal.js';
import { singlePath } from './shell.js';
import type { SiteTruth, TrueColumn } from '../model.js';

const COLUMN_STATES: TrueColumn[] = [
  { key: 'guide', status: 'ok', trap: '单网页栏目，地址与列表同形（a=lists&catid=9）' },
  { key: 'rules', status: 'ok', trap: '单网页栏目，两项制度是文字，一项是文件' },
  { key: 'statutory', status: 'ok', trap: '频道封面，其中两个栏目的列表由脚本写出' },
  { key: 'catalogue', status: 'ok', trap: '目录是阅读框里的 PDF' },
  { key: 'annual', status: 'ok', trap: '三年三种：分页的文章、阅读框、直链 PDF' },
  { key: 'request', status: 'ok' },
  { key: 'policy', status: 'ok' },
  { key: 'interpretation', status: 'ok' },
  { key: 'notice', status: 'ok', trap: '文章和直链文件混排；日历每月链到上一月，没有尽头' },
  { key: 'interaction', status: 'stale', trap: '最新来信是2024年3月' },
  { key: 'service', status: 'broken', trap: '答 200，内容是 MySQL 1146 的出错信息' },
  { key: 'topic', status: 'empty', trap: '空的 ul，没有“暂无”字样；新闻题目里有“专题专栏”' },
];

/** Address of the flipbook, which holds pictures of one notice. */
const FLIPBOOK = '/statics/flipbook/index.html?book=zrr2026';

export function truth(origin: string): SiteTruth {
  const told = truthOfItems(ITEMS, origin, {
    paths: pathsOf,
    day: ({ day }) => day,
    files: (item) => (item.kind === 'document' ? (item.files ?? []) : []),
  });
  const others = [
    singlePath(9),
    singlePath(10),
    singlePath(21),
    CATALOGUE_PDF,
    RULES_PDF,
    APPLICATION_FORM,
    FLIPBOOK,
    ...LETTER_PATHS,
  ];
  return {
    ...told,
    columns: COLUMN_STATES,
    others: [...told.others, ...others.map((path) => `${origin}${path}`)],
    lacks: { guide: ['办公时间'], foot: ['站点地图'] },
  };
}
