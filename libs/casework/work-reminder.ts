import type { LocalDate } from '#calendar';
import { reexaminationText } from './digest.js';

/** What there is to remind a unit of, as numbers and what ends when. */
export interface ReminderFacts {
  /** Findings that stand, of which doubts, and what they cost. */
  open: number;
  doubts: number;
  points: string;
  /** Found for the first time, or again after they were mended, in a result of the last seven days. */
  fresh: number;
  recurred: number;
  /** Notices: their day and how many findings are left in each. */
  due: readonly { on: LocalDate; daysLeft: number; left: number }[];
  overdue: readonly { on: LocalDate; daysOver: number | null; levelTitle: string; left: number }[];
  /** Findings that may still be answered, by the last day of their window, where that is near. */
  windows: readonly { lastDay: LocalDate; count: number }[];
  /** Documents of its ledger that are not public and wait for re-examination. */
  nonpublic?: { due: number; overdue: number };
  /** What was decided in the last seven days on what the unit sent. */
  decided: readonly { kindTitle: string; stateTitle: string; on: LocalDate }[];
}

export interface ReminderSection {
  kind: 'overdue' | 'due' | 'fresh' | 'windows' | 'decided' | 'open' | 'nonpublic';
  title: string;
  lines: string[];
}

/** A unit's 工作提示, the most urgent first; nothing where there is nothing to say. */
export function workReminder(facts: ReminderFacts): ReminderSection[] {
  const { open, doubts, points, fresh, recurred } = facts;
  const sections: ReminderSection[] = [
    {
      kind: 'overdue',
      title: '已逾期',
      lines: facts.overdue.map(({ on, daysOver, levelTitle, left }) => {
        const over = daysOver === null ? '' : `，逾期 ${daysOver} 个工作日`;
        return `整改期限 ${on} 的通知还有 ${left} 个问题未整改${over}${levelTitle === '' ? '' : `（${levelTitle}）`}`;
      }),
    },
    {
      kind: 'due',
      title: '即将到期',
      lines: facts.due.map(
        ({ on, daysLeft, left }) =>
          `整改期限 ${on}${daysLeft === 0 ? '（今天）' : `（还有 ${daysLeft} 个工作日）`}的通知还有 ${left} 个问题`,
      ),
    },
    {
      kind: 'fresh',
      title: '新发现',
      lines: [
        ...(fresh > 0 ? [`最近七天新发现 ${fresh} 个问题`] : []),
        ...(recurred > 0 ? [`${recurred} 个问题整改后又出现`] : []),
      ],
    },
    {
      kind: 'windows',
      title: '可申诉或说明',
      lines: facts.windows.map(({ lastDay, count }) => `${count} 个问题可申诉或说明，最后一日是 ${lastDay}`),
    },
    {
      kind: 'decided',
      title: '办理结果',
      lines: facts.decided.map(({ kindTitle, stateTitle, on }) => `${kindTitle}已于 ${on} 办理：${stateTitle}`),
    },
    {
      kind: 'nonpublic',
      title: '不公开文件年度复核',
      lines:
        facts.nonpublic && facts.nonpublic.due + facts.nonpublic.overdue > 0
          ? [reexaminationText(facts.nonpublic)]
          : [],
    },
    {
      kind: 'open',
      title: '尚未整改',
      lines:
        open === 0
          ? []
          : [`共 ${open} 个问题，合计扣 ${points} 分${doubts > 0 ? `；其中 ${doubts} 个待核查、不扣分` : ''}`],
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}
