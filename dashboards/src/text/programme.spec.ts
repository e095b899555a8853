import { expect, it } from 'vitest';
import type { RubricGroup, RubricItem } from '../api/types.js';
import { dueText, groupText, itemNotes, rubricNotes, rubricRows, ruleText, thresholdText } from './programme.js';

it.each([
  [{ kind: 'allOrNothing' }, '符合得满分，不符合不得分'],
  [{ kind: 'proportional' }, '按符合的比例得分'],
  [{ kind: 'perFinding', each: '2' }, '每个问题扣 2 分，扣完为止'],
  [{ kind: 'perFinding', each: '0.50', cap: '5' }, '每个问题扣 0.5 分，最多扣 5 分'],
  [{ kind: 'threshold', full: '0.9', zero: '0.5' }, '达到 90% 得满分，低于 50% 不得分，之间按比例得分'],
  [{ kind: 'threshold', full: '0.7' }, '达到 70% 得满分，之间按比例得分'],
  [
    {
      kind: 'bands',
      bands: [
        { atLeast: '0.9', points: '10' },
        { atLeast: '0.6', points: '6' },
      ],
    },
    '90% 以上得 10 分；60% 以上得 6 分',
  ],
  [{ kind: 'veto', score: '0' }, '单项否决：出现即总分定为 0 分'],
  [{ kind: 'later' }, 'later'],
])('%j reads “%s”', (rule, words) => expect(ruleText(rule)).toBe(words));

const number = { name: '多样化方式解读量', comparison: 'atLeast' as const, value: '90', unit: '％' };

it.each([
  [{ ...number, fromYear: 2022, untilYear: null }, '2022年起多样化方式解读量不少于 90％'],
  [{ ...number, value: '70', fromYear: 2022, untilYear: 2022 }, '2022年多样化方式解读量不少于 70％'],
  [{ ...number, fromYear: 2020, untilYear: 2022 }, '2020年至2022年多样化方式解读量不少于 90％'],
  [
    { name: '账号', comparison: 'atMost' as const, value: '1', unit: '个', fromYear: null, untilYear: null },
    '账号不多于 1 个',
  ],
])('%j is the number “%s”', (threshold, words) => expect(thresholdText(threshold)).toBe(words));

it('tells a target from the last day', () => {
  expect(dueText({ due: null, hardDue: null })).toBe('—');
  expect(dueText({ due: '2020年9月30日前', hardDue: null })).toBe('2020年9月30日前');
  expect(dueText({ due: '2020年9月30日前', hardDue: '2020年12月底前' })).toBe(
    '目标 2020年9月30日前；最后 2020年12月底前',
  );
});

const item = (id: string, change: Partial<RubricItem> = {}): RubricItem => ({
  id,
  title: id,
  indicator: id,
  requirement: 'R-1',
  points: '5',
  rule: { kind: 'allOrNothing' },
  params: {},
  ...change,
});

it('lists groups and items of any depth', () => {
  const inner: RubricGroup = { id: 'c', title: 'c', items: [item('i3')] };
  const groups: RubricGroup[] = [
    {
      id: 'a',
      title: 'a',
      items: [item('i1')],
      groups: [{ id: 'b', title: 'b', items: [item('i2')], groups: [inner] }],
    },
  ];
  expect(rubricRows(groups).map((row) => `${row.depth} ${row.item?.id ?? row.group.id}`)).toEqual([
    '0 a',
    '1 i1',
    '1 b',
    '2 i2',
    '2 c',
    '3 i3',
  ]);
});

it.each<[Partial<RubricGroup>, string]>([
  [{}, ''],
  [{ kind: 'deduct', points: '30', deductAtMost: '12.00' }, '减分制；按 30 分计；最多扣 12 分'],
  [{ kind: 'bonus', cap: '5' }, '加分项；封顶 5 分'],
  [
    { pass: { atLeast: '60', grade: '合格' }, appliesTo: { categories: ['街镇'], levels: ['乡'] } },
    '低于 60 分的，等次不高于合格；只适用于乡级街镇',
  ],
  [{ window: 'year' }, '看当年至今'],
  [{ window: { from: '2022-01-01', to: '2022-06-30' } }, '看 2022-01-01 至 2022-06-30'],
])('a group with %j reads “%s”', (change, words) =>
  expect(groupText({ id: 'g', title: 'g', items: [], ...change })).toBe(words),
);

it('tells what else holds for an item', () => {
  expect(itemNotes(item('i'))).toEqual([]);
  const notes = itemNotes(
    item('i', {
      appliesTo: { categories: ['政府'] },
      pointsFor: [{ appliesTo: { levels: ['乡'] }, points: '3.50' }],
      minimum: 5,
      repeat: { times: '2' },
      sample: { count: 10, of: 'documents' },
    }),
  );
  expect(notes).toEqual([
    '只适用于政府',
    '乡级单位满分 3.5 分',
    '可测的不足 5 个则不测度',
    '上期已有的问题按 2 倍计',
    '随机抽取 10 个',
  ]);
});

it('tells how the total is brought about', () => {
  const rubric = {
    title: '',
    origin: 'plan' as const,
    note: '',
    total: '100',
    coverageFloor: '0',
    bands: [],
    groups: [],
  };
  expect(rubricNotes(rubric)).toEqual([]);
  const notes = rubricNotes({
    ...rubric,
    notApplicable: 'spread',
    gate: { over: '80' },
    bonusCap: '10',
    scoreCap: '110',
    normaliseTo: '100',
    rollUp: [
      { parents: {}, children: {}, by: 'mean', weight: '0.3' },
      { parents: {}, children: {}, by: 'failing', failing: '60', fix: '59' },
    ],
  });
  expect(notes).toEqual([
    '不适用的分值平均计入其他项目',
    '高于 80 分的方可加分',
    '加分合计最多 10 分',
    '总分最多 110 分',
    '另折算为 100 分制',
    '下级单位平均分占总分的 30%',
    '下级单位有低于 60 分的，总分定为 59 分',
  ]);
});
