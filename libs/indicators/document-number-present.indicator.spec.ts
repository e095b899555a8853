import { describe, expect, it } from 'vitest';
import type { DocumentFact } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { documentNumberPresent } from './document-number-present.indicator.js';
import { issued, published, someContext, someDocument, someFacts } from './facts.fixture.js';

const evaluate = (...documents: DocumentFact[]) =>
  evaluateIndicator(documentNumberPresent, someFacts({ documents }), someContext({}));
const unnumbered = (change: Partial<DocumentFact> = {}) =>
  someDocument('乙', { documentNumber: null, title: '云岭县教育局关于做好招生工作的通知', ...change });

describe('document number present', () => {
  it('finds an official document without a number', () => {
    const result = evaluate(someDocument('甲'), unnumbered());
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 2 });
    expect(result.findings[0]?.message).toBe(
      '《云岭县教育局关于做好招生工作的通知》（2022-09-15发布）没有标注发文字号',
    );
    expect(result.findings[0]?.evidence.marks).toEqual(['云岭县教育局关于做好招生工作的通知', '成文日期：2022-09-01']);
  });

  it.each<[string, Partial<DocumentFact>, string]>([
    ['signed, and named in the title', { issuedOn: issued('2022-09-01', 'signature'), issuer: null }, 'fail'],
    ['in a column whose own name says it', { columnKey: null, columnName: '规范性文件' }, 'fail'],
    ['the page says that there is none', { saysUnnumbered: true }, 'needsReview'],
    ['undated', { issuedOn: null }, 'needsReview'],
    [
      'nobody is named',
      { title: '关于做好招生工作的通知', issuer: null, issuedOn: issued('2022-09-01', 'text') },
      'needsReview',
    ],
    ['a public notice', { title: '云岭县教育局关于学区划分的公告' }, 'notApplicable'],
    ['no title of a document', { title: '招生工作问答' }, 'notApplicable'],
    ['another column', { columnKey: 'notice' }, 'notApplicable'],
    ['an unknown column', { columnKey: null, columnName: null }, 'notApplicable'],
    ['a column of interpretations', { columnKey: null, columnName: '政策解读' }, 'notApplicable'],
    ['a moved archive', { issuedOn: issued('2015-09-01') }, 'notApplicable'],
    ['undated publication', { publishedOn: null }, 'notApplicable'],
    ['another period', { publishedOn: published('2021-09-15') }, 'notApplicable'],
  ])('%s: %s', (_, change, outcome) => {
    expect(evaluate(unnumbered(change)).outcome).toBe(outcome);
  });
});
