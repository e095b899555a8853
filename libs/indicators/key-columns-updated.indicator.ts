import { z } from 'zod';
import { columnsWithDefect } from './column-defects.js';
import { columnStatus, defaultColumnRule } from './columns.js';
import { defineIndicator } from './define-indicator.js';

const days = z.number().int().positive();

/** 国办单项否决“栏目不更新”(1)：动态要闻、通知公告、政策文件一级栏目。 */
export const keyColumnsUpdated = defineIndicator({
  id: 'key-columns-updated',
  version: 1,
  title: '动态要闻、通知公告、政策文件栏目按期更新',
  failureTitle: '动态要闻、通知公告、政策文件栏目不更新',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“栏目不更新”(1)',
      text: '监测时间点前2周内的动态、要闻类栏目，前6个月内的通知公告、政策文件一级栏目，累计5个及以上未更新的，单项否决',
    },
  ],
  measures:
    '动态要闻栏目距评估日14天、通知公告和政策文件栏目183天（自然日）内有更新为合格，每个未更新的栏目计一个问题；累计几个构成否决由评分细则规定。',
  blindSpots: '同类栏目只看得到采集时认出的；列表没有读完或没有日期时不判断；空白栏目由“没有空白栏目”判断。',
  remedy: '请立即更新；确无信息的发布情况说明。',
  requires: ['columns', 'home'],
  params: z.strictObject({ news: days.default(14), notice: days.default(183), policy: days.default(183) }),
  evaluate({ columns, home }, { params, asOf }) {
    const named = new Map<string, number>(Object.entries(params));
    return columnsWithDefect(
      columns.filter(({ key }) => named.has(key)),
      home,
      (column) => {
        const maxAgeDays = named.get(column.key) ?? null;
        return columnStatus(column, { ...defaultColumnRule(column.key), maxAgeDays }, asOf);
      },
      { isDefect: (status) => status === 'stale', title: '栏目不更新', good: '按期更新' },
    );
  },
});
