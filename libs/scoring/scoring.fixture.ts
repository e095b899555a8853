import { parsePeriod } from '#calendar';
import type { Finding, IndicatorResult, OrganisationRef, OutcomeKind } from '#indicators';
import { printPoints, stableId } from '#kernel';
import {
  type Programme,
  regularMarks,
  type Requirement,
  type Rubric,
  type RubricGroup,
  type RubricItem,
  type RubricRule,
  type Task,
} from '#programmes';
import { scoreOrganisation, type ScoreRequest } from './score-organisation.js';

/** Invented programmes, results and units for tests. */

export function someUnit(name = '云岭县教育局', change: Partial<OrganisationRef> = {}): OrganisationRef {
  return {
    id: name,
    name,
    aliases: [],
    level: '县',
    category: '部门',
    parent: '云岭县人民政府',
    site: null,
    ...change,
  };
}

export function someFinding(indicator: string, subject: string, kind: Finding['kind'] = 'fail'): Finding {
  return {
    id: stableId('云岭县教育局', indicator, subject),
    organisation: '云岭县教育局',
    indicator,
    subject,
    kind,
    message: `${subject}不符合`,
    remedy: '请改正。',
    details: [],
    evidence: { capture: `capture-${subject}`, url: `https://www.yunling.example/${subject}`, marks: [] },
  };
}

/** A result with `of − measured` findings when it fails. */
export function someResult(
  indicator: string,
  outcome: OutcomeKind,
  [measured, of]: readonly [number, number] = [1, 1],
  change: Partial<IndicatorResult> = {},
): IndicatorResult {
  const counts = outcome === 'pass' || outcome === 'fail';
  const defects = outcome === 'fail' ? of - measured : 0;
  return {
    indicator,
    version: 1,
    outcome,
    measured: counts ? measured : 0,
    of: counts ? of : 0,
    unmeasured: 0,
    message: `${indicator} ${outcome}`,
    findings: Array.from({ length: defects }, (_, index) => someFinding(indicator, `${indicator}-${index}`)),
    ...change,
  };
}

export function someItem(id: string, points: string, rule: RubricRule, change: Partial<RubricItem> = {}): RubricItem {
  return { id, title: `项目${id}`, indicator: id, requirement: 'R-1', points, rule, params: {}, ...change };
}

export function someRequirement(change: Partial<Requirement> = {}): Requirement {
  return {
    id: 'R-1',
    clause: '二(一)1',
    statement: '公布目录。',
    check: 'automatic',
    responsible: [],
    due: null,
    indicators: ['catalogue-published'],
    evidence: null,
    ...change,
  };
}

export function someTask(change: Partial<Task> = {}): Task {
  return {
    id: 'T-1',
    stage: '编制目录',
    title: '公布目录',
    responsible: ['各部门'],
    startText: null,
    dueText: '2022年6月底前',
    startOn: null,
    dueOn: '2022-06-30',
    requirements: ['R-1'],
    ...change,
  };
}

/** One group for each list of items; the total is the sum of their points. */
export function someProgramme(groups: RubricItem[][], change: Partial<Programme> = {}): Programme {
  const hundredths = groups.flat().reduce((sum, item) => sum + Math.round(Number(item.points) * 100), 0);
  return {
    id: 'sample',
    version: '1',
    title: '云岭县方案',
    source: { title: '云岭县方案', number: null, issuer: '云岭县人民政府', issuedOn: null },
    requirements: [someRequirement()],
    columns: [],
    tasks: [],
    rubric: {
      title: '评分细则',
      origin: 'default',
      note: '',
      total: String(hundredths / 100),
      coverageFloor: '0.6',
      bands: [
        { grade: '优秀', from: '90' },
        { grade: '合格', from: '60' },
        { grade: '不合格', from: '0' },
      ],
      groups: groups.map((items, index) => ({ id: `g${index}`, title: `组${index}`, items })),
    },
    conflicts: [],
    circular: { issuer: '', recipients: '', basis: '', rectifyWithinDays: 15, reportTo: '' },
    ...change,
  };
}

export function someGroup(id: string, items: RubricItem[], change: Partial<RubricGroup> = {}): RubricGroup {
  return { id, title: `组${id}`, items, ...change };
}

/** A rubric of these groups; the total is what they add up to, and no coverage is asked for. */
export function programmeOf(groups: RubricGroup[], change: Partial<Rubric> = {}): Programme {
  const { rubric, ...programme } = someProgramme([]);
  const total = printPoints(regularMarks({ groups }));
  return { ...programme, rubric: { ...rubric, total, coverageFloor: '0', groups, ...change } };
}

export function scoreOf(
  programme: Programme,
  results: IndicatorResult[],
  organisation = someUnit(),
  more: Partial<ScoreRequest> = {},
) {
  const period = parsePeriod('2022');
  const about = { programme, organisation, period, asOf: '2022-12-31', evidenceDigest: 'digest' };
  return scoreOrganisation({ ...about, results, ...more });
}
