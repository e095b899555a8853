import { z } from 'zod';
import type { ColumnFact } from '#facts';
import { columnKeys } from '#programmes';
import {
  columnsVerdict,
  columnTitle,
  type ColumnWord,
  endedSpans,
  isCertainlyShort,
  isCountable,
} from './column-counts.js';
import { columnEvidence } from './columns.js';
import { defineIndicator } from './define-indicator.js';
import { type Tally, verdictOf } from './tally.js';
import { type FailDraft, finding, notApplicable, type Verdict } from './verdict.js';

interface Span {
  id: string;
  from: string;
  to: string;
}

/** 栏目按期达到规定条数：每月若干条、每季度若干条。 */
export const columnQuota = defineIndicator({
  id: 'column-quota',
  version: 1,
  title: '栏目每期信息达到规定条数',
  failureTitle: '栏目每期信息低于规定条数',
  basis: [
    {
      source: '盘山县2018年政务公开量化考核标准',
      clause: '重点领域',
      text: '每个栏目每月报送6条，低于6条扣1分；政策解读每季度1条',
    },
    { source: '怀远县政务公开通报', clause: '县直单位', text: '每月不少于20条，低于的列为“低于最低标准”' },
  ],
  measures:
    '评估周期内已经过完的每个月（季度），逐个栏目（或几个栏目合计）数发布日期在其中的信息；达到规定条数为合格。指标值为合格的栏目月（季）数除以可测的栏目月（季）数。月（季）内有情况说明的视为达到。',
  blindSpots:
    '只数条数，不看信息是否有价值；列表没有读完、条目没有日期而可能补足差额的，不判断；已从网站删除的信息看不到。',
  remedy: '请按规定及时发布；确无信息的发布情况说明，写明时段和原因。不要为凑数发布无关信息。',
  requires: ['columns', 'home'],
  params: z.strictObject({
    columns: z.array(z.enum(columnKeys)).min(1),
    atLeast: z.number().int().positive(),
    per: z.enum(['month', 'quarter']),
    /** The columns' items are counted together. */
    together: z.boolean().default(false),
  }),
  evaluate({ columns, home }, { params, period, asOf }) {
    const spans = endedSpans(period, asOf, params.per);
    if (spans.length === 0) return notApplicable('本期还没有过完的月（季度）');
    if (params.together) {
      const chosen = params.columns.map((key) => columns.find((one) => one.key === key));
      return together(chosen, spans, params.atLeast, home);
    }
    return columnsVerdict(
      params.columns,
      { columns, home },
      (column) => spans.map((span) => judge(column, span, params.atLeast)),
      { good: '达到条数', unit: '个栏目时段' },
    );
  },
});

function judge(column: ColumnFact, span: Span, atLeast: number): ColumnWord {
  if (!isCountable(column)) return null;
  const count = countIn(column, span);
  if (count >= atLeast || explained(column, span)) return 'good';
  if (!isCertainlyShort(column, atLeast - count)) return null;
  return {
    subject: `${column.key} ${span.id}`,
    message: `“${columnTitle(column)}”${span.id}发布${count}条，低于规定的${atLeast}条`,
    details: [
      { label: '栏目', value: columnTitle(column) },
      { label: '时段', value: `${span.from}至${span.to}` },
      { label: '条数', value: String(count) },
      { label: '规定', value: `不少于${atLeast}条` },
    ],
  };
}

function together(
  columns: readonly (ColumnFact | undefined)[],
  spans: readonly Span[],
  atLeast: number,
  home: { url: string } | null,
): Verdict {
  const read = columns.filter((column) => column !== undefined && isCountable(column)) as ColumnFact[];
  const fails: FailDraft[] = [];
  const tally: Tally = { good: 0, fails, doubts: [], unmeasured: 0 };
  const evidence = read.map((column) => columnEvidence(column, home)).find((one) => one !== null);
  for (const span of spans) {
    const counts = read.map((column) => countIn(column, span));
    const count = counts.reduce((sum, one) => sum + one, 0);
    const undated = read.reduce((sum, column) => sum + column.undatedItems, 0);
    const certain =
      read.length === columns.length && read.every((column) => column.complete) && undated < atLeast - count;
    if (count >= atLeast || read.some((column) => explained(column, span))) tally.good += 1;
    else if (!certain || !evidence) tally.unmeasured += 1;
    else {
      fails.push(
        finding(evidence, {
          subject: span.id,
          message: `${span.id}各栏目共发布${count}条，低于规定的${atLeast}条`,
          details: read.map((column, index) => ({ label: columnTitle(column), value: `${counts[index]}条` })),
        }),
      );
    }
  }
  return verdictOf(tally, { good: '达到条数', unit: '个时段', unmeasured: '栏目未能读取，或没有读完' });
}

function countIn(column: ColumnFact, { from, to }: Span): number {
  return column.itemDates.filter((day) => day >= from && day <= to).length;
}

function explained({ statementOn }: ColumnFact, { from, to }: Span): boolean {
  return statementOn !== null && statementOn >= from && statementOn <= to;
}
