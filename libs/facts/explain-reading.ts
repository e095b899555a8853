import { tidy } from '#kernel';
import { columnTitles } from '#programmes';
import { judgeColumn, type ColumnObjection } from './classify-column.js';
import type { Family } from './family.js';
import { addressOfLink } from './link-address.js';
import type { ColumnKey, ColumnLink, DetailReading, PageKind, PageReading } from './model.js';
import { readColumnLinks } from './page-columns.js';
import type { ParsedPage } from './parsed-page.js';
import type { Provenance, ProvenField } from './provenance.js';
import { hostOf, pathOf, registrableDomain } from './urls.js';

/** One field of a reading: what was taken, from where, how sure. All words are for a reader, in Chinese. */
export interface ExplainedField {
  field: string;
  title: string;
  value: string | null;
  /** Part of the page it was read from; null where nothing was read. */
  source: string | null;
  /** Null where certainty is not judged. */
  certainty: Provenance['certainty'] | null;
  why: string | null;
  /** The value that contradicts the one taken. */
  other: string | null;
}

/** A link of the page and the standard column it was taken for, or not, and by which word. */
export interface ExplainedLink {
  name: string;
  /** '' where only a script can open it. */
  url: string;
  key: ColumnKey | null;
  word: string | null;
  why: string;
}

export interface ReadingExplanation {
  kind: string;
  family: { id: string; title: string };
  /** By what the list was found; null where there is none. */
  listRule: string | null;
  fields: ExplainedField[];
  links: ExplainedLink[];
  /** Words to be marked on the page, the decisive ones first; at most twenty. */
  marks: string[];
}

const mostLinks = 200;
const mostMarks = 20;

const kinds: Record<PageKind, string> = {
  document: '文件',
  interpretation: '政策解读',
  annualReport: '政府信息公开年度报告',
  catalogue: '公开事项目录',
  guide: '政府信息公开指南',
  list: '列表',
  home: '首页',
  other: '其他页面',
};

const sources: Record<string, string> = {
  tag: '网页标签（meta）',
  metadata: '信息表（索引号、发文机关一栏）',
  info: '标题下的信息行',
  signature: '正文落款',
  text: '正文',
  title: '标题',
  headline: '页面上的标题',
  titleTag: '网页标题栏（title）',
  attachment: '附件名称',
  file: '所附文件的正文',
  url: '网址中的日期',
  list: '列表页',
  family: '该类网站系统的固定位置',
  none: '没有取值',
};

/**
 * Says of a reading what was taken from where and why. Pure; it reads nothing anew but the reasons.
 * @param page the page it was read from; null for a file.
 */
export function explainReading(
  reading: PageReading,
  page: ParsedPage | null,
  families: readonly Family[],
): ReadingExplanation {
  const family = families.find(({ id }) => id === reading.family);
  return {
    kind: kinds[reading.kind],
    family: { id: reading.family, title: family?.title ?? (page ? '没有认出网站系统，按通用规则读取' : '文件') },
    listRule: reading.list && page ? listRule(page, family) : null,
    fields: [...pageFields(reading), ...(reading.detail ? detailFields(reading.detail) : []), ...listFields(reading)],
    links: page && page.json === undefined && !page.isXml ? explainLinks(page, readColumnLinks(page)) : [],
    marks: marksOf(reading),
  };
}

function listRule(page: ParsedPage, family: Family | undefined): string {
  if (family?.list?.(page)) return `按“${family.title}”的列表规则`;
  if (page.json !== undefined) return '按 JSON 数据中的记录';
  if (page.isXml || page.page.text.includes('<recordset')) return '按网页内嵌的 XML 记录';
  return '按通用规则：反复出现的、带日期或标题较长的链接行';
}

function pageFields({ siteName, columnName }: PageReading): ExplainedField[] {
  const tag = (field: string, title: string, value: string | null) =>
    plain(field, title, value, value === null ? null : sources.tag!);
  return [tag('siteName', '网站名称', siteName), tag('columnName', '栏目名称', columnName)];
}

