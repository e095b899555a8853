import {
  addDays,
  localDateOf,
  parsePeriod,
  periodContaining,
  previousPeriod,
  type LocalDate,
  type Period,
} from '#calendar';
import {
  countedStateTitles,
  dispatchCounts,
  dispatchStages,
  standingTaskWords,
  type CountedState,
  type DispatchCounts,
  type DispatchStage,
} from '#casework';
import { renderLetter } from '#circulars';
import type { DispatchRemarkRow, DispatchResult, Stores } from '#database';
import { AlreadyDone, refused } from '#kernel';
import type { Programme } from '#programmes';
import { writeXlsx } from '#sheets';
import { printInstant } from '../clock.js';
import { areaOf, localise } from '../local-offices.js';
import { sampleNotice } from './notice-files.js';
import { wordsOf, type Author } from './parties.js';
import { layTaskWords } from './task-words.js';

type Books = Pick<Stores, 'dispatches' | 'organisations' | 'tasks' | 'taskWords'>;

export interface DispatchSheet {
  week: Period;
  sample: boolean;
  /** Name of the area, e.g. 云岭县. */
  area: string;
  /** Of the result by which it goes; null where there is none. */
  asOf: LocalDate | null;
  /** Of the last result before the week; null where there is none: then nothing is known of changes. */
  beforeAsOf: LocalDate | null;
  stages: DispatchStage[];
  counts: DispatchCounts;
  /** What the office wrote; null for whoever sees some units only, and where nobody wrote anything. */
  remark: DispatchRemarkRow | null;
}

export interface DispatchRequest {
  programme: Programme;
  /** `2026-W26`. */
  week: string;
  sample: boolean;
  /** Ids; null for all. */
  units: readonly string[] | null;
  today: LocalDate;
}

/** @throws BadInput for what is no week. */
export function weekOf(id: string): Period {
  const week = parsePeriod(id);
  if (week.kind !== 'week') throw refused('周次', `“${id}”不是周次`, '如 2026-W26');
  return week;
}

/**
 * How the tasks of a programme stand at the end of a week, and what became of them since the one before. People's words on
 * tasks count from the week in which they were said, so that the sheets of weeks that are over stay as they were.
 */
export async function dispatchSheet(books: Books, request: DispatchRequest): Promise<DispatchSheet> {
  const { programme, sample } = request;
  const week = weekOf(request.week);
  const now = await books.dispatches.resultUntil(programme.id, sample, week.to);
  const before = await books.dispatches.resultUntil(programme.id, sample, addDays(week.from, -1));
  const all = await books.organisations.listOrganisations({ sample, units: request.units });
  const ids = all.map(({ id }) => id);
  const tasks = now ? await books.tasks.tasksOf(now.id) : [];
  const words = await books.taskWords.words({ programme: programme.id, organisations: request.units, sample });
  const statesOf = async (result: DispatchResult, last: LocalDate) =>
    layTaskWords(await books.tasks.unitStates(result.id, ids), {
      tasks: result === now ? tasks : await books.tasks.tasksOf(result.id),
      words: standingTaskWords(words.filter(({ at }) => localDateOf(at) <= last)),
      ...{ asOf: result.asOf, until: last < request.today ? last : request.today },
    });
  const states = now ? await statesOf(now, week.to) : [];
  // Without a result of the week itself nothing became of anything as far as is known.
  const isOfWeek = now !== null && now.id !== before?.id;
  const then = isOfWeek && before ? await statesOf(before, addDays(week.from, -1)) : null;
  const stages = dispatchStages(tasks, states, then, week.to).filter(({ rows }) => rows.length > 0);
  const about = { programme: programme.id, week: week.id, sample };
  return {
    ...{
      week,
      sample,
      area: areaOf(all),
      asOf: now?.asOf ?? null,
      beforeAsOf: then ? (before?.asOf ?? null) : null,
      stages,
    },
    ...{ counts: dispatchCounts(stages), remark: request.units === null ? await books.dispatches.remark(about) : null },
  };
}

/** The weeks before and after. */
export function weeksAround(week: Period): { previous: string; next: string } {
  return { previous: previousPeriod(week).id, next: periodContaining(addDays(week.to, 1), 'week').id };
}

/**
 * Writes the office's words to a week, over those that were read.
 * @throws BadInput; AlreadyDone where somebody wrote others meanwhile.
 */
export async function writeDispatchRemark(
  { dispatches }: Pick<Stores, 'dispatches'>,
  { seen, ...remark }: Pick<DispatchRemarkRow, 'id' | 'programme' | 'week' | 'words'> & { seen: string | null },
  { doer, now }: { doer: Author; now: Date },
): Promise<{ before: DispatchRemarkRow | null; after: DispatchRemarkRow }> {
  const week = weekOf(remark.week).id;
  const signed = { account: doer.account, author: doer.name, at: now.toISOString(), sample: doer.sample };
  const row = { ...remark, week, words: wordsOf('调度意见', remark.words), ...signed };
  let before: DispatchRemarkRow | null = null;
  const after = await dispatches.write(row, (standing) => {
    before = standing;
    if ((standing?.id ?? null) === seen) return;
    const who = standing ? `${standing.author}已于${printInstant(standing.at)}改过` : '意见已有变化';
    throw new AlreadyDone([{ where: '调度意见', what: `${who}，请刷新后再改` }]);
  });
  return { before, after };
}

