import { localDateOf, type LocalDate } from '#calendar';
import { taskStateNames, type TaskUnitState } from '#scoring';

/** What a person says of a unit's task; `withdrawn` takes the last word back. */
export const taskVerdicts = ['done', 'notDone', 'notApplicable', 'withdrawn'] as const;
export type TaskVerdict = (typeof taskVerdicts)[number];

export const taskVerdictTitles: Readonly<Record<TaskVerdict, string>> = {
  done: '完成',
  notDone: '未完成',
  notApplicable: '不适用',
  withdrawn: '撤回认定',
};

/** States of a task once people's words are laid over what was measured; one that does not apply is in no count. */
export const countedStates = [...taskStateNames, 'notApplicable'] as const;
export type CountedState = (typeof countedStates)[number];

export const countedStateTitles: Readonly<Record<CountedState, string>> = {
  done: '已完成',
  onTime: '按时完成',
  late: '逾期完成',
  overdue: '逾期未完成',
  upcoming: '未到期',
  notMeasured: '未能核实',
  notApplicable: '不适用',
};

/**
 * What a word is worth beside a measurement: `counts` – it is the state; `agrees` – the same was measured; `disputed` – the
 * opposite was measured, which stays; `waits` – it is about a day that the result does not judge, or settles nothing.
 */
export const wordWorths = ['counts', 'agrees', 'disputed', 'waits'] as const;
export type WordWorth = (typeof wordWorths)[number];

export interface TaskWord {
  task: string;
  organisation: string;
  verdict: TaskVerdict;
  /** Day on which it was completed; null unless the verdict is `done`. */
  doneOn: LocalDate | null;
  reason: string;
  author: string;
  /** Instant, ISO 8601 UTC. */
  at: string;
}

/** A unit's task as it counts, with what was measured and the word of a person that stands, if any. */
export interface WordedTask<Word extends TaskWord = TaskWord> extends Omit<TaskUnitState, 'state'> {
  state: CountedState;
  measured: Pick<TaskUnitState, 'state' | 'reason'>;
  word: Word | null;
  worth: WordWorth | null;
}

/** The days that a result stands for. */
export interface WordDays {
  dueOn: LocalDate | null;
  /** The day that the result judges. */
  asOf: LocalDate;
  /** The last day of which words are taken: that of the result, or later where no newer result judges it. */
  until: LocalDate;
}

/** The last word on each task of each unit that was not taken back. @param words in the order in which they were said. */
export function standingTaskWords<Word extends Pick<TaskWord, 'task' | 'organisation' | 'verdict'>>(
  words: readonly Word[],
): Word[] {
  const last = new Map(words.map((word) => [JSON.stringify([word.task, word.organisation]), word]));
  return [...last.values()].filter(({ verdict }) => verdict !== 'withdrawn');
}

/**
 * 任务认定：what a person's word is worth beside what was measured. In this order:
 * 1. 不适用 always counts, for no page can show whom a task does not concern.
 * 2. What the site or decided material shows (`provedBy`) stays as it is. Who thinks that it is wrong has the finding
 *    dismissed in review or the material decided again, and the next result says so; the word is disputed, never hidden.
 *    Only a 完成 without a proved day takes the day of the word, where that is not after the day of the result.
 * 3. What nothing shows goes by the word. 完成: in time or late by its day against the due day, done where no day is due.
 *    未完成: not due until the due day, overdue after it, but only if it was said after it: what was not yet done before the
 *    due day may be done since, and nothing is concluded.
 * A 完成 of a day after the last that is looked at waits. Nothing of this changes a score or a stored result.
 */
export function worthOfWord(
  { state, provedBy }: Pick<TaskUnitState, 'state' | 'provedBy'>,
  { verdict, doneOn, at }: Pick<TaskWord, 'verdict' | 'doneOn' | 'at'>,
  { dueOn, asOf, until }: WordDays,
): { state: CountedState; worth: WordWorth } {
  const isShown = provedBy.length > 0;
  const isDone = state === 'done' || state === 'onTime' || state === 'late';
  const stays = (worth: WordWorth) => ({ state, worth });
  const counts = (counted: CountedState) => ({ state: counted, worth: 'counts' as const });
  if (verdict === 'notApplicable') return counts('notApplicable');
  if (verdict === 'done' && doneOn !== null) {
    if (doneOn > until) return stays('waits');
    const settled = dueOn === null ? 'done' : doneOn <= dueOn ? 'onTime' : 'late';
    if (!isShown || (state === 'done' && doneOn <= asOf)) return counts(settled);
    if (state === settled) return stays('agrees');
    // Done after the day on which it was seen not to be: the next result will show.
    return stays(!isDone && doneOn > asOf ? 'waits' : 'disputed');
  }
  if (isShown) return stays(isDone ? 'disputed' : 'agrees');
  if (dueOn !== null && until <= dueOn) return counts('upcoming');
  return dueOn !== null && localDateOf(at) > dueOn ? counts('overdue') : stays('waits');
}

/** Lays the words that stand over the states of a result. @param days of a task. */
export function underTaskWords<Word extends TaskWord>(
  states: readonly TaskUnitState[],
  words: readonly Word[],
  days: (task: string) => WordDays,
): WordedTask<Word>[] {
  const byKey = new Map(words.map((word) => [JSON.stringify([word.task, word.organisation]), word]));
  return states.map((measured) => {
    const { state, reason } = measured;
    const word = byKey.get(JSON.stringify([measured.task, measured.organisation])) ?? null;
    if (word === null) return { ...measured, measured: { state, reason }, word, worth: null };
    const judged = worthOfWord(measured, word, days(measured.task));
    const said = {
      ...{ ...measured, state: judged.state, measured: { state, reason }, word, worth: judged.worth },
      reason: wordSentence(measured, word, judged.worth),
    };
    return judged.worth === 'counts' && word.verdict === 'done' ? { ...said, on: word.doneOn } : said;
  });
}

const worthWords: Readonly<Record<WordWorth, string>> = {
  counts: '按认定计入',
  agrees: '与系统测得一致',
  disputed: '与系统测得不一致，按系统测得计入；测得有误的，先复核问题或重新审定材料，再评估',
  waits: '按系统测得计入，待下次评估再核',
};

/** Both words in one sentence: what the system measured and why, and who said what, why, and what it is worth. */
export function wordSentence(
  { state, reason }: Pick<TaskUnitState, 'state' | 'reason'>,
  { verdict, doneOn, reason: why, author, at }: TaskWord,
  worth: WordWorth,
): string {
  const measured = `系统${state === 'notMeasured' ? '' : '测得'}${countedStateTitles[state]}`;
  const day = doneOn === null ? '' : `（${doneOn}完成）`;
  const said = `${author} ${localDateOf(at)} 认定${taskVerdictTitles[verdict]}${day}，理由：${why.replace(/[。；]$/, '')}`;
  return `${measured}：${reason.replace(/[。；]$/, '')}；${said}。${worthWords[worth]}`;
}

/** What is counted: states without the units that a task does not concern. */
export function countedTasks(tasks: readonly WordedTask[]): TaskUnitState[] {
  return tasks.flatMap(({ state, measured: _, word: __, worth: ___, ...task }) =>
    state === 'notApplicable' ? [] : [{ ...task, state }],
  );
}
