import type { ElementName, FormatName, Genre, LocalDate, StandardKey } from '../model.js';

export type Timeliness = 'onTime' | 'late' | 'notMeasured';
export type ColumnStatus = 'ok' | 'missing' | 'empty' | 'stale' | 'broken' | 'notMeasured';

/** One page of content that can be reached. */
export interface DocumentTruth {
  /** `<unit>/<id>`, e.g. `portal/p14`: what seeded cases are called by. */
  id: string;
  organisation: string;
  url: string;
  path: string;
  genre: Genre;
  title: string;
  /** As printed on the page. */
  documentNumber: string | null;
  issuedOn: LocalDate | null;
  /** Where the day of writing stands; null when the page has none. */
  issuedOnFrom: 'metadata' | 'signature' | null;
  publishedOn: LocalDate | null;
  /** The 20th working day after `issuedOn`; null when that cannot be said. */
  deadline: LocalDate | null;
  /**
   * Working days after `issuedOn` up to and including `publishedOn`; null when a date is lacking or lies outside the table of
   * holidays (archives of 2013).
   */
  workdaysTaken: number | null;
  /** By the count alone. A moved archive is `notMeasured`. */
  timeliness: Timeliness;
  /** Late by one or two days with a date from the signature alone: a person must look, no deduction. */
  needsReview: boolean;
  attachments: string[];
  /** Addresses of its interpretations on the site, whether linked or not. */
  interpretedBy: string[];
}

export interface ColumnTruth {
  organisation: string;
  key: StandardKey;
  name: string;
  /** Null when it is missing. */
  url: string | null;
  status: ColumnStatus;
  /** Newest date of its list; null for pages, empty or unread columns. */
  newestOn: LocalDate | null;
  /** Items on all its pages; null when it could not be looked at. */
  itemCount: number | null;
  /** The page is itself the content, not a list. */
  isPage: boolean;
}

export interface InterpretationTruth {
  id: string;
  organisation: string;
  url: string;
  path: string;
  title: string;
  publishedOn: LocalDate | null;
  /**
   * Every form that is in the page, in the order of the product's list. `text` is there when the body has running text (here always
   * eighty characters or more; without it fewer than sixty), whatever other form it has: questions and answers and transcripts have it too.
   */
  formats: FormatName[];
  /** Title of the policy's page, or its quoted name when it is not on this site; null when the page does not tell it rightly. */
  policyTitle: string | null;
  /** Address of the policy on this site, or null: when it is not there, or the page gives no way to tell which one it is. */
  policyUrl: string | null;
  policyOnSite: boolean;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
  elements: ElementName[];
}

export interface AnnualReportTruth {
  organisation: string;
  year: number;
  url: string;
  path: string;
  publishedOn: LocalDate;
  /** 条例 art. 49: departments by 31 January, governments by 31 March; townships by 31 January as the county asks. */
  deadline: LocalDate;
  timeliness: Timeliness;
  /** 1 … 6. */
  missingParts: number[];
  /** What of its statistics tables does not add up. */
  brokenIdentities: 'balance'[];
}

/** What a unit's standard catalogue holds; a unit whose catalogue cannot be reached has none. */
export interface CatalogueTruth {
  organisation: string;
  /** Fields in the order of their tables. */
  fields: string[];
  items: number;
}

/**
 * One problem that must be found. `subject` is a column's key, a year, a platform, an element of the guide, a mark of the foot, a matter or
 * an address.
 */
export interface FindingTruth {
  organisation: string;
  indicator:
    | 'published-in-time'
    | 'columns-complete'
    | 'document-number-present'
    | 'linked-both-ways'
    | 'annual-report-in-time'
    | 'annual-report-complete'
    | 'accounts-per-platform'
    | 'guide-elements'
    | 'footer-marks'
    | 'village-column'
    | 'participation-page';
  subject: string;
  /** `review` never deducts. */
  kind: 'fail' | 'review';
  /** Day by which it falls into a period: of publication, or the county's day for columns. */
  on: LocalDate;
  /** So in the world, but the page hides it so well that a reader who misses it is not to blame. */
  hidden?: true;
}

/** A page that is listed and cannot be read. */
export interface UnreadTruth {
  organisation: string;
  url: string;
  why: 'softNotFound' | 'notFound' | 'redirectLoop' | 'challenged' | 'timeout' | 'hijacked';
}

export interface CountyTruth {
  asOf: LocalDate;
  documents: DocumentTruth[];
  columns: ColumnTruth[];
  interpretations: InterpretationTruth[];
  annualReports: AnnualReportTruth[];
  catalogues: CatalogueTruth[];
  findings: FindingTruth[];
  unread: UnreadTruth[];
}
