import { addDays, diffDays, type LocalDate } from '#calendar';
import { excuses, fetchOutcomes } from '#evidence';
import type { ColumnFact, SiteFacts, UnreadFact } from '#facts';
import { type AppliesTo, type ColumnKey, type ColumnRule, columnTitles } from '#programmes';
import type { FindingEvidence, OrganisationRef } from './model.js';

export type ColumnState = 'ok' | 'missing' | 'empty' | 'stale' | 'broken' | 'notMeasured';

export interface ColumnStatus {
  status: ColumnState;
  /** Newest date of an item that is not after `asOf`. */
  newestOn: LocalDate | null;
  /** One sentence with the figures. */
  reason: string;
}

/** Calendar days after which a list is stale where the programme says nothing else. */
const defaultMaxAgeDays: Partial<Record<ColumnKey, number>> = {
  news: 14,
  notice: 183,
  policy: 183,
  interpretation: 183,
};

/** Columns that are always lists: a page without items there was not understood, which proves nothing. */
const listsOnly = new Set<ColumnKey>(['news', 'notice', 'policy', 'interpretation']);

/** The rule for a column of which the programme says nothing: not required, fresh by the default ages. */
export function defaultColumnRule(key: ColumnKey): ColumnRule {
  return { key, title: columnTitles[key], required: false, maxAgeDays: defaultMaxAgeDays[key] ?? 365 };
}

/**
 * What state a column is in at `asOf`. Only what was seen counts against it: a list that was not read to its end is
 * never called empty or stale, nor one stale that holds items without a date, and a page that is itself the content has no age. A situation statement younger than
 * the allowed age explains an empty or silent list.
 */
export function columnStatus(column: ColumnFact | undefined, rule: ColumnRule, asOf: LocalDate): ColumnStatus {
  if (!column) return { status: 'notMeasured', newestOn: null, reason: '没有该栏目的采集记录' };
  const newestOn = newestBy(asOf, column.itemDates);
  const status = (state: ColumnState, reason: string): ColumnStatus => ({ status: state, newestOn, reason });
  if (column.state === 'unread') return status('notMeasured', `未能读取：${outcomeMeaning(column)}`);
  if (column.state === 'missing') return status('missing', '应设栏目的页面上没有找到它的链接');
  if (column.state === 'broken') {
    if (column.outcome && excuses(column.outcome)) return status('notMeasured', `未能读取：${outcomeMeaning(column)}`);
    return status('broken', `链接打不开该栏目：${outcomeMeaning(column)}`);
  }
  if (column.isPage && listsOnly.has(column.key)) return status('notMeasured', '页面有内容，但没有读出信息列表');
  if (column.isPage) return status('ok', '栏目页面本身即为内容');
  const explained = hasStatement(column, rule, asOf);
  if (column.itemCount === 0) {
    if (explained) return status('ok', `栏目无信息，已有${column.statementOn}的情况说明`);
    if (!column.complete) return status('notMeasured', '列表没有读完，不能断定为空');
    return status('empty', '栏目能打开，但没有任何信息');
  }
  if (rule.maxAgeDays === null) return status('ok', `有${column.itemCount}条信息，方案不要求更新期限`);
  if (newestOn === null) return status('notMeasured', '列表中没有可用的日期，无法判断更新情况');
  const age = diffDays(newestOn, asOf);
  const figures = `最新信息为${newestOn}，距${asOf}已${age}天，更新期限${rule.maxAgeDays}天`;
  if (age <= rule.maxAgeDays) return status('ok', figures);
  if (explained) return status('ok', `${figures}；已有${column.statementOn}的情况说明`);
  if (!column.complete) return status('notMeasured', `${figures}，但列表没有读完，不能断定没有更新`);
  if (column.undatedItems > 0)
    return status('notMeasured', `${figures}，但另有${column.undatedItems}条没有日期，不能断定没有更新`);
  return status('stale', figures);
}

function newestBy(asOf: LocalDate, days: readonly LocalDate[]): LocalDate | null {
  let newest: LocalDate | null = null;
  for (const day of days) if (day <= asOf && (newest === null || day > newest)) newest = day;
  return newest;
}

/**
 * The columns with what the unread pages leave open: a list with an unread page was not read to its end; a link that was
 * not found may stand on a home or openness page that was not read.
 */
export function columnsAsSeen({ columns, home, unread }: Pick<SiteFacts, 'columns' | 'home' | 'unread'>): ColumnFact[] {
  const entrance = unread.some(({ visit }) => visit.as === 'home' || visit.as === 'openness');
  const isBlind = entrance || home === null || excuses(home.outcome);
  return columns.map((column) => {
    if (column.state === 'missing' && isBlind)
      return { ...column, state: 'unread', note: '首页或政府信息公开页面未能读取，无法判断是否设有该栏目。' };
    return column.complete && unread.some((page) => isListOf(page, column)) ? { ...column, complete: false } : column;
  });
}

function isListOf({ visit }: UnreadFact, { key }: ColumnFact): boolean {
  return visit.columnKey === key && visit.as !== 'detail' && visit.as !== 'file';
}

/** Whether a rule or a rubric item is meant for this unit. */
export function appliesTo(scope: AppliesTo | undefined, organisation: OrganisationRef): boolean {
  const { categories, levels } = scope ?? {};
  if (categories && !categories.includes(organisation.category)) return false;
  return !levels || levels.includes(organisation.level);
}

/**
 * The page on which the state of a column can be seen: its own page or, where its link is missing, the page that should
 * have held it. Null when neither was kept, and then nothing may be held against the unit.
 */
export function columnEvidence(column: ColumnFact, home: { url: string } | null): FindingEvidence | null {
  const url = column.url ?? home?.url;
  if (!column.capture || !url) return null;
  return { capture: column.capture, url, marks: column.name ? [column.name] : [] };
}

function hasStatement(column: ColumnFact, rule: ColumnRule, asOf: LocalDate): boolean {
  const { statementOn } = column;
  if (statementOn === null || statementOn > asOf) return false;
  return statementOn >= addDays(asOf, -(rule.maxAgeDays ?? 365));
}

function outcomeMeaning(column: ColumnFact): string {
  if (column.note) return column.note;
  return column.outcome ? fetchOutcomes[column.outcome].meaning : '没有取得页面';
}
