import { describe, expect, it } from 'vitest';
import { createWorkdays, parsePeriod } from '#calendar';
import type { SiteFacts } from '#facts';
import type { Decision, ImportedCount, OrganisationRef, Records } from '#indicators';
import type { Programme, RubricItem, RubricRule, RubricWindow } from '#programmes';
import {
  issued,
  published,
  someColumn,
  someDocument,
  someFacts,
  someInterpretation,
  someReport,
} from '../indicators/facts.fixture.js';
import { evaluateRubric } from './evaluate-rubric.js';
import type { Excuse, Scorecard } from './model.js';
import { scoreOrganisation } from './score-organisation.js';
import { itemsOf } from './score-items.js';
import { programmeOf, scoreOf, someGroup, someItem, someResult, someUnit } from './scoring.fixture.js';

/** Real schemes from the facts of a site, or from what people entered, to the points. */
const share: RubricRule = { kind: 'proportional' };
const unit = someUnit('云岭县人民政府', { category: '政府', parent: null });
const workdays = createWorkdays();

interface Around {
  period?: string;
  asOf?: string;
  records?: Records;
  excuses?: Excuse[];
  organisation?: OrganisationRef;
}

function assess(programme: Programme, facts: Partial<SiteFacts>, around: Around = {}): Scorecard {
  const { period = '2022', asOf = '2022-12-31', records, excuses = [], organisation = unit } = around;
  const about = { programme, organisation, period: parsePeriod(period), asOf };
  const results = evaluateRubric({ ...about, facts: someFacts(facts), workdays, ...(records ? { records } : {}) });
  return scoreOrganisation({ ...about, evidenceDigest: 'digest', results, excuses });
}

const one = (item: RubricItem, window?: RubricWindow): Programme =>
  programmeOf([someGroup('g', [item], window ? { window } : {})]);
const leaf = (card: Scorecard) => itemsOf(card.tree)[0]!;
const indicator = (
  id: string,
  params: object,
  points = '10',
  rule: RubricRule = share,
  change: Partial<RubricItem> = {},
) => someItem('a', points, rule, { indicator: id, params: params as Record<string, unknown>, ...change });

const days = (...itemDates: string[]) => someColumn('news', { itemDates, itemCount: itemDates.length });

