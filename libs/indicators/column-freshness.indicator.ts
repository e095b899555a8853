import { z } from 'zod';
import { type ColumnKey, columnKeys } from '#programmes';
import { columnsVerdict, columnTitle } from './column-counts.js';
import { columnStatus, defaultColumnRule } from './columns.js';
import { defineIndicator } from './define-indicator.js';

/** 各栏目在各自的期限内更新：每个栏目一个天数。 */
export const columnFreshness = defineIndicator({
  id: 'column-freshness',
  version: 1,
  title: '各栏目在规定天数内更新',
  failureTitle: '栏目超过规定天数未更新',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“栏目不更新”',
      text: '动态要闻两周内、通知公告和政策文件六个月内应当更新',
    },
    {
      source: '平昌县网站监测规则',
      clause: '各栏目最长未更新天数',
      text: '机关简介、规划计划365天，统计信息、行政许可90天，应急管理、卫生健康60天',
    },
  ],
  measures:
    '逐个栏目比较最新信息距评估日的自然日数与该栏目的规定天数。指标值为在期限内更新的栏目数除以可测栏目数。期限内有情况说明的视为已更新。',
  blindSpots: '缺失、失效、空白的栏目由“栏目齐全”判断，这里不计；列表没有读完或多数条目没有日期时不判断。',
  remedy: '请及时更新；本期确无信息的发布情况说明，写明时段和原因。',
  requires: ['columns', 'home'],
  params: z.strictObject({ maxAgeDays: z.partialRecord(z.enum(columnKeys), z.number().int().positive()) }),
  evaluate({ columns, home }, { params: { maxAgeDays }, asOf }) {
    return columnsVerdict(
      Object.keys(maxAgeDays) as ColumnKey[],
      { columns, home },
      (column) => {
        const rule = { ...defaultColumnRule(column.key), maxAgeDays: maxAgeDays[column.key] ?? null };
        const { status, reason } = columnStatus(column, rule, asOf);
        if (status === 'ok') return ['good'];
        if (status !== 'stale') return [null];
        const details = [
          { label: '栏目', value: columnTitle(column) },
          { label: '依据', value: reason },
        ];
        return [{ message: `“${columnTitle(column)}”超期未更新：${reason}`, details }];
      },
      { good: '按期更新', unit: '个栏目' },
    );
  },
});
