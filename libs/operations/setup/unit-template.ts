import type { OrganisationRow } from '#database';
import { unitCategories, unitColumns, unitLevels, type SheetColumn, type SheetRow, writeXlsx } from '#sheets';

const emptyRows = 300;
const shapes: Record<string, Omit<SheetColumn, 'key' | 'title'>> = {
  名称: { width: 32 },
  别名: { width: 32 },
  层级: { width: 8, choices: unitLevels },
  类别: { width: 10, choices: unitCategories },
  上级: { width: 32 },
  网站: { width: 44 },
};
const columns: SheetColumn[] = unitColumns.map((title) => ({ key: title, title, ...shapes[title] }));

const explained: SheetRow[] = [
  { 列: '名称', 怎样填: '单位全称，每个单位一行，不能重复', 举例: '云岭县财政局' },
  { 列: '别名', 怎样填: '文件中会出现的简称，几个之间用顿号隔开；没有则留空', 举例: '县财政局、财政局' },
  { 列: '层级', 怎样填: `从列表中选：${unitLevels.join('、')}`, 举例: '县' },
  {
    ...{ 列: '类别', 举例: '部门' },
    怎样填: `从列表中选：${unitCategories.join('、')}（政府：本级政府门户；街镇：乡镇、街道；单位：学校、医院等）`,
  },
  { 列: '上级', 怎样填: '上级单位的名称，须是本表中或已导入的单位；没有则留空', 举例: '云岭县人民政府' },
  {
    列: '网站',
    怎样填: '首页的完整网址，以 http:// 或 https:// 开头；没有网站则留空',
    举例: 'https://www.example.gov.cn/',
  },
  { 列: '其他列', 怎样填: '可以自行增加，随单位一起保存', 举例: '分管科室' },
  { 列: '再次导入', 怎样填: '同名的单位按表改动，表中没有的单位不受影响，不会删除', 举例: '' },
];

/** A workbook to be filled in: the units that are known, empty rows with lists to choose from, and a sheet that explains each column. */
export function unitTemplate(units: readonly OrganisationRow[]): Promise<Buffer> {
  const more = [...new Set(units.flatMap(({ extra }) => Object.keys(extra)))];
  const rows: SheetRow[] = units.map(({ name, aliases, level, category, parent, site, extra }) => ({
    ...extra,
    ...{ 名称: name, 别名: aliases.join('、'), 层级: level, 类别: category, 上级: parent, 网站: site },
  }));
  return writeXlsx([
    {
      name: '单位名单',
      columns: [...columns, ...more.map((title): SheetColumn => ({ key: title, title, width: 20 }))],
      rows: [...rows, ...Array.from({ length: emptyRows }, () => ({}))],
    },
    {
      name: '填写说明',
      columns: [
        { key: '列', title: '列', width: 12 },
        { key: '怎样填', title: '怎样填', width: 60 },
        { key: '举例', title: '举例', width: 30 },
      ],
      rows: explained,
    },
  ]);
}
