import type { Item } from './types.js';

export interface Column {
  path: string;
  name: string;
  style: 'portal' | 'platform' | 'section';
  perPage: number;
  /** Pages that the pager tells, where it tells more than were made. */
  told?: number;
}

export const FIELDS: [string, string][] = [
  ['zdjsxm', '重大建设项目'],
  ['ggzyjy', '公共资源交易'],
  ['czyjs', '财政预决算'],
  ['aqsc', '安全生产'],
  ['ssgl', '税收管理'],
  ['jttdzs', '农村集体土地征收'],
  ['fwzs', '国有土地上房屋征收与补偿'],
  ['bzxzf', '保障性住房'],
  ['wfgz', '农村危房改造'],
  ['sthj', '生态环境'],
  ['ggwh', '公共文化服务'],
  ['ggfl', '公共法律服务'],
  ['xczx', '乡村振兴'],
  ['jz', '救灾'],
  ['spyp', '食品药品监管'],
  ['cszf', '城市综合执法'],
  ['jy', '就业'],
  ['shbx', '社会保险'],
  ['shjz', '社会救助'],
  ['ylfw', '养老服务'],
  ['hjgl', '户籍管理'],
  ['snbt', '涉农补贴'],
  ['ywjy', '义务教育'],
  ['wsjk', '卫生健康'],
  ['szfw', '市政服务'],
  ['cxgh', '城乡规划'],
];

export const fieldPath = (key: string): string => `/xxgkpt/fdzdgknr/jczwgk/${key}/`;
const portal = (path: string, name: string, perPage = 8): Column => ({ path, name, style: 'portal', perPage });
const platform = (path: string, name: string): Column => ({ path, name, style: 'platform', perPage: 5 });
const section = (path: string, name: string): Column => ({ path, name, style: 'section', perPage: 4 });

export const COLUMNS: Column[] = [
  portal('/zwgk/zcwj/szfwj/', '市政府文件', 4),
  portal('/zwgk/zcwj/zfbwj/', '市政府办公室文件', 5),
  portal('/zwgk/zcwj/gfxwj/', '行政规范性文件'),
  portal('/zwgk/zcwj/bmwj/', '部门文件'),
  portal('/zwgk/zcjd/wzjd/', '文字解读'),
  portal('/zwgk/zcjd/tpjd/', '图片解读'),
  portal('/zwgk/zcjd/spjd/', '音视频解读'),
  portal('/zwgk/zcjd/xwfbh/', '新闻发布会'),
  portal('/zwgk/zcjd/zcwd/', '政策问答'),
  { ...portal('/zwgk/tzgg/', '通知公告', 5), told: 4 },
  portal('/xwzx/qcyw/', '栖川要闻'),
  platform('/xxgkpt/zfxxgkzd/', '政府信息公开制度'),
  platform('/xxgkpt/zfxxgknb/', '政府信息公开年报'),
  platform('/xxgkpt/fdzdgknr/ghjh/', '规划计划'),
  platform('/xxgkpt/fdzdgknr/rsxx/', '人事信息'),
  platform('/xxgkpt/fdzdgknr/yjgl/', '应急管理'),
  ...FIELDS.map(([key, name]) => platform(fieldPath(key), name)),
  section('/bmpd/rsj/zcwj/', '人社局政策文件'),
  section('/bmpd/rsj/gzdt/', '人社局工作动态'),
  section('/bmpd/rsj/xxgknb/', '人社局信息公开年报'),
  section('/bmpd/slj/tzgg/', '水利局通知公告'),
  section('/xzpd/bgz/zfwj/', '柏沟镇政府文件'),
  section('/xzpd/bgz/tzgg/', '柏沟镇通知公告'),
];

const days = (day: string): string => day.replaceAll('-', '');

/** Where a page lies in the folder of a column. */
export function pathIn(at: string, item: Item, id = item.id): string {
  if (at === 'Item') return `/Item/${id}.aspx`;
  const made = days(item.made ?? item.day);
  if (at === 'c104512') return `/qcs/c104512/${made.slice(0, 6)}/${id}.shtml`;
  return `${at}${made.slice(0, 6)}/t${made}_${id}.html`;
}

export const pathOf = (item: Item): string => pathIn(item.at, item);

/** Every address of a page, its own first. */
export const pathsOf = (item: Item): string[] => [
  pathOf(item),
  ...(item.mirrors ?? []).map((at) => pathIn(at, item)),
  ...(item.copies ?? []).map(({ at, id }) => pathIn(at, item, id)),
];
