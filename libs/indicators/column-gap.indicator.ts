import { diffDays, type LocalDate } from '#calendar';
import { z } from 'zod';
import type { ColumnFact } from '#facts';
import { columnKeys } from '#programmes';
import { columnsVerdict, columnTitle, type ColumnWord, isCountable } from './column-counts.js';
import { defineIndicator } from './define-indicator.js';

/** 每相邻两条信息的间隔不超过若干天：不只看最新一条。 */
export const columnGap = defineIndicator({
  id: 'column-gap',
  version: 1,
  title: '栏目更新间隔不超过规定天数',
  failureTitle: '栏目更新间隔超过规定天数',
  basis: [{ source: '平昌县基层政务公开监测规则', clause: '(3)', text: '每相邻两条信息之间更新时间不大于90天' }],
  measures:
    '后一条发布在评估周期内的每两条相邻信息，间隔（自然日）都不超过规定天数的栏目为合格。指标值为合格栏目数除以可测栏目数。间隔之内有情况说明的不算。',
  blindSpots:
    '列表没有读完，或有没有日期的条目时，不断定间隔过长；不足两条的栏目无从计算；最新一条以来的天数由“按期更新”判断。',
  remedy: '请保持经常更新；确无信息的发布情况说明，写明时段和原因。',
  requires: ['columns', 'home'],
  params: z.strictObject({
    columns: z.array(z.enum(columnKeys)).min(1),
    maxDays: z.number().int().positive(),
  }),
  evaluate({ columns, home }, { params, period, asOf }) {
    return columnsVerdict(
      params.columns,
      { columns, home },
      (column) => [judge(column, period.from, period.to < asOf ? period.to : asOf, params.maxDays)],
      { good: '间隔合格', unit: '个栏目' },
    );
  },
});

function judge(column: ColumnFact, from: LocalDate, to: LocalDate, maxDays: number): ColumnWord {
  if (!isCountable(column)) return null;
  const days = [...new Set(column.itemDates.filter((day) => day <= to))].sort();
  const pairs = days.slice(1).map((later, index) => ({ earlier: days[index]!, later }));
  const inPeriod = pairs.filter(({ later }) => later >= from);
  if (inPeriod.length === 0) return null;
  const wide = inPeriod.filter(
    ({ earlier, later }) => diffDays(earlier, later) > maxDays && !explained(column, earlier, later),
  );
  if (wide.length === 0) return column.complete || days[0]! < from ? 'good' : null;
  if (!column.complete || column.undatedItems > 0) return null;
  const text = wide.map(({ earlier, later }) => `${earlier}至${later}隔${diffDays(earlier, later)}天`);
  return {
    message: `“${columnTitle(column)}”更新间隔超过${maxDays}天：${text.slice(0, 3).join('、')}${text.length > 3 ? `等${text.length}处` : ''}`,
    details: [
      { label: '栏目', value: columnTitle(column) },
      { label: '规定', value: `相邻两条不超过${maxDays}天` },
      ...text.map((value) => ({ label: '间隔', value })),
    ],
  };
}

function explained({ statementOn }: ColumnFact, earlier: LocalDate, later: LocalDate): boolean {
  return statementOn !== null && statementOn >= earlier && statementOn <= later;
}
