import { z } from 'zod';
import { columnsWithDefect } from './column-defects.js';
import { columnStatus, defaultColumnRule } from './columns.js';
import { defineIndicator } from './define-indicator.js';

/** 国办单项否决“栏目不更新”(2)：应更新长期未更新的栏目。 */
export const longStaleColumns = defineIndicator({
  id: 'long-stale-columns',
  version: 1,
  title: '没有应更新长期未更新的栏目',
  failureTitle: '有应更新长期未更新的栏目',
  basis: [
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“栏目不更新”(2)',
      text: '应更新但长期未更新的栏目数量10个及以上的，单项否决',
    },
  ],
  measures:
    '除动态要闻、通知公告、政策文件外的列表栏目，超过方案规定的更新期限（方案没有规定的为365天）未更新的，每个计一个问题；累计几个构成否决由评分细则规定。',
  blindSpots: '“应更新”以方案的更新期限为准，栏目确无新信息的须有情况说明；列表没有读完或没有日期时不判断。',
  remedy: '请更新；确无信息的发布情况说明；不再使用的栏目应当合并或撤销。',
  requires: ['columns', 'home'],
  params: z.strictObject({}),
  evaluate({ columns, home }, { columnRules, asOf }) {
    const ruleOf = new Map(columnRules.map((rule) => [rule.key, rule]));
    return columnsWithDefect(
      columns.filter(({ key }) => !['news', 'notice', 'policy'].includes(key)),
      home,
      (column) => columnStatus(column, ruleOf.get(column.key) ?? defaultColumnRule(column.key), asOf),
      { isDefect: (status) => status === 'stale', title: '长期未更新', good: '按期更新' },
    );
  },
});