describe('shapes that are indicators, priced', () => {
  it.each<[string, RubricItem, Partial<SiteFacts>, string | null]>([
    [
      'S9 盘山：每个栏目每月6条，每月不足扣1分',
      indicator('column-quota', { columns: ['news'], atLeast: 6, per: 'month' }, '5', {
        kind: 'perMissing',
        each: '1',
      }),
      {
        columns: [
          days(
            ...Array.from({ length: 9 }, (_, n) => `2022-0${n + 1}-10`).flatMap(
              (day) => Array(6).fill(day) as string[],
            ),
          ),
        ],
      },
      '2',
    ],
    [
      'S9 怀远：县直每月不少于20条',
      indicator('column-quota', { columns: ['news'], atLeast: 20, per: 'month', together: true }, '12'),
      { columns: [days(...(Array(20).fill('2022-03-10') as string[]), ...(Array(19).fill('2022-04-10') as string[]))] },
      '1',
    ],
    [
      'S10 平昌：要闻14天，过期每个栏目扣2分',
      indicator('column-freshness', { maxAgeDays: { news: 14 } }, '10', { kind: 'perFinding', each: '2' }),
      { columns: [days('2022-12-16')] },
      '8',
    ],
    [
      'S11 平昌：相邻两条不大于90天',
      indicator('column-gap', { columns: ['news'], maxDays: 90 }, '10', { kind: 'allOrNothing' }),
      { columns: [days('2022-01-01', '2022-03-01', '2022-05-30', '2022-08-28')] },
      '10',
    ],
    [
      'S12 平昌：不少于4条',
      indicator('column-minimum', { columns: ['news'], atLeast: 4 }, '10', { kind: 'allOrNothing' }),
      { columns: [days('2022-01-01', '2022-03-01', '2022-05-30')] },
      '0',
    ],
    [
      'S13 条例26：20个工作日',
      indicator('published-in-time', { workdays: 20, startsFrom: 'issued' }),
      { documents: [someDocument('a'), someDocument('b', { publishedOn: published('2022-11-15') })] },
      '5',
    ],
    [
      'S13 地方：7个工作日（2022-09-05起，至09-14为7个）',
      indicator('published-in-time', { workdays: 7, startsFrom: 'issued' }),
      {
        documents: [
          someDocument('a', { issuedOn: issued('2022-09-05'), publishedOn: published('2022-09-15') }),
          someDocument('b', { issuedOn: issued('2022-09-05'), publishedOn: published('2022-09-16') }),
        ],
      },
      '5',
    ],
    [
      'S13 地方：3个工作日',
      indicator('published-in-time', { workdays: 3, startsFrom: 'issued' }),
      { documents: [someDocument('a', { issuedOn: issued('2022-09-05'), publishedOn: published('2022-09-08') })] },
      '10',
    ],
    [
      'S14 年报：3月31日',
      indicator('annual-report-in-time', { department: '01-31', government: '03-31', township: '01-31' }),
      { annualReports: [someReport(2021, { publishedOn: published('2022-03-31') })] },
      '10',
    ],
    [
      'S14 年报：本地1月28日',
      indicator('annual-report-in-time', { department: '01-20', government: '01-28', township: '02-20' }),
      { annualReports: [someReport(2021, { publishedOn: published('2022-01-29') })] },
      '0',
    ],
    [
      'S15 沂水：清理结果至少每隔2年',
      indicator(
        'periodic-publication',
        { matter: '清理结果', words: ['清理结果'], months: 24, column: 'policy' },
        '0.5',
      ),
      { documents: [someDocument('q', { title: '规范性文件清理结果', publishedOn: published('2021-05-01') })] },
      '0.5',
    ],
    ['没有采集到的不计', indicator('column-gap', { columns: ['news'], maxDays: 90 }), {}, null],
  ])('%s', (_, item, facts, expected) => {
    expect(leaf(assess(one(item), facts)).points).toBe(expected);
  });

  it('S16 19号：空白栏目5个及以上，单项否决', () => {
    const veto = indicator('blank-columns', {}, '0', { kind: 'veto', score: '0', grade: '不合格', atLeast: 5 });
    const programme = programmeOf([
      someGroup('g', [veto, someItem('b', '100', share, { indicator: 'columns-complete' })]),
    ]);
    const keys = ['guide', 'rules', 'statutory', 'catalogue', 'request'] as const;
    const blank = (count: number) => ({
      columns: keys.map((key, n) => someColumn(key, n < count ? { itemDates: [], itemCount: 0 } : {})),
    });
    const rules = {
      ...programme,
      columns: [{ key: 'rules' as const, title: '制度', required: true, maxAgeDays: null }],
    };
    expect(assess(rules, blank(5))).toMatchObject({ score: '0', vetoed: '项目a' });
    expect(assess(rules, blank(4))).toMatchObject({ score: '0', vetoed: null });
    expect(assess(rules, blank(1))).toMatchObject({ score: '100', vetoed: null });
  });
});

describe('S24 宣城：两部分的测评时段不同', () => {
  const late = (name: string, on: string) =>
    someDocument(name, { issuedOn: issued('2019-06-03'), publishedOn: published(on) });
  const inTime = (id: string) =>
    someItem(id, '100', share, { indicator: 'published-in-time', params: { workdays: 20, startsFrom: 'issued' } });
  const programme = programmeOf([
    someGroup('work', [inTime('w')], { points: '70', scale: '100', window: 'year' }),
    someGroup('view', [inTime('v')], { points: '30', scale: '100', window: { from: '2019-12-03', to: '2019-12-31' } }),
  ]);

  it('judges each part on its own days', () => {
    const good = someDocument('good', { issuedOn: issued('2019-12-02'), publishedOn: published('2019-12-10') });
    const card = assess(
      programme,
      { documents: [good, late('bad', '2019-08-01')] },
      { period: '2019Q4', asOf: '2019-12-31' },
    );
    expect(itemsOf(card.tree).map((node) => `${node.measured}/${node.of}`)).toEqual(['1/2', '1/1']);
    expect(card.score).toBe('65');
    expect(
      assess(one(inTime('q')), { documents: [late('bad', '2019-08-01')] }, { period: '2019Q4', asOf: '2019-12-31' })
        .score,
    ).toBeNull();
  });
});

