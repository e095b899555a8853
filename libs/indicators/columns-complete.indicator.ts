import { z } from 'zod';
import { type ColumnKey, type ColumnRule } from '#programmes';
import { appliesTo, columnEvidence, columnsAsSeen, type ColumnState, columnStatus } from './columns.js';
import { defineIndicator } from './define-indicator.js';
import { verdictOf } from './tally.js';
import { type FailDraft, finding, notApplicable } from './verdict.js';

type Defect = Exclude<ColumnState, 'ok' | 'notMeasured'>;

const defects: Record<Defect, { title: string; remedy: string }> = {
  missing: { title: '缺少栏目', remedy: '请在首页或政府信息公开页面设置该栏目的链接，名称与方案一致。' },
  empty: { title: '空白栏目', remedy: '请补充应公开的信息；确无信息的，请发布情况说明，写明时段和原因。' },
  stale: { title: '栏目长期未更新', remedy: '请及时更新；本期确无信息的，请发布情况说明，写明时段和原因。' },
  broken: { title: '栏目链接失效', remedy: '请修复链接，使其打开对应栏目。' },
};

/** 法定栏目齐全、链接有效、按期更新。 */
export const columnsComplete = defineIndicator({
  id: 'columns-complete',
  version: 2,
  title: '应设栏目齐全并按期更新',
  failureTitle: '栏目缺失、空白、失效或长期未更新',
  basis: [
    {
      source: '国办公开办函〔2019〕61号',
      clause: '二',
      text: '政府信息公开平台统一名称、统一格式，缺少的栏目应当设立',
    },
    {
      source: '国办秘函〔2019〕19号',
      clause: '单项否决“栏目不更新”',
      text: '动态要闻两周、通知公告和政策文件六个月内应当更新，不得有空白栏目',
    },
    { source: '平政办发〔2020〕70号', clause: '二(三)7', text: '不得出现“僵尸”栏目' },
  ],
  measures:
    '逐个检查方案要求的栏目：找得到链接、链接能打开该栏目、栏目中有信息、最新信息距评估日不超过更新期限（自然日）。指标值为合格栏目数除以可测栏目数。栏目页面本身即为内容的不问更新；期限内有情况说明的视为已更新。',
  blindSpots:
    '栏目名称与通用名称相差很大时可能认不出；列表没有读完或有条目没有日期时不判断是否过期；首页或公开页面没有读到时不判断缺失；不评价信息本身的质量。',
  remedy: '请按方案设置栏目并及时更新；确无信息的发布情况说明。',
  requires: ['columns', 'home', 'unread'],
  params: z.strictObject({}),
  evaluate(facts, { columnRules, organisation, asOf }) {
    const rules = columnRules.filter((rule) => rule.required && appliesTo(rule.appliesTo, organisation));
    if (rules.length === 0) return notApplicable('方案没有对该类单位提出栏目要求');
    const byKey = new Map(columnsAsSeen(facts).map((column) => [column.key, column]));
    const fails: FailDraft[] = [];
    let good = 0;
    for (const rule of uniqueRules(rules)) {
      const column = byKey.get(rule.key);
      const { status, reason } = columnStatus(column, rule, asOf);
      const evidence = column && columnEvidence(column, facts.home);
      if (status === 'ok') good += 1;
      else if (status !== 'notMeasured' && evidence) {
        const { title, remedy } = defects[status];
        fails.push(
          finding(evidence, {
            subject: rule.key,
            message: `${title}：“${rule.title}”，${reason}`,
            remedy,
            details: [
              { label: '栏目', value: rule.title },
              { label: '网站上的名称', value: column.name ?? '未见' },
              { label: '状态', value: title },
              { label: '依据', value: reason },
              { label: '信息条数', value: String(column.itemCount) },
            ],
          }),
        );
      }
    }
    const asked = uniqueRules(rules).length;
    return verdictOf(
      { good, fails, doubts: [], unmeasured: asked - good - fails.length },
      { good: '合格', unit: '个栏目', unmeasured: '要求的栏目都未能读取' },
    );
  },
});

/** A plan may word a column twice for different classes; the last rule that applies counts. */
function uniqueRules(rules: ColumnRule[]): ColumnRule[] {
  return [...new Map<ColumnKey, ColumnRule>(rules.map((rule) => [rule.key, rule])).values()];
}
