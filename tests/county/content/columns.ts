import type { Column, ColumnState, StandardKey, Unit } from '../model.js';

interface ColumnRow {
  key: StandardKey | null;
  slug: string;
  name: string;
  parent?: string;
  shows?: 'page';
}

const standard: ColumnRow[] = [
  { key: 'guide', slug: 'zfxxgkzn', name: '政府信息公开指南', shows: 'page' },
  { key: 'rules', slug: 'zfxxgkzd', name: '政府信息公开制度' },
  { key: 'statutory', slug: 'fdzdgknr', name: '法定主动公开内容' },
  { key: 'catalogue', slug: 'zdgkjbml', name: '主动公开基本目录' },
  { key: 'annual', slug: 'zfxxgknb', name: '政府信息公开年报' },
  { key: 'request', slug: 'ysqgk', name: '依申请公开', shows: 'page' },
  { key: 'policy', slug: 'zcwj', name: '政策文件' },
  { key: 'interpretation', slug: 'zcjd', name: '政策解读' },
  { key: 'notice', slug: 'tzgg', name: '通知公告' },
  { key: 'interaction', slug: 'hdjl', name: '互动交流' },
  { key: 'service', slug: 'bsfw', name: '办事服务' },
  { key: 'topic', slug: 'jczwgk', name: '基层政务公开标准化规范化' },
  { key: 'news', slug: 'zwdt', name: '政务动态' },
];

/** Sub-columns of 法定主动公开内容 after 条例 art. 20 and, for townships, art. 21. */
const departmentSubColumns: ColumnRow[] = [
  { key: null, slug: 'jgzn', name: '机构职能', parent: 'fdzdgknr' },
  { key: null, slug: 'ghjh', name: '规划计划', parent: 'fdzdgknr' },
  { key: null, slug: 'czyjs', name: '财政预决算', parent: 'fdzdgknr' },
  { key: null, slug: 'xzxk', name: '行政许可和行政处罚', parent: 'fdzdgknr' },
];

const townSubColumns: ColumnRow[] = [
  { key: null, slug: 'jgzn', name: '机构职能', parent: 'fdzdgknr' },
  { key: null, slug: 'czyjs', name: '财政预决算', parent: 'fdzdgknr' },
  { key: null, slug: 'xczx', name: '乡村振兴', parent: 'fdzdgknr' },
  { key: null, slug: 'shjz', name: '社会救助', parent: 'fdzdgknr' },
];

/** Names as single units call them; the rest of the county uses the standard name. */
const ownNames: Record<string, Partial<Record<StandardKey, string>>> = {
  portal: { news: '云岭要闻', policy: '政府文件' },
  education: { news: '工作动态' },
  finance: { news: '财政动态', notice: '公告公示' },
  resources: { news: '人社动态' },
  qingshi: { news: '镇村动态' },
  songling: { news: '工作动态' },
};

/** Columns of a unit; numbers are fixed by the unit's serial, as a CMS would have given them. */
export function columnsOf(
  unit: Unit,
  states: Partial<Record<StandardKey, ColumnState>> = {},
  names: Partial<Record<StandardKey, string>> = ownNames[unit.key] ?? {},
): Column[] {
  const rows = [...standard, ...(unit.category === '街镇' ? townSubColumns : departmentSubColumns)];
  const base = Number(unit.siteCode.slice(-2)) * 100;
  return rows.map((row, index) => ({
    key: row.key,
    slug: row.slug,
    name: (row.key && names[row.key]) ?? row.name,
    number: 10_000 + base + index,
    state: (row.key && states[row.key]) || 'open',
    // Townships put their one table straight onto the page of the catalogue.
    shows: row.shows ?? (row.key === 'catalogue' && unit.category === '街镇' ? 'page' : 'list'),
    parent: row.parent ?? null,
  }));
}
