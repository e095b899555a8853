import { valueOrNull } from './document-number.js';

export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names are compared without letter case, `_` and `-`: `pub_time`, `pubTime`, `PUBTIME` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** Names of fields in the answers of list interfaces, best first (TRS IGS and irs, Hanweb, UCAP, Guangdong, jpaas …). */
export const titleNames = names(
  'title showtitle normaltitle doctitle articletitle infotitle newstitle contenttitle subject bt biaoti xxbt fjtitle ctitle name filename wjmc mc 标题 名称 文件名称 信息名称',
);
export const urlNames = names(
  'url pcurl docpuburl puburl link href posturl linkurl articleurl infourl viewurl staticurl detailurl weburl pageurl htmlurl contenturl visiturl curl',
);
/** Dates of publication. Dates of writing (cwrq, fwrq, writedate, compaltedate …) are not among them. */
export const dateNames = names(
  'publishedon publishdate publisheddate displaypublishtime publishtime publishedtime publishedtimestr pubtimestr pubdateinfo docreltime fbrq cfbrq fbsj deploytime releasetime releasedate pubdate pubtime pubdatestr showdate showtime visiblepublishtime firstpublishtime time date datetime createdate createtime inputtime addtime 发布日期 发布时间 公开日期 公开时间',
);
export const numberNames = names(
  'documentnumber filenum fwzh docno pcode filenumber fileno wenhao wjbh cwjbh refno docnumber documentno wh wjh fwh 发文字号 文号',
);

function names(list: string): readonly string[] {
  return list.split(' ');
}

/** A row's values by the plain names of their fields; the first of a name wins. */
export function byPlainName(row: Json): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    const plain = plainName(name);
    if (!fields.has(plain)) fields.set(plain, value);
  }
  return fields;
}

/** The first of these fields that holds words. */
export function pick(fields: ReadonlyMap<string, unknown>, wanted: readonly string[]): string | null {
  for (const name of wanted) {
    const value = fields.get(name);
    if (typeof value === 'string' && valueOrNull(value) !== null) return value;
  }
  return null;
}

/** Every pair of an answer down to a depth, the nearest to the top first. */
export function entriesOf(json: unknown, depth: number): [string, unknown][] {
  const entries: [string, unknown][] = [];
  let level: Json[] = isRecord(json) ? [json] : [];
  for (let n = 0; n <= depth && level.length > 0 && entries.length < 2000; n += 1) {
    const below: Json[] = [];
    for (const record of level)
      for (const entry of Object.entries(record).slice(0, 200)) {
        entries.push(entry);
        if (isRecord(entry[1])) below.push(entry[1]);
      }
    level = below;
  }
  return entries;
}

/** A count near the top of the answer, given as number or string. */
export function countAt(json: unknown, wanted: ReadonlySet<string>): number | null {
  for (const [name, value] of entriesOf(json, 3)) {
    if (!wanted.has(plainName(name))) continue;
    const count = typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value;
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  }
  return null;
}
