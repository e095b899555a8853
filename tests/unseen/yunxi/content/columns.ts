export interface PlatformColumn {
  nid: number;
  name: string;
  children?: PlatformColumn[];
}

/** 组配分类 of the platform, as its tree shows it. 政府信息公开制度 (301) holds nothing. */
export const tree: PlatformColumn[] = [
  { nid: 301, name: '政府信息公开制度' },
  {
    nid: 302,
    name: '法定主动公开内容',
    children: [
      {
        nid: 310,
        name: '政策文件',
        children: [
          { nid: 311, name: '规范性文件' },
          { nid: 312, name: '镇政府文件' },
          { nid: 313, name: '党政办文件' },
        ],
      },
      { nid: 341, name: '政策解读' },
      { nid: 321, name: '规划计划' },
      { nid: 322, name: '应急管理' },
      {
        nid: 330,
        name: '乡镇公开事项',
        children: [
          { nid: 331, name: '农业农村政策' },
          { nid: 332, name: '宅基地使用情况审核' },
          { nid: 333, name: '土地征收' },
          { nid: 334, name: '社会救助' },
        ],
      },
    ],
  },
  { nid: 361, name: '政府信息公开年报' },
  { nid: 371, name: '基层政务公开标准目录' },
];

const all = (columns: PlatformColumn[]): PlatformColumn[] =>
  columns.flatMap((column) => [column, ...all(column.children ?? [])]);
export const columnOf = (nid: number) => all(tree).find((column) => column.nid === nid);
/** A column shows what its children hold. */
export const leavesOf = (nid: number): number[] =>
  all([columnOf(nid) ?? { nid, name: '' }]).map((column) => column.nid);

export const portalColumns: Record<number, { name: string; size: number }> = {
  3: { name: '镇村要闻', size: 5 },
  5: { name: '通知公告', size: 5 },
  6: { name: '政策解读', size: 8 },
  8: { name: '领导信箱', size: 8 },
  9: { name: '专题专栏', size: 8 },
};

export const oldColumns: Record<number, { name: string; size: number }> = {
  12: { name: '历史公告', size: 5 },
  15: { name: '村务公开', size: 10 },
};
