import type { LocalDate } from '#calendar';
import type { Decision, IndicatorResult } from '#indicators';
import type { Programme, Requirement, Task } from '#programmes';
import { decidedOn, type Decided } from './task-decisions.js';
import { firstPages, type TaskPage, type TaskProof, type TaskUnit, type TaskUnitState } from './task-model.js';
import { doneOn, lastOf, proofOf } from './task-proof.js';
import { isBoundBy } from './task-units.js';

/** Pages kept with the state of one unit. */
const pagesOfUnit = 3;

export interface UnitTasksRequest {
  programme: Programme;
  asOf: LocalDate;
  unit: TaskUnit;
  /** What was decided on material that units handed in; none when absent. */
  decisions?: readonly Decision[];
}

/**
 * How each task that binds a unit stands with it, from its own results, facts and material alone. A task whose indicators
 * all do not apply to the unit, and which asks for no material or for none of it, is left out.
 */
export function unitTaskStates({ programme, asOf, unit, decisions = [] }: UnitTasksRequest): TaskUnitState[] {
  const own = decisions.filter((one) => one.organisation === unit.organisation.id && one.decidedOn <= asOf);
  const { id: organisation, name } = unit.organisation;
  return programme.tasks
    .filter((task) => isBoundBy(task, programme, unit.organisation))
    .flatMap((task) => {
      const state = stateOf(task, programme, asOf, unit, own);
      return state ? [{ task: task.id, organisation, name, ...state }] : [];
    });
}

type State = Omit<TaskUnitState, 'task' | 'organisation' | 'name'>;

/** What one kind of proof says: what is missing, what cannot be told, or since when all is there. */
interface Word {
  proof: TaskProof;
  missing: string[];
  unknown: string[];
  /** Null where no day is proved. */
  on: LocalDate | null;
  pages: TaskPage[];
}

function stateOf(
  task: Task,
  programme: Programme,
  asOf: LocalDate,
  unit: TaskUnit,
  decisions: readonly Decision[],
): State | null {
  const requirements = programme.requirements.filter(({ id }) => task.requirements.includes(id));
  const shown = underDecisions(siteWord(task, requirements, unit, asOf), programme, requirements, decisions);
  if (shown === 'notApplicable' && !requirements.some(asksMaterial)) return null;
  const handedIn = materialWord(programme, requirements, decisions);
  const words = [shown, handedIn].filter((word) => word !== null && word !== 'notApplicable');
  if (words.length === 0 && handedIn === 'notApplicable') return null;
  return judge(words, task.dueOn, asOf);
}

function judge(words: readonly Word[], dueOn: LocalDate | null, asOf: LocalDate): State {
  const open = dueOn !== null && asOf <= dueOn;
  const said = (state: State['state'], by: readonly Word[], reason: string, on: LocalDate | null = null): State => ({
    state,
    provedBy: [...new Set(by.map(({ proof }) => proof))],
    on,
    reason,
    evidence: firstPages(
      by.flatMap(({ pages }) => pages),
      pagesOfUnit,
    ),
  });
  const missing = words.filter((word) => word.missing.length > 0);
  if (missing.length > 0) {
    const what = sentence(missing.flatMap((word) => word.missing));
    if (open) return said('upcoming', missing, `未到期；${what}`);
    return dueOn === null ? said('notMeasured', [], `方案没有写明日期；${what}`) : said('overdue', missing, what);
  }
  const unknown = words.flatMap((word) => word.unknown);
  if (unknown.length > 0 || words.length === 0) {
    const what = sentence(unknown.length > 0 ? unknown : ['方案没有写明如何核验']);
    return open ? said('upcoming', [], `未到期；${what}`) : said('notMeasured', [], what);
  }
  const on = lastOf(words.map((word) => word.on));
  if (dueOn === null || on === null) return said('done', words, '已达到要求；没有可证明完成时间的日期');
  if (on <= dueOn) return said('onTime', words, `已达到要求，不晚于${on}完成`, on);
  // Material may have been handed in long before it was decided on: a late decision proves nothing against the unit.
  const since = words.find(({ proof }) => proof === 'facts')?.on ?? null;
  if (since !== null && since > dueOn) return said('late', words, `已达到要求，${since}才完成`, since);
  return said('done', words, `已达到要求，材料于${on}审定，何时完成不能证明`);
}

