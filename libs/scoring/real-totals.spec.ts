import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '#indicators';
import type { Rubric, RubricItem, RubricRule } from '#programmes';
import { rankScorecards } from './rank.js';
import { programmeOf, scoreOf, someGroup, someItem, someResult, someUnit } from './scoring.fixture.js';

/** How real schemes go from their leaves to a total. Every expected figure was counted by hand. */
const share: RubricRule = { kind: 'proportional' };
/** An item that is measured in hundredths, so that a test can say how many points it leaves. */
const item = (id: string, points: string, change: Partial<RubricItem> = {}) => someItem(id, points, share, change);
const at = (id: string, percent: number): IndicatorResult =>
  someResult(id, percent === 100 ? 'pass' : 'fail', [percent, 100]);
const none = (id: string) => someResult(id, 'notApplicable');
const unseen = (id: string) => someResult(id, 'notMeasured');

describe('S3 31ppt：标识 图标清晰50% + 可查看基本信息30% + 信息准确20%', () => {
  const sign = someGroup('sign', [item('icon', '50'), item('basics', '30'), item('right', '20')], {
    ...{ points: '0.5', scale: '100' },
  });
  it.each<[string, IndicatorResult[], string | null, string]>([
    ['全部做到', [at('icon', 100), at('basics', 100), at('right', 100)], '0.5', '0.5'],
    ['只做到两项', [at('icon', 100), at('basics', 100), at('right', 0)], '0.4', '0.5'],
    ['一项看不到，在组内缩减', [at('icon', 100), at('basics', 0), unseen('right')], '0.31', '0.5'],
    ['都看不到', [unseen('icon'), unseen('basics'), unseen('right')], null, '0'],
  ])('%s', (_, results, points, counted) => {
    expect(scoreOf(programmeOf([sign]), results).tree.children[0]).toMatchObject({ points, counted });
  });
});

describe('S4 锦州：权重赋分制，“一级指标减分上限为自身权重”', () => {
  const fine = (id: string, points: string) => someItem(id, points, { kind: 'perFinding', each: '2' });
  const daily = someGroup('daily', [fine('a', '20'), fine('b', '20')], { kind: 'deduct', points: '20' });
  const programme = programmeOf([daily, someGroup('rest', [item('c', '80')])]);
  const score = (a: number, b: number) =>
    scoreOf(programme, [someResult('a', 'fail', [0, a]), someResult('b', 'fail', [0, b]), at('c', 100)]);

  it.each([
    [1, 2, '94'],
    [5, 5, '80'],
    [9, 9, '80'],
  ])('%i个和%i个问题，每个扣2分 → %s', (a, b, expected) => {
    expect(score(a, b).score).toBe(expected);
  });

  it('二级、三级权重归一到上级', () => {
    const third = someGroup('third', [item('x', '60'), item('y', '40')], { points: '30', scale: '100' });
    const second = someGroup('second', [item('z', '70')], { groups: [third], points: '50', scale: '100' });
    const levels = programmeOf([second, someGroup('other', [item('w', '50')])]);
    const card = scoreOf(levels, [at('x', 50), at('y', 100), at('z', 100), at('w', 100)]);
    // 三级 30+40 → 70/100×30 = 21；二级 70+21 = 91/100×50 = 45.5
    expect(card.tree.children[0]!.children[1]).toMatchObject({ points: '21', max: '30' });
    expect(card).toMatchObject({ score: '95.5' });
  });

  it('组内扣分封顶', () => {
    const capped = someGroup('g', [fine('a', '20')], { deductAtMost: '5' });
    const card = scoreOf(programmeOf([capped]), [someResult('a', 'fail', [0, 6])]);
    expect(card.tree.children[0]).toMatchObject({ points: '15', before: '20' });
    expect(card.tree.children[0]!.reason).toContain('最多扣5分，得15分');
  });
});

