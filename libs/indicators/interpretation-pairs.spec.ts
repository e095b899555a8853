import { describe, expect, it } from 'vitest';
import type { ColumnFact, DocumentFact, InterpretationFact } from '#facts';
import { evaluateIndicator, type Indicator } from './define-indicator.js';
import {
  issued,
  published,
  someColumn,
  someContext,
  someDocument,
  someFacts,
  someInterpretation,
} from './facts.fixture.js';
import { linkedBothWays } from './linked-both-ways.indicator.js';
import { policiesInterpreted } from './policies-interpreted.indicator.js';
import { publishedTogether } from './published-together.indicator.js';

interface Site {
  documents?: DocumentFact[];
  interpretations?: InterpretationFact[];
  columns?: ColumnFact[];
}

function evaluate(indicator: Indicator, site: Site, params: unknown = {}) {
  const columns = site.columns ?? [someColumn('interpretation')];
  return evaluateIndicator(indicator, someFacts({ ...site, columns }), someContext(params));
}

const policy = someDocument('甲');
const paired = someInterpretation('甲');

describe('policies interpreted', () => {
  it('passes by address, and by title where there is no address', () => {
    const byTitle = someInterpretation('甲', { policy: { url: null, title: `《${policy.title}》`, by: 'title' } });
    for (const one of [paired, byTitle]) {
      const result = evaluate(policiesInterpreted, { documents: [policy], interpretations: [one] });
      expect(result).toMatchObject({ outcome: 'pass', measured: 1, of: 1 });
    }
  });

  it('finds the policy that has none', () => {
    const result = evaluate(policiesInterpreted, {
      documents: [policy, someDocument('乙')],
      interpretations: [paired],
    });
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 2 });
    expect(result.findings[0]?.message).toContain('《云岭县乙实施方案》');
  });

  it.each<[string, Partial<DocumentFact>]>([
    ['no number', { documentNumber: null }],
    ['another column', { columnKey: 'notice' }],
    ['a repost', { title: '云岭县人民政府办公室转发省政府关于某某工作实施方案的通知' }],
    ['a reply', { title: '云岭县人民政府关于同意某某规划的批复' }],
    ['an appointment', { title: '云岭县人民政府关于某某同志任职的通知' }],
    ['an ordinary notice', { title: '云岭县人民政府关于做好防汛工作的通知' }],
    ['a moved archive', { issuedOn: issued('2013-01-04') }],
    ['another period', { publishedOn: published('2021-09-15') }],
    ['made by a higher authority', { title: '关于促进消费的意见', issuer: '山岭省人民政府办公厅' }],
  ])('asks none for: %s', (_, change) => {
    const result = evaluate(policiesInterpreted, { documents: [someDocument('乙', change)] });
    expect(result).toMatchObject({ outcome: 'notApplicable', findings: [] });
  });

  it.each<[string, ColumnFact[]]>([
    ['was not found', [someColumn('interpretation', { state: 'missing' })]],
    ['could not be read', [someColumn('interpretation', { state: 'unread' })]],
    ['was not read to its end', [someColumn('interpretation', { complete: false })]],
    ['is not known', []],
  ])('concludes nothing when the interpretation column %s', (_, columns) => {
    const result = evaluate(policiesInterpreted, { documents: [policy], columns });
    expect(result).toMatchObject({ outcome: 'notMeasured', unmeasured: 1, findings: [] });
  });

  it('concludes nothing of a column that is empty while there are interpretations elsewhere', () => {
    const columns = [someColumn('interpretation', { itemCount: 0, itemDates: [], undatedItems: 0 })];
    const documents = [policy, someDocument('乙')];
    const result = evaluate(policiesInterpreted, { documents, interpretations: [paired], columns });
    expect(result).toMatchObject({ outcome: 'pass', unmeasured: 1, findings: [] });
    expect(evaluate(policiesInterpreted, { documents, columns }).outcome).toBe('fail');
  });

  it('waits three working days', () => {
    const young = someDocument('乙', { publishedOn: published('2022-12-29') });
    expect(evaluate(policiesInterpreted, { documents: [young] }).outcome).toBe('notMeasured');
    const older = someDocument('乙', { publishedOn: published('2022-12-27') });
    expect(evaluate(policiesInterpreted, { documents: [older] }).outcome).toBe('fail');
  });
});

describe('linked both ways', () => {
  it.each([
    [true, true, 'pass', undefined, undefined],
    [false, true, 'fail', '解读页面没有链接到文件', 'capture-jd-甲'],
    [true, false, 'fail', '文件页面没有链接到解读', 'capture-甲'],
    [false, false, 'fail', '解读页面没有链接到文件，文件页面没有链接到解读', 'capture-jd-甲'],
  ])('to the policy %s, from it %s: %s', (linksToPolicy, linkedFromPolicy, outcome, lacks, capture) => {
    const one = someInterpretation('甲', { linksToPolicy, linkedFromPolicy });
    const result = evaluate(linkedBothWays, { documents: [policy], interpretations: [one] });
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.message.split('：')[1]).toBe(lacks);
    expect(result.findings[0]?.evidence.capture).toBe(capture);
  });

  it('looks only at pairs of this site and period', () => {
    const elsewhere = someInterpretation('甲', {
      linksToPolicy: false,
      policy: { url: 'https://www.shanling.example/1.html', title: '省政策', by: 'link' },
    });
    const old = someInterpretation('甲', { linksToPolicy: false, publishedOn: published('2021-01-05') });
    for (const one of [elsewhere, old, someInterpretation('甲', { policy: null })]) {
      const result = evaluate(linkedBothWays, { documents: [policy], interpretations: [one] });
      expect(result.outcome).toBe('notApplicable');
    }
  });

  it('does not guess between two policies of one title', () => {
    const twin = { ...policy, url: `${policy.url}?again` };
    const one = someInterpretation('甲', {
      linksToPolicy: false,
      policy: { url: null, title: policy.title, by: 'title' },
    });
    expect(evaluate(linkedBothWays, { documents: [policy, twin], interpretations: [one] }).outcome).toBe(
      'notApplicable',
    );
  });
});

describe('published together', () => {
  const params = { workdays: 3 };
  const together = (from: string, to: string | null, change: Partial<DocumentFact> = {}) =>
    evaluate(
      publishedTogether,
      {
        documents: [someDocument('甲', { publishedOn: published(from), ...change })],
        interpretations: [someInterpretation('甲', { publishedOn: to === null ? null : published(to) })],
      },
      params,
    );

  it.each([
    ['2022-09-15', '2022-09-15', 'pass'],
    ['2022-09-15', '2022-09-10', 'pass'],
    ['2022-09-15', '2022-09-20', 'pass'],
    ['2022-09-15', '2022-09-21', 'fail'],
    ['2022-09-30', '2022-10-10', 'pass'],
    ['2022-09-30', '2022-10-11', 'fail'],
    ['2021-03-01', '2022-09-15', 'needsReview'],
    ['2022-09-15', null, 'notMeasured'],
  ])('policy %s, interpretation %s: %s', (from, to, outcome) => {
    expect(together(from, to).outcome).toBe(outcome);
  });

  it('leaves it to a person when the policy shows a later date too', () => {
    expect(together('2022-09-15', '2022-09-21', { publishedOnOthers: [published('2022-09-20')] }).outcome).toBe(
      'needsReview',
    );
  });
});
