import type { LocalDate, Period, Workdays } from '#calendar';
import type { SiteFacts } from '#facts';
import type { ColumnRule } from '#programmes';

export type OutcomeKind = 'pass' | 'fail' | 'notApplicable' | 'notMeasured' | 'needsReview' | 'error';

/** Where a finding can be seen. No finding exists without it. */
export interface FindingEvidence {
  capture: string;
  url: string;
  /** Words to be marked on the kept page. */
  marks: string[];
}

/** One problem of one unit, or one doubt that a person must settle. */
export interface Finding {
  /** `stableId(organisation, indicator, subject)`: the same problem keeps its id over rounds. */
  id: string;
  organisation: string;
  indicator: string;
  /** Address of the document, key of the column …: what it is about. */
  subject: string;
  /** `fail` deducts; `review` never does. */
  kind: 'fail' | 'review';
  /** What is wrong, one sentence for the unit. */
  message: string;
  /** How to mend it. */
  remedy: string;
  /** The figures behind the sentence, label and value, in reading order. */
  details: { label: string; value: string }[];
  evidence: FindingEvidence;
  /** Only where a person confirmed it; absent or null where nobody did. */
  decided?: Confirmation | null;
}

/** A person's word that a problem is one. */
export interface Confirmation {
  /** What it was before: a doubt that is confirmed deducts from then on. */
  was: Finding['kind'];
  by: string;
  on: LocalDate;
  why: string;
  source: 'review' | 'appeal';
}

/** What one indicator says of one unit. */
export interface IndicatorResult {
  indicator: string;
  /** Version of the indicator's rule. */
  version: number;
  outcome: OutcomeKind;
  /** Subjects that comply and subjects that were measured: the measure is `measured / of`. */
  measured: number;
  of: number;
  /** Subjects that could not be measured (undated, unread …). */
  unmeasured: number;
  /** One sentence with the figures. */
  message: string;
  findings: Finding[];
}

export interface OrganisationRef {
  id: string;
  name: string;
  aliases: string[];
  /** 省 市 县 乡 村. */
  level: string;
  /** 政府 部门 街镇 园区 村居 单位. */
  category: string;
  parent: string | null;
  site: string | null;
}

/** One reviewer's word on what a unit submitted: a grade of the item's scale, or a share of full marks (a decimal). */
export interface Assessment {
  grade?: string;
  share?: string;
  /** Office or role of the reviewer. */
  reviewer: string;
  decidedOn: LocalDate;
}

/** What was decided on the evidence that a unit submitted for a requirement, by one reviewer or two. */
export interface Decision extends Assessment {
  organisation: string;
  requirement: string;
  period: string;
  second?: Assessment;
  /** What it rests on, in words. */
  basis?: string;
  /** The unit need not hand anything in; grade and share then say nothing. */
  notApplicable?: true;
  /** The submitted material, or the record of the decision. */
  evidence: Pick<FindingEvidence, 'capture' | 'url'>;
}

/** A number that another system or office counted for a unit and period: reviews lost in court, messages left open. */
export interface ImportedCount {
  organisation: string;
  /** e.g. 行政复议被纠错. */
  name: string;
  period: string;
  value: number;
  source: string;
  /** The imported file. */
  evidence: Pick<FindingEvidence, 'capture' | 'url'>;
}

export const rulingResults = ['meets', 'fails', 'notApplicable'] as const;

/**
 * What a person found of a unit in a period, on an indicator or on all that a requirement asks for. Nothing is ruled without
 * a name, a day and a reason.
 */
export interface Ruling {
  organisation: string;
  /** Id of an indicator or of a requirement. */
  about: string;
  period: string;
  result: (typeof rulingResults)[number];
  by: string;
  on: LocalDate;
  basis: string;
  /** The file in which it was handed in. */
  source: string;
  /** Address of the proof, where one was given. */
  link?: string;
  /** The imported file. */
  evidence: Pick<FindingEvidence, 'capture' | 'url'>;
}

/** Names of matters as the portal of government services (政务服务网) has them. */
export interface ServiceList {
  /** Who exported it, and when. */
  source: string;
  /** `organisation` is the name of the unit that handles the matter; null where the list does not say. */
  services: readonly { name: string; organisation: string | null }[];
  /** The imported file. */
  evidence: Pick<FindingEvidence, 'capture' | 'url'>;
}

/** One document of a unit's own ledger, which its site need not show. */
export interface LedgerDocument {
  organisation: string;
  title: string;
  /** With 〔〕 around the year, or null. */
  documentNumber: string | null;
  issuedOn: LocalDate;
  openness: '主动公开' | '依申请公开' | '不予公开';
  /** Why it is not published; null where the ledger does not say. */
  reason: string | null;
  /** The imported file. */
  evidence: Pick<FindingEvidence, 'capture' | 'url'>;
}

/** One account of a unit on a platform of new media. */
export interface NewMediaAccount {
  /** e.g. 微信公众号. */
  platform: string;
  name: string;
  /** What names it on its platform, or its address as `//host/path`, in one spelling; null where the list has neither. */
  id: string | null;
  /** Of platforms that have several kinds of accounts: 订阅号, 服务号. */
  kind: string | null;
  state: '在用' | '停更' | '已注销';
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
}

/** All accounts that the newest imported list has of a unit. */
export interface AccountList {
  organisation: string;
  /** Day on which the list was imported: so it was at the latest then. */
  listedOn: LocalDate;
  /** Empty where the list says that the unit has none. */
  accounts: readonly NewMediaAccount[];
  /** The imported file. */
  evidence: Pick<FindingEvidence, 'capture' | 'url'>;
}

/** What was entered and not read off a site. */
export interface Records {
  decisions: readonly Decision[];
  counts: readonly ImportedCount[];
  rulings?: readonly Ruling[];
  services?: ServiceList;
  ledger?: readonly LedgerDocument[];
  /** One for each unit of which a list speaks. */
  accounts?: readonly AccountList[];
}

/** What other units published, for indicators that set a unit beside others. */
export interface Peer {
  organisation: OrganisationRef;
  facts: Pick<SiteFacts, 'annualReports' | 'catalogue'>;
}

/** What every indicator may know beside its facts. Time comes in; nothing here has a clock. */
export interface IndicatorContext<Params> {
  params: Params;
  organisation: OrganisationRef;
  period: Period;
  asOf: LocalDate;
  workdays: Workdays;
  columnRules: ColumnRule[];
  /** The requirement for which it is asked. */
  requirement?: string;
  records?: Records;
  /** All units that are assessed together, the unit itself among them; one list for all of them. */
  peers?: readonly Peer[];
}

export type FactName = keyof SiteFacts;

/** What an indicator may consult beside the facts of the unit's own site. */
export type Consulted = keyof Records | 'peers';