describe('S8 ≥90优秀，70–89良好，60–69合格，≤59不合格：(89,90)之间没有写', () => {
  const bands = [
    { grade: '优秀', from: '90' },
    { grade: '良好', from: '70', to: '89' },
    { grade: '合格', from: '60', to: '69' },
    { grade: '不合格', from: '0', to: '59' },
  ];
  const programme = programmeOf([someGroup('g', [item('a', '100')])], { bands });

  it.each([
    [[90, 100], '优秀', false],
    [[179, 200], '良好', true],
    [[89, 100], '良好', false],
    [[139, 200], '合格', true],
    [[119, 200], '不合格', true],
  ] as const)('%s → %s', (measured, grade, gap) => {
    const card = scoreOf(programme, [someResult('a', 'fail', measured)]);
    expect(card.grade).toBe(grade);
    expect(card.tree.reason.includes('按低一等次计')).toBe(gap);
  });
});

describe('S16 S18 单项否决', () => {
  const veto = (rule: object) => someItem('v', '0', { kind: 'veto', score: '0', ...rule } as RubricRule);
  const score = (rule: object, findings: number) =>
    scoreOf(programmeOf([someGroup('g', [veto(rule), item('a', '100')])]), [
      someResult('v', findings === 0 ? 'pass' : 'fail', [20 - findings, 20]),
      at('a', 90),
    ]);

  it.each([
    ['19号：空白栏目5个及以上', { atLeast: 5, grade: '不合格' }, 4, '90', '优秀'],
    ['19号：空白栏目5个及以上', { atLeast: 5, grade: '不合格' }, 5, '0', '不合格'],
    ['19号：长期未更新10个及以上', { atLeast: 10 }, 10, '0', '不合格'],
    ['肇庆：定为59分', { score: '59' }, 1, '59', '不合格'],
    ['等次按否决所定', { score: '80', grade: '不合格' }, 1, '80', '不合格'],
    ['没有问题', { score: '59' }, 0, '90', '优秀'],
  ])('%s：%j，%i个 → %s %s', (_, rule, findings, expected, grade) => {
    expect(score(rule, findings)).toMatchObject({ score: expected, grade });
  });
});

describe('S19 S20 加分门槛和封顶', () => {
  const bonus = someGroup('plus', [item('p', '20'), item('q', '20')], { kind: 'bonus', cap: '30' });
  const score = (rubric: Partial<Rubric>, base: number, plus: number) =>
    scoreOf(programmeOf([someGroup('g', [item('a', '100')]), bonus], rubric), [
      at('a', base),
      at('p', plus),
      at('q', plus),
    ]);

  it.each<[string, Partial<Rubric>, number, number, string]>([
    ['19号：高于80分才加分，80分不加', { gate: { over: '80' } }, 80, 100, '80'],
    ['19号：81分可以加，加分30封顶', { gate: { over: '80' } }, 81, 100, '111'],
    ['加分20', { gate: { over: '80' } }, 90, 50, '110'],
    ['不设门槛', {}, 10, 50, '30'],
    ['总加分封顶25（肇庆）', { bonusCap: '25' }, 90, 100, '115'],
    ['总分封顶100', { scoreCap: '100' }, 95, 50, '100'],
  ])('%s', (_, rubric, base, plus, expected) => {
    expect(score(rubric, base, plus).score).toBe(expected);
  });

  it('看不到的加分项不加也不减，不影响可测度', () => {
    const card = scoreOf(programmeOf([someGroup('g', [item('a', '100')]), bonus]), [at('a', 90), unseen('p')]);
    expect(card).toMatchObject({ score: '90', coverage: '1' });
    expect(card.tree).toMatchObject({ counted: '100', before: '90' });
  });

  it('每一步都记下', () => {
    expect(score({ gate: { over: '80' } }, 90, 50).tree.steps).toEqual([
      { step: 'sum', words: '各组得分相加', points: '90' },
      { step: 'reweight', words: '可计满分100分折算为100分制', points: '90' },
      { step: 'gate', words: '高于80分，可以加分', points: '90' },
      { step: 'bonus', words: '加20分', points: '110' },
      { step: 'round', words: '保留2位小数', points: '110' },
    ]);
  });
});

