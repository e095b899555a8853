import { addDays } from '#calendar';
import { z } from 'zod';
import { columnKeys } from '#programmes';
import { columnsVerdict, columnTitle, isCountable } from './column-counts.js';
import { defineIndicator } from './define-indicator.js';

/** 栏目信息总数不少于若干条。 */
export const columnMinimum = defineIndicator({
  id: 'column-minimum',
  version: 1,
  title: '栏目信息总数达到下限',
  failureTitle: '栏目信息总数低于下限',
  basis: [{ source: '平昌县基层政务公开监测规则', clause: '(1)', text: '每个事项的总内容不少于4条' }],
  measures:
    '栏目列表中的信息总数（不论日期）不少于规定条数为合格。指标值为合格栏目数除以可测栏目数。一年内有情况说明的视为达到。',
  blindSpots: '列表没有读完而已读的不足时不判断；栏目页面本身即为内容的不数条数。',
  remedy: '请补充应公开的信息；确无信息的发布情况说明。',
  requires: ['columns', 'home'],
  params: z.strictObject({
    columns: z.array(z.enum(columnKeys)).min(1),
    atLeast: z.number().int().positive(),
  }),
  evaluate({ columns, home }, { params: { columns: keys, atLeast }, asOf }) {
    return columnsVerdict(
      keys,
      { columns, home },
      (column) => {
        if (!isCountable(column)) return [null];
        const { statementOn, itemCount } = column;
        const explained = statementOn !== null && statementOn <= asOf && statementOn >= addDays(asOf, -365);
        if (itemCount >= atLeast || explained) return ['good'];
        if (!column.complete) return [null];
        const details = [
          { label: '栏目', value: columnTitle(column) },
          { label: '条数', value: String(itemCount) },
          { label: '规定', value: `不少于${atLeast}条` },
        ];
        return [{ message: `“${columnTitle(column)}”共${itemCount}条，少于规定的${atLeast}条`, details }];
      },
      { good: '达到条数', unit: '个栏目' },
    );
  },
});
