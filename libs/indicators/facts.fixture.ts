import { createWorkdays, parsePeriod } from '#calendar';
import type {
  AnnualReportFact,
  ColumnFact,
  Dated,
  DocumentFact,
  InterpretationFact,
  IssuedOnSource,
  PublishedOnSource,
  SiteFacts,
} from '#facts';
import type { IndicatorContext, OrganisationRef } from './model.js';

/** Invented facts for tests: a sound document, interpretation, column, report and site, each changed where a test says so. */

const workdays = createWorkdays();

export function issued(on: string, source: IssuedOnSource = 'metadata'): Dated<IssuedOnSource> {
  return { on, source, words: `成文日期：${on}` };
}

export function published(on: string, source: PublishedOnSource = 'tag'): Dated<PublishedOnSource> {
  return { on, source, words: `发布时间：${on}` };
}

export function someDocument(name: string, change: Partial<DocumentFact> = {}): DocumentFact {
  return {
    url: `https://www.yunling.example/zc/${name}.html`,
    kind: 'document',
    title: `云岭县人民政府办公室关于印发《云岭县${name}实施方案》的通知`,
    documentNumber: '云政办发〔2022〕1号',
    indexNumber: null,
    issuedOn: issued('2022-09-01'),
    publishedOn: published('2022-09-15'),
    publishedOnOthers: [],
    issuer: '云岭县人民政府办公室',
    validity: null,
    columnKey: 'policy',
    columnName: '政策文件',
    attachments: [],
    capture: `capture-${name}`,
    ...change,
  };
}

export function someInterpretation(name: string, change: Partial<InterpretationFact> = {}): InterpretationFact {
  return {
    url: `https://www.yunling.example/jd/${name}.html`,
    title: `《云岭县${name}实施方案》政策解读`,
    publishedOn: published('2022-09-15'),
    formats: ['text', 'infographic'],
    elements: [],
    policy: {
      url: `https://www.yunling.example/zc/${name}.html`,
      title: `云岭县人民政府办公室关于印发《云岭县${name}实施方案》的通知`,
      by: 'link',
    },
    linksToPolicy: true,
    linkedFromPolicy: true,
    columnName: '政策解读',
    capture: `capture-jd-${name}`,
    ...change,
  };
}

export function someColumn(key: ColumnFact['key'], change: Partial<ColumnFact> = {}): ColumnFact {
  return {
    key,
    name: key,
    url: `https://www.yunling.example/${key}/`,
    state: 'found',
    outcome: 'ok',
    itemDates: ['2022-12-20', '2022-12-01'],
    undatedItems: 0,
    itemCount: 2,
    isPage: false,
    complete: true,
    statementOn: null,
    capture: `capture-${key}`,
    note: null,
    ...change,
  };
}

export function someReport(year: number, change: Partial<AnnualReportFact> = {}): AnnualReportFact {
  return {
    year,
    url: `https://www.yunling.example/nb/${year}.html`,
    title: `云岭县人民政府${year}年政府信息公开工作年度报告`,
    publishedOn: published(`${year + 1}-01-20`),
    parts: [1, 2, 3, 4, 5, 6],
    capture: `capture-report-${year}`,
    ...change,
  };
}

export function someFacts(change: Partial<SiteFacts> = {}): SiteFacts {
  return {
    siteName: '云岭县人民政府',
    home: { url: 'https://www.yunling.example/', outcome: 'ok', capture: 'capture-home' },
    documents: [],
    interpretations: [],
    columns: [],
    annualReports: [],
    catalogue: [],
    unread: [],
    pages: 1,
    ...change,
  };
}

export const someOrganisation: OrganisationRef = {
  id: '云岭县人民政府',
  name: '云岭县人民政府',
  aliases: [],
  level: '县',
  category: '政府',
  parent: null,
  site: 'https://www.yunling.example/',
};

export function someContext(
  params: unknown,
  change: Partial<Omit<IndicatorContext<unknown>, 'period'>> & { period?: string } = {},
): IndicatorContext<unknown> {
  const { period = '2022', ...rest } = change;
  return {
    params,
    organisation: someOrganisation,
    period: parsePeriod(period),
    asOf: '2022-12-31',
    workdays,
    columnRules: [],
    ...rest,
  };
}
