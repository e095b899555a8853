import { z } from 'zod';
import { columnsWithDefect } from './column-defects.js';
import { columnStatus, defaultColumnRule } from './columns.js';
import { defineIndicator } from './define-indicator.js';

/** 国办单项否决“栏目不更新”(3)：空白栏目。 */
export const blankColumns = defineIndicator({
  id: 'blank-columns',
  version: 1,
  title: '没有空白栏目',
  failureTitle: '有空白栏目',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“栏目不更新”(3)',
      text: '空白栏目数量5个及以上的，单项否决',
    },
  ],
  measures: '能打开而没有任何信息的栏目，每个计一个问题；累计几个构成否决由评分细则规定。一年内有情况说明的不算空白。',
  blindSpots: '列表没有读完时不断定为空；由脚本填充而未能渲染的不判断。',
  remedy: '请补充信息，或合并、撤销该栏目；确无信息的发布情况说明。',
  requires: ['columns', 'home'],
  params: z.strictObject({}),
  evaluate({ columns, home }, { asOf }) {
    return columnsWithDefect(
      columns,
      home,
      (column) => columnStatus(column, { ...defaultColumnRule(column.key), maxAgeDays: null }, asOf),
      { isDefect: (status) => status === 'empty', title: '空白栏目', good: '有信息' },
    );
  },
});
