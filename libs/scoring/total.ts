import { type Points, points, printPercent, printPoints, roundPoints, share, sumPoints } from '#kernel';
import { bonusMarks, groupMarks, highestScore, isExtra, type Rubric, type RubricGroup } from '#programmes';
import { gradeOf, lowerGrade } from './grade.js';
import type { Scorecard, ScoreStep } from './model.js';
import type { ScoredGroup } from './score-group.js';

/** The score of a unit and how it came about. */
export interface Total extends Pick<Scorecard, 'score' | 'grade' | 'coverage' | 'vetoed'> {
  /** Sum of the groups that count for the total. */
  before: string | null;
  counted: string;
  reason: string;
  steps: ScoreStep[];
}

/** From the groups to the score, in the order that `scoreOrganisation` names. */
export function totalOf(rubric: Rubric, groups: readonly ScoredGroup[]): Total {
  const regular = groups.filter(({ group }) => !isExtra(group));
  const counted = sumPoints(regular.map((one) => one.counted));
  const sum = sumPoints(regular.map((one) => one.points ?? '0'));
  const applicable = sumPoints(regular.map((one) => one.applicable));
  const measurable = sumPoints(regular.map((one) => one.measurable));
  const coverage = printPoints(applicable.isZero() ? points(0) : share(measurable, applicable));
  const before = counted.isZero() ? null : printPoints(sum);
  const base = { coverage, before, counted: printPoints(counted) };
  const withheld = { ...base, score: null, grade: null, vetoed: null, steps: [] };

  const items = groups.flatMap((group) => group.items);
  const broken = items.find(({ node }) => node.outcome === 'error');
  if (broken) return { ...withheld, reason: `“${broken.item.title}”计算出错，修复之前不公布总分` };
  for (const { item, result, struck } of items) {
    if (!struck || item.rule.kind !== 'veto') continue;
    const score = printPoints(points(item.rule.score));
    const reason = `单项否决：“${item.title}”不符合（${result?.message ?? ''}），总分定为${score}分`;
    const grade = item.rule.grade ?? gradeOf(rubric, points(score)).grade;
    return { ...base, score, grade, vetoed: item.title, reason, steps: [] };
  }
  if (applicable.isZero()) return { ...withheld, reason: '没有适用于该单位的项目，不评定总分' };
  const percent = `${printPercent(points(coverage))}%`;
  if (counted.isZero() || points(coverage).lt(rubric.coverageFloor)) {
    const floor = `${printPercent(points(rubric.coverageFloor))}%`;
    return { ...withheld, reason: `可测度${percent}，低于评定总分所需的${floor}，不评定总分和等次` };
  }

  const whole = points(rubric.total);
  const scaled = sum.times(whole).div(counted);
  const beyond = addExtras(rubric, groups, scaled.gt(whole) ? whole : scaled);
  const { digits = 2, mode = 'halfUp' } = rubric.rounding ?? {};
  const nearest = roundPoints(beyond.points, digits, mode);
  // Of 4.5 points nobody gets 5.
  const rounded = nearest.gt(highestScore(rubric)) ? roundPoints(beyond.points, digits, 'down') : nearest;
  const score = printPoints(rounded);
  const scale = counted.eq(whole)
    ? `各项合计${before}分`
    : `可计满分${printPoints(counted)}分中得${before}分，折算为${rubric.total}分制得${printPoints(scaled.gt(whole) ? whole : scaled)}分`;
  const byScore = gradeOf(rubric, rounded);
  const lines = groups.flatMap(failedLines);
  const grade = lines.reduce<string | null>((low, line) => lowerGrade(rubric.bands, low, line.grade), byScore.grade);
  const said = [scale, ...beyond.words, `可测度${percent}`, ...(grade === null ? [] : [`等次为${grade}`])].join('，');
  const reason = [`${said}${byScore.words}`, ...lines.map((line) => line.words)].join('；');
  const start: ScoreStep[] = [
    { step: 'sum', words: '各组得分相加', points: base.before ?? '0' },
    {
      step: 'reweight',
      words: `可计满分${printPoints(counted)}分折算为${rubric.total}分制`,
      points: printPoints(scaled),
    },
  ];
  const end: ScoreStep = { step: 'round', words: `保留${digits}位小数`, points: score };
  return { ...base, score, grade, vetoed: null, reason, steps: [...start, ...beyond.steps, end] };
}

