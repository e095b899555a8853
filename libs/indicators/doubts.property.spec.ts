import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AnnualReportFact,
  CatalogueItemFact,
  ColumnFact,
  Doubt,
  DocumentFact,
  InterpretationFact,
  ProvenField,
  SiteFacts,
  UnreadFact,
} from '#facts';
import { type ColumnKey, columnKeys } from '#programmes';
import { defaultColumnRule } from './columns.js';
import { evaluateIndicator } from './define-indicator.js';
import {
  issued,
  published,
  someColumn,
  someContext,
  someDocument,
  someFacts,
  someInterpretation,
  someReport,
} from './facts.fixture.js';
import { findIndicator } from './indicators.js';

const asked: Record<string, unknown> = {
  'published-in-time': { workdays: 20, startsFrom: 'issued' },
  'document-number-present': {},
  'policies-interpreted': {},
  'linked-both-ways': {},
  'published-together': { workdays: 3 },
  'interpretations-varied': { thresholds: [{ fromYear: 2022, atLeast: '0.7' }] },
  'annual-report-in-time': { department: '01-31', government: '03-31', township: '01-31' },
  'annual-report-parts': { parts: 6 },
  'columns-complete': {},
  'unified-entrances': {},
  'topic-column': {},
  'catalogue-published': {},
  'catalogue-fields-covered': { fields: [{ name: '养老服务' }, { name: '救灾' }] },
  'catalogue-elements-complete': {},
};
const columnRules = columnKeys.map((key) => ({ ...defaultColumnRule(key), required: true }));

/** Ids of what would be held against the unit. */
function failsOf(facts: SiteFacts): string[] {
  return Object.entries(asked).flatMap(([id, params]) => {
    const { outcome, findings, message } = evaluateIndicator(
      findIndicator(id)!,
      facts,
      someContext(params, { columnRules }),
    );
    expect(outcome, `${id}: ${message}`).not.toBe('error');
    return findings.filter(({ kind }) => kind === 'fail').map(({ subject }) => `${id} ${subject}`);
  });
}

const day = fc.constantFrom('2013-03-04', '2022-01-05', '2022-03-01', '2022-06-01', '2022-09-01', '2022-10-20');
const maybeDay = fc.option(day, { freq: 6 });
const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];

const documentOf = (name: string): fc.Arbitrary<DocumentFact> =>
  fc
    .record({
      issue: maybeDay,
      source: fc.constantFrom('metadata' as const, 'signature' as const, 'text' as const),
      publication: maybeDay,
      documentNumber: fc.option(fc.constantFrom('云政办发〔2022〕1号', '国办发〔2022〕9号'), { freq: 2 }),
      title: fc.constantFrom(
        `云岭县人民政府办公室关于印发《云岭县${name}实施方案》的通知`,
        '云岭县教育局关于做好招生工作的通知',
        '山岭省教育厅关于做好招生工作的意见',
        '云岭县基层政务公开标准目录',
      ),
      issuer: fc.option(fc.constantFrom('云岭县人民政府办公室', '国务院办公厅')),
      columnKey: fc.constantFrom('policy' as const, 'policy' as const, 'notice' as const, null),
    })
    .map(({ issue, source, publication, ...change }) =>
      someDocument(name, {
        ...change,
        kind: change.title.endsWith('目录') ? 'catalogue' : 'document',
        issuedOn: issue && issued(issue, source),
        publishedOn: publication && published(publication),
      }),
    );

const interpretationOf = (name: string): fc.Arbitrary<InterpretationFact> =>
  fc
    .record({
      publication: maybeDay,
      formats: fc.constantFrom<InterpretationFact['formats']>(['text'], ['text', 'infographic'], []),
      by: fc.constantFrom('link' as const, 'number' as const, 'title' as const, 'column' as const),
      address: fc.boolean(),
      isPaired: fc.boolean(),
      linksToPolicy: fc.boolean(),
      linkedFromPolicy: fc.boolean(),
    })
    .map(({ publication, by, address, isPaired, ...change }) => {
      const { url, title } = someDocument(name);
      return someInterpretation(name, {
        ...change,
        publishedOn: publication && published(publication),
        policy: isPaired ? { url: address || by === 'link' ? url : null, title, by } : null,
      });
    });