function detailFields(detail: DetailReading): ExplainedField[] {
  const proven = (field: ProvenField, title: string, value: string | null, words?: string): ExplainedField => {
    const provenance = detail.provenance[field];
    const reasons = [words === undefined ? null : `依据“${words}”`, provenance?.why ?? null];
    return {
      field,
      title,
      value,
      source: provenance ? (sources[provenance.source] ?? provenance.source) : null,
      certainty: provenance?.certainty ?? null,
      why: reasons.filter((reason) => reason !== null).join('；') || (value === null ? '页面上没有读到' : null),
      other: provenance?.other ?? null,
    };
  };
  const { issuedOn, publishedOn, publishedOnOthers } = detail;
  const published = proven('publishedOn', '发布日期', publishedOn?.on ?? null, publishedOn?.words);
  published.other ??= publishedOnOthers.map(({ on, words }) => `${on}（${words}）`).join('、') || null;
  return [
    proven('title', '标题', detail.title),
    proven('documentNumber', '发文字号', detail.documentNumber),
    proven('indexNumber', '索引号', detail.indexNumber),
    proven('issuedOn', '成文日期', issuedOn?.on ?? null, issuedOn?.words),
    published,
    proven('issuer', '发文机关', detail.issuer),
    plain('validity', '有效性', detail.validity),
    plain('attachments', '附件', joined(detail.attachments.map(({ title }) => title))),
    plain('interprets', '所解读的文件', joined(detail.interprets.map(({ title }) => title))),
    plain('interpretedBy', '对应的解读', joined(detail.interpretedBy.map(({ title }) => title))),
  ];
}

function listFields({ list }: PageReading): ExplainedField[] {
  if (!list) return [];
  const dated = list.items.filter(({ publishedOn }) => publishedOn !== null).length;
  return [
    plain('items', '列表条目', `${list.items.length} 条，其中 ${dated} 条有日期`),
    plain('next', '下一页', list.next?.url ?? null),
    plain('totalItems', '总条数', list.totalItems === null ? null : String(list.totalItems)),
  ];
}

function plain(field: string, title: string, value: string | null, source: string | null = null): ExplainedField {
  return { field, title, value, source, certainty: null, why: value === null ? '页面上没有读到' : null, other: null };
}

function joined(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join('、');
}

/** Links that were taken for columns first, then other short ones of the site, that an assessor may rule to be one. */
function explainLinks(page: ParsedPage, columns: readonly ColumnLink[]): ExplainedLink[] {
  const found = columns.map(({ key, name, url }): ExplainedLink => {
    const verdict = judgeColumn(name, url);
    const title = columnTitles[key];
    if (verdict.key !== key) return { name, url, key, word: null, why: `认定为“${title}”` };
    const how = verdict.whole ? '名称就是' : '名称中有';
    return { name, url, key, word: verdict.word, why: `认定为“${title}”：${how}“${verdict.word}”` };
  });
  const known = new Set(columns.map(({ name, url }) => `${tidy(name)} ${url}`));
  const others: ExplainedLink[] = [];
  for (const link of page.links) {
    const name = tidy(link.text || link.title);
    if (name.length < 2 || name.length > 16 || link.hidden || link.zone === 'crumb') continue;
    const url = addressOfLink(page, link.element) ?? '';
    const verdict = judgeColumn(name, link.href);
    if (url === '' || url === page.url || !isOwn(url, page.url) || known.has(`${name} ${url}`) || verdict.key !== null)
      continue;
    known.add(`${name} ${url}`);
    const word = verdict.against.by === 'words' ? verdict.against.word : null;
    others.push({ name, url, key: null, word, why: objection(verdict.against) });
  }
  // Names that come close to a column are worth a look before those that are like none.
  const close = others.filter(({ why }) => why !== objection({ by: 'unlike' }));
  return [...found, ...close, ...others.filter((link) => !close.includes(link))].slice(0, mostLinks);
}

/** A column of this site or its family, and not the front page of another one. */
function isOwn(url: string, from: string): boolean {
  return registrableDomain(hostOf(url)) === registrableDomain(hostOf(from)) && pathOf(url) !== '/';
}

function objection(against: ColumnObjection): string {
  if (against.by === 'words') return `没有认定：名称中有“${against.word}”，通常不是本单位的标准栏目`;
  if (against.by === 'file') return '没有认定：链接指向文件';
  if (against.by === 'higher') return '没有认定：链接指向上级网站';
  return '没有认定：名称不像任何标准栏目';
}

function marksOf({ detail, list, columns }: PageReading): string[] {
  const words = [
    detail?.title,
    detail?.documentNumber,
    detail?.indexNumber,
    detail?.issuedOn?.words,
    detail?.publishedOn?.words,
    detail?.issuer,
    ...(detail ? [] : (list?.items ?? []).map(({ title }) => title)),
    ...(detail ? [] : columns.map(({ name }) => name)),
  ];
  const shown = words.flatMap((word) => (word && word.length >= 2 ? [word] : []));
  return [...new Set(shown)].slice(0, mostMarks);
}
