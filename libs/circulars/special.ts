import { refused } from '#kernel';
import { unitNamer } from './build-annex.js';
import type { CircularSnapshot, Special, SpecialRule } from './snapshot.js';

/** The rule as the text states it: `等次为合格及以下`. */
export function ruleInWords(rule: SpecialRule, { programme, indicators }: CircularSnapshot): string {
  if (rule.by === 'overdue') return '整改逾期';
  if (rule.by === 'indicator')
    return `有“${indicators.find(({ id }) => id === rule.indicator)?.failureTitle ?? rule.indicator}”一类问题`;
  const isLowest = programme.rubric.bands.at(-1)?.grade === rule.grade;
  return `等次为${rule.grade}${isLowest ? '' : '及以下'}`;
}

/**
 * The snapshot with nothing but the units that the rule chooses and their problems.
 * @throws BadInput for a grade or an indicator that the programme does not have, and where the rule chooses nobody
 */
export function narrowed(snapshot: CircularSnapshot, { rule, notices }: Special): CircularSnapshot {
  const nameOf = unitNamer(snapshot.scorecards);
  const assessed = new Set(snapshot.scorecards.map(({ organisation }) => organisation.name));
  const overdue = notices.filter(({ organisation }) => assessed.has(organisation));
  const isFail = ({ kind, state }: CircularSnapshot['findings'][number]) => kind === 'fail' && state !== 'fixed';
  let names: Set<string>;
  let { findings } = snapshot;
  if (rule.by === 'grade') {
    const grades = snapshot.programme.rubric.bands.map(({ grade }) => grade);
    const from = grades.indexOf(rule.grade);
    if (from < 0) throw refused('通报范围', `方案没有“${rule.grade.slice(0, 20)}”等次`, grades.join('、'));
    const low = new Set(grades.slice(from));
    const cards = snapshot.scorecards.filter(({ grade }) => grade !== null && low.has(grade));
    names = new Set(cards.map(({ organisation }) => organisation.name));
  } else if (rule.by === 'overdue') {
    const left = new Set(overdue.flatMap((notice) => notice.left));
    names = new Set(overdue.map(({ organisation }) => organisation));
    findings = findings.filter(({ id }) => left.has(id));
  } else {
    if (!snapshot.indicators.some(({ id }) => id === rule.indicator))
      throw refused('通报范围', `没有指标“${rule.indicator.slice(0, 40)}”`, '方案评分细则所用的指标');
    findings = findings.filter(({ indicator }) => indicator === rule.indicator);
    names = new Set(findings.filter(isFail).map(({ organisation }) => nameOf(organisation)));
  }
  if (names.size === 0)
    throw refused('通报范围', `没有${ruleInWords(rule, snapshot)}的单位，不用通报`, '另选范围，或另选周期');
  const isChosen = (name: string): boolean => names.has(name);
  return {
    ...snapshot,
    scorecards: snapshot.scorecards.filter(({ organisation }) => isChosen(organisation.name)),
    findings: findings.filter(({ organisation }) => isChosen(nameOf(organisation))),
    sites: snapshot.sites.filter(({ organisation }) => isChosen(organisation)),
    tasks: [],
    special: { rule, notices: rule.by === 'overdue' ? overdue : [] },
  };
}
