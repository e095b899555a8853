import { points, printPoints } from '#kernel';
import { type FoundFault, Subject } from './check-faults.js';
import { bonusMarks, groupMarks, isExtra, regularMarks, type UnitClass } from './full-marks.js';
import { rubricItems, type RollUp, type Rubric, type RubricGroup } from './rubric.js';

/** The total and what is done with it: sum, caps, gate, normalising, roll-ups. */
export function checkTotals(rubric: Rubric, classes: UnitClass[]): FoundFault[] {
  const at = new Subject('评分细则', ['rubric']);
  const { total, scoreCap, bonusCap, normaliseTo } = rubric;
  const faults: FoundFault[] = [];
  const fits = (unit: UnitClass | null) => regularMarks(rubric, unit).eq(total);
  if (!fits(null) && (classes.length === 0 || !classes.every(fits))) {
    const what = `各项分值合计${printPoints(regularMarks(rubric))}分，与总分${total}分不符`;
    faults.push(at.fault(what, '两者相等；分类计分的，每类单位的合计都等于总分', 'total'));
  }
  const bonus = bonusMarks({ groups: rubric.groups });
  if (bonusCap !== undefined && points(bonusCap).gt(bonus)) {
    const what = `加分封顶${bonusCap}分，多于可加的${printPoints(bonus)}分`;
    faults.push(at.fault(what, '不多于各加分组之和', 'bonusCap'));
  }
  const highest = points(total).plus(bonusMarks(rubric));
  if (scoreCap !== undefined && points(scoreCap).gt(highest)) {
    const what = `总分封顶${scoreCap}分，多于可得的${printPoints(highest)}分`;
    faults.push(at.fault(what, '不多于总分与加分之和', 'scoreCap'));
  }
  if (normaliseTo !== undefined && points(normaliseTo).isZero()) {
    faults.push(at.fault('折算满分为0', '大于0的分值', 'normaliseTo'));
  }
  return [...faults, ...checkGate(rubric), ...checkRollUps(rubric), ...checkReview(rubric)];
}

/** An indicator that no item asks finds nothing that could be reviewed. */
function checkReview(rubric: Rubric): FoundFault[] {
  const asked = new Set(rubricItems(rubric).map(({ indicator }) => indicator));
  const at = new Subject('发布前复核', ['rubric', 'review']);
  return (rubric.review?.indicators ?? []).flatMap((name, index) =>
    asked.has(name) ? [] : [at.fault(`没有评分项用到指标“${name}”`, [...asked].sort().join('、'), 'indicators', index)],
  );
}

function checkGate(rubric: Rubric): FoundFault[] {
  const { gate, groups, total } = rubric;
  if (!gate) return [];
  const at = new Subject('加分门槛', ['rubric', 'gate']);
  const faults: FoundFault[] = [];
  if (!groups.some(({ kind }) => kind === 'bonus')) {
    faults.push(at.fault('没有加分组，门槛无处可用', '增加 kind: bonus 的组，或去掉 gate'));
  }
  const counted = new Map(allGroups(groups.filter((group) => !isExtra(group))).map((group) => [group.id, group]));
  gate.of?.forEach((id, index) => {
    if (!counted.has(id)) faults.push(at.fault(`评分组“${id}”不存在`, [...counted.keys()].join('、'), 'of', index));
  });
  if (gate.of?.some((id) => !counted.has(id))) return faults;
  const reach = gate.of
    ? gate.of.reduce((sum, id) => sum.plus(groupMarks(counted.get(id)!)), points(0))
    : points(total);
  const mark = gate.over ?? gate.atLeast ?? '0';
  const tooHigh = gate.over === undefined ? points(mark).gt(reach) : points(mark).gte(reach);
  if (tooHigh) {
    const what = `门槛${mark}分高于可得的${printPoints(reach)}分，谁也达不到`;
    faults.push(at.fault(what, '低于满分的门槛', gate.over === undefined ? 'atLeast' : 'over'));
  }
  return faults;
}

function checkRollUps({ rollUp = [], total }: Rubric): FoundFault[] {
  const faults = rollUp.flatMap((rule, index) => {
    const at = new Subject('汇总', ['rubric', 'rollUp', index]);
    return rule.by === 'failing' ? checkFailing(rule, total, at) : checkShare(rule, at);
  });
  const weights = rollUp.reduce((sum, rule) => sum.plus(rule.weight ?? 0), points(0));
  if (weights.gt(1)) {
    const what = `下级成绩的权重合计${printPoints(weights)}，大于1`;
    faults.push(new Subject('汇总', ['rubric', 'rollUp']).fault(what, '合计不大于1，其余为本单位权重'));
  }
  return faults;
}

function checkFailing({ failing, fix, weight }: RollUp, total: string, at: Subject): FoundFault[] {
  const faults: FoundFault[] = [];
  if (failing === undefined) faults.push(at.fault('没有写明下级不合格的分数线', '以 failing 写明'));
  if (fix === undefined) faults.push(at.fault('没有写明下级不合格时的定分', '以 fix 写明'));
  else if (points(fix).gt(total)) faults.push(at.fault(`定分${fix}高于总分${total}`, '不高于总分', 'fix'));
  if (weight !== undefined) faults.push(at.fault('定分的汇总没有权重', '去掉 weight', 'weight'));
  return faults;
}

function checkShare({ weight, failing, fix }: RollUp, at: Subject): FoundFault[] {
  const faults: FoundFault[] = [];
  if (weight === undefined || points(weight).isZero()) {
    faults.push(at.fault('没有写明下级成绩的权重', '大于0、不大于1的 weight'));
  }
  if (failing !== undefined || fix !== undefined) {
    faults.push(at.fault('failing、fix 只用于 by: failing', '去掉这两项，或改为 by: failing'));
  }
  return faults;
}

function allGroups(groups: readonly RubricGroup[]): RubricGroup[] {
  return groups.flatMap((group) => [group, ...allGroups(group.groups ?? [])]);
}