describe('S26 邮寄检查、抽查：随机抽取，不足的全查', () => {
  const inTime = (count: number) =>
    indicator('published-in-time', { workdays: 20, startsFrom: 'issued' }, '10', share, {
      sample: { count, of: 'documents' },
    });
  const documents = Array.from({ length: 12 }, (_, n) => someDocument(`d${n}`));

  it('draws the same ones every time, whatever their order', () => {
    const drawn = leaf(assess(one(inTime(5)), { documents }));
    expect(drawn).toMatchObject({ measured: 5, of: 5 });
    expect(drawn.reason).toContain('随机抽取5个（共12个）');
    expect(leaf(assess(one(inTime(5)), { documents: [...documents].reverse() }))).toEqual(drawn);
  });

  it('draws others for another unit and period', () => {
    const worse = documents.map((one, n) => (n % 2 ? { ...one, publishedOn: published(`2022-11-${15 + n}`) } : one));
    const seen = ['云岭县人民政府', '云岭县教育局', '云岭县民政局', '云岭县司法局', '云岭县水利局'].map((name) => {
      const card = assess(one(inTime(4)), { documents: worse }, { organisation: someUnit(name, { parent: null }) });
      return card.results[0]!.findings.map((finding) => finding.subject).join();
    });
    expect(new Set(seen).size).toBeGreaterThan(1);
  });

  it('takes all where there are no more', () => {
    const node = leaf(assess(one(inTime(50)), { documents }));
    expect(node).toMatchObject({ measured: 12, of: 12 });
    expect(node.reason).toContain('共12个，全部检查');
  });

  it('does not call a document late that only looks so without its neighbours', () => {
    // An archive that moved in one morning: together they are doubts, one by one they would be late.
    const moved = Array.from({ length: 8 }, (_, n) =>
      someDocument(`m${n}`, { issuedOn: issued(`2022-0${n + 1}-10`), publishedOn: published('2022-12-05') }),
    );
    expect(
      assess(one(inTime(50)), { documents: moved }).results[0]!.findings.every(({ kind }) => kind === 'review'),
    ).toBe(true);
    const sampled = assess(one(inTime(2)), { documents: moved }).results[0]!;
    expect(sampled.findings.filter(({ kind }) => kind === 'fail')).toEqual([]);
    expect(sampled.outcome).not.toBe('fail');
  });
});

describe('S27 文件与解读互设链接（003）', () => {
  it('is measured pair by pair', () => {
    const documents = [someDocument('教育'), someDocument('水利')];
    const interpretations = [someInterpretation('教育'), someInterpretation('水利', { linkedFromPolicy: false })];
    const node = leaf(assess(one(indicator('linked-both-ways', {})), { documents, interpretations }));
    expect(node).toMatchObject({ points: '5', measured: 1, of: 2 });
  });
});

describe('S30 S31 佐证材料和两人评判', () => {
  const item = (params: object) =>
    indicator('evidence', { form: '会议记录或文件', ...params }, '2', share, { requirement: 'R-1' });
  const decision = (change: Partial<Decision>): Decision => ({
    ...{ organisation: unit.id, requirement: 'R-1', period: '2022', reviewer: '县政务公开办', decidedOn: '2022-12-20' },
    evidence: { capture: 'upload', url: 'https://assess.yunling.example/1' },
    ...change,
  });
  const scale = { 优: '1', 良: '0.8', 一般: '0.6', 差: '0' };
  const score = (params: object, decisions: Decision[]) =>
    leaf(assess(one(item(params)), {}, { records: { decisions, counts: [] } }));

  it.each<[string, object, Decision[], string | null]>([
    ['没有提交', { scale }, [], null],
    ['优', { scale }, [decision({ grade: '优' })], '2'],
    ['良', { scale }, [decision({ grade: '良' })], '1.6'],
    ['差', { scale }, [decision({ grade: '差' })], '0'],
    ['须两人', { scale, reviewers: 2 }, [decision({ grade: '优' })], null],
  ])('%s', (_, params, decisions, expected) => {
    expect(score(params, decisions).points).toBe(expected);
  });

  it('says what is missing', () => {
    expect(score({ scale }, []).reason).toBe('尚未提交或审定佐证材料。无法测量，不计入满分（2分）');
  });
});