describe('绵阳：总分130；网站低于21、新媒体低于12不合格；两项之和达到44才加分', () => {
  const programme = programmeOf(
    [
      someGroup('open', [item('o', '15')], { title: '政务公开' }),
      someGroup('site', [item('s', '35')], { title: '网站', pass: { atLeast: '21', grade: '不合格' } }),
      someGroup('media', [item('m1', '10'), item('m2', '10')], {
        title: '新媒体',
        pass: { atLeast: '12', grade: '不合格' },
      }),
      someGroup('daily', [item('d', '30')], { title: '日常' }),
      someGroup('plus', [item('p', '30')], { kind: 'bonus' }),
    ],
    { gate: { atLeast: '44', of: ['site', 'media'] }, scoreCap: '130', normaliseTo: '100' },
  );
  const score = (site: number, media: number | null, plus = 100) =>
    scoreOf(programme, [
      at('o', 100),
      at('s', site),
      media === null ? none('m1') : at('m1', media),
      media === null ? none('m2') : at('m2', media),
      at('d', 100),
      at('p', plus),
    ]);

  it('满分130，另折合100分制', () => {
    expect(score(100, 100)).toMatchObject({ score: '130', normalised: { score: '100', of: '100' } });
  });

  it.each([
    [80, 80, '119', '优秀'],
    [80, 70, '87', '合格'],
    [59, 100, '85.65', '不合格'],
    [100, 59, '121.8', '不合格'],
  ])('网站%i%%、新媒体%i%% → %s %s', (site, media, expected, grade) => {
    expect(score(site, media)).toMatchObject({ score: expected, grade });
  });

  it('没有新媒体的，线和门槛按比例折合', () => {
    const card = score(81, null);
    expect(card.tree.steps?.find(({ step }) => step === 'gate')?.words).toBe(
      '“网站”、“新媒体”折合44.55分，达到44分，可以加分',
    );
    expect(score(79, null).tree.steps?.some(({ step }) => step === 'bonus')).toBe(false);
  });
});

describe('S21 19号：没有办事服务的按75分计，乘4/3；S22 肇庆：办事服务20分平均计入其他指标', () => {
  const group = (id: string, points: string) =>
    someGroup(id, [item(`${id}-1`, '60'), item(`${id}-2`, '40')], { points, scale: '100' });
  const results = (percent: number, service: IndicatorResult[]) => [
    ...['news', 'talk', 'form'].flatMap((id) => [at(`${id}-1`, percent), at(`${id}-2`, percent)]),
    ...service,
  ];
  const away = [none('service-1'), none('service-2')];

  it('×4/3', () => {
    const programme = programmeOf([
      group('news', '30'),
      group('service', '25'),
      group('talk', '25'),
      group('form', '20'),
    ]);
    const card = scoreOf(programme, [
      ...[at('news-1', 100), at('news-2', 100), at('talk-1', 80), at('talk-2', 80), at('form-1', 50), at('form-2', 50)],
      ...away,
    ]);
    // 30 + 20 + 10 = 60 of 75
    expect(card).toMatchObject({ score: '80', coverage: '1' });
    expect(card.tree).toMatchObject({ before: '60', counted: '75' });
  });

  it('平均计入', () => {
    const programme = programmeOf(
      [group('news', '40'), group('talk', '20'), group('form', '20'), group('service', '20')],
      { notApplicable: 'spread' },
    );
    const card = scoreOf(programme, [
      ...[at('news-1', 100), at('news-2', 100), at('talk-1', 50), at('talk-2', 50), at('form-1', 0), at('form-2', 0)],
      ...away,
    ]);
    // 20 ÷ 3 = 6.67, 6.67, 6.66: 46.67 + 26.67/2 + 0
    expect(card.tree.children.map((node) => [node.counted, node.points])).toEqual([
      ['46.67', '46.67'],
      ['26.67', '13.34'],
      ['26.66', '0'],
      ['0', null],
    ]);
    expect(card).toMatchObject({ score: '60.01', coverage: '1' });
    expect(scoreOf(programme, results(100, away)).score).toBe('100');
  });

  it('看不到的不分给别人，只缩减分母', () => {
    const programme = programmeOf([someGroup('g', [item('a', '60'), item('b', '20'), item('c', '20')])], {
      notApplicable: 'spread',
    });
    const card = scoreOf(programme, [at('a', 50), none('b'), unseen('c')]);
    expect(card.tree.children[0]!.children.map((node) => node.counted)).toEqual(['70', '0', '0']);
    expect(card).toMatchObject({ score: '50', coverage: '0.7' });
  });

  it('平均计入后按件扣分的仍扣原分', () => {
    const programme = programmeOf(
      [someGroup('g', [someItem('a', '10', { kind: 'perFinding', each: '1' }), item('b', '10')])],
      { notApplicable: 'spread' },
    );
    const card = scoreOf(programme, [someResult('a', 'fail', [0, 4]), none('b')]);
    expect(card.tree.children[0]!.children[0]).toMatchObject({ counted: '20', points: '16', max: '10' });
  });
});

