import type { FootMark, GuideElement } from '#facts';

/**
 * A site in a style that the crawler was not written for, with its written truth.
 *
 * Such a site is written from the descriptions of real sites alone. It measures whether reading is exact where nobody has looked
 * before: the crawler is mended by classes of error, never for a site.
 */
export interface UnseenSite {
  /** 机构名称 (invented), also what the truth's rows are for. */
  name: string;
  level: '县' | '乡';
  kind: '政府' | '部门' | '街镇';
  /** What this site tries, in a sentence or two. */
  style: string;
  /** The day on which everything is judged, `YYYY-MM-DD`. */
  asOf: string;
  /**
   * What is known to be missed here, by a piece of the line that reports it: kept in sight until it is mended, and taken out then.
   */
  open?: { line: string; why: string }[];
  /** Answers a request as the site's server would. `origin` is `http://127.0.0.1:PORT`, for absolute links. */
  answer(request: SiteRequest, origin: string): SiteAnswer | Promise<SiteAnswer>;
  truth(origin: string): SiteTruth;
}

export interface SiteRequest {
  method: string;
  /** Path with query, e.g. `/col/index.jsp?page=2`. */
  path: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface SiteAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Written by hand from what a careful person would read on the site, never by a reader. */
export interface SiteTruth {
  /** Every article that is a document (政策文件, 公文, 通知公告), once, by the address its list shows. */
  documents: TrueDocument[];
  interpretations: TrueInterpretation[];
  columns: TrueColumn[];
  annualReports: TrueAnnualReport[];
  /** Addresses that must not come out as a document, interpretation or annual report: news, guides, error pages, hijacked links. */
  others: string[];
  /** What the guide does not tell (条例第十二条), and what the foot of the home page does not name. */
  lacks: { guide: GuideElement[]; foot: FootMark[] };
}

export interface TrueDocument {
  /** Addresses under which it can be reached; any of them is right, but it must be found only once. */
  urls: string[];
  title: string;
  /** As it stands, without spaces; which brackets is not compared. */
  documentNumber: string | null;
  indexNumber: string | null;
  issuedOn: string | null;
  publishedOn: string | null;
  attachments: { name: string; url: string }[];
  /** Late only if published more than 20 working days after it was issued. `notMeasured` where a date cannot be known, or an old archive moved. */
  timeliness: 'onTime' | 'late' | 'notMeasured';
  /** What is difficult here, for the report of a miss. */
  trap?: string;
}

export interface TrueInterpretation {
  urls: string[];
  title: string;
  publishedOn: string | null;
  formats: string[];
  /** Title of the policy it interprets, or null where nobody could tell. */
  policyTitle: string | null;
  policyUrls: string[];
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
  trap?: string;
}

export interface TrueColumn {
  /** guide rules statutory catalogue annual request policy interpretation notice interaction service topic */
  key: string;
  status: 'ok' | 'missing' | 'empty' | 'stale' | 'broken' | 'notMeasured';
  trap?: string;
}

export interface TrueAnnualReport {
  year: number;
  urls: string[];
  publishedOn: string | null;
  /** Which of the six parts of 国办公开办函〔2021〕30号 stand in it, 1–6. */
  parts: number[];
}