describe('S33 外部件数导入后倒扣', () => {
  const malus = someItem(
    'm',
    '9',
    { kind: 'perMissing', each: '3' },
    {
      indicator: 'imported-count',
      params: { count: '被纠错', as: 'fault' },
    },
  );
  const praise = someItem(
    'p',
    '6',
    { kind: 'perSubject', each: '2' },
    {
      indicator: 'imported-count',
      params: { count: '受表彰', as: 'credit' },
    },
  );
  const base = someItem('b', '100', share, { indicator: 'column-minimum', params: { columns: ['news'], atLeast: 1 } });
  const programme = programmeOf([
    someGroup('g', [base]),
    someGroup('minus', [malus], { kind: 'malus' }),
    someGroup('plus', [praise], { kind: 'bonus' }),
  ]);
  const count = (name: string, value: number): ImportedCount => ({
    ...{ organisation: unit.id, name, period: '2022', value, source: '县司法局' },
    evidence: { capture: 'import', url: 'https://assess.yunling.example/2' },
  });

  it('takes three points for every one, and gives two for every praise', () => {
    const records = { decisions: [], counts: [count('被纠错', 2), count('受表彰', 1)] };
    expect(assess(programme, { columns: [days('2022-01-01')] }, { records }).score).toBe('96');
    expect(assess(programme, { columns: [days('2022-01-01')] }).score).toBe('100');
  });
});

describe('S34 情况说明；S35 淮安：人事信息一年未更新，因为没有人事变动', () => {
  const item = indicator('column-freshness', { maxAgeDays: { news: 30, notice: 30 } }, '10', {
    kind: 'perFinding',
    each: '5',
  });
  const facts = { columns: [days('2021-12-01'), someColumn('notice', { itemDates: ['2022-12-30'] })] };
  const excuse = (change: Partial<Excuse> = {}): Excuse => ({
    ...{ kind: 'exemption', organisation: unit.id, indicator: 'column-freshness', subject: 'news' },
    ...{ on: '2022-06-01', until: '2023-05-31', by: '县政务公开办', why: '本年度没有人事变动' },
    ...change,
  });

  it('takes the problem for compliance and shows on whose word', () => {
    const card = assess(one(item), facts, { excuses: [excuse()] });
    const node = leaf(card);
    expect(node).toMatchObject({ points: '10', outcome: 'pass', measured: 2, of: 2, findings: [] });
    expect(node.excused).toEqual([
      expect.objectContaining({
        kind: 'exemption',
        by: '县政务公开办',
        why: '本年度没有人事变动',
        until: '2023-05-31',
      }),
    ]);
    expect(node.reason).toContain(
      '其中1个经认定不作问题处理（豁免，县政务公开办批准，至2023-05-31：本年度没有人事变动）',
    );
  });

  it.each<[string, Partial<Excuse>]>([
    ['expired', { until: '2022-12-30' }],
    ['given later', { on: '2023-01-01' }],
    ['of another unit', { organisation: '云岭县教育局' }],
    ['of another column', { subject: 'notice' }],
    ['of another indicator', { indicator: 'column-gap' }],
    ['without a reason', { why: ' ' }],
    ['a statement of an earlier year', { kind: 'statement', on: '2021-06-01' }],
  ])('counts for nothing when %s', (_, change) => {
    expect(leaf(assess(one(item), facts, { excuses: [excuse(change)] })).points).toBe('5');
  });

  it('a statement of the period counts', () => {
    expect(leaf(assess(one(item), facts, { excuses: [excuse({ kind: 'statement' })] })).points).toBe('10');
  });

  it('speaks for all that is found where it names nothing, once in the sentence', () => {
    const { subject: _subject, ...whole } = excuse();
    const stale = { columns: [days('2021-12-01'), someColumn('notice', { itemDates: ['2021-12-01'] })] };
    expect(leaf(assess(one(item), stale, { excuses: [excuse()] })).points).toBe('5');
    const node = leaf(assess(one(item), stale, { excuses: [whole] }));
    expect(node).toMatchObject({ points: '10', findings: [] });
    expect(node.reason.match(/本年度没有人事变动/g)).toHaveLength(1);
  });

  it('of a requirement speaks for its items alone', () => {
    const given = (requirement: string) =>
      leaf(assess(one(item), facts, { excuses: [excuse({ requirement })] })).points;
    expect([given(item.requirement), given('R-2')]).toEqual(['10', '5']);
  });

  it('a doubt that a person settled counts as compliance', () => {
    const doubtful = someResult('a', 'needsReview');
    const review = { ...someResult('a', 'fail', [0, 1]).findings[0]!, kind: 'review' as const };
    const settled: Excuse = { ...excuse(), organisation: '云岭县教育局', indicator: 'a', subject: review.subject };
    const programme = one(someItem('a', '10', share));
    const result = [{ ...doubtful, findings: [review], unmeasured: 1 }];
    expect(leaf(scoreOf(programme, result)).points).toBeNull();
    expect(leaf(scoreOf(programme, result, someUnit(), { excuses: [settled] })).points).toBe('10');
  });
});
