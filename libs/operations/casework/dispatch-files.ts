import { countedStateTitles, type CountedState, type DispatchRow } from '#casework';
import { printDay, type Letter } from '#circulars';
import type { Programme } from '#programmes';
import { writeXlsx } from '#sheets';
import { localise } from '../local-offices.js';
import type { DispatchSheet } from './dispatch.js';
import { sampleNotice } from './notice-files.js';

const dispatchTitle = ({ week }: DispatchSheet): string => `一周一调度（${week.title}）`;
const dueOf = ({ dueOn, dueText }: DispatchRow): string => (dueOn === null ? dueText : printDay(dueOn));

/** How the tasks of a week stand, in a sentence that says only what there is. */
export function dispatchSummary({ counts, asOf, beforeAsOf, stages }: DispatchSheet): string {
  if (asOf === null) return '还没有评估结果，各项任务未能核实。';
  if (stages.length === 0) return '所看单位中没有承担任务的，没有可调度的任务。';
  const { done, late, overdue, dueSoon, notMeasured, changed, confirmed, disputed } = counts;
  const states = [
    ['已完成', done],
    ['逾期完成', late],
    ['逾期未完成', overdue],
    ['今后两周到期', dueSoon],
    ['未能核实', notMeasured],
  ] as const;
  const told = states.filter(([, count]) => count > 0).map(([title, count]) => `${title}${count}项`);
  const words = [
    ...(confirmed > 0 ? [`经人工认定${confirmed}项`] : []),
    ...(disputed > 0 ? [`另有${disputed}项认定与系统测得不一致，按系统测得计入`] : []),
  ];
  const change = changed > 0 ? `有变化${changed}项` : '没有变化';
  const since = beforeAsOf === null ? '没有上周的结果，不作比较' : `与${printDay(beforeAsOf)}的结果相比${change}`;
  const counted = told.length > 0 ? told.join('、') : '各项任务均未到期，今后两周也没有到期的';
  const byWord = words.length > 0 ? `（${words.join('，')}）` : '';
  return `据${printDay(asOf)}的评估结果，按任务和承担单位计：${counted}${byWord}；${since}。`;
}

/** One line of the table: a task with a unit. */
function linesOf({ stages }: DispatchSheet) {
  return stages.flatMap(({ stage, rows }) =>
    rows.flatMap((row) =>
      row.units.map((unit) => ({
        ...{ stage, title: row.title, unit: unit.name, due: dueOf(row) },
        state: `${countedStateTitles[unit.state]}${unit.worth === 'counts' ? '（认定）' : ''}`,
        soon: row.isDueSoon && unit.state === 'upcoming' ? '是' : '',
        was: unit.was === null ? '' : countedStateTitles[unit.was],
        reason: unit.reason,
      })),
    ),
  );
}

/** As a letter: what presses in words, every task with every unit in its table. */
export function dispatchLetter(sheet: DispatchSheet, programme: Programme): Letter {
  const circular = localise(programme.circular, sheet.area);
  const rows = sheet.stages.flatMap(({ rows: own }) => own);
  const lines = linesOf(sheet);
  const named = (among: readonly DispatchRow[], state: CountedState) =>
    among.flatMap((row) => {
      const units = row.units.filter((unit) => unit.state === state).map(({ name }) => name);
      return units.length > 0 ? [`${row.title}（${dueOf(row)}）：${units.join('、')}。`] : [];
    });
  const changed = rows.flatMap((row) =>
    row.units.flatMap(({ name, state, was }) =>
      was === null ? [] : [`${row.title}：${name}由${countedStateTitles[was]}变为${countedStateTitles[state]}。`],
    ),
  );
  const part = (heading: string, words: readonly string[], none = '无。') => [
    { heading: true, words: heading },
    ...(words.length > 0 ? words : [none]).map((one) => ({ words: one })),
  ];
  const soon = rows.filter(({ isDueSoon }) => isDueSoon);
  return {
    ...{ title: dispatchTitle(sheet), issuer: circular.issuer, recipients: `${circular.recipients}：` },
    ...{ date: sheet.week.to, sampleNotice: sheet.sample ? sampleNotice : null },
    parts: [
      { words: `现将《${programme.title}》任务进展调度如下。${dispatchSummary(sheet)}` },
      ...part('一、逾期未完成', named(rows, 'overdue')),
      ...part('二、今后两周到期', named(soon, 'upcoming')),
      ...part('三、本周变化', changed, sheet.beforeAsOf === null ? '没有上周的结果，不作比较。' : '无。'),
      ...part('四、调度意见', (sheet.remark?.words ?? '').split(/\n+/).filter(Boolean)),
    ],
    ...(lines.length > 0 ? { table: tableOf(lines) } : {}),
  };
}

function tableOf(lines: ReturnType<typeof linesOf>): Letter['table'] {
  return {
    title: '任务进展一览',
    columns: [
      { key: 'stage', title: '阶段', width: 11 },
      { key: 'title', title: '任务', width: 31 },
      { key: 'unit', title: '单位', width: 18 },
      { key: 'due', title: '期限', width: 20 },
      { key: 'state', title: '状态', width: 14 },
      // Where nothing changed there is nothing to say of then.
      ...(lines.some(({ was }) => was !== '') ? [{ key: 'was', title: '上周', width: 10 }] : []),
    ],
    rows: lines.map(({ stage, title, unit, due, state, was }) => ({ stage, title, unit, due, state, was })),
  };
}

export function dispatchWorkbook(sheet: DispatchSheet): Promise<Buffer> {
  const column = (key: string, title: string, width: number) => ({ key, title, width });
  return writeXlsx([
    {
      name: '一周一调度',
      title: dispatchTitle(sheet),
      columns: [
        ...[column('stage', '阶段', 18), column('title', '任务', 50), column('unit', '单位', 26)],
        ...[column('due', '期限', 16), column('state', '状态', 14), column('soon', '两周内到期', 12)],
        ...[column('was', '上周状态', 14), column('reason', '说明', 60)],
      ],
      rows: linesOf(sheet),
      notes: [
        dispatchSummary(sheet),
        ...(sheet.remark ? [`调度意见：${sheet.remark.words}（${sheet.remark.author}）`] : []),
        ...(sheet.sample ? [sampleNotice] : []),
      ],
    },
  ]);
}
