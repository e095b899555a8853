import { z } from 'zod';
import { printPercent, share } from '#kernel';
import { defineIndicator } from './define-indicator.js';
import type { LedgerDocument } from './model.js';
import { verdictOf } from './tally.js';
import { doubt, type FailDraft, finding, type FindingText, notMeasured, type ReviewDraft } from './verdict.js';

/** Documents that are named one by one. */
const mostNamed = 10;

/** 依申请公开、不予公开文件逐年压缩，不予公开的写明理由：据导入的文件公开属性台账。 */
export const nonpublicDocuments = defineIndicator({
  id: 'nonpublic-documents',
  version: 1,
  title: '依申请公开和不予公开文件逐年压缩',
  failureTitle: '依申请公开和不予公开文件没有压缩或没有写明理由',
  basis: [
    {
      source: '旭来街街道政务公开工作方案',
      clause: '二(二)1',
      text: '公开属性随公文一并报批，逐年压缩依申请公开、不予公开文件的数量，每年复核',
    },
  ],
  measures:
    '据导入的文件公开属性台账，分两项：本年依申请公开和不予公开文件（按件数或占发文总数的比例，由方案规定）不高于上年；本年不予公开的文件都写明了理由。指标值为符合的项数除以可测的项数。一年没有结束就已高于上年比例的，交人工复核；件数已经超过上年全年的，不必等到年底。没有两年台账的，第一项不作判断。',
  blindSpots: '以单位自己的台账为准，不核对台账是否齐全、属性认定是否正确、理由是否成立。',
  remedy: '请复核文件的公开属性，能够公开的转为主动公开；不予公开的在台账中写明理由。',
  requires: [],
  consults: ['ledger'],
  params: z.strictObject({ by: z.enum(['share', 'count']).default('share') }),
  evaluate(_, { params: { by }, organisation, period, asOf, records }) {
    const until = asOf < period.to ? asOf : period.to;
    const year = Number(until.slice(0, 4));
    const own = (records?.ledger ?? []).filter((one) => one.organisation === organisation.id && one.issuedOn <= until);
    const now = own.filter(({ issuedOn }) => issuedOn.startsWith(`${year}-`));
    const before = own.filter(({ issuedOn }) => issuedOn.startsWith(`${year - 1}-`));
    const [newest] = now.slice(-1);
    if (!newest) return notMeasured(`没有导入${year}年的文件公开属性台账`, 2);
    const fails: FailDraft[] = [];
    const doubts: ReviewDraft[] = [];
    let good = 0;
    const evidence = { ...newest.evidence, marks: [] };
    if (before.length > 0) {
      const text = trendOf(year, now, before);
      const isOver = until.slice(5) === '12-31';
      if (!hasGrown(now, before, by)) good += 1;
      else if (isOver || by === 'count') fails.push(finding(evidence, text));
      else doubts.push(doubt(evidence, { ...text, message: `${text.message}；${year}年尚未结束，须人工复核` }));
    }
    const silent = now.filter(({ openness, reason }) => openness === '不予公开' && reason === null);
    if (silent.length === 0) good += 1;
    else fails.push(finding(evidence, silenceOf(year, silent)));
    return verdictOf(
      { good, fails, doubts, unmeasured: 2 - good - fails.length - doubts.length },
      { good: '符合', unit: '项', unmeasured: '没有两年的台账' },
    );
  },
});

function nonpublic(documents: readonly LedgerDocument[]): number {
  return documents.filter(({ openness }) => openness !== '主动公开').length;
}

/** Exact: shares are compared over a common denominator. */
function hasGrown(now: readonly LedgerDocument[], before: readonly LedgerDocument[], by: 'share' | 'count'): boolean {
  if (by === 'count') return nonpublic(now) > nonpublic(before);
  return nonpublic(now) * before.length > nonpublic(before) * now.length;
}

function trendOf(year: number, now: readonly LedgerDocument[], before: readonly LedgerDocument[]): FindingText {
  const told = (documents: readonly LedgerDocument[]) => {
    const count = nonpublic(documents);
    return `${count}件，占${documents.length}件的${printPercent(share(count, documents.length))}%`;
  };
  return {
    subject: 'trend',
    message: `依申请公开和不予公开文件${year}年${told(now)}，高于${year - 1}年的${told(before)}`,
    details: [
      { label: `${year - 1}年`, value: told(before) },
      { label: `${year}年`, value: told(now) },
    ],
  };
}

function silenceOf(year: number, silent: readonly LedgerDocument[]): FindingText {
  return {
    subject: 'reasons',
    message: `${year}年台账中有${silent.length}件不予公开的文件没有写明理由`,
    details: silent
      .slice(0, mostNamed)
      .map(({ title, documentNumber }) => ({ label: documentNumber ?? '无文号', value: title })),
  };
}
