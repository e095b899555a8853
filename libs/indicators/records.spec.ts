import { describe, expect, it } from 'vitest';
import { evaluateIndicator } from './define-indicator.js';
import { evidenceDecided } from './evidence.indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { importedCount } from './imported-count.indicator.js';
import type { Assessment, Decision, ImportedCount } from './model.js';

const evidence = { capture: 'upload-1', url: 'https://assess.yunling.example/uploads/1' };
const scale = { 优: '1', 良: '0.8', 一般: '0.6', 差: '0' };

function decided(params: object, decision: Partial<Decision> | null) {
  const whole: Decision = {
    organisation: '云岭县人民政府',
    requirement: 'R-7',
    period: '2022',
    reviewer: '县政务公开办',
    decidedOn: '2022-12-20',
    evidence,
    ...decision,
  };
  const records = { decisions: decision ? [whole] : [], counts: [] };
  const context = someContext({ form: '会议记录', ...params }, { requirement: 'R-7', records });
  return evaluateIndicator(evidenceDecided, someFacts(), context);
}

const second = (change: Partial<Assessment>): { second: Assessment } => ({
  second: { reviewer: '第三方机构', decidedOn: '2022-12-22', ...change },
});

describe('evidence that people decide on', () => {
  it.each<[string, object, Partial<Decision> | null, string, number, number]>([
    ['none yet', { scale }, null, 'notMeasured', 0, 0],
    ['of another requirement', { scale }, { grade: '优', requirement: 'R-8' }, 'notMeasured', 0, 0],
    ['of another period', { scale }, { grade: '优', period: '2021' }, 'notMeasured', 0, 0],
    ['the best grade', { scale }, { grade: '优' }, 'pass', 100, 100],
    ['a middle grade', { scale }, { grade: '良' }, 'fail', 80, 100],
    ['a share', {}, { share: '0.125' }, 'fail', 1250, 10_000],
    ['a second reviewer is missing', { scale, reviewers: 2 }, { grade: '优' }, 'needsReview', 0, 0],
    ['both say the same', { scale, reviewers: 2 }, { grade: '良', ...second({ grade: '良' }) }, 'fail', 80, 100],
    ['they differ', { scale, reviewers: 2 }, { grade: '优', ...second({ grade: '良' }) }, 'needsReview', 0, 0],
    [
      'they differ, and the mean counts',
      { scale, reviewers: 2, differ: 'mean' },
      { grade: '优', ...second({ grade: '良' }) },
      'fail',
      90,
      100,
    ],
    ['a grade that the scale does not have', { scale }, { grade: '尚可' }, 'error', 0, 0],
  ])('%s', (_, params, decision, outcome, measured, of) => {
    expect(decided(params, decision)).toMatchObject({ outcome, measured, of });
  });

  it('shows the material and the words of the decision', () => {
    const result = decided({ scale }, { grade: '良' });
    expect(result.message).toBe('会议记录经审定为“良”（80%）');
    expect(result.findings[0]?.evidence).toMatchObject(evidence);
    expect(decided({ scale }, null).message).toBe('尚未提交或审定佐证材料');
  });
});

describe('counts from elsewhere', () => {
  const row = (value: number, change: Partial<ImportedCount> = {}): ImportedCount => ({
    organisation: '云岭县人民政府',
    name: '行政复议被纠错',
    period: '2022',
    value,
    source: '县司法局',
    evidence,
    ...change,
  });
  const counted = (counts: ImportedCount[], as = 'fault') =>
    evaluateIndicator(
      importedCount,
      someFacts(),
      someContext({ count: '行政复议被纠错', as }, { records: { decisions: [], counts } }),
    );

  it.each<[string, ImportedCount[], string, string, number, number]>([
    ['none imported', [], 'fault', 'notMeasured', 0, 0],
    ['of another unit', [row(3, { organisation: '云岭县教育局' })], 'fault', 'notMeasured', 0, 0],
    ['none happened', [row(0)], 'fault', 'pass', 0, 0],
    ['faults', [row(3)], 'fault', 'fail', 0, 3],
    ['faults of two sources', [row(3), row(2, { source: '县法院' })], 'fault', 'fail', 0, 5],
    ['credits', [row(2)], 'credit', 'pass', 2, 2],
  ])('%s', (_, counts, as, outcome, measured, of) => {
    expect(counted(counts, as)).toMatchObject({ outcome, measured, of });
  });
});