interface Beyond {
  points: Points;
  words: string[];
  steps: ScoreStep[];
}

/** Malus, gate, bonus and cap, each with its step where the rubric has it. */
function addExtras(rubric: Rubric, groups: readonly ScoredGroup[], scaled: Points): Beyond {
  const words: string[] = [];
  const steps: ScoreStep[] = [];
  const ofKind = (kind: RubricGroup['kind']) => groups.filter(({ group }) => group.kind === kind);
  const step = (name: ScoreStep['step'], sentence: string, value: Points): Points => {
    words.push(sentence);
    steps.push({ step: name, words: sentence, points: printPoints(value) });
    return value;
  };

  let score = scaled;
  const malus = sumPoints(ofKind('malus').map((one) => one.points ?? '0')).abs();
  if (ofKind('malus').length > 0) {
    const rest = score.minus(malus);
    score = step('malus', `倒扣${printPoints(malus)}分`, rest.lt(0) ? points(0) : rest);
  }
  if (ofKind('bonus').length > 0) {
    const gate = gateOf(rubric, groups, score);
    if (gate) step('gate', gate.words, score);
    const all = sumPoints(ofKind('bonus').map((one) => one.points ?? '0'));
    const most = bonusMarks(rubric);
    const bonus = gate && !gate.open ? points(0) : all.gt(most) ? most : all;
    if (!gate || gate.open) {
      const capped = all.gt(most) ? `（各组共${printPoints(all)}分，封顶）` : '';
      score = step('bonus', `加${printPoints(bonus)}分${capped}`, score.plus(bonus));
    }
  }
  const highest = highestScore(rubric);
  if (score.gt(highest)) score = step('cap', `总分封顶${printPoints(highest)}分`, highest);
  return { points: score, words, steps };
}

/** Whether the gate to the bonus is open; judged by points as they are printed. */
function gateOf(
  rubric: Rubric,
  groups: readonly ScoredGroup[],
  score: Points,
): { open: boolean; words: string } | null {
  const { gate } = rubric;
  if (!gate) return null;
  const mark = gate.over ?? gate.atLeast ?? '0';
  const wish = gate.over === undefined ? `达到${mark}分` : `高于${mark}分`;
  const meets = (value: Points) => (gate.over === undefined ? value.gte(mark) : value.gt(mark));
  if (!gate.of) {
    const printed = roundPoints(score, 2);
    const open = meets(printed);
    return { open, words: `${open ? '' : '未'}${wish}，${open ? '可以' : '不'}加分` };
  }
  const named = groups.flatMap(withInner).filter(({ group }) => gate.of?.includes(group.id));
  const counted = sumPoints(named.map((one) => one.counted));
  const titles = named.map(({ group }) => `“${group.title}”`).join('、');
  if (counted.isZero()) return { open: false, words: `${titles}没有可计的得分，不加分` };
  const full = sumPoints(named.map(({ group }) => groupMarks(group)));
  const got = sumPoints(named.map((one) => one.points ?? '0'));
  const reached = roundPoints(got.times(full).div(counted), 2);
  const open = meets(reached);
  const words = `${titles}折合${printPoints(reached)}分，${open ? '' : '未'}${wish}，${open ? '可以' : '不'}加分`;
  return { open, words };
}

function withInner(group: ScoredGroup): ScoredGroup[] {
  return [group, ...group.groups.flatMap(withInner)];
}

function failedLines(group: ScoredGroup) {
  return withInner(group).flatMap(({ failedLine }) => failedLine ?? []);
}
