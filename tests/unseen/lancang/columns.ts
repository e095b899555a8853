/** How a column's list reaches the browser. */
export type ListWay =
  'comment' | 'static' | 'search' | 'library' | 'milliseconds' | 'unit' | 'numbers' | 'plain' | 'part';

export interface Column {
  code: string;
  name: string;
  dir: string;
  /** Name of the first list page without suffix. */
  file: string;
  way: ListWay;
  per: number;
  /** ColumnType of the page tags, a number in this system. */
  type: number;
  /** Crumbs above it. */
  above: [string, string][];
  channelId: string;
}

const open: [string, string] = ['政府信息公开', '/zfxxgk/index.shtml'];
const duty: [string, string] = ['法定主动公开内容', '/zfxxgk/c106104/fdzdgknr.shtml'];
const talk: [string, string] = ['互动交流', '/hdjl/c106140/index.shtml'];

/** The platform names channels by 32 hexadecimal digits. */
function channel(code: string): string {
  let state = Number(code.slice(1));
  let out = '';
  while (out.length < 32) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    out += (state >>> 8).toString(16).padStart(6, '0');
  }
  return out.slice(0, 32);
}

const column = (
  code: string,
  name: string,
  dir: string,
  file: string,
  way: ListWay,
  per: number,
  type: number,
  above: [string, string][],
): Column => ({ code, name, dir: `${dir}/${code}`, file, way, per, type, above, channelId: channel(code) });

export const columns: Column[] = [
  column('c106101', '岚沧要闻', '/xwdt', 'lcyw', 'static', 8, 1, [['新闻动态', '/xwdt/c106101/lcyw.shtml']]),
  column('c106103', '政府信息公开制度', '/zfxxgk', 'zwgklist', 'search', 15, 5, [open]),
  column('c106105', '政府信息公开年报', '/zfxxgk', 'zwgklist', 'plain', 20, 5, [open]),
  column('c106109', '镇政府文件', '/zwgk', 'zwgklist', 'comment', 8, 5, [open, duty]),
  column('c106111', '政策文件库', '/zwgk', 'zcwjk', 'library', 5, 5, [open, duty]),
  column('c106112', '通知公告', '/tzgg', 'tzgg', 'search', 15, 2, []),
  column('c106114', '计划总结', '/zwgk', 'jhzj', 'milliseconds', 10, 5, [open, duty]),
  column('c106115', '财政预决算', '/zwgk', 'czyjs', 'unit', 4, 5, [open, duty]),
  column('c106120', '政策解读', '/zcjd', 'index', 'numbers', 8, 3, []),
  column('c106130', '农村人居环境整治', '/ztzl', 'index', 'plain', 20, 1, [['专题专栏', '/ztzl/c106130/index.shtml']]),
  column('c106141', '镇长信箱', '/hdjl', 'list', 'part', 20, 4, [talk]),
  column('c106142', '民意征集', '/hdjl', 'list', 'part', 20, 4, [talk]),
  column('c106150', '办事服务', '/bsfw', 'index', 'plain', 20, 6, []),
];

const byCode = new Map(columns.map((each) => [each.code, each]));

export function columnOf(code: string): Column {
  const found = byCode.get(code);
  if (!found) throw new Error(`no column ${code}`);
  return found;
}

export const listPath = (of: Column, page = 1): string => `${of.dir}/${of.file}${page > 1 ? `_${page}` : ''}.shtml`;
