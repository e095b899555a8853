import { accounts } from '../content/accounts.js';
import type { Paths } from '../families/family.js';
import {
  countyAsOf,
  countyFrom,
  elementNames,
  entriesOf,
  formatNames,
  type Column,
  type Entry,
  type Site,
} from '../model.js';
import { catalogueFieldRows } from '../render/catalogue-table.js';
import { countWorkingDays, daysBetween, nthWorkingDay } from './holidays.js';
import type {
  AnnualReportTruth,
  CatalogueTruth,
  ColumnStatus,
  ColumnTruth,
  CountyTruth,
  DocumentTruth,
  FindingTruth,
  InterpretationTruth,
  UnreadTruth,
} from './model.js';

/** A site with where it stands. */
export interface PlacedSite {
  site: Site;
  origin: string;
  paths: Paths;
}

const allowedWorkingDays = 20;
/** Working days over that are still only a doubt when the date comes from the signature alone. */
const doubtful = 2;

/** Days after which a column is stale, as interfaces say. */
function maxAge(column: Column): number {
  if (column.key === 'news') return 14;
  return ['notice', 'policy', 'interpretation'].includes(column.key ?? '') ? 183 : 365;
}

/** Whether a crawl that follows the columns reaches the entry and can read it. */
function readable(site: Site, entry: Entry): boolean {
  const column = site.columns.find((candidate) => candidate.slug === entry.column);
  const parent = site.columns.find((candidate) => candidate.slug === column?.parent);
  return entry.fate === null && column?.state === 'open' && (parent?.state ?? 'open') === 'open';
}

function documentTruth({ site, origin, paths }: PlacedSite, entry: Entry): DocumentTruth {
  const { issuedOn, publishedOn } = entry;
  const measurable = issuedOn !== null && publishedOn !== null && issuedOn >= countyFrom;
  const taken = measurable ? countWorkingDays(issuedOn, publishedOn) : null;
  const late = taken !== null && taken > allowedWorkingDays;
  const fromSignature = entry.issuedShape === 'signature' || entry.issuedShape === 'numerals';
  return {
    id: `${site.unit.key}/${entry.id}`,
    organisation: site.unit.name,
    url: origin + paths.entry(entry),
    path: paths.entry(entry),
    genre: entry.genre,
    title: entry.title,
    documentNumber: entry.documentNumber,
    issuedOn,
    issuedOnFrom: issuedOn === null ? null : fromSignature ? 'signature' : 'metadata',
    publishedOn,
    deadline: issuedOn !== null && issuedOn >= countyFrom ? nthWorkingDay(issuedOn, allowedWorkingDays) : null,
    workdaysTaken: taken,
    timeliness: taken === null ? 'notMeasured' : late ? 'late' : 'onTime',
    needsReview: late && fromSignature && taken <= allowedWorkingDays + doubtful,
    attachments: entry.attachments.map((file) => file.name),
    interpretedBy: site.entries
      .filter((other) => entry.interpretedBy.includes(other.id))
      .map((other) => origin + paths.entry(other)),
  };
}

function statusOf(site: Site, column: Column, newestOn: string | null): ColumnStatus {
  switch (column.state) {
    case 'missing':
      return 'missing';
    case 'empty':
      return 'empty';
    case 'softNotFound':
    case 'notFound':
    case 'toHome':
    case 'hijacked':
      return 'broken';
    case 'challenge':
    case 'slow':
      return 'notMeasured';
    case 'open': {
      if (column.shows === 'page') return 'ok';
      if (newestOn === null) return 'empty';
      const explained = entriesOf(site, column).some((entry) => entry.genre === 'statement');
      return daysBetween(newestOn, countyAsOf) > maxAge(column) && !explained ? 'stale' : 'ok';
    }
  }
}

function columnTruths({ site, origin, paths }: PlacedSite): ColumnTruth[] {
  return site.columns.flatMap((column): ColumnTruth[] => {
    if (column.key === null) return [];
    const items = column.state === 'open' && column.shows === 'list' ? entriesOf(site, column) : [];
    const newestOn = items[0]?.publishedOn ?? null;
    const status = statusOf(site, column, newestOn);
    return [
      {
        organisation: site.unit.name,
        key: column.key,
        name: column.name,
        url: column.state === 'missing' || column.state === 'hijacked' ? null : origin + paths.column(column),
        status,
        newestOn,
        itemCount:
          column.state === 'open' && column.shows === 'list' ? items.length : column.state === 'empty' ? 0 : null,
        isPage: column.shows === 'page',
      },
    ];
  });
}

/** What the policy is called to one who reads the page; null where the page has it wrong. */
function policyTitleOf(entry: Entry): string | null {
  const { interpretation } = entry;
  if (!interpretation) return null;
  if (interpretation.policy === null)
    return /《(.+)》/u.exec(interpretation.policyTitle)?.[1] ?? interpretation.policyTitle;
  const name = /《(.+)》/u.exec(interpretation.policyTitle)?.[1] ?? interpretation.policyTitle;
  return interpretation.links === 'none' && !entry.title.includes(name) ? null : interpretation.policyTitle;
}

