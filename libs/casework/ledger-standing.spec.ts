import { describe, expect, it } from 'vitest';
import { createWorkdays } from '#calendar';
import type { DocumentFact, SiteFacts } from '#facts';
import type { LedgerDocument } from '#indicators';
import {
  issued,
  published,
  someColumn,
  someDocument,
  someFacts,
  someOrganisation,
} from '../indicators/facts.fixture.js';
import { ledgerKey } from './ledger-match.js';
import { compareLedger, nonpublicByYear, type LedgerCase } from './ledger-standing.js';

const title = '云岭县人民政府办公室关于印发云岭县农村供水管理办法的通知';
const row = (change: Partial<LedgerDocument> = {}): LedgerDocument => ({
  ...{ organisation: someOrganisation.id, title, documentNumber: '云政办发〔2022〕3号', issuedOn: '2022-03-01' },
  ...{ openness: '主动公开', reason: null, evidence: { capture: 'import', url: '台账.xlsx' } },
  ...change,
});
const page = (change: Partial<DocumentFact> = {}): DocumentFact =>
  someDocument('a', {
    ...{ title, documentNumber: '云政办发〔2022〕3号', issuedOn: issued('2022-03-01') },
    ...{ publishedOn: published('2022-03-10') },
    ...change,
  });
const workdays = createWorkdays();
const home = { url: 'https://www.yunling.example/', outcome: 'ok' as const, capture: 'home' };
const facts = (documents: DocumentFact[], change: Partial<SiteFacts> = {}): SiteFacts => ({
  ...someFacts(),
  ...{ home, documents, columns: [someColumn('policy')], unread: [] },
  ...change,
});
const seenOn = '2022-06-30';
const compare = (document: LedgerDocument, own: SiteFacts | null, change: Partial<LedgerCase> = {}) =>
  compareLedger(
    {
      ...{ organisation: someOrganisation, ledger: [document], above: null, aboveUnread: false, words: new Map() },
      ...{ own: own && { facts: own, seenOn }, params: { workdays: 20, startsFrom: 'issued' }, listedOn: seenOn },
      ...change,
    },
    workdays,
  );
const standing = (...args: Parameters<typeof compare>) => compare(...args).standings[0]!;

const unread = (as: 'list' | 'detail', linkText: string | null, outcome: 'timeout' | 'notFound' = 'timeout') => ({
  ...{ url: 'https://www.yunling.example/x', outcome, unrendered: false, capture: 'x' },
  visit: { as, columnKey: 'policy', columnName: '政策文件', from: null, linkText, listPage: 2, depth: 2 },
});

