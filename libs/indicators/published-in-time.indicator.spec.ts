import { describe, expect, it } from 'vitest';
import type { DocumentFact } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { issued, published, someContext, someDocument, someFacts } from './facts.fixture.js';
import { publishedInTime } from './published-in-time.indicator.js';

const evaluate = (documents: DocumentFact[], change = {}) =>
  evaluateIndicator(
    publishedInTime,
    someFacts({ documents }),
    someContext({ workdays: 20, startsFrom: 'issued' }, change),
  );
const late = (name: string, change: Partial<DocumentFact> = {}) =>
  someDocument(name, { publishedOn: published('2022-10-09'), ...change });

describe('published in time', () => {
  it('passes when every document was in time', () => {
    expect(evaluate([someDocument('甲'), someDocument('乙')])).toMatchObject({ outcome: 'pass', measured: 2, of: 2 });
  });

  it('shows trigger, source, limit, deadline, publication and days over of a late one', () => {
    const result = evaluate([someDocument('甲'), late('乙')]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 2, unmeasured: 0 });
    expect(result.message).toBe('可测的2份公文中1份按时上网，占50%');
    const [one] = result.findings;
    expect(one?.message).toBe(
      '“云岭县人民政府办公室关于印发《云岭县乙实施方案》的通知”2022-09-01成文，应于2022-09-30前（20个工作日内）上网，实际2022-10-09发布，超期2个工作日',
    );
    expect(one?.evidence).toEqual({
      capture: 'capture-乙',
      url: 'https://www.yunling.example/zc/乙.html',
      marks: ['成文日期：2022-09-01', '发布时间：2022-10-09'],
    });
    expect(Object.fromEntries(one!.details.map(({ label, value }) => [label, value]))).toMatchObject({
      起算日期: '2022-09-01（当日不计）',
      起算日期来源: '信息公开元数据：成文日期：2022-09-01',
      时限: '20个工作日',
      截止日期: '2022-09-30',
      发布日期: '2022-10-09',
      实际用时: '22个工作日',
      超期: '超期2个工作日',
    });
  });

  it.each<[string, Partial<DocumentFact>, string, string[]]>([
    ['two days over by the signature', { issuedOn: issued('2022-09-01', 'signature') }, 'needsReview', ['review']],
    ['contradicting dates', { issuedOn: issued('2022-11-01') }, 'needsReview', ['review']],
    ['one year and a half old', { issuedOn: issued('2021-03-01') }, 'needsReview', ['review']],
    ['an archive of 2013', { issuedOn: issued('2013-03-01') }, 'needsReview', ['review']],
    ['an archive older than the calendar', { issuedOn: issued('1998-11-20') }, 'needsReview', ['review']],
    ['no date of issue', { issuedOn: null }, 'notMeasured', []],
    ['no date of publication', { publishedOn: null }, 'notMeasured', []],
    ['made by the State Council', { title: '关于促进消费的意见', issuer: '国务院办公厅' }, 'notApplicable', []],
    ['another maker in the title than the issuer', { issuer: '国务院办公厅' }, 'needsReview', ['review']],
    [
      'an announcement',
      { documentNumber: null, columnKey: 'notice', issuedOn: issued('2022-08-01', 'text') },
      'notApplicable',
      [],
    ],
    ['a page that is no document', { kind: 'other' }, 'notApplicable', []],
    ['published in another year', { publishedOn: published('2021-10-09') }, 'notApplicable', []],
    ['published after the day of assessment', { publishedOn: published('2023-01-03') }, 'notApplicable', []],
  ])('never deducts for %s', (_, change, outcome, kinds) => {
    const result = evaluate([late('乙', change)]);
    expect(result.outcome).toBe(outcome);
    expect(result.findings.map((one) => one.kind)).toEqual(kinds);
  });

  it('passes with doubts beside it and counts them as unmeasured', () => {
    const doubtful = late('乙', { issuedOn: issued('2022-09-01', 'signature') });
    const result = evaluate([someDocument('甲'), doubtful, late('丙', { issuedOn: null })]);
    expect(result).toMatchObject({ outcome: 'pass', measured: 1, of: 1, unmeasured: 2 });
    expect(result.message).toBe('可测的1份公文中1份按时上网，占100%，另有1份公文存疑待复核，1份公文无法测量');
  });

  it('asks once for an archive that was moved as a whole, and once for each document that came along', () => {
    const old = ['甲', '乙', '丙'].map((name, n) => late(name, { issuedOn: issued(`2013-0${n + 1}-10`) }));
    const result = evaluate([...old, late('丁', { issuedOn: issued('2022-08-01') })]);
    expect(result).toMatchObject({ outcome: 'needsReview', unmeasured: 4 });
    expect(result.findings.map((one) => one.message)).toEqual([
      expect.stringContaining('与3份成文一年以上的旧文件同批上网'),
      expect.stringContaining('3份公文成文两年以上才出现在现网址，疑为历史文件迁移'),
    ]);
  });

  it('says the same whatever the order of the facts, and counts an address once', () => {
    const documents = [someDocument('甲'), late('乙'), late('乙'), late('丙', { publishedOn: null })];
    expect(evaluate([...documents].reverse())).toEqual(evaluate(documents));
    expect(evaluate(documents)).toMatchObject({ measured: 1, of: 2, unmeasured: 1 });
  });
});
