import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indicators } from '#indicators';
import { checkProgramme } from './check-programme.js';
import { readProgramme } from './load-programme.js';

/** The worked example of the handbook is the plan that is spoiled here, so that the handbook stays true. */
const handbook = readFileSync(new URL('../../docs/programmes.md', import.meta.url), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(handbook)![1]!;
function faultsOf(...exchanges: [good: string, bad: string][]): string[] {
  let yaml = example;
  for (const [good, bad] of exchanges) {
    expect(yaml).toContain(good);
    yaml = yaml.replace(good, () => bad);
  }
  const { programme, place } = readProgramme(yaml, '方案.yaml');
  return checkProgramme(programme, indicators, place).map(({ where, what }) => `${where}：${what}`);
}

const lineOf = (needle: string) => example.slice(0, example.indexOf(needle)).split('\n').length;

describe('the worked example of the handbook', () => {
  it('hangs together', () => {
    expect(faultsOf()).toEqual([]);
  });
});

describe('mistakes in a rubric are named by file, line and field', () => {
  it.each<[string, [string, string][], string, string]>([
    [
      'an unknown indicator',
      [['indicator: column-quota', 'indicator: quota']],
      'indicator: column-quota',
      'rubric.groups[1].items[1].indicator（评分项 quota）：指标“quota”不存在',
    ],
    [
      'an indicator that is bound and never computed',
      [
        [
          '[columns-complete, column-quota, blank-columns]',
          '[columns-complete, column-quota, blank-columns, home-updated]',
        ],
      ],
      'indicators: [columns-complete',
      'requirements[2].indicators[3]（要求 YL-03）：绑定的指标“home-updated”不在评分细则里，从不计算',
    ],
    [
      'a requirement that is not there',
      [["requirement: YL-02\n          points: '30'", "requirement: YL-09\n          points: '30'"]],
      "requirement: YL-02\n          points: '30'",
      'rubric.groups[0].items[1].requirement（评分项 varied）：所属要求“YL-09”不存在',
    ],
    [
      'a review of what no item asks for',
      [['  rollUp:', '  review: { kinds: [review], indicators: [home-updated] }\n  rollUp:']],
      '  rollUp:',
      'rubric.review.indicators[0]（发布前复核）：没有评分项用到指标“home-updated”',
    ],
    [
      'weights that do not add up',
      [["points: '60'", "points: '50'"]],
      "scale: '100'",
      'rubric.groups[0].scale（评分组 open）：组内各项分值合计90分，与组内满分100分不符',
    ],
    [
      'a weighted group without a scale of its own',
      [["points: '18'", "points: '20'"]],
      "points: '30'\n      window",
      'rubric.groups[1].points（评分组 platform）：组内各项分值合计32分，与本组30分不符',
    ],
    [
      'a sum that is not the total',
      [["points: '70' #", "points: '60' #"]],
      "total: '100'",
      'rubric.total（评分细则）：各项分值合计90分，与总分100分不符',
    ],
    [
      'a cap above its group',
      [["cap: '10'", "cap: '30'"]],
      "cap: '10'",
      'rubric.groups[3].cap（评分组 plus）：封顶30分，多于组内的20分',
    ],
    [
      'a cap of losses above its group',
      [['window: year', "deductAtMost: '31'"]],
      'window: year',
      'rubric.groups[1].deductAtMost（评分组 platform）：最多扣31分，多于组内的30分',
    ],
    [
      'a gate above the total',
      [["gate: { over: '80' }", "gate: { over: '100' }"]],
      "gate: { over: '80' }",
      'rubric.gate.over（加分门槛）：门槛100分高于可得的100分，谁也达不到',
    ],
    [
      'a gate of a group that is not there',
      [["gate: { over: '80' }", "gate: { over: '8', of: [media] }"]],
      "gate: { over: '80' }",
      'rubric.gate.of[0]（加分门槛）：评分组“media”不存在',
    ],
    [
      'grades that overlap',
      [["to: '89'", "to: '90'"]],
      "to: '89'",
      'rubric.bands[1].to（等次 良好）：上限90与“优秀”的下限90重叠',
    ],
    [
      'a grade beyond reach',
      [["from: '90'", "from: '111'"]],
      "from: '90'",
      'rubric.bands[0].from（等次 优秀）：分数线111高于总分110',
    ],
    [
      'a veto with points',
      [["points: '0' #", "points: '5' #"]],
      "points: '0' #",
      'rubric.groups[1].items[2].points（评分项 blank）：单项否决写了5分',
    ],
    [
      'a veto with a grade that is not there',
      [['grade: 不合格, atLeast', 'grade: 差, atLeast']],
      'grade: 不合格, atLeast',
      'rubric.groups[1].items[2].rule.grade（评分项 blank）：等次“差”不存在',
    ],
    [
      'a window that ends before it begins',
      [['window: year', "window: { from: '2025-12-31', to: '2025-12-03' }"]],
      'window: year',
      'rubric.groups[1].window（评分组 platform）：测评时段2025-12-03结束，早于开始的2025-12-31',
    ],
    [
      'weights of units below above the whole',
      [["weight: '0.2' }", "weight: '0.2' }\n    - { parents: {}, children: {}, by: worst, weight: '0.9' }"]],
      '- { parents',
      'rubric.rollUp（汇总）：下级成绩的权重合计1.1，大于1',
    ],
    [
      'a fixed score without its line',
      [["by: mean, weight: '0.2'", "by: failing, fix: '59'"]],
      '- { parents',
      'rubric.rollUp[0]（汇总）：没有写明下级不合格的分数线',
    ],
    [
      'a pass line above its group',
      [['window: year', "pass: { atLeast: '31', grade: 不合格 }"]],
      'window: year',
      'rubric.groups[1].pass.atLeast（评分组 platform）：及格线31分，多于组内的30分',
    ],
    [
      'a malus that counts what complies',
      [["rule: { kind: perMissing, each: '3' }", "rule: { kind: perSubject, each: '3' }"]],
      "rule: { kind: perMissing, each: '3' }",
      'rubric.groups[2].items[0].rule.kind（评分组 minus）：“复议、诉讼被纠错”在倒扣组里按符合的个数计',
    ],
    [
      'repeated problems under another rule',
      [["rule: { kind: perFinding, each: '5' }", "rule: { kind: once, off: '5' }"]],
      'repeat:',
      'rubric.groups[0].items[0].repeat（评分项 in-time）：重复问题加倍只能与按问题扣分（perFinding）同用',
    ],
    [
      'an empty group',
      [['      window: year # 本组看年初以来，不只看本季度\n', '      groups: [{ id: nothing, title: 空组 }]\n']],
      'window: year',
      'rubric.groups[1].groups[0]（评分组 nothing）：组内没有评分项，也没有下级组',
    ],
  ])('%s', (_, exchanges, needle, message) => {
    expect(faultsOf(...exchanges)).toEqual([`方案.yaml 第${lineOf(needle)}行 ${message}`]);
  });

  it('groups deeper than five levels', () => {
    const nested = (depth: number): string =>
      depth === 0 ? '[]' : `[{ id: d${depth}, title: 组, groups: ${nested(depth - 1)} }]`;
    const faults = faultsOf(['      window: year', `      groups: ${nested(4)}\n      window: year`]);
    expect(faults.filter((fault) => fault.includes('层次多于五级'))).toHaveLength(1);
  });

  it('two sheets for two classes of units may each add up to the total', () => {
    const sheet = (category: string) => `appliesTo: { categories: [${category}] }`;
    const twice = example
      .replace("points: '70' #", `${sheet('部门')}\n      points: '70' #`)
      .replace("points: '30'\n      window", `${sheet('部门')}\n      points: '30'\n      window`)
      .replace(
        '    - id: minus',
        `    - id: towns\n      title: 街镇\n      ${sheet('街镇')}\n      items:\n        - { id: t, title: 栏目, indicator: columns-complete, requirement: YL-03, points: '100', rule: { kind: proportional }, params: {} }\n    - id: minus`,
      );
    const { programme } = readProgramme(twice, '方案.yaml');
    expect(checkProgramme(programme, indicators)).toEqual([]);
    programme.rubric.groups[2]!.items[0]!.points = '90';
    expect(checkProgramme(programme, indicators).map(({ what }) => what)).toEqual([
      '各项分值合计190分，与总分100分不符',
    ]);
  });
});

describe('tasks and stages', () => {
  const second = (due: string, more = '') =>
    `    requirements: [YL-04]\n  - id: YLT-02\n    stage: 部署\n    title: 印发本单位工作要点\n    responsible: [各部门]\n    startText: null\n    dueText: ${due}\n    requirements: [YL-04]${more}\n`;

  it('two deadlines for one task', () => {
    expect(faultsOf(['    requirements: [YL-04]\n', second('2025年5月底前')])).toEqual([
      `方案.yaml 第${lineOf('    requirements: [YL-04]\n') + 6}行 tasks[1].dueText（任务 YLT-02）：“印发本单位工作要点”有两个期限：2025-04-30（YLT-01）和2025-05-31`,
    ]);
    expect(faultsOf(['    requirements: [YL-04]\n', second('2025年4月底前')])).toEqual([]);
  });

  it('two deadlines that a written conflict explains', () => {
    const conflict = 'conflicts:\n  - { id: C1, clauses: [二, 附件], readings: [4月底, 5月底], taken: 两个都列 }';
    const explained = second('2025年5月底前', '\n    conflict: C1');
    expect(faultsOf(['    requirements: [YL-04]\n', explained], ['conflicts: []', conflict])).toEqual([]);
    expect(faultsOf(['    requirements: [YL-04]\n', explained])[0]).toContain('所引的矛盾“C1”不存在');
  });

  it.each<[string, string, string]>([
    [
      'ends before it starts',
      "{ name: 部署, startText: '2025-04-01', dueText: '2025-03-01' }",
      '2025-03-01结束，早于开始的2025-04-01',
    ],
    ['is not the one of the task', '{ name: 总结, startText: null, dueText: null }', '阶段“部署”不在 stages 中'],
    [
      'ends before its task',
      "{ name: 部署, startText: null, dueText: '2025-04-10' }",
      '2025-04-30到期，晚于所在阶段“部署”的2025-04-10',
    ],
    [
      'begins before the one before it has ended',
      "{ name: 部署, startText: null, dueText: '2025-04-30' }\n  - { name: 总结, startText: '2025-04-15', dueText: '2025-12-31' }",
      '2025-04-15开始，而上一阶段“部署”2025-04-30才结束',
    ],
  ])('a stage that %s', (_, stages, what) => {
    const faults = faultsOf(['tasks:\n', `stages:\n  - ${stages}\ntasks:\n`]);
    expect(faults.some((fault) => fault.endsWith(what))).toBe(true);
  });
});
