import type { DispatchSheetDto } from '../../../apps/server/dto/dispatch.dto.js';
import type { NoticeDto } from '../../../apps/server/dto/rectification.dto.js';
import { inWords, printDay } from './circular-truth.js';

// What a letter must say of what the service shows: written apart from the letters.

export interface LetterTruth {
  words: string[];
  /** With its header. */
  table: string[][];
}

const states = {
  ...{ done: '已完成', onTime: '按时完成', late: '逾期完成', overdue: '逾期未完成' },
  ...{ upcoming: '未到期', notMeasured: '未能核实', notApplicable: '不适用' },
};

export function dispatchTruth(sheet: DispatchSheetDto): LetterTruth & { summary: string } {
  const all = sheet.stages.flatMap(({ stage, rows }) =>
    rows.flatMap((row) =>
      row.units.map((unit) => ({ stage, row, unit, due: row.dueOn ? printDay(row.dueOn) : row.dueText })),
    ),
  );
  const count = (...wanted: string[]) => all.filter(({ unit }) => wanted.includes(unit.state)).length;
  const soon = all.filter(({ row, unit }) => row.isDueSoon && unit.state === 'upcoming');
  const changed = all.filter(({ unit }) => unit.was !== null);
  const counts = [
    `已完成${count('done', 'onTime')}项`,
    `逾期完成${count('late')}项`,
    `逾期未完成${count('overdue')}项`,
    `今后两周到期${soon.length}项`,
    `未能核实${count('notMeasured')}项`,
  ].filter((words) => !words.endsWith('成0项') && !words.endsWith('期0项') && !words.endsWith('实0项'));
  const change = changed.length > 0 ? `有变化${changed.length}项` : '没有变化';
  const since = sheet.beforeAsOf ? `与${printDay(sheet.beforeAsOf)}的结果相比${change}` : '没有上周的结果，不作比较';
  const told = counts.length > 0 ? counts.join('、') : '各项任务均未到期，今后两周也没有到期的';
  const summary =
    all.length === 0
      ? '所看单位中没有承担任务的，没有可调度的任务。'
      : `据${printDay(sheet.asOf!)}的评估结果，按任务和承担单位计：${told}；${since}。`;
  const byTask = (among: typeof all) =>
    [...new Set(among.map(({ row }) => row))].map((row) => {
      const of = among.filter((one) => one.row === row);
      return `${row.title}（${of[0]!.due}）：${of.map(({ unit }) => unit.name).join('、')}。`;
    });
  const changes = changed.map(
    ({ row, unit }) => `${row.title}：${unit.name}由${states[unit.was!]}变为${states[unit.state]}。`,
  );
  return {
    summary,
    words: [summary, ...byTask(all.filter(({ unit }) => unit.state === 'overdue')), ...byTask(soon), ...changes],
    table: [
      ['阶段', '任务', '单位', '期限', '状态', ...(changed.length > 0 ? ['上周'] : [])],
      ...all.map(({ stage, row, unit, due }) => [
        ...[stage, row.title, unit.name, due, states[unit.state]],
        ...(changed.length > 0 ? [unit.was ? states[unit.was] : '—'] : []),
      ]),
    ],
  };
}

export function noticeTruth(notice: NoticeDto, issuer: string): LetterTruth {
  return {
    words: [
      `${issuer}关于限期整改政务公开问题的通知`,
      `${notice.organisationName}：`,
      `发现${notice.findings.length}个问题（见附件）。请于${printDay(notice.dueOn)}前完成整改。`,
      notice.demand,
    ],
    table: [
      ['序号', '问题', '条款', '整改办法', '网址'],
      ...notice.findings.map(({ message, clause, remedy, evidence }, i) => [
        ...[String(i + 1), inWords(message), clause, remedy, evidence.url],
      ]),
    ],
  };
}
