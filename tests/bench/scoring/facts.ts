import { addDays } from '#calendar';
import type { DocumentFact, InterpretationFact, SiteFacts } from '#facts';
import type { OrganisationRef } from '#indicators';
import { columnKeys, pilotFields } from '#programmes';

/**
 * Invented facts of a county's unit as busy ones have them. A fifth of the documents are policies and nine tenths of these
 * are interpreted; one in fifty is late and one in twenty-five has no number.
 */
export const documentsPerUnit = 500;

export function benchUnit(n: number): OrganisationRef {
  const name = `云岭县第${n}局`;
  return { id: name, name, aliases: [], level: '县', category: '部门', parent: null, site: siteOf(n) };
}

export function benchFacts(n: number): SiteFacts {
  const site = siteOf(n);
  const documents = Array.from({ length: documentsPerUnit }, (_, m) => benchDocument(site, n, m));
  return {
    siteName: `云岭县第${n}局`,
    home: { url: site, outcome: 'ok', capture: `home-${n}`, foot: { shown: ['主办单位', '联系方式'], hinted: [] } },
    documents,
    interpretations: documents
      .filter((_, m) => isPolicy(m) && m % 50 !== 0)
      .map((document, m) => interpretationOf(document, m)),
    columns: columnKeys.map((key, m) => {
      const itemDates = Array.from({ length: 60 }, (_, day) => addDays('2025-12-30', -6 * day - ((n + m) % 30)));
      return {
        ...{ key, name: key, url: `${site}${key}/`, state: 'found', outcome: 'ok', itemDates, undatedItems: 0 },
        ...{ itemCount: itemDates.length, isPage: false, complete: true, statementOn: null },
        ...{ capture: `${key}-${n}`, note: null },
      } as const;
    }),
    annualReports: [2022, 2023, 2024].map((year) => ({
      ...{ year, url: `${site}nb/${year}.html`, title: `云岭县第${n}局${year}年政府信息公开工作年度报告` },
      publishedOn: { on: `${year + 1}-01-${String(20 + (n % 11))}`, source: 'tag', words: '发布时间' } as const,
      ...{ parts: [1, 2, 3, 4, 5, 6], capture: `report-${n}-${year}` },
    })),
    catalogue: Array.from({ length: 100 }, (_, m) => ({
      ...{
        field: pilotFields[m % pilotFields.length]!.title,
        item: `事项${m}`,
        elements: { 公开时限: '20个工作日', 公开主体: '云岭县' },
      },
      ...{ url: `${site}ml/`, capture: `catalogue-${n}` },
    })),
    request: {
      ...{ url: `${site}ysq/`, capture: `request-${n}`, letters: 600, ways: ['post', 'onSpot'], whole: true },
      ...{ form: true, entrances: [] },
    },
    matters: (['village', 'participation', 'openDay'] as const).map((matter) => ({
      ...{
        matter,
        name: matter,
        url: `${site}${matter}/`,
        capture: `${matter}-${n}`,
        on: '2025-06-30',
        isColumn: true,
      },
      lines: Array.from({ length: 40 }, (_, m) => `第${m}项惠农政策补贴资金发放情况`),
    })),
    guides: [
      {
        ...{ url: `${site}zn.html`, title: '政府信息公开指南', capture: `guide-${n}`, unread: null },
        ...{ found: ['编排体系', '获取方式', '联系电话'], hinted: ['传真号码'] },
      },
    ],
    pageTags: (['home', 'column', 'content'] as const).map((of) => ({
      ...{ of, pages: of === 'content' ? documentsPerUnit : 20, unread: 0 },
      lacking: [{ tag: 'SiteIDCode', missing: 15, blank: 0, url: site, capture: `home-${n}` }],
    })),
    unread: [],
    pages: documentsPerUnit + 200,
  };
}

function isPolicy(m: number): boolean {
  return m % 5 === 0;
}

function benchDocument(site: string, n: number, m: number): DocumentFact {
  const issuedOn = addDays('2025-01-02', (m * 7 + n) % 330);
  const publishedOn = addDays(issuedOn, m % 50 === 7 ? 45 : m % 20);
  return {
    url: `${site}zc/${m}.html`,
    kind: 'document',
    title: isPolicy(m)
      ? `云岭县第${n}局关于印发《云岭县第${m}项工作实施方案》的通知`
      : `云岭县第${n}局关于第${m}个项目的批复`,
    documentNumber: m % 25 === 3 ? null : `云局发〔2025〕${m}号`,
    indexNumber: `11370000/2025-${m}`,
    issuedOn: { on: issuedOn, source: 'metadata', words: `成文日期：${issuedOn}` },
    publishedOn: { on: publishedOn, source: 'tag', words: publishedOn },
    publishedOnOthers: [],
    issuer: `云岭县第${n}局`,
    validity: '有效',
    columnKey: 'policy',
    columnName: '政策文件',
    attachments: [{ title: '附件', url: `${site}zc/${m}.pdf` }],
    capture: `document-${n}-${m}`,
  };
}

function interpretationOf(document: DocumentFact, m: number): InterpretationFact {
  return {
    url: document.url.replace('/zc/', '/jd/'),
    title: `《${document.title}》解读`,
    publishedOn: document.publishedOn,
    formats: m % 10 === 0 ? ['text'] : ['text', 'infographic'],
    elements: ['背景依据', '主要内容'],
    policy: { url: document.url, title: document.title, by: 'link' },
    linksToPolicy: true,
    linkedFromPolicy: m % 10 !== 3,
    columnName: '政策解读',
    capture: `interpretation-${document.capture}`,
  };
}

function siteOf(n: number): string {
  return `https://unit-${n}.yunling.example/`;
}