const dispatchTitle = ({ week }: DispatchSheet): string => `一周一调度（${week.title}）`;

function summaryOf({ counts, asOf, beforeAsOf, stages }: DispatchSheet): string {
  if (asOf === null) return '还没有评估结果，各项任务未测。';
  if (stages.length === 0) return '所看单位中没有承担任务的，没有可调度的任务。';
  const { done, late, overdue, dueSoon, notMeasured, changed, confirmed, disputed } = counts;
  const since = beforeAsOf === null ? '没有上周的结果，不作比较' : `与${beforeAsOf}的结果相比有变化${changed}项`;
  const against = disputed === 0 ? '' : `，另有${disputed}项认定与系统测得不一致，按系统测得计入`;
  const byWord = confirmed + disputed === 0 ? '' : `（其中${confirmed}项经人工认定${against}）`;
  return `据${asOf}的评估结果，按任务和承担单位计：已完成${done}项，逾期完成${late}项，逾期未完成${overdue}项，今后两周到期${dueSoon}项，未测${notMeasured}项${byWord}；${since}。`;
}

/** One line of the table: a task with a unit. */
function linesOf({ stages }: DispatchSheet) {
  return stages.flatMap(({ stage, rows }) =>
    rows.flatMap((row) =>
      row.units.map((unit) => ({
        ...{ stage, title: row.title, unit: unit.name, due: row.dueOn ?? row.dueText },
        state: `${countedStateTitles[unit.state]}${unit.worth === 'counts' ? '（认定）' : ''}`,
        soon: row.isDueSoon && unit.state === 'upcoming' ? '是' : '',
        was: unit.was === null ? '' : countedStateTitles[unit.was],
        reason: unit.reason,
      })),
    ),
  );
}

/** As a letter: what presses in words, every task with every unit in its table. */
export function dispatchLetter(sheet: DispatchSheet, programme: Programme): Promise<Buffer> {
  const circular = localise(programme.circular, sheet.area);
  const rows = sheet.stages.flatMap(({ rows: own }) => own);
  const named = (units: readonly { name: string }[]) => units.map(({ name }) => name).join('、');
  const pick = (state: CountedState) =>
    rows.flatMap((row) => {
      const units = row.units.filter((unit) => unit.state === state);
      return units.length > 0 ? [{ words: `${row.title}（${row.dueOn ?? row.dueText}）：${named(units)}。` }] : [];
    });
  const soon = rows
    .filter(({ isDueSoon }) => isDueSoon)
    .map((row) => ({
      words: `${row.title}（${row.dueOn}）：${named(row.units.filter(({ state }) => state === 'upcoming'))}。`,
    }));
  const changed = rows.flatMap((row) =>
    row.units.flatMap(({ name, state, was }) =>
      was === null
        ? []
        : [{ words: `${row.title}：${name}由${countedStateTitles[was]}变为${countedStateTitles[state]}。` }],
    ),
  );
  const part = (heading: string, words: { words: string }[], none: string) => [
    { heading: true, words: heading },
    ...(words.length > 0 ? words : [{ words: none }]),
  ];
  const unknown = sheet.beforeAsOf === null;
  return renderLetter({
    ...{
      title: dispatchTitle(sheet),
      issuer: circular.issuer,
      recipients: `${circular.recipients}：`,
      date: sheet.week.to,
    },
    sampleNotice: sheet.sample ? sampleNotice : null,
    parts: [
      { words: `现将《${programme.title}》任务进展调度如下。${summaryOf(sheet)}` },
      ...part('一、逾期未完成', pick('overdue'), '没有。'),
      ...part('二、今后两周到期', soon, '没有。'),
      ...part('三、本周变化', changed, unknown ? '没有上周的结果，不作比较。' : '没有。'),
      ...part(
        '四、调度意见',
        (sheet.remark?.words ?? '').split(/\n+/).flatMap((words) => (words ? [{ words }] : [])),
        '无。',
      ),
    ],
    table: {
      title: '任务进展一览',
      columns: [
        { key: 'stage', title: '阶段', width: 12 },
        { key: 'title', title: '任务', width: 34 },
        { key: 'unit', title: '单位', width: 22 },
        { key: 'due', title: '期限', width: 12 },
        { key: 'state', title: '状态', width: 12 },
        { key: 'was', title: '上周', width: 12 },
      ],
      rows: linesOf(sheet).map(({ stage, title: task, unit, due, state, was }) => ({
        ...{ stage, title: task, unit, due, state, was },
      })),
    },
  });
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
        summaryOf(sheet),
        ...(sheet.remark ? [`调度意见：${sheet.remark.words}（${sheet.remark.author}）`] : []),
        ...(sheet.sample ? [sampleNotice] : []),
      ],
    },
  ]);
}
