import { z } from 'zod';
import { type Points, points, printPercent } from '#kernel';
import { defineIndicator } from './define-indicator.js';
import type { Assessment, Decision } from './model.js';
import {
  doubt,
  fail,
  finding,
  type Measure,
  needsReview,
  notApplicable,
  notMeasured,
  pass,
  ratio,
  type ReviewDraft,
  type Verdict,
} from './verdict.js';

const share = z.string().regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, '应为0到1之间、最多四位小数的数，如“0.8”');

interface Params {
  form: string;
  scale?: Record<string, string> | undefined;
  reviewers: number;
  differ: 'review' | 'mean';
}

/** 佐证材料：由人审定，不由网站判断。 */
export const evidenceDecided = defineIndicator({
  id: 'evidence',
  version: 1,
  title: '佐证材料经审定符合要求',
  failureTitle: '佐证材料经审定未达要求',
  basis: [
    {
      source: '山西省政务公开工作考核办法（试行）',
      clause: '第七条(一)',
      text: '组织领导：机构、专职人员、年度计划、专题会议等情况',
    },
  ],
  measures:
    '审定人对单位提交的佐证材料给出等次（按方案的等次折算，如优1、良0.8）或折算比例；需要两人审定的，两人一致才计分，或按方案取平均。',
  blindSpots: '材料的真伪和质量由审定人负责；没有提交或尚未审定的不计分，也不计入满分。',
  remedy: '请按要求补交或补充佐证材料，由审定人重新审定。',
  requires: [],
  consults: ['decisions'],
  params: z.strictObject({
    form: z.string().min(1),
    scale: z.record(z.string(), share).optional(),
    reviewers: z.number().int().min(1).max(2).default(1),
    differ: z.enum(['review', 'mean']).default('review'),
  }),
  evaluate(_, { params, organisation, requirement, period, records }) {
    const decision = records?.decisions.find(
      (one) => one.organisation === organisation.id && one.requirement === requirement && one.period === period.id,
    );
    if (decision?.notApplicable) return notApplicable('经审定不适用');
    return decision ? judge(decision, params) : notMeasured('尚未提交或审定佐证材料', 1);
  },
});

function judge(decision: Decision, params: Params): Verdict {
  const { second } = decision;
  const evidence = { ...decision.evidence, marks: [] };
  const toSettle = (why: string): Verdict => {
    const draft: ReviewDraft = doubt(evidence, { subject: decision.requirement, message: `${params.form}：${why}` });
    return needsReview([draft], why);
  };
  if (params.reviewers === 2 && !second) return toSettle('已经一人审定，尚待第二人审定');
  const first = shareOf(decision, params);
  const other = second && params.reviewers === 2 ? shareOf(second, params) : first;
  if (!first.eq(other) && params.differ === 'review') {
    return toSettle(`两名审定人意见不一致（${said(decision)}、${said(second!)}），须合议`);
  }
  const reached = first.plus(other).div(2);
  const measure = measureOf(reached);
  const words = first.eq(other) ? said(decision) : `${said(decision)}、${said(second!)}，取平均`;
  const message = `${params.form}经审定为${words}（${printPercent(reached)}%）`;
  if (measure.measured === measure.of) return pass(measure, { message });
  const details = [
    { label: '材料', value: params.form },
    { label: '审定', value: words },
    { label: '审定日期', value: second?.decidedOn ?? decision.decidedOn },
  ];
  return fail(measure, [finding(evidence, { subject: decision.requirement, message, details })], { message });
}

/** @throws RangeError for a grade that the scale does not have: then our own data are wrong. */
function shareOf({ grade, share: given }: Assessment, { scale }: Params): Points {
  if (given !== undefined) return points(given);
  const named = grade === undefined ? undefined : scale?.[grade];
  if (named === undefined) throw new RangeError(`审定等次“${grade ?? ''}”不在方案的等次中`);
  return points(named);
}

function said({ grade, share: given }: Assessment): string {
  return grade === undefined ? `${printPercent(points(given ?? 0))}%` : `“${grade}”`;
}

/** In whole hundredths where that is exact, else in ten-thousandths. */
function measureOf(reached: Points): Measure {
  const of = reached.times(100).isInteger() ? 100 : 10_000;
  return ratio(reached.times(of).round().toNumber(), of);
}
