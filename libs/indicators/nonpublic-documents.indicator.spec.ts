import { describe, expect, it } from 'vitest';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts, someOrganisation } from './facts.fixture.js';
import type { LedgerDocument } from './model.js';
import { nonpublicDocuments } from './nonpublic-documents.indicator.js';

const evidence = { capture: 'import-1', url: '台账.xlsx' };

/** So many documents of a year, the first of them not public. */
function ledger(year: number, of: number, hidden: number, change: Partial<LedgerDocument> = {}): LedgerDocument[] {
  return Array.from({ length: of }, (_, n) => ({
    organisation: someOrganisation.id,
    title: `关于第${n}件事的通知`,
    documentNumber: `云政发〔${year}〕${n + 1}号`,
    issuedOn: `${year}-03-0${1 + (n % 9)}`,
    openness: n < hidden ? '依申请公开' : '主动公开',
    reason: n < hidden ? '含个人信息' : null,
    evidence,
    ...(n < hidden ? change : {}),
  }));
}

const judge = (documents: LedgerDocument[], params: object = {}, context: object = {}) =>
  evaluateIndicator(
    nonpublicDocuments,
    someFacts(),
    someContext(params, { records: { decisions: [], counts: [], ledger: documents }, ...context }),
  );

describe('documents that are not public', () => {
  it.each<[string, [number, number], [number, number], string, string]>([
    ['a smaller share', [10, 2], [5, 2], 'share', 'pass'],
    ['the same share', [10, 4], [5, 2], 'share', 'pass'],
    ['a larger share', [10, 5], [5, 2], 'share', 'fail'],
    ['a larger share of fewer', [2, 1], [10, 4], 'share', 'fail'],
    ['fewer, a larger share', [2, 1], [10, 4], 'count', 'pass'],
    ['more, a smaller share', [100, 5], [5, 4], 'count', 'fail'],
  ])('%s: now %j, before %j, by %s: %s', (_, now, before, by, outcome) => {
    expect(judge([...ledger(2022, ...now), ...ledger(2021, ...before)], { by }).outcome).toBe(outcome);
  });

  it('are told with both years, and the file in which they stand', () => {
    const { findings } = judge([...ledger(2022, 10, 5), ...ledger(2021, 5, 2)]);
    expect(findings).toMatchObject([{ subject: 'trend', kind: 'fail', evidence: { capture: 'import-1' } }]);
    expect(findings[0]?.message).toBe('依申请公开和不予公开文件2022年5件，占10件的50%，高于2021年的2件，占5件的40%');
  });

  it('ask a person while the year goes on, unless there are more already', () => {
    const documents = [...ledger(2022, 10, 5), ...ledger(2021, 10, 4)];
    const half = { period: '2022Q2', asOf: '2022-06-30' };
    expect(judge(documents, {}, half)).toMatchObject({ outcome: 'pass', of: 1, findings: [{ kind: 'review' }] });
    expect(judge(documents, { by: 'count' }, half)).toMatchObject({ outcome: 'fail', findings: [{ kind: 'fail' }] });
    const later = ledger(2022, 10, 5, { issuedOn: '2022-07-01' });
    expect(judge([...later, ...ledger(2021, 10, 4)], {}, half)).toMatchObject({ outcome: 'pass', of: 2 });
  });

  it('have a reason where they are not published at all', () => {
    const refused = { openness: '不予公开', reason: null } as const;
    const result = judge([...ledger(2022, 10, 2, refused), ...ledger(2021, 10, 4)]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 2, findings: [{ subject: 'reasons' }] });
    expect(result.findings[0]?.details[0]).toEqual({ label: '云政发〔2022〕1号', value: '关于第0件事的通知' });
    // On request is no refusal, and last year's ledger is not asked again.
    expect(judge([...ledger(2022, 10, 2, { reason: null }), ...ledger(2021, 10, 4, refused)]).outcome).toBe('pass');
  });

  it('are not compared without two years, nor measured without a ledger', () => {
    expect(judge(ledger(2022, 10, 5))).toMatchObject({ outcome: 'pass', of: 1, unmeasured: 1 });
    expect(judge(ledger(2021, 10, 5)).outcome).toBe('notMeasured');
    expect(judge([]).outcome).toBe('notMeasured');
    expect(judge(ledger(2022, 10, 5).map((one) => ({ ...one, organisation: '别处' }))).outcome).toBe('notMeasured');
  });
});
