import { points } from '#kernel';
import { ascending, descending, type FoundFault, Subject } from './check-faults.js';
import type { GradeBand, RubricItem, RubricRule } from './rubric.js';

/** Whether an item's rule can be met with its full marks: no band above them, no cap beyond them, lines in order. */
export function checkRule(item: RubricItem, grades: readonly GradeBand[], at: Subject): FoundFault[] {
  const inRule = new Subject(at.where, [...at.path, 'rule']);
  const faults = ruleFaults(item.rule, item.points, grades, inRule);
  if (item.rule.kind === 'veto' && !points(item.points).isZero()) {
    faults.push(at.fault(`单项否决写了${item.points}分`, "否决项不计分，points 写 '0'", 'points'));
  }
  if (item.repeat && item.rule.kind !== 'perFinding') {
    faults.push(at.fault('重复问题加倍只能与按问题扣分（perFinding）同用', '去掉 repeat，或改用 perFinding', 'repeat'));
  }
  return faults;
}

function ruleFaults(rule: RubricRule, full: string, grades: readonly GradeBand[], at: Subject): FoundFault[] {
  switch (rule.kind) {
    case 'perFinding':
    case 'perMissing':
      return [
        ...(points(rule.each).isZero() ? [at.fault('每个问题扣0分', '大于0的 each', 'each')] : []),
        ...aboveFull(rule.cap, full, '扣', at),
      ];
    case 'perSubject':
      return [
        ...(points(rule.each).isZero() ? [at.fault('每个得0分', '大于0的 each', 'each')] : []),
        ...aboveFull(rule.cap, full, '得', at),
      ];
    case 'once':
      if (points(rule.off).isZero()) return [at.fault('出现问题扣0分', '大于0的 off', 'off')];
      return points(rule.off).gt(full)
        ? [at.fault(`扣${rule.off}分，多于满分${full}分`, '不多于满分的 off', 'off')]
        : [];
    case 'threshold':
      return thresholdFaults(rule, at);
    case 'bands':
      return bandFaults(rule, full, at);
    case 'veto':
      return rule.grade === undefined || grades.some(({ grade }) => grade === rule.grade)
        ? []
        : [at.fault(`等次“${rule.grade}”不存在`, grades.map(({ grade }) => grade).join('、'), 'grade')];
    default:
      return [];
  }
}

function aboveFull(cap: string | undefined, full: string, verb: '扣' | '得', at: Subject): FoundFault[] {
  if (cap === undefined || !points(cap).gt(full)) return [];
  return [at.fault(`最多${verb}${cap}分，多于满分${full}分`, '不多于满分的 cap', 'cap')];
}

function thresholdFaults(rule: Extract<RubricRule, { kind: 'threshold' }>, at: Subject): FoundFault[] {
  const steps = rule.fullByYear ?? [];
  const marks = [rule.full, ...steps.map((step) => step.full)];
  const faults: FoundFault[] = [];
  if (rule.zero !== undefined && marks.some((mark) => points(rule.zero!).gte(mark))) {
    faults.push(at.fault(`零分线${rule.zero}不低于满分线`, '低于满分线的 zero', 'zero'));
  }
  if (marks.some((mark) => points(mark).isZero())) faults.push(at.fault('满分线为0', '大于0的 full', 'full'));
  if (!ascending(steps.map((step) => step.fromYear))) {
    faults.push(at.fault('各年满分线没有按年份递增排列', 'fromYear 由小到大、不重复', 'fullByYear'));
  }
  return faults;
}

function bandFaults(rule: Extract<RubricRule, { kind: 'bands' }>, full: string, at: Subject): FoundFault[] {
  const faults: FoundFault[] = [];
  if (!descending(rule.bands.map((band) => band.atLeast))) {
    faults.push(at.fault('分档重叠或没有由高到低排列', 'atLeast 由大到小、不重复', 'bands'));
  }
  rule.bands.forEach((band, index) => {
    const next = rule.bands[index + 1];
    if (points(band.points).gt(full)) {
      faults.push(at.fault(`分档得${band.points}分，多于满分${full}分`, '不多于满分', 'bands', index, 'points'));
    }
    if (next && points(next.points).gt(band.points)) {
      const what = `低一档得${next.points}分，多于高一档的${band.points}分`;
      faults.push(at.fault(what, '高一档不少于低一档', 'bands', index + 1, 'points'));
    }
  });
  return faults;
}