describe('a document of a ledger', () => {
  it.each<[string, Partial<LedgerDocument>, SiteFacts | null, string, string]>([
    ['in time', {}, facts([page()]), 'onTime', '用时7个工作日'],
    ['late', {}, facts([page({ publishedOn: published('2022-04-15') })]), 'late', '应于2022-03-29前公开'],
    ['undated on the site', {}, facts([page({ publishedOn: null })]), 'published', '没有发布日期'],
    [
      'late by the page, in time by the ledger',
      { issuedOn: '2022-03-20' },
      facts([page({ publishedOn: published('2022-04-05') })]),
      'published',
      '台账为2022-03-20、网页为2022-03-01',
    ],
    [
      'late, but its page says so only by the ledger',
      {},
      facts([page({ issuedOn: null, publishedOn: published('2022-04-15') })]),
      'late',
      '应于2022-03-29前公开',
    ],
    [
      'late, with another date in time on the page',
      {},
      facts([page({ publishedOn: published('2022-04-15'), publishedOnOthers: [published('2022-03-05', 'list')] })]),
      'published',
      '另有发布日期2022-03-05',
    ],
    [
      'years late: an archive',
      {},
      facts([page({ publishedOn: published('2024-04-15') })]),
      'published',
      '历史文件迁移',
    ],
    ['not found', {}, facts([]), 'notFound', '没有找到'],
    ['not due', { issuedOn: '2022-06-20' }, facts([]), 'notDue', '应于'],
    ['beyond the calendar', { issuedOn: '1999-06-20' }, facts([]), 'notMeasured', '工作日历'],
    ['no site', {}, null, 'notMeasured', '没有读到本单位网站'],
    ['a home page that does not open', {}, facts([], { home: { ...home, outcome: 'timeout' } }), 'notMeasured', '首页'],
    [
      'a list not read to its end',
      {},
      facts([], { columns: [someColumn('policy', { complete: false })] }),
      'notMeasured',
      '没有读完',
    ],
    [
      'a column that was not read',
      {},
      facts([], { columns: [someColumn('policy', { state: 'unread' })] }),
      'notMeasured',
      '没有读完',
    ],
    ['no column of documents', {}, facts([], { columns: [] }), 'notMeasured', '没有读到公布文件的栏目'],
    ['an unread page of a list', {}, facts([], { unread: [unread('list', null)] }), 'notMeasured', '列表'],
    [
      'a page of a list that is not there',
      {},
      facts([], {
        unread: [
          { ...unread('list', null, 'notFound'), visit: { ...unread('list', null).visit, columnKey: 'service' } },
        ],
      }),
      'notFound',
      '没有找到',
    ],
    [
      'an unread page of its title',
      {},
      facts([], { unread: [unread('detail', `${title.slice(0, 18)}…`)] }),
      'notMeasured',
      '没有读到',
    ],
    [
      'a dead page of its title',
      {},
      facts([], { unread: [unread('detail', title, 'notFound')] }),
      'notMeasured',
      '页面不存在',
    ],
    ['an unread page without a name', {}, facts([], { unread: [unread('detail', null)] }), 'notMeasured', '没有读到'],
    [
      'an unread page of another title',
      {},
      facts([], { unread: [unread('detail', '关于表彰先进集体的决定')] }),
      'notFound',
      '没有找到',
    ],
    ['alike', { title: '关于召开会议的通知' }, facts([page()]), 'ambiguous', '1个页面'],
    ['not public', { openness: '不予公开', reason: '涉及商业秘密' }, facts([]), 'nonpublic', '涉及商业秘密'],
    ['not public, no reason', { openness: '依申请公开' }, null, 'nonpublic', '没有写明理由'],
    ['not public and shown', { openness: '不予公开' }, facts([page()]), 'nonpublicShown', '请核实'],
  ])('%s', (_, document, site, state, why) => {
    const result = standing(row(document), site);
    expect([result.state, result.why]).toEqual([state, expect.stringContaining(why)]);
  });

  it('is not missing before the site above was read whole', () => {
    const above = (site: SiteFacts) => ({ above: { facts: site, seenOn } });
    expect(standing(row(), facts([]), { aboveUnread: true })).toMatchObject({ state: 'notMeasured' });
    expect(standing(row(), facts([]), above(facts([], { columns: [] })))).toMatchObject({ state: 'notMeasured' });
    expect(standing(row(), facts([]), above(facts([])))).toMatchObject({ state: 'notFound' });
    expect(standing(row(), facts([]), above(facts([page()])))).toMatchObject({
      ...{ state: 'onTime', pages: [{ above: true, way: 'number' }] },
    });
    expect(standing(row(), null, above(facts([])))).toMatchObject({ state: 'notMeasured' });
  });

  it('is not missing when the site was last seen before it was due', () => {
    const site = { facts: facts([]), seenOn: '2022-03-20' };
    expect(standing(row(), null, { own: site })).toMatchObject({ state: 'notDue', deadline: '2022-03-29' });
    expect(standing(row(), null, { own: { ...site, seenOn: '2022-03-30' } })).toMatchObject({ state: 'notFound' });
  });

  it('is as late as the first of its pages, where all of them are dated', () => {
    const again = { ...page({ publishedOn: published('2022-04-20') }), url: 'https://www.yunling.example/b' };
    const late = page({ publishedOn: published('2022-04-15') });
    expect(standing(row(), facts([late, again]))).toMatchObject({
      state: 'late',
      why: expect.stringContaining('2022-04-15') as string,
    });
    expect(standing(row(), facts([late, { ...again, publishedOn: null }]))).toMatchObject({ state: 'published' });
    expect(standing(row(), facts([page(), again]))).toMatchObject({ state: 'onTime' });
  });
});

describe('documents of a site that a ledger lacks', () => {
  const other = (change: Partial<DocumentFact> = {}) => ({
    ...page({ title: '云岭县人民政府办公室关于表彰先进集体的决定', documentNumber: '云政办发〔2022〕9号' }),
    ...{ url: 'https://www.yunling.example/9.html' },
    ...change,
  });
  const unlisted = (documents: DocumentFact[], change: Partial<LedgerCase> = {}) =>
    compare(row(), facts(documents), change).unlisted.map(({ page: { url } }) => url);

  it('are told of the years of which there is a ledger, up to the day on which it came', () => {
    expect(unlisted([page(), other()])).toEqual([other().url]);
    expect(unlisted([other({ issuedOn: issued('2021-03-01') })])).toEqual([]);
    expect(unlisted([other({ issuedOn: null })])).toEqual([]);
    expect(unlisted([other()], { listedOn: '2022-02-01' })).toEqual([]);
  });

  it('are the unit’s own', () => {
    expect(
      unlisted([other({ documentNumber: '国办发〔2022〕9号', title: '国务院办公厅关于表彰先进集体的决定' })]),
    ).toEqual([]);
    expect(unlisted([other({ kind: 'other', documentNumber: null })])).toEqual([]);
    // What may be a row of the ledger is left to a person there.
    expect(unlisted([other({ documentNumber: row().documentNumber })])).toEqual([]);
  });
});

describe('documents that are not public', () => {
  it('are counted by year, and a year without a ledger is not measured', () => {
    const of = (year: number, openness: LedgerDocument['openness']) => row({ openness, issuedOn: `${year}-03-01` });
    expect(nonpublicByYear([of(2020, '主动公开'), of(2020, '不予公开'), of(2022, '依申请公开')])).toEqual([
      { year: 2020, documents: 2, onRequest: 0, refused: 1 },
      { year: 2021, documents: null, onRequest: 0, refused: 0 },
      { year: 2022, documents: 1, onRequest: 1, refused: 0 },
    ]);
    expect(nonpublicByYear([])).toEqual([]);
    expect(ledgerKey(row())).toMatch(/./);
  });
});