function interpretationTruth({ site, origin, paths }: PlacedSite, entry: Entry): InterpretationTruth[] {
  const { interpretation } = entry;
  if (!interpretation) return [];
  const policy = site.entries.find((other) => other.id === interpretation.policy);
  const policyTitle = policyTitleOf(entry);
  const has = (way: string) => policy !== undefined && [way, 'both'].includes(interpretation.links);
  return [
    {
      id: `${site.unit.key}/${entry.id}`,
      organisation: site.unit.name,
      url: origin + paths.entry(entry),
      path: paths.entry(entry),
      title: entry.title,
      publishedOn: entry.publishedOn,
      formats: formatNames.filter((format) => interpretation.formats.includes(format)),
      policyTitle,
      policyUrl: policy && policyTitle !== null ? origin + paths.entry(policy) : null,
      policyOnSite: policy !== undefined,
      linksToPolicy: has('toPolicy'),
      linkedFromPolicy: has('fromPolicy'),
      elements: elementNames.filter((element) => interpretation.elements.includes(element)),
    },
  ];
}

function reportTruth({ site, origin, paths }: PlacedSite, entry: Entry): AnnualReportTruth[] {
  const { report, publishedOn } = entry;
  if (!report || publishedOn === null) return [];
  const deadline = `${report.year + 1}-${site.unit.category === '政府' ? '03-31' : '01-31'}`;
  return [
    {
      organisation: site.unit.name,
      year: report.year,
      url: origin + paths.entry(entry),
      path: paths.entry(entry),
      publishedOn,
      deadline,
      timeliness: publishedOn <= deadline ? 'onTime' : 'late',
      missingParts: [1, 2, 3, 4, 5, 6].filter((part) => !report.parts.includes(part)),
      brokenIdentities: report.miscounted ? ['balance'] : [],
    },
  ];
}

function catalogueTruth({ site }: PlacedSite): CatalogueTruth[] {
  const column = site.columns.find(({ key }) => key === 'catalogue');
  if (column?.state !== 'open') return [];
  const fields = site.catalogueFields;
  const items = fields.reduce((sum, field) => sum + catalogueFieldRows(field).length, 0);
  return [{ organisation: site.unit.name, fields, items }];
}

const whyUnread = {
  softNotFound: 'softNotFound',
  notFound: 'notFound',
  toHome: 'softNotFound',
  hijacked: 'hijacked',
  challenge: 'challenged',
  slow: 'timeout',
} as const;

function unreadTruths({ site, origin, paths }: PlacedSite): UnreadTruth[] {
  const organisation = site.unit.name;
  const columns = site.columns.flatMap((column): UnreadTruth[] => {
    if (column.state === 'open' || column.state === 'missing' || column.state === 'empty') return [];
    return [{ organisation, url: origin + paths.column(column), why: whyUnread[column.state] }];
  });
  const entries = site.entries.flatMap((entry): UnreadTruth[] =>
    entry.fate ? [{ organisation, url: origin + paths.entry(entry), why: entry.fate }] : [],
  );
  return [...columns, ...entries];
}

function findingsOf(truth: Omit<CountyTruth, 'findings'>): FindingTruth[] {
  const late = truth.documents
    .filter((document) => document.timeliness === 'late')
    .map((document): FindingTruth => ({
      organisation: document.organisation,
      indicator: 'published-in-time',
      subject: document.url,
      kind: document.needsReview ? 'review' : 'fail',
      on: document.publishedOn ?? truth.asOf,
    }));
  const columns = truth.columns
    .filter((column) => column.status !== 'ok' && column.status !== 'notMeasured')
    .map((column): FindingTruth => ({
      organisation: column.organisation,
      indicator: 'columns-complete',
      subject: column.key,
      kind: 'fail',
      on: truth.asOf,
    }));
  const numbers = truth.documents
    .filter((document) => document.genre === 'policy' && document.documentNumber === null)
    .map((document): FindingTruth => ({
      organisation: document.organisation,
      indicator: 'document-number-present',
      subject: document.url,
      kind: 'fail',
      on: document.publishedOn ?? truth.asOf,
    }));
  const links = truth.interpretations
    .filter((reading) => reading.policyOnSite && !(reading.linksToPolicy && reading.linkedFromPolicy))
    .map((reading): FindingTruth => ({
      organisation: reading.organisation,
      indicator: 'linked-both-ways',
      subject: reading.url,
      kind: 'fail',
      on: reading.publishedOn ?? truth.asOf,
      ...(reading.policyUrl === null ? { hidden: true as const } : {}),
    }));
  const reports = truth.annualReports.flatMap((report): FindingTruth[] => {
    const base = {
      organisation: report.organisation,
      subject: String(report.year),
      kind: 'fail',
      on: report.publishedOn,
    } as const;
    return [
      ...(report.timeliness === 'late' ? [{ ...base, indicator: 'annual-report-in-time' } as const] : []),
      ...(report.missingParts.length > 0 ? [{ ...base, indicator: 'annual-report-complete' } as const] : []),
    ];
  });
  return [...late, ...columns, ...numbers, ...links, ...reports];
}

