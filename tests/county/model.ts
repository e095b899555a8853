/**
 * The shapes of the sample county 云岭县. The data modules say what is so; the families only print it in their own mark-up;
 * the truth is read off the same data, and the seeded cases are written down by hand beside it.
 */

/** `YYYY-MM-DD`. */
export type LocalDate = string;

/** The county's clock stands still here: content ends on this day. */
export const countyAsOf: LocalDate = '2026-06-30';

/** First day for which the county has ordinary content; older things are moved archives. */
export const countyFrom: LocalDate = '2024-07-01';

export const sampleNotice = '示例数据 · 云岭县为虚构县';

/** A place whose units have sites: what their pages say of it. */
export interface Place {
  name: string;
  /** What it is called for short: 县政府, 区政府, 市政府. */
  grade: '县' | '区' | '市' | '街道';
  /** The day on which its time stands still; nothing is dated after it. */
  asOf: LocalDate;
  /** Stands on every page: that it is a sample. */
  notice: string;
  /** Under which its made-up mail and site names lie. */
  domain: string;
}

export const yunling: Place = {
  name: '云岭县',
  grade: '县',
  asOf: countyAsOf,
  notice: sampleNotice,
  domain: 'yunling.example',
};

export const familyNames = ['trs', 'hanweb', 'asp', 'json', 'spa', 'openness'] as const;
export type FamilyName = (typeof familyNames)[number];

export const standardKeys = [
  'guide',
  'rules',
  'statutory',
  'catalogue',
  'annual',
  'request',
  'policy',
  'interpretation',
  'notice',
  'interaction',
  'service',
  'topic',
  'news',
] as const;
export type StandardKey = (typeof standardKeys)[number];

export type Genre =
  | 'policy'
  | 'interpretation'
  | 'notice'
  | 'news'
  | 'annualReport'
  | 'rule'
  | 'statutory'
  | 'catalogue'
  | 'letter'
  | 'serviceGuide'
  | 'topic'
  | 'statement';

export const formatNames = [
  'text',
  'infographic',
  'video',
  'audio',
  'animation',
  'qa',
  'press-conference',
  'interview',
] as const;
export type FormatName = (typeof formatNames)[number];

export const elementNames = [
  '背景依据',
  '目标任务',
  '主要内容',
  '具体举措',
  '适用对象',
  '注意事项',
  '关键词解释',
  '新旧政策差异',
  '解读机关',
] as const;
export type ElementName = (typeof elementNames)[number];

/** Where the date of writing stands; `numerals` is a signature in Chinese numerals. */
export type IssuedShape = 'metadata' | 'signature' | 'numerals';

/** Which way file and interpretation link to each other. */
export type LinkShape = 'both' | 'toPolicy' | 'fromPolicy' | 'none';

export interface Attachment {
  name: string;
  kind: 'docx' | 'xlsx' | 'pdf';
}

export interface Interpretation {
  /** Id of the policy within the same unit, or null when the policy is not on the site. */
  policy: string | null;
  /** Full title of the policy. */
  policyTitle: string;
  links: LinkShape;
  formats: FormatName[];
  elements: ElementName[];
}

/** What happens when the page of an entry is asked for. */
export type Fate = 'softNotFound' | 'redirectLoop' | 'notFound';

/** One page of content. */
export interface Entry {
  /** Unique within the unit, e.g. `p03`. */
  id: string;
  /** Number in its address, unique within the unit. */
  number: number;
  genre: Genre;
  /** Slug of the column that lists it. */
  column: string;
  title: string;
  /** The day of publication that the page shows; null on an undated page. */
  publishedOn: LocalDate | null;
  /** `HH:mm`. */
  time: string;
  documentNumber: string | null;
  issuedOn: LocalDate | null;
  issuedShape: IssuedShape | null;
  /** Value of the page's PubDate tag when the page was made again later than the day it shows. */
  regeneratedOn: LocalDate | null;
  attachments: Attachment[];
  interpretation: Interpretation | null;
  /** Ids of its interpretations. */
  interpretedBy: string[];
  /** `miscounted`: more requests are carried over than its table accounts for. */
  report: { year: number; parts: number[]; miscounted?: true } | null;
  catalogueField: string | null;
  fate: Fate | null;
  /** Words of its own for the body; without them the body is put together from the title. */
  paragraphs: string[] | null;
}

/** What happens when the page of a column is asked for. */
export type ColumnState =
  'open' | 'missing' | 'empty' | 'softNotFound' | 'notFound' | 'toHome' | 'hijacked' | 'challenge' | 'slow';

export interface Column {
  /** Null for a sub-column that is none of the standard ones. */
  key: StandardKey | null;
  slug: string;
  name: string;
  /** Number in addresses. */
  number: number;
  state: ColumnState;
  /** `page`: the column's page is itself the content. */
  shows: 'list' | 'page';
  /** Slug of the column it lies under. */
  parent: string | null;
}

export interface Unit {
  key: string;
  name: string;
  aliases: string[];
  place: Place;
  level: '市' | '县' | '乡' | '村';
  category: '政府' | '部门' | '街镇' | '园区' | '单位' | '村居';
  parent: string | null;
  family: FamilyName;
  /** 网站标识码, ten digits. */
  siteCode: string;
  /** Its prefix in document numbers. */
  prefix: string;
  /** Who signs its documents. */
  signatory: string;
  colour: { main: string; dark: string; light: string };
  address: string;
  phone: string;
  /** One or two sentences about what it does. */
  duties: string;
  /** What its guide leaves out, and what it names without saying it. */
  guide?: { lacks?: readonly GuideLine[]; bare?: readonly GuideLine[] };
}

/** Lines of a guide, by the elements of 条例 art. 12 that they are. */
export type GuideLine = '办公时间' | '传真号码';

export interface Site {
  unit: Unit;
  columns: Column[];
  entries: Entry[];
  /** Fields of its standard catalogue. */
  catalogueFields: string[];
}

/** Newest first, undated last, ties by number. */
export function newestFirst(entries: Entry[]): Entry[] {
  return [...entries].sort((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || b.number - a.number);
}

/** Entries that a column lists: its own, and for the parent of sub-columns also theirs. */
export function entriesOf(site: Site, column: Column): Entry[] {
  if (column.state === 'empty') return [];
  const slugs = new Set([column.slug, ...site.columns.filter((c) => c.parent === column.slug).map((c) => c.slug)]);
  return newestFirst(site.entries.filter((entry) => slugs.has(entry.column)));
}
