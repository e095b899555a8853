import type { Programme, RubricItem } from '../api/types.js';
import { percent, points } from './figures.js';

/** Titles of the indicators as the rubric's items name them. */
export function indicatorTitles(programme: Programme | null): Record<string, string> {
  const items = programme?.rubric.groups.flatMap((group) => group.items) ?? [];
  return Object.fromEntries(items.map(({ indicator, title }) => [indicator, title]));
}

/** A rule of the rubric in words; a kind that is not known yet keeps its name. */
export function ruleText(rule: RubricItem['rule']): string {
  switch (rule.kind) {
    case 'allOrNothing':
      return '符合得满分，不符合不得分';
    case 'proportional':
      return '按符合的比例得分';
    case 'perFinding':
      return `每个问题扣 ${points(text(rule.each))} 分${rule.cap ? `，最多扣 ${points(text(rule.cap))} 分` : '，扣完为止'}`;
    case 'threshold':
      return `达到 ${percent(text(rule.full))} 得满分${rule.zero ? `，低于 ${percent(text(rule.zero))} 不得分` : ''}，之间按比例得分`;
    case 'bands':
      return bands(rule.bands);
    case 'veto':
      return `单项否决：出现即总分定为 ${points(text(rule.score))} 分`;
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