/** Other words of the list for a platform. */
const platformWords: Record<string, string> = { 微信: '微信公众号', 公众号: '微信公众号', 订阅号: '微信公众号' };

/** More than one account in use on a platform is a problem; one in use beside one left lying is a doubt. */
function accountFindings({ site }: PlacedSite, on: FindingTruth['on']): FindingTruth[] {
  const own = accounts.filter(({ unit }) => unit === site.unit.key);
  const platforms = new Set(own.map(({ platform }) => platformWords[platform] ?? platform));
  return [...platforms].flatMap((subject): FindingTruth[] => {
    const idsOf = (state: string) =>
      new Set(
        own.flatMap((one) =>
          one.state === state && (platformWords[one.platform] ?? one.platform) === subject
            ? [one.id.toLowerCase()]
            : [],
        ),
      ).size;
    const [used, lying] = [idsOf('在用'), idsOf('停更')];
    if (used + lying <= 1) return [];
    const kind = used > 1 ? 'fail' : 'review';
    return [{ organisation: site.unit.name, indicator: 'accounts-per-platform', subject, kind, on }];
  });
}

/** What a guide leaves out is a problem, what it names without saying it a doubt. */
function guideFindings({ site: { unit } }: PlacedSite, on: FindingTruth['on']): FindingTruth[] {
  const base = { organisation: unit.name, indicator: 'guide-elements', on } as const;
  const { lacks = [], bare = [] } = unit.guide ?? {};
  return [
    ...lacks.map((subject): FindingTruth => ({ ...base, subject, kind: 'fail' })),
    ...bare.map((subject): FindingTruth => ({ ...base, subject, kind: 'review' })),
  ];
}

/** The feet of the oldest sites have no number of the police; the national rules ask it of governments and departments. */
function footFindings({ site: { unit } }: PlacedSite, on: FindingTruth['on']): FindingTruth[] {
  if (unit.family !== 'asp' || unit.category === '街镇') return [];
  return [{ organisation: unit.name, indicator: 'footer-marks', subject: '公安机关备案标识', kind: 'fail', on }];
}

/** What the plan of 罗庄 asks to be told of two matters; what is not seen is a doubt and no more. */
const matters = [
  {
    indicator: 'village-column',
    matter: 'village',
    title: '村（居）务公开专栏',
    page: /村(?:（居）)?务公开事项清单/u,
    contents: ['脱贫攻坚', '乡村振兴', '村级财务', '惠农政策', '养老服务', '社会救助', '征地拆迁'],
  },
  {
    indicator: 'participation-page',
    matter: 'participation',
    title: '公众参与页面',
    page: /公众参与行政决策事项范围和方式/u,
    contents: ['事项范围：', '参与方式：', '参与渠道：'],
  },
] as const;

function matterFindings({ site }: PlacedSite, on: FindingTruth['on']): FindingTruth[] {
  if (site.unit.category !== '政府' && site.unit.category !== '街镇') return [];
  return matters.flatMap(({ indicator, matter, title, page, contents }): FindingTruth[] => {
    const entry = site.entries.find((one) => page.test(one.title));
    const text = entry?.paragraphs?.join('') ?? '';
    if (entry && contents.every((name) => text.includes(name))) return [];
    const subject = entry ? matter : title;
    return [{ organisation: site.unit.name, indicator, subject, kind: 'review', on }];
  });
}

/** Reads the truth off the data. The counting of days is the table's in this folder, not the product's. */
export function deriveTruth(placed: PlacedSite[]): CountyTruth {
  const pages = placed.flatMap((place) =>
    place.site.entries.filter((entry) => readable(place.site, entry)).map((entry) => ({ place, entry })),
  );
  const truth = {
    asOf: countyAsOf,
    documents: pages.map(({ place, entry }) => documentTruth(place, entry)),
    columns: placed.flatMap(columnTruths),
    interpretations: pages.flatMap(({ place, entry }) => interpretationTruth(place, entry)),
    annualReports: pages.flatMap(({ place, entry }) => reportTruth(place, entry)),
    catalogues: placed.flatMap(catalogueTruth),
    unread: placed.flatMap(unreadTruths),
  };
  const ofUnits = placed.flatMap((place) => [
    ...accountFindings(place, countyAsOf),
    ...guideFindings(place, countyAsOf),
    ...footFindings(place, countyAsOf),
    ...matterFindings(place, countyAsOf),
  ]);
  return { ...truth, findings: [...findingsOf(truth), ...ofUnits] };
}
