import type { SetupState, WebRound } from '../api/types.js';
import type { Label } from './labels.js';

export type SetupStep = SetupState['done'][number];

export const stepTitles: Record<SetupStep, string> = {
  units: '单位',
  programme: '方案',
  sites: '网站与栏目',
  schedule: '定时',
  round: '第一轮',
};

/** What an empty office does about a step, and how it stands when it is done. */
export function stepSentence(step: SetupStep, state: SetupState): string {
  const { units, sites, schedules, programme } = state;
  switch (step) {
    case 'units':
      return units.count === 0 ? '导入单位名单' : `${units.count} 个单位，${units.withSite} 个有网站`;
    case 'programme':
      return programme ? '已选定' : '选定按哪个方案评';
    case 'sites':
      if (sites.count === 0) return '先导入有网站的单位';
      return sites.looked === 0 ? '试读首页，看缺哪些栏目' : `试读 ${sites.looked} 个，读到 ${sites.read} 个`;
    case 'schedule':
      return schedules.count === 0 ? '设定以后何时采集' : `${schedules.count} 个计划`;
    case 'round':
      if (state.round?.finishedAt === null) return '正在采集';
      return state.scored ? '已有评分' : '采集并评分';
  }
}

export const periodTitles = {
  'this-week': '本周',
  'this-month': '本月',
  'this-quarter': '本季度',
  'this-half': '本半年',
  'this-year': '本年',
  'last-week': '上周',
  'last-month': '上月',
  'last-quarter': '上季度',
  'last-half': '上半年度（前一个半年）',
  'last-year': '上年',
} as const;
export type MeantPeriod = keyof typeof periodTitles;

export const scoringLabels: Record<WebRound['scoring'], Label> = {
  none: { text: '不评分', tone: 'idle' },
  waiting: { text: '采完后评分', tone: 'idle' },
  running: { text: '正在评分', tone: 'info' },
  done: { text: '评分完成', tone: 'good' },
  failed: { text: '评分没有完成', tone: 'bad' },
};

export type Rhythm = 'day' | 'week' | 'month';

/** Minute, hour, day, month, weekday of a plan that comes every day, week or month at a time `HH:MM`. */
export function cronOf(rhythm: Rhythm, time: string, on: number): string {
  const [hour = 22, minute = 0] = time.split(':').map(Number);
  const day = rhythm === 'month' ? String(on) : '*';
  return `${minute} ${hour} ${day} * ${rhythm === 'week' ? String(on) : '*'}`;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** When a plan comes, in words; what these words do not reach is shown as it is written. */
export function cronWords(cron: string): string {
  const found = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-6])$/.exec(cron);
  if (!found) return cron;
  const [, minute = '', hour = '', date = '*', weekday = '*'] = found;
  if (date !== '*' && weekday !== '*') return cron;
  const time = `${Number(hour)}:${minute.padStart(2, '0')}`;
  if (weekday !== '*') return `每周${weekdays[Number(weekday)]} ${time}`;
  return date === '*' ? `每天 ${time}` : `每月 ${date} 日 ${time}`;
}

interface Bound {
  appliesTo?: { categories?: string[]; levels?: string[] };
}

/** For which kinds of units a rubric has items, in words. */
export function fittingUnits({ groups }: { groups: (Bound & { items: Bound[] })[] }): string {
  const kinds = new Set<string>();
  for (const group of groups)
    for (const item of group.items) {
      const { categories } = item.appliesTo ?? group.appliesTo ?? {};
      if (!categories) return '各类单位';
      for (const category of categories) kinds.add(category);
    }
  return [...kinds].join('、') || '各类单位';
}