const columnOf = (key: ColumnKey): fc.Arbitrary<ColumnFact> =>
  fc
    .record({
      state: fc.constantFrom('found' as const, 'found' as const, 'missing' as const, 'broken' as const),
      itemDates: fc.array(day, { maxLength: 3 }),
      undatedItems: fc.nat({ max: 1 }),
      complete: fc.boolean(),
    })
    .map((change) =>
      someColumn(key, {
        ...change,
        outcome: change.state === 'broken' ? 'notFound' : 'ok',
        itemCount: change.itemDates.length + change.undatedItems,
      }),
    );

const reportOf = (year: number, unit: string): fc.Arbitrary<AnnualReportFact> =>
  fc
    .record({
      publication: fc.option(fc.constantFrom('2021-03-01', '2022-03-01', '2022-04-20', '2022-11-01'), { freq: 6 }),
      parts: fc.subarray([1, 2, 3, 4, 5, 6]),
    })
    .map(({ publication, parts }) =>
      someReport(year, {
        url: `https://www.yunling.example/nb/${unit}${year}.html`,
        title: `${unit}${year}年政府信息公开工作年度报告`,
        publishedOn: publication && published(publication),
        parts,
      }),
    );

/** Two pages of catalogues with two items each. */
const catalogueOf = (page: string): fc.Arbitrary<CatalogueItemFact[]> =>
  fc
    .record({
      field: fc.constantFrom('养老服务', '救灾', '旅游', ''),
      blank: fc.subarray(['公开依据', '公开时限', '公开方式'], { maxLength: 2 }),
    })
    .map(({ field, blank }) => {
      const names = ['公开内容', '公开依据', '公开时限', '公开主体', '公开渠道', '公开对象', '公开方式'];
      const elements = (without: string[]) =>
        Object.fromEntries(names.map((name) => [name, without.includes(name) ? '' : '有']));
      const at = { url: `https://www.yunling.example/ml/${page}.html`, capture: `capture-ml-${page}` };
      return [
        { field, item: '事项一', elements: elements([]), ...at },
        { field, item: '事项二', elements: elements(blank), ...at },
      ];
    });

const some = <Fact>(all: fc.Arbitrary<Fact>[]) =>
  fc.tuple(...all.map((one) => fc.option(one, { freq: 2 }))).map((facts) => facts.filter((fact) => fact !== null));

const siteOf = (documents: number): fc.Arbitrary<SiteFacts> =>
  fc
    .record({
      documents: some(names.slice(0, documents).map(documentOf)),
      interpretations: some(names.slice(0, 3).map(interpretationOf)),
      columns: some((['interpretation', 'annual', 'topic', 'catalogue', 'policy', 'service'] as const).map(columnOf)),
      catalogues: some([catalogueOf('一'), catalogueOf('二')]),
      annualReports: some([
        reportOf(2021, '云岭县'),
        reportOf(2020, '云岭县'),
        reportOf(2021, '云岭县教育局'),
        reportOf(2021, ''),
      ]),
    })
    .map(({ catalogues, ...facts }) => someFacts({ ...facts, catalogue: catalogues.flat() }));

/** How a fact gets worse: doubts about some of its fields, values lost with them, or the whole page unread. */
interface Worse {
  fields: ProvenField[];
  other: string | undefined;
  isLost: boolean;
  isUnread: boolean;
}

const fields: ProvenField[] = ['title', 'documentNumber', 'indexNumber', 'issuedOn', 'publishedOn', 'issuer'];
const worse = (mayLose: boolean): fc.Arbitrary<Worse> =>
  fc.record({
    fields: fc.subarray(fields),
    other: fc.option(fc.oneof(day, fc.constant('详见正文')), { nil: undefined }),
    isLost: mayLose ? fc.boolean() : fc.constant(false),
    isUnread: mayLose ? fc.boolean() : fc.constant(false),
  });