describe('S24 宣城：工作考核70% + 专业评价30%；翔安：信息公开50% + 网站及新媒体50%', () => {
  it.each([
    ['70', '30', 90, 60, '81'],
    ['50', '50', 90, 60, '75'],
  ])('%s/%s，得%i和%i → %s', (one, other, a, b, expected) => {
    const programme = programmeOf([
      someGroup('work', [item('a', '100')], { points: one, scale: '100' }),
      someGroup('view', [item('b', '100')], { points: other, scale: '100' }),
    ]);
    expect(scoreOf(programme, [at('a', a), at('b', b)]).score).toBe(expected);
  });
});

describe('S33 外部事项倒扣：行政复议、诉讼被纠错每件3分', () => {
  const malus = someGroup('minus', [someItem('m', '9', { kind: 'perMissing', each: '3' })], {
    kind: 'malus',
    cap: '6',
  });
  const programme = programmeOf([someGroup('g', [item('a', '100')]), malus]);
  const lost = (count: number) => someResult('m', count === 0 ? 'pass' : 'fail', [0, count]);

  it.each([
    [90, 0, '90'],
    [90, 1, '87'],
    [90, 5, '84'],
    [2, 2, '0'],
  ])('%i分，%i件 → %s', (base, count, expected) => {
    const card = scoreOf(programme, [at('a', base), lost(count)]);
    expect(card.score).toBe(expected);
    expect(card.coverage).toBe('1');
  });

  it('没有导入的不扣', () => {
    expect(scoreOf(programme, [at('a', 90), unseen('m')]).score).toBe('90');
  });

  it('倒扣在门槛之前', () => {
    const plus = someGroup('plus', [item('p', '10')], { kind: 'bonus' });
    const gated = programmeOf([someGroup('g', [item('a', '100')]), malus, plus], { gate: { over: '80' } });
    expect(scoreOf(gated, [at('a', 83), lost(1), at('p', 100)]).score).toBe('80');
    expect(scoreOf(gated, [at('a', 84), lost(1), at('p', 100)]).score).toBe('91');
  });
});

describe('S36 满分各不相同，取位和并列各有规定', () => {
  it.each([
    ['60', '58', '96.67'],
    ['10', '9.5', '95'],
    ['130', '104', '80'],
  ])('满分%s，得%s → 百分制%s', (total, raw, normalised) => {
    const percent = (Number(raw) / Number(total)) * 100_000;
    const card = scoreOf(programmeOf([someGroup('g', [item('a', total)])], { normaliseTo: '100' }), [
      someResult('a', 'fail', [Math.round(percent), 100_000]),
    ]);
    expect(card).toMatchObject({ score: raw, normalised: { score: normalised, of: '100' } });
  });

  it.each([
    [0, 'halfUp', '81'],
    [0, 'halfEven', '80'],
    [0, 'down', '80'],
    [1, 'down', '80.5'],
  ] as const)('80.5分保留%i位（%s） → %s', (digits, mode, expected) => {
    const programme = programmeOf([someGroup('g', [item('a', '100')])], { rounding: { digits, mode } });
    expect(scoreOf(programme, [someResult('a', 'fail', [161, 200])]).score).toBe(expected);
  });

  it('先取位，再定等次', () => {
    const programme = programmeOf([someGroup('g', [item('a', '100')])], { rounding: { digits: 0, mode: 'halfUp' } });
    expect(scoreOf(programme, [someResult('a', 'fail', [179, 200])])).toMatchObject({ score: '90', grade: '优秀' });
  });

  it('并列之后跳过或接续', () => {
    const cards = [90, 80, 80, 70].map((percent, n) =>
      scoreOf(programmeOf([someGroup('g', [item('a', '100')])]), [at('a', percent)], someUnit(`云岭县第${n}局`)),
    );
    expect(rankScorecards(cards).map((card) => card.rank)).toEqual([1, 2, 2, 4]);
    expect(rankScorecards(cards, 'class', 'dense').map((card) => card.rank)).toEqual([1, 2, 2, 3]);
  });
});
