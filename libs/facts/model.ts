import type { FetchOutcome, PageRequest, Visit } from '#evidence';
import type { ColumnKey } from '#programmes';
import type { Doubt, Provenances } from './provenance.js';
import type { ReportTables } from './report-figures.js';

/** `YYYY-MM-DD` in Asia/Shanghai. */
export type LocalDate = string;

export type { ColumnKey };

export const interpretationFormats = [
  'text',
  'infographic',
  'video',
  'audio',
  'animation',
  'qa',
  'press-conference',
  'interview',
] as const;
export type InterpretationFormat = (typeof interpretationFormats)[number];

/** 解读材料的要素（旭来街方案二(二)4 等）. */
export const interpretationElements = [
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
export type InterpretationElement = (typeof interpretationElements)[number];

/** 政府信息公开指南应当包括的内容（条例第十二条）. */
export const guideElements = [
  '政府信息的分类',
  '编排体系',
  '获取方式',
  '工作机构名称',
  '办公地址',
  '办公时间',
  '联系电话',
  '传真号码',
  '互联网联系方式',
] as const;
export type GuideElement = (typeof guideElements)[number];

export type PageKind =
  'document' | 'interpretation' | 'annualReport' | 'catalogue' | 'guide' | 'list' | 'home' | 'other';
export type IssuedOnSource = 'metadata' | 'signature' | 'text' | 'list';
export type PublishedOnSource = 'tag' | 'metadata' | 'info' | 'url' | 'list';

export interface NamedLink {
  title: string;
  url: string;
  /** It stands in a block that the source hides and a script shows when it has items. */
  hidden?: true;
}

/** A value as it stood on the page, with the words a reader should see marked. */
export interface Dated<Source extends string> {
  on: LocalDate;
  source: Source;
  /** The words on the page, e.g. “成文日期：2025-09-08”. */
  words: string;
}

/** A page ready to be read: decoded text and its address. The reader never sees the network. */
export interface PageText {
  url: string;
  text: string;
  /** MIME type without parameters, lower case. */
  contentType: string;
  visit: Visit;
  /** What was asked; needed only where the next page is the same request with another body. */
  request?: PageRequest;
  /** The requests by which its scripts got the list that it shows, as they were seen when it was rendered. */
  asked?: readonly PageRequest[];
  /** Data that its scripts asked for when it was rendered did not come. */
  unanswered?: true;
}

/** A link of a home, openness or column page that leads to a column. */
export interface ColumnLink {
  key: ColumnKey;
  name: string;
  /** Absolute; '' where only a script can open it. */
  url: string;
  /** Where it stood: in the page's own navigation, a block, the footer. */
  where: 'navigation' | 'body' | 'footer';
}

export interface ListItem {
  title: string;
  url: string;
  /** Date shown beside the item, or null. */
  publishedOn: LocalDate | null;
  /** Document number shown beside the item, or null. */
  documentNumber: string | null;
  /** Date under the head 成文日期 of the list's table; absent where there is none. */
  issuedOn?: LocalDate;
  /** What stands under the head 索引号 of the list's table; absent where there is none. */
  indexNumber?: string;
}

export interface ListReading {
  column: string | null;
  items: ListItem[];
  /** The request that brings the next page, or null on the last. */
  next: PageRequest | null;
  totalItems: number | null;
  /**
   * `next` is null only because nothing on the page tells how to ask for the rest, or the page has boxes of which it cannot be
   * told whether they hold more rows of the column: the list is not whole, whatever its next pages hold.
   */
  restUnknown?: true;
  /** Of what is so unknown, a button loads more in place: a browser can press it. */
  loadsMore?: true;
}

export interface DetailReading {
  title: string | null;
  documentNumber: string | null;
  indexNumber: string | null;
  issuedOn: Dated<IssuedOnSource> | null;
  publishedOn: Dated<PublishedOnSource> | null;
  /** Other dates of publication that the page shows and that differ from the one taken. */
  publishedOnOthers: Dated<PublishedOnSource>[];
  /** The day of the last change, where the page names it beside that of publication. */
  updatedOn?: LocalDate;
  /** As the page says it, perhaps several offices; from a signature the leading one. */
  issuer: string | null;
  /** All who issued it, in their order, the leading one first; absent where there is one. */
  issuers?: string[];
  contentSource: string | null;
  validity: string | null;
  attachments: NamedLink[];
  formats: InterpretationFormat[];
  /** Links of this page to policies it interprets. */
  interprets: NamedLink[];
  /** Links of this page to interpretations of it. */
  interpretedBy: NamedLink[];
  /** Other links of the text and of related blocks: what they lead to decides what they say. Absent where there are none. */
  mentions?: NamedLink[];
  /** Of an interpretation: what stands before and after it in its list, to be looked at where the list is not whole. */
  beside?: NamedLink[];
  /** Titles in 《》 that this page, by its own title, interprets. */
  quotedPolicies: string[];
  elements: InterpretationElement[];
  /** Elements of which its text, all that there is, says not a word; absent where there are none. */
  unsaid?: InterpretationElement[];
  /** A script fills a block of related links by a request of its own: what stands in it was not read. */
  relatedUnread?: true;
  /** Running text of the body, tidied, without navigation. */
  text: string;
  /**
   * For an annual report: its year and which of the six parts stand in it (1–6). `incomplete`: not all of it could be
   * read, so that a part that is not there says nothing.
   */
  annualReport: { year: number; parts: number[]; incomplete?: boolean; tables?: ReportTables } | null;
  /** Where each field was read and how far it can be trusted. */
  provenance: Provenances;
}

/** The days that a home page shows: what tells how long nothing was added to it. */
export interface ShownDays {
  /** Days beside its items or named by their addresses, each once, newest first. */
  days: LocalDate[];
  /** Lines that show a whole date. */
  dated: number;
  /** Dates that it shows without a year, `MM-DD`, each once. */
  short: string[];
}

/** Names of the standard page tags that 网页标签规范 (国办发〔2017〕47号) asks for: of the site, the column, the content. */
export const pageTagNames = [
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ColumnDescription',
  'ColumnKeywords',
  'ColumnType',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
] as const;
export type PageTagName = (typeof pageTagNames)[number];

/** Which standard tags a page has, in their order; those that it has with nothing in them are blank. */
export interface TagsReading {
  filled: PageTagName[];
  blank: PageTagName[];
}

/** What the foot of a home page has to name (国办发〔2017〕47号，底部功能区). */
export const footMarks = [
  '主办单位',
  '联系方式',
  '网站标识码',
  'ICP备案编号',
  '公安机关备案标识',
  '党政机关网站标识',
  '找错入口',
  '站点地图',
] as const;
export type FootMark = (typeof footMarks)[number];

export interface FootReading {
  /** Marks that stand on the page in words, or by the picture or script that alone shows them. */
  shown: FootMark[];
  /** Marks of which only an address, the name of a picture or hidden words speak. */
  hinted: FootMark[];
  /** A frame stands at the foot, and what is in it was not read. */
  framed?: true;
}

/** What the page of 依申请公开 offers to apply with. */
export interface RequestPage {
  /** Fields to be filled in stand on it. */
  form: boolean;
  /** Links to a form elsewhere. */
  entrances: NamedLink[];
}

/** Everything that was understood of one page. Pure function of its text, address and visit. */
export interface PageReading {
  kind: PageKind;
  /** Id of the family that read it, or `generic`. */
  family: string;
  siteName: string | null;
  columnName: string | null;
  title: string | null;
  detail: DetailReading | null;
  list: ListReading | null;
  /** Links to standard columns found on the page. */
  columns: ColumnLink[];
  /** Links by a name that an assessor has ruled to be a column; absent where there are none. */
  named?: NamedLink[];
  /** Rows of a catalogue of open matters, when the page holds such a table. */
  catalogue?: CatalogueRow[];
  /** Of the page of 依申请公开 only. */
  request?: RequestPage;
  /** Of a home page only. */
  shown?: ShownDays;
  /** Of a home page only; absent where an older version read it. */
  foot?: FootReading;
  /** Of HTML pages; absent where an older version read them. */
  tags?: TagsReading;
  /**
   * More requests that must be made to read this page: the data behind a script (`data`), an iframe's list (`list`),
   * columns below or beside it (`column`; with a `name` those that are none of the standard ones), the file that a page is only a shell around (`file`),
   * the next page of an article or the frame that holds its text (`detail`), and
   * from the home page the page of openness (`openness`).
   */
  follow: { request: PageRequest; as: Visit['as']; name?: string }[];
  /** A script fills the place of a list, and nothing tells what it asks for: that no list was read says nothing. */
  unfilled?: true;
  /** Links to articles stand on the page of a column, and no list was read of them: that none was read says nothing. */
  unlisted?: true;
  /** The page of a hall of topics, of the openness prescribed by law or of services leads on by links that are no rows of a list. */
  leadsOn?: true;
  /** The home page names the page of openness, and only a script knows where that is. */
  opennessShut?: true;
  /** The source holds no content: only a browser can show it. */
  needsBrowser: boolean;
  /** As `needsBrowser`, but its source tells what some of its scripts ask for: a browser may show more. */
  shell?: true;
  /** The page says that the site is under repair, or stumbled: what should stand here is not known. */
  outOfOrder?: true;
  /** Data that its scripts asked for did not come: what it does not show may be missing for that. */
  unanswered?: true;
  /** The page says that it is not there, though the server said 200. */
  softNotFound: boolean;
  /** A person is asked to prove that he is one. */
  challenged: boolean;
}

/** A capture with what was read of it: the unit from which a site's facts are put together. */
export interface ReadCapture {
  capture: string;
  url: string;
  finalUrl: string;
  fetchedAt: string;
  outcome: FetchOutcome;
  visit: Visit;
  /** The column that an assessor's pin puts it into, or null for none; absent where no pin speaks of it. */
  pinnedKey?: ColumnKey | null;
  /** Whether the browser was needed and was not there. */
  unrendered: boolean;
  /** Null unless the outcome is `ok`. */
  reading: PageReading | null;
}

export interface DocumentFact {
  url: string;
  kind: 'document' | 'interpretation' | 'annualReport' | 'guide' | 'catalogue' | 'other';
  title: string;
  documentNumber: string | null;
  /** Its block names the field and says that there is none (发文字号：无). */
  saysUnnumbered?: true;
  /** The page says that it was moved here from an older site: when it was first published cannot be known. */
  saysMoved?: true;
  indexNumber: string | null;
  issuedOn: Dated<IssuedOnSource> | null;
  publishedOn: Dated<PublishedOnSource> | null;
  publishedOnOthers: Dated<PublishedOnSource>[];
  issuer: string | null;
  /** As of a reading. */
  issuers?: string[];
  validity: string | null;
  columnKey: ColumnKey | null;
  columnName: string | null;
  attachments: NamedLink[];
  /** Fields that must not be relied upon; absent when there are none. */
  doubts?: Doubt[];
  capture: string;
}

export type PairedBy = 'link' | 'number' | 'title' | 'column';

export interface InterpretationFact {
  url: string;
  title: string;
  publishedOn: Dated<PublishedOnSource> | null;
  formats: InterpretationFormat[];
  elements: InterpretationElement[];
  /** Elements of which its text, all that there is, says not a word; absent where there are none. */
  unsaid?: InterpretationElement[];
  /**
   * The policy it belongs to and why: by link, number, quoted title, or because both stand in paired columns, were published
   * within days and speak of the same matter. `reason` says it to a reader, in Chinese.
   */
  policy: { url: string | null; title: string; by: PairedBy; reason?: string } | null;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
  /** A link is missing on a page whose related links a script asks for, and may be among them. */
  linksUnread?: true;
  columnName: string | null;
  /** As of a document. */
  doubts?: Doubt[];
  capture: string;
}

export interface ColumnFact {
  key: ColumnKey;
  name: string | null;
  url: string | null;
  /**
   * What was found: `found` – its page was read; `missing` – no link to it on any page that should hold one;
   * `broken` – its link does not lead to it; `unread` – it could not be looked at.
   */
  state: 'found' | 'missing' | 'broken' | 'unread';
  /** Outcome of the column's own page, null when there is no link. */
  outcome: FetchOutcome | null;
  /** Dates of all its items, newest first; items without a date are counted in `undatedItems`. */
  itemDates: LocalDate[];
  undatedItems: number;
  itemCount: number;
  /** The column's page is itself the content (a guide, a form, a gateway) and not a list. */
  isPage: boolean;
  /** Whether all pages of its list were read. */
  complete: boolean;
  /** Date of the newest situation statement (情况说明) in it, if any. */
  statementOn: LocalDate | null;
  /** Evidence: the column's page or, when missing, the page that should have linked to it. */
  capture: string | null;
  note: string | null;
}

export interface AnnualReportFact {
  year: number;
  url: string;
  title: string;
  publishedOn: Dated<PublishedOnSource> | null;
  parts: number[];
  /** Its text could not be read (a file only, or a page that was not fetched): then `parts` say nothing. */
  partsUnread?: boolean;
  /** The sentences of its own, without headings, tables and set phrases; absent where its text could not be read whole. */
  passages?: string[];
  /** Its statistics tables; one that was not found, or not as the form has it, is absent. */
  tables?: ReportTables;
  /** As of a document. */
  doubts?: Doubt[];
  capture: string;
}

/** Ways to apply for information that a page names. */
export type RequestWay = 'online' | 'email' | 'post' | 'onSpot' | 'fax';

/** What the pages of 依申请公开 tell and offer. */
export interface RequestFact extends Pick<RequestPage, 'form'> {
  url: string;
  capture: string;
  /** Letters of their text that were read. */
  letters: number;
  ways: RequestWay[];
  /** With what became of each; null where it was not looked at. */
  entrances: (NamedLink & { outcome: FetchOutcome | null; capture: string | null })[];
  /** Whether all that they say was read, so that what they do not say proves something. */
  whole: boolean;
}

/** Matters that plans ask for beside the standard columns: 村（居）务公开, 公众参与行政决策, 政府开放日. */
export type Matter = 'village' | 'participation' | 'openDay';

/** A column or an article on such a matter. */
export interface MatterPageFact {
  matter: Matter;
  name: string;
  url: string;
  capture: string;
  /** When the article was published, or the newest item of the column's lists; null where no date is shown. */
  on: LocalDate | null;
  isColumn: boolean;
  /** Names of the columns below, titles of its items, lines of its text; none for 政府开放日. */
  lines: string[];
}

/** One row of a catalogue (标准目录): its field, its matter, and its elements by their standard names. */
export interface CatalogueRow {
  field: string;
  item: string;
  elements: Record<string, string>;
}

export interface CatalogueItemFact extends CatalogueRow {
  url: string;
  capture: string;
}

/** One visit to a home page, made for no other end than to see whether it opens. */
export interface Probe {
  /** Instant, ISO 8601 with its zone. */
  at: string;
  outcome: FetchOutcome;
  /** Milliseconds until the page had come, or until it was given up. */
  ms: number;
}

/** The visits to one home page that a monitor noted down over some days. */
export interface ProbeLog {
  url: string;
  /** Who kept the log, and the file that it came in. */
  source: string;
  capture: string;
  probes: readonly Probe[];
}

/** A link that was found to be dead, or to lead to something else than it did. */
export interface FaultyLink {
  url: string;
  /** Text of the link; '' where it is a picture. */
  text: string;
  place: LinkPlace;
  /** The page on which it stands. */
  page: string;
  pageCapture: string;
  /**
   * `dead`: so on two days, by `firstAt` and `lastAt`; `suspected`: seen dead, but not on two days. The others open:
   * `hijacked`, `parked` or under another title than before (`changed`), by words that a person must judge.
   */
  state: 'dead' | 'suspected' | 'hijacked' | 'parked' | 'changed';
  /** Instants, ISO 8601 UTC, of the first and the last visit that saw it so, and what these came to. */
  firstAt: string;
  lastAt: string;
  firstOutcome: FetchOutcome;
  lastOutcome: FetchOutcome;
  /** Words on the target that show it. */
  words: string[];
  title: string | null;
  /** The kept page of the target, as last seen. */
  capture: string;
}

/** Links of a home page, and links of details that do not stand there. */
export type LinkPlace = 'home' | 'detail';

/** How the links of a site stood when they were last looked at. */
export interface LinkLog {
  /** Address of the home page. */
  url: string;
  source: string;
  capture: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
  /** Links that there are, and of these the ones that were seen open and faultless; the others but the faulty were not seen. */
  links: Record<LinkPlace, number>;
  alive: Record<LinkPlace, number>;
  faulty: readonly FaultyLink[];
}

/** The home page of a site, and what it showed on the day on which it was seen. */
export interface HomeFact {
  url: string;
  outcome: FetchOutcome;
  capture: string;
  seenOn?: LocalDate;
  /** Absent where the page could not be read; `complete` unless part of it comes from a script and did not. */
  shown?: ShownDays & { complete: boolean };
  /** Absent where the page could not be read, or was read by an older version. */
  foot?: FootReading;
}

/** A page of the guide to disclosure (政府信息公开指南). */
export interface GuideFact {
  url: string;
  title: string;
  found: GuideElement[];
  /** Elements of which it speaks, but not so that they are surely there. */
  hinted: GuideElement[];
  /** Why not all of it was read, in Chinese: what is not in it says nothing then. Null where it was read whole. */
  unread: string | null;
  capture: string;
}

export type PageClass = 'home' | 'column' | 'content';

/** Standard tags over the pages of one class that a site shows at its own address. */
export interface PageTagsFact {
  of: PageClass;
  /** Pages whose tags were read, and those whose tags could not be. */
  pages: number;
  unread: number;
  /** Tags that some of the pages lack, with the first such page. */
  lacking: { tag: PageTagName; missing: number; blank: number; url: string; capture: string }[];
}

/** An article that a list shows, and that the same list did not show in the round before at the place of its date. */
export interface FirstSighting {
  /** As the row links to it. */
  url: string;
  title: string;
  /** The day that the row shows, `YYYY-MM-DD`. */
  shownOn: string;
  /** The page of the list that shows it first; instants are ISO 8601 UTC. */
  seen: { capture: string; seenAt: string };
  /** The page of the earlier list on which it would have stood, and when the list was certainly read so far. */
  absent: { capture: string; seenAt: string };
}

/** A page that could not be read. */
export interface UnreadFact {
  url: string;
  outcome: FetchOutcome;
  visit: Visit;
  /** True when it was fetched but only a browser could show it and there was none. */
  unrendered: boolean;
  capture: string;
}

/** All that one round knows of one site. Pure function of its read captures, in any order. */
export interface SiteFacts {
  siteName: string | null;
  home: HomeFact | null;
  documents: DocumentFact[];
  interpretations: InterpretationFact[];
  columns: ColumnFact[];
  annualReports: AnnualReportFact[];
  catalogue: CatalogueItemFact[];
  /** Absent where no page of 依申请公开 was read. */
  request?: RequestFact;
  /** Absent where none was met. */
  matters?: MatterPageFact[];
  unread: UnreadFact[];
  /** Pages of the guide to disclosure, by address; absent where an older version put the facts together. */
  guides?: GuideFact[];
  /** Absent where an older version put the facts together. */
  pageTags?: PageTagsFact[];
  /** What came into its lists between rounds, up to this one; laid over, and of no single round. */
  sightings?: readonly FirstSighting[];
  /** Imported, never crawled. */
  probes?: ProbeLog;
  /** From our own looking after links, never crawled. */
  links?: LinkLog;
  pages: number;
}