/** What the unit's site shows; null where no indicator is bound to the task. */
function siteWord(
  { dueOn }: Task,
  requirements: readonly Requirement[],
  { results, facts }: TaskUnit,
  asOf: LocalDate,
): Word | 'notApplicable' | null {
  const asked = [...new Set(requirements.flatMap(({ indicators }) => indicators))];
  if (asked.length === 0) return null;
  const word: Word = { proof: 'facts', missing: [], unknown: [], on: null, pages: [] };
  const found = results.filter(({ indicator }) => asked.includes(indicator));
  if (found.length === 0) {
    return { ...word, unknown: [facts ? '评分细则没有对该单位核验这项任务' : '该单位的网站还没有采集'] };
  }
  const judged = found.filter(({ outcome }) => outcome !== 'notApplicable');
  if (judged.length === 0) return 'notApplicable';
  const missing = judged.filter(({ outcome }) => outcome === 'fail');
  if (missing.length > 0) return { ...word, missing: missing.map(toldBy), pages: missing.flatMap(failingPages) };
  const unknown = judged.filter(({ outcome }) => outcome !== 'pass');
  if (unknown.length > 0) return { ...word, unknown: unknown.map((one) => `${whyUnknown(one)}：${toldBy(one)}`) };
  return {
    ...word,
    on: facts && dueOn !== null ? doneOn(asked, facts, { dueOn, asOf }) : null,
    pages: facts ? proofOf(asked, facts) : [],
  };
}

/** What the site leaves open is settled where a person decided on all requirements that the indicators stand for. */
function underDecisions(
  shown: ReturnType<typeof siteWord>,
  programme: Programme,
  requirements: readonly Requirement[],
  decisions: readonly Decision[],
): ReturnType<typeof siteWord> {
  if (shown === null || shown === 'notApplicable' || shown.missing.length > 0 || shown.unknown.length === 0)
    return shown;
  const decided = requirements
    .filter(({ indicators }) => indicators.length > 0)
    .map((requirement) => decidedOn(programme, requirement, decisions));
  return decided.some(({ kind }) => kind === 'open') ? shown : decidedWord(decided);
}

/** What was decided on requirements; those of which the unit is let off ask for nothing. */
function decidedWord(all: readonly Decided[]): Word | 'notApplicable' {
  const decided = all.filter(({ kind }) => kind !== 'waived');
  if (decided.length === 0) return 'notApplicable';
  const of = (kind: Decided['kind']) => decided.filter((one) => one.kind === kind);
  return {
    proof: 'evidence',
    missing: of('refused').map(({ words }) => words),
    unknown: of('open').map(({ words }) => words),
    on: lastOf(decided.map(({ on }) => on)),
    pages: decided.flatMap(({ kind, page }) => (kind === 'open' || page === null ? [] : [page])),
  };
}

function asksMaterial({ check, indicators }: Requirement): boolean {
  return check !== 'automatic' || indicators.length === 0;
}

/** What was decided on the material that the requirements ask for; null where they ask for none, and for none of this unit. */
function materialWord(
  programme: Programme,
  requirements: readonly Requirement[],
  decisions: readonly Decision[],
): Word | 'notApplicable' | null {
  const asking = requirements.filter(asksMaterial);
  if (asking.length === 0) return null;
  return decidedWord(asking.map((requirement) => decidedOn(programme, requirement, decisions)));
}

function failingPages({ findings }: IndicatorResult): TaskPage[] {
  return findings.filter(({ kind }) => kind === 'fail').map(({ evidence: { capture, url } }) => ({ capture, url }));
}

const whyUnknown = ({ outcome }: IndicatorResult) => (outcome === 'needsReview' ? '待人工核查' : '无法测量');

const toldBy = ({ message }: IndicatorResult) => message.replace(/[。；]$/, '');

const sentence = (parts: readonly string[]) => [...new Set(parts)].slice(0, 3).join('；');
