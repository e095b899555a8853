import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkProgramme } from './check-programme.js';
import { loadProgramme } from './load-programme.js';
import type { Programme, RubricItem, RubricRule } from './model.js';

const yaml = readFileSync(new URL('./plans/luozhuang-2020.yaml', import.meta.url), 'utf8');
const sound = loadProgramme(yaml, 'luozhuang-2020.yaml');
const known = [...new Set(sound.requirements.flatMap((requirement) => requirement.indicators))].map((id) => ({ id }));

/** What the check says once the sound programme was spoiled in one place. */
function faultsAfter(spoil: (programme: Programme) => void, indicators = known): string[] {
  const programme = structuredClone(sound);
  spoil(programme);
  return checkProgramme(programme, indicators).map((fault) => `${fault.where}：${fault.what}`);
}

const item = (programme: Programme, id: string): RubricItem =>
  programme.rubric.groups.flatMap((group) => group.items).find((one) => one.id === id)!;
const withRule = (rule: RubricRule) => (programme: Programme) => {
  item(programme, 'columns-complete').rule = rule;
};

describe('what does not hang together', () => {
  it.each<[string, (programme: Programme) => void, string[]]>([
    ['nothing', () => undefined, []],
    [
      'an unknown indicator',
      (p) => p.requirements[3]!.indicators.push('guessed'),
      ['方案 luozhuang-2020 要求 LZ-04：指标“guessed”不存在'],
    ],
    [
      'a requirement bound to nothing',
      (p) => (p.requirements[1]!.evidence = null),
      ['方案 luozhuang-2020 要求 LZ-02：没有绑定任何指标，也没有写明需要的佐证材料'],
    ],
    [
      'an automatic requirement without indicator',
      (p) => (p.requirements[1]!.check = 'automatic'),
      ['方案 luozhuang-2020 要求 LZ-02：标为自动检查，却没有绑定指标'],
    ],
    [
      'an unresolvable due date of a requirement',
      (p) => (p.requirements[1]!.due = '适时'),
      ['方案 luozhuang-2020 要求 LZ-02：“适时”定不出日期'],
    ],
    ['a recurring requirement', (p) => (p.requirements[1]!.due = '每季度'), []],
    ['a repeated id', (p) => p.requirements.push(p.requirements[1]!), ['方案 luozhuang-2020 要求 LZ-02：编号重复']],
    ['a repeated column', (p) => p.columns.push(p.columns[0]!), ['方案 luozhuang-2020 栏目 guide：编号重复']],
    [
      'a task of nothing',
      (p) => (p.tasks[0]!.requirements = []),
      ['方案 luozhuang-2020 任务 LZT-01：没有对应任何要求'],
    ],
    [
      'a task of an unknown requirement',
      (p) => (p.tasks[0]!.requirements = ['LZ-99']),
      ['方案 luozhuang-2020 任务 LZT-01：所属要求“LZ-99”不存在'],
    ],
    [
      'a task without a day',
      (p) => Object.assign(p.tasks[0]!, { dueText: '尽快', dueOn: null }),
      ['方案 luozhuang-2020 任务 LZT-01：“尽快”定不出日期'],
    ],
    [
      'a task that ends before it starts',
      (p) => (p.tasks[0]!.dueOn = '2020-06-01'),
      ['方案 luozhuang-2020 任务 LZT-01：2020-06-01到期，早于开始的2020-06-05'],
    ],
    [
      'points that do not add up',
      (p) => (item(p, 'topic-column').points = '4.25'),
      ['方案 luozhuang-2020 评分细则：各项分值合计100.25分，与总分100分不符'],
    ],
    [
      'an item of an unknown requirement',
      (p) => (item(p, 'topic-column').requirement = 'LZ-99'),
      ['方案 luozhuang-2020 评分项 topic-column：所属要求“LZ-99”不存在'],
    ],
    [
      'an item whose requirement does not name its indicator',
      (p) => (item(p, 'topic-column').requirement = 'LZ-01'),
      ['方案 luozhuang-2020 评分项 topic-column：要求 LZ-01 没有绑定指标“topic-column”'],
    ],
    [
      'grades out of order',
      (p) => p.rubric.bands.reverse(),
      ['方案 luozhuang-2020 等次：分数线重叠或没有由高到低排列'],
    ],
    [
      'two grades with one mark',
      (p) => (p.rubric.bands[1]!.from = '90'),
      ['方案 luozhuang-2020 等次：分数线重叠或没有由高到低排列'],
    ],
    ['no grade at the bottom', (p) => p.rubric.bands.pop(), ['方案 luozhuang-2020 等次：低分没有等次']],
    [
      'bands that overlap',
      withRule({
        kind: 'bands',
        bands: [
          { atLeast: '0.5', points: '20' },
          { atLeast: '0.5', points: '10' },
        ],
      }),
      ['方案 luozhuang-2020 评分项 columns-complete：分档重叠或没有由高到低排列'],
    ],
    [
      'a band above full marks',
      withRule({ kind: 'bands', bands: [{ atLeast: '0.5', points: '21' }] }),
      ['方案 luozhuang-2020 评分项 columns-complete：分档得21分，多于满分20分'],
    ],
    [
      'a cap above full marks',
      withRule({ kind: 'perFinding', each: '2', cap: '30' }),
      ['方案 luozhuang-2020 评分项 columns-complete：最多扣30分，多于满分20分'],
    ],
    [
      'a finding that costs nothing',
      withRule({ kind: 'perFinding', each: '0' }),
      ['方案 luozhuang-2020 评分项 columns-complete：每个问题扣0分'],
    ],
    [
      'a zero line above the full line',
      withRule({ kind: 'threshold', full: '0.7', zero: '0.7' }),
      ['方案 luozhuang-2020 评分项 columns-complete：零分线0.7不低于满分线'],
    ],
    [
      'years out of order',
      withRule({
        kind: 'threshold',
        full: '0.7',
        fullByYear: [
          { fromYear: 2023, full: '0.9' },
          { fromYear: 2022, full: '0.8' },
        ],
      }),
      ['方案 luozhuang-2020 评分项 columns-complete：各年满分线没有按年份递增排列'],
    ],
  ])('%s', (_, spoil, messages) => {
    expect(faultsAfter(spoil)).toEqual(messages);
  });

  it.each([
    ['automatic', '方案 luozhuang-2020 要求 LZ-02：绑定的指标“linked-lists”不在评分细则里，从不计算'],
    ['reviewed', '方案 luozhuang-2020 要求 LZ-02：绑定的指标“linked-lists”不在评分细则里，从不计算'],
    ['evidence', null],
  ] as const)('an indicator of a requirement checked as %s that nothing computes', (check, message) => {
    const spoil = (p: Programme) => Object.assign(p.requirements[1]!, { check, indicators: ['linked-lists'] });
    expect(faultsAfter(spoil, [...known, { id: 'linked-lists' }])).toEqual(message === null ? [] : [message]);
  });

  it('params that the indicator does not take', () => {
    const strict = known.map(({ id }) =>
      id === 'published-in-time'
        ? { id, paramsSchema: z.strictObject({ workdays: z.number().max(10), startsFrom: z.string() }) }
        : { id },
    );
    expect(faultsAfter(() => undefined, strict)).toHaveLength(1);
    expect(faultsAfter(() => undefined, strict)[0]).toMatch(
      /^方案 luozhuang-2020 评分项 published-in-time params\.workdays：/,
    );
  });

  it('says which indicators there are', () => {
    const programme = structuredClone(sound);
    item(programme, 'topic-column').indicator = 'topic';
    expect(checkProgramme(programme, known)[0]?.accepted).toContain('topic-column');
  });
});
