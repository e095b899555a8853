import type { PlanParts, Programme, Requirement, RubricItem, Threshold } from '../api/types.js';
import { percent, points } from './figures.js';

/** Titles of the indicators as the rubric's items name them. */
export function indicatorTitles(programme: Programme | null): Record<string, string> {
  const items = programme?.rubric.groups.flatMap((group) => group.items) ?? [];
  return Object.fromEntries(items.map(({ indicator, title }) => [indicator, title]));
}

const wishes: Record<string, string> = { rise: '上升', fall: '下降', notRise: '不上升', notFall: '不下降' };

/** A rule of the rubric in words; a kind that is not known yet keeps its name. */
export function ruleText(rule: RubricItem['rule']): string {
  switch (rule.kind) {
    case 'allOrNothing':
      return '符合得满分，不符合不得分';
    case 'proportional':
      return '按符合的比例得分';
    case 'perFinding':
      return `每个问题扣 ${points(text(rule.each))} 分${rule.cap ? `，最多扣 ${points(text(rule.cap))} 分` : '，扣完为止'}`;
    case 'once':
      return `存在任何问题扣 ${points(text(rule.off))} 分，只扣一次`;
    case 'perMissing':
      return `每少一个扣 ${points(text(rule.each))} 分${rule.cap ? `，最多扣 ${points(text(rule.cap))} 分` : '，扣完为止'}`;
    case 'perSubject':
      return `每一个得 ${points(text(rule.each))} 分${rule.cap ? `，最多得 ${points(text(rule.cap))} 分` : '，得满为止'}`;
    case 'trend':
      return `较${rule.against === 'lastYear' ? '上年同期' : '上期'}${wishes[text(rule.wants) ?? ''] ?? '变化'}得满分，否则不得分`;
    case 'threshold':
      return `达到 ${percent(text(rule.full))} 得满分${rule.zero ? `，低于 ${percent(text(rule.zero))} 不得分` : ''}，之间按比例得分`;
    case 'bands':
      return bands(rule.bands);
    case 'veto':
      return `单项否决：${rule.atLeast ? `问题达到 ${text(rule.atLeast)} 个，` : '出现即'}总分定为 ${points(text(rule.score))} 分`;
    default:
      return String(rule.kind);
  }
}

function bands(value: unknown): string {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return rows
    .map((row) => row as { atLeast?: unknown; points?: unknown })
    .map(({ atLeast, points: given }) => `${percent(text(atLeast))} 以上得 ${points(text(given))} 分`)
    .join('；');
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** How often recurring work is due. */
export const cadenceWords: Record<PlanParts['cadence'][number]['every'], string> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  year: '每年',
  event: '适时',
};

const comparisons: Record<Threshold['comparison'], string> = { atLeast: '不少于', atMost: '不多于', exactly: '为' };

/** A number that the plan sets, e.g. “2022年起多样化方式解读量不少于 90％”. */
export function thresholdText({ name, comparison, value, unit, fromYear, untilYear }: Threshold): string {
  const years = fromYear === null ? '' : untilYear === null ? `${fromYear}年起` : yearsBetween(fromYear, untilYear);
  return `${years}${name}${comparisons[comparison]} ${value}${unit.startsWith('％') ? '' : ' '}${unit}`;
}

function yearsBetween(from: number, until: number): string {
  return from === until ? `${from}年` : `${from}年至${until}年`;
}

/** The due date in the plan's words; where there are two, the target and the last day. */
export function dueText({ due, hardDue }: Pick<Requirement, 'due' | 'hardDue'>): string {
  if (due === null) return '—';
  return hardDue === null ? due : `目标 ${due}；最后 ${hardDue}`;
}
