import { ITEMS } from './content/index.js';
import type { Item } from './types.js';

export type ListStyle = 'span' | 'years' | 'table' | 'brackets' | 'monthday' | 'em';

export interface Column {
  id: string;
  name: string;
  style: ListStyle;
  perPage: number;
  /** How further pages are reached. */
  pager: 'links' | 'select';
}

const column = (id: string, name: string, style: ListStyle = 'span', perPage = 20, pager: Column['pager'] = 'links') =>
  ({ id, name, style, perPage, pager }) satisfies Column;

/** 基层政务公开的 26 个试点领域, 4001–4026 */
const FIELDS =
  '重大建设项目 公共资源交易 财政预决算 安全生产 税收管理 农村集体土地征收 国有土地上房屋征收与补偿 保障性住房 农村危房改造 生态环境 公共文化服务 公共法律服务 乡村振兴 救灾 食品药品监管 城市综合执法 就业 社会保险 社会救助 养老服务 户籍管理 涉农补贴 义务教育 卫生健康 市政服务 国土空间规划'.split(
    ' ',
  );
export const FIELD_COLUMNS = FIELDS.map((name, at) => column(`40${String(at + 1).padStart(2, '0')}`, name));

export const COLUMNS: Column[] = [
  column('10', '要闻动态'),
  column('22', '政府信息公开制度'),
  column('25', '政府信息公开年报'),
  column('252', '部门年报'),
  column('31', '县政府文件', 'span', 6),
  column('32', '县政府办文件', 'years'),
  column('33', '行政规范性文件', 'table'),
  column('34', '部门文件', 'brackets', 7, 'select'),
  column('351', '文字解读', 'em'),
  column('352', '图解', 'em'),
  column('353', '音视频解读', 'em'),
  column('36', '通知公告', 'monthday', 9),
  column('37', '人事信息'),
  column('38', '财政预决算'),
  column('51', '意见征集'),
  column('52', '回应关切'),
  column('53', '县长信箱'),
  column('70', '专题专栏'),
  ...FIELD_COLUMNS,
];

export const named = (id: string): Column => COLUMNS.find((one) => one.id === id) as Column;
export const address = (item: Item, id = item.columns[0]): string => `/contents/${id}/${item.id}.html`;
export const addresses = (item: Item): string[] => item.columns.map((id) => address(item, id));

/** Newest first, as the list shows them. */
export const listed = (id: string): Item[] =>
  ITEMS.filter(({ columns }) => columns.includes(id)).sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