function doubted<Fact extends object>(fact: Fact, { fields, other, isLost }: Worse): Fact {
  const own = fields.filter((field) => field in fact);
  const doubts = own.map((field): Doubt => ({ field, why: '读法不一', ...(other === undefined ? {} : { other }) }));
  const lost = isLost ? own.filter((field) => field !== 'title').map((field) => [field, null]) : [];
  return { ...fact, ...Object.fromEntries(lost), ...(doubts.length > 0 ? { doubts } : {}) };
}

function unreadPage(
  as: UnreadFact['visit']['as'],
  columnKey: string | null,
  linkText: string,
  url: string,
): UnreadFact {
  const visit = { as, columnKey, columnName: null, from: null, linkText, listPage: 1, depth: 2 };
  return { url, outcome: 'timeout', visit, unrendered: false, capture: `unread ${url}` };
}

interface Page {
  url: string;
  title: string;
  columnKey?: ColumnKey | null;
}

function worsened(facts: SiteFacts, changes: Worse[], home: boolean): SiteFacts {
  let at = 0;
  const next = () => changes[at++ % changes.length]!;
  const unread: UnreadFact[] = [];
  const each = <Fact extends Page>(all: Fact[], key: (fact: Fact) => ColumnKey | null) =>
    all.flatMap((fact) => {
      const change = next();
      if (!change.isUnread) return doubted(fact, change);
      unread.push(unreadPage('detail', key(fact), fact.title, fact.url));
      return [];
    });
  const documents = each(facts.documents, ({ columnKey }) => columnKey);
  const interpretations = each(facts.interpretations, () => 'interpretation');
  const annualReports = each(facts.annualReports, () => 'annual');
  const columns = facts.columns.map((column): ColumnFact => {
    const { fields, isUnread } = next();
    if (fields.includes('title')) unread.push(unreadPage('list', column.key, '下一页', `${column.url}?2`));
    if (fields.includes('issuer')) return { ...column, complete: false };
    return isUnread ? { ...column, state: 'unread', outcome: 'timeout' } : column;
  });
  const catalogue = ['一', '二'].flatMap((page) => {
    const items = facts.catalogue.filter(({ url }) => url.includes(page));
    if (!next().isUnread || !items[0]) return items;
    unread.push(unreadPage('detail', 'catalogue', '标准目录', items[0].url));
    return [];
  });
  if (home) unread.push(unreadPage('openness', null, '政府信息公开', 'https://www.yunling.example/gk/'));
  return { ...facts, documents, interpretations, annualReports, columns, catalogue, unread };
}

const shrinks = (facts: SiteFacts, changes: Worse[], home: boolean) => {
  const before = failsOf(facts);
  const after = failsOf(worsened(facts, changes, home));
  expect(after.filter((one) => !before.includes(one))).toEqual([]);
};

const runs = 400;

describe('what is held against a unit', () => {
  // Of documents so few that they are no archive that was moved: then one that is unread tells nothing of the others.
  it('only shrinks when facts become doubtful, lose their values or were never read', () => {
    fc.assert(fc.property(siteOf(3), fc.array(worse(true), { minLength: 1, maxLength: 12 }), fc.boolean(), shrinks), {
      numRuns: runs,
    });
  });

  it('only shrinks when any of many documents becomes doubtful', () => {
    fc.assert(fc.property(siteOf(8), fc.array(worse(false), { minLength: 1, maxLength: 12 }), fc.boolean(), shrinks), {
      numRuns: runs,
    });
  });

  it('is something in the first place', () => {
    const seen = new Set(
      fc
        .sample(siteOf(3), { numRuns: 2 * runs, seed: 7 })
        .flatMap((facts) => failsOf(facts).map((one) => one.split(' ')[0]!)),
    );
    expect([...seen].sort()).toEqual(Object.keys(asked).sort());
  });
});
