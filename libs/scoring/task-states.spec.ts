import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#calendar';
import type { ColumnFact, SiteFacts } from '#facts';
import type { Decision, IndicatorResult } from '#indicators';
import type { Requirement, Task } from '#programmes';
import { someItem, someProgramme, someRequirement, someResult, someTask, someUnit } from './scoring.fixture.js';
import type { TaskUnitState } from './task-model.js';
import { progressOf } from './task-progress.js';
import { joinTaskStates } from './task-states.js';
import { unitTaskStates } from './task-unit-states.js';
import { unitsOfTask } from './task-units.js';

function catalogueSince(itemDates: string[], change: Partial<ColumnFact> = {}): SiteFacts {
  return {
    siteName: null,
    home: { url: 'https://www.yunling.example/', outcome: 'ok', capture: 'capture-home' },
    documents: [],
    interpretations: [],
    annualReports: [],
    catalogue: [],
    unread: [],
    pages: 1,
    columns: [
      {
        key: 'catalogue',
        name: '目录',
        url: 'https://www.yunling.example/ml/',
        state: 'found',
        outcome: 'ok',
        itemDates,
        undatedItems: 0,
        itemCount: itemDates.length,
        isPage: false,
        complete: true,
        statementOn: null,
        capture: 'capture-ml',
        note: null,
        ...change,
      },
    ],
  };
}

/** A site without any date. */
const someFacts = catalogueSince([]);
const passing = someResult('catalogue-published', 'pass');
const failing = someResult('catalogue-published', 'fail', [0, 1]);

interface About {
  asOf?: string;
  facts?: SiteFacts | null;
  task?: Partial<Task>;
  requirement?: Partial<Requirement>;
  category?: string;
  decisions?: Decision[];
}

/** The state of one task with each unit, and the two joined. */
function judge(results: IndicatorResult[][], about: About = {}) {
  const { asOf = '2022-12-31', facts = someFacts, task, requirement, category = '部门', decisions } = about;
  const programme = someProgramme([[evidenceItem]], {
    tasks: [someTask(task)],
    requirements: [someRequirement(requirement)],
  });
  const units = results.flatMap((one, index) =>
    unitTaskStates({
      programme,
      asOf,
      unit: { organisation: someUnit(`云岭县第${index + 1}局`, { category }), results: one, facts },
      ...(decisions ? { decisions } : {}),
    }),
  );
  const [status] = joinTaskStates({ programme, period: parsePeriod('2022'), asOf }, units);
  return { units, status: status! };
}

const stateOf = (results: IndicatorResult[][], about: About = {}) => judge(results, about).status;

const evidenceItem = someItem(
  'evidence',
  '10',
  { kind: 'proportional' },
  { requirement: 'R-1', params: { scale: { 优: '1', 良: '0.8' } } },
);

function decision(change: Partial<Decision> = {}): Decision {
  return {
    organisation: '云岭县第1局',
    requirement: 'R-1',
    period: '2022',
    share: '1',
    reviewer: '政务公开办',
    decidedOn: '2022-06-20',
    evidence: { capture: 'material', url: 'https://www.yunling.example/material' },
    ...change,
  };
}

const gradeOf = (grade: string): Decision => {
  const { share: _share, ...rest } = decision();
  return { ...rest, grade };
};
const page = { capture: 'material', url: 'https://www.yunling.example/material' };
const form = { id: 'R-1-F', upload: ['会议纪要'], decidedBy: '政务公开办' };

describe('the state of a task', () => {
  it.each([
    ['a first item before the due day proves it in time', catalogueSince(['2022-08-01', '2022-06-30']), 'onTime'],
    ['a first item after it proves nothing, for catalogues are replaced', catalogueSince(['2022-07-01']), 'done'],
    ['undated items prove nothing', catalogueSince(['2022-07-01'], { undatedItems: 1 }), 'done'],
    ['a list that was not read to its end proves nothing', catalogueSince(['2022-07-01'], { complete: false }), 'done'],
    ['a site without dates is only done', someFacts, 'done'],
  ])('%s', (_, facts, state) => {
    expect(stateOf([[passing]], { facts }).state).toBe(state);
  });

  it.each([
    ['the last item before the due day proves the contents in time', ['2022-06-30', '2022-06-01'], 'onTime'],
    ['a later item may have brought what was asked for', ['2022-07-01', '2022-06-01'], 'done'],
  ])('%s', (_, days, state) => {
    const indicators = ['catalogue-published', 'catalogue-elements-complete'];
    const results = indicators.map((indicator) => someResult(indicator, 'pass'));
    expect(stateOf([results], { facts: catalogueSince(days), requirement: { indicators } }).state).toBe(state);
  });

  it('is late when the topic began after the due day on a site that keeps older content', () => {
    const facts = catalogueSince(['2022-08-01', '2022-07-01'], { key: 'topic' });
    const about = { requirement: { indicators: ['topic-column'] }, facts };
    expect(stateOf([[someResult('topic-column', 'pass')]], about).state).toBe('done');
    const older = { url: 'u', kind: 'document', publishedOn: { on: '2022-01-05', source: 'tag', words: '' } };
    const kept = { ...facts, documents: [older as SiteFacts['documents'][number]] };
    const status = stateOf([[someResult('topic-column', 'pass')]], { ...about, facts: kept });
    expect(status).toMatchObject({ state: 'late', evidence: [{ capture: 'capture-ml' }] });
    expect(status.reason).toBe(
      '1个单位均已达到要求，最晚2022-07-01完成，应于2022-06-30前完成；逾期完成的：云岭县第1局',
    );
    expect(stateOf([[someResult('topic-column', 'pass')]], { ...about, facts: kept, asOf: '2022-06-01' }).state).toBe(
      'done',
    );
  });

  it('is overdue when a unit fails past the due day, with the units and the pages', () => {
    const status = stateOf([[passing], [failing]]);
    expect(status).toMatchObject({ state: 'overdue', dueOn: '2022-06-30', stage: '编制目录' });
    expect(status.reason).toBe('应于2022-06-30前完成；2个单位中1个未达到要求：云岭县第2局');
    expect(status.evidence).toEqual([
      { capture: 'capture-catalogue-published-0', url: 'https://www.yunling.example/catalogue-published-0' },
    ]);
  });

  it('is upcoming up to the due day, unless it is done', () => {
    expect(stateOf([[failing]], { asOf: '2022-06-30' }).state).toBe('upcoming');
    expect(stateOf([[failing]], { asOf: '2022-07-01' }).state).toBe('overdue');
    expect(stateOf([[passing]], { asOf: '2022-06-01' }).state).toBe('done');
  });

  it.each<[string, IndicatorResult[][], Parameters<typeof stateOf>[1]]>([
    ['no indicator is bound to it', [[passing]], { requirement: { indicators: [] } }],
    ['something in it must be proved by papers', [[passing]], { requirement: { check: 'reviewed' } }],
    ['a unit could not be measured', [[passing], [someResult('catalogue-published', 'notMeasured')]], {}],
    ['a person must look first', [[someResult('catalogue-published', 'needsReview')]], {}],
    ['it applies to no unit', [[someResult('catalogue-published', 'notApplicable')]], {}],
    ['none of its units is assessed', [[failing]], { task: { responsible: ['灵台县政府'] } }],
    ['no day is set', [[failing]], { task: { dueOn: null } }],
  ])('is not measured when %s', (_, results, about) => {
    expect(stateOf(results, about).state).toBe('notMeasured');
  });

  it.each([
    ['各县（市、区）政府', '政府', true],
    ['市直有关部门', '部门', true],
    ['市直有关部门', '政府', false],
    ['各街道、镇', '街镇', true],
    ['区政府办公室', '政府', true],
    ['市政府有关部门', '政府', false],
    ['云岭县第1局', '单位', true],
    ['云岭县第2局', '部门', false],
  ])('“%s” binds a unit of class %s: %s', (words, category, binds) => {
    const status = stateOf([[failing]], { task: { responsible: [words] }, category });
    expect(status.state).toBe(binds ? 'overdue' : 'notMeasured');
  });

  describe('with each unit', () => {
    it('names what proves it, since when, and the pages', () => {
      const { units, status } = judge([[passing], [failing], [someResult('catalogue-published', 'notMeasured')]]);
      expect(units.map(({ name, state, provedBy, on }) => [name, state, provedBy, on])).toEqual([
        ['云岭县第1局', 'done', ['facts'], null],
        ['云岭县第2局', 'overdue', ['facts'], null],
        ['云岭县第3局', 'notMeasured', [], null],
      ]);
      expect(units[1]).toMatchObject({
        reason: 'catalogue-published fail',
        evidence: [{ capture: 'capture-catalogue-published-0' }],
      });
      expect(units[2]?.reason).toBe('无法测量：catalogue-published notMeasured');
      expect(status.counts).toEqual({ done: 1, overdue: 1, notMeasured: 1 });
    });

    it('leaves out a unit that the task does not bind or that all of it does not apply to', () => {
      expect(judge([[failing]], { category: '村居' }).units).toEqual([]);
      expect(judge([[someResult('catalogue-published', 'notApplicable')]]).units).toEqual([]);
      const reviewed = { requirement: { check: 'reviewed' as const } };
      const { units } = judge([[someResult('catalogue-published', 'notApplicable')]], reviewed);
      expect(units).toMatchObject([{ state: 'notMeasured', reason: '待报送材料，尚未报送或审定' }]);
    });

    it.each<[string, SiteFacts | null, string]>([
      ['whose site was not crawled', null, '该单位的网站还没有采集'],
      ['that no item of the rubric is meant for', someFacts, '评分细则没有对该单位核验这项任务'],
    ])('takes nothing for granted of a unit %s', (_, facts, reason) => {
      expect(judge([[]], { facts }).units).toMatchObject([{ state: 'notMeasured', provedBy: [], reason }]);
    });

    it.each<[string, Decision[], Partial<TaskUnitState>]>([
      ['nothing yet', [], { state: 'notMeasured', reason: '待报送：会议纪要，尚未报送或审定' }],
      ['accepted by the due day', [decision()], { state: 'onTime', provedBy: ['evidence'], on: '2022-06-20' }],
      ['a grade worth full marks', [gradeOf('优')], { state: 'onTime', provedBy: ['evidence'] }],
      [
        'accepted later: when it was handed in is not known',
        [decision({ decidedOn: '2022-08-01' })],
        { state: 'done' },
      ],
      ['refused', [decision({ share: '0' })], { state: 'overdue', evidence: [page] }],
      [
        'refused, and why',
        [decision({ share: '0', basis: '缺签到表' })],
        { state: 'overdue', reason: '报送的材料2022-06-20经审定不符合要求（政务公开办：缺签到表）' },
      ],
      ['the newest word counts', [decision({ share: '0' }), decision({ decidedOn: '2022-07-05' })], { state: 'done' }],
      ['of a day to come', [decision({ decidedOn: '2023-01-01' })], { state: 'notMeasured' }],
      ['of another unit', [decision({ organisation: '云岭县第2局' })], { state: 'notMeasured' }],
      ['in part', [gradeOf('良')], { state: 'notMeasured', provedBy: [] }],
      ['a grade unknown to the rubric', [gradeOf('甲')], { state: 'notMeasured' }],
      [
        'two who differ',
        [decision({ second: { share: '0', reviewer: '督查室', decidedOn: '2022-06-21' } })],
        { state: 'notMeasured', reason: '两名审定人意见不一致，须合议' },
      ],
    ])('goes by what was decided on its material: %s', (_, decisions, expected) => {
      const requirement = { check: 'evidence' as const, indicators: [], form };
      expect(judge([[]], { requirement, decisions }).units).toMatchObject([expected]);
    });

    it.each<[string, IndicatorResult[], Decision[], Partial<TaskUnitState>]>([
      ['settled', [], [decision()], { state: 'onTime', provedBy: ['evidence'], on: '2022-06-20' }],
      ['settled as missing', [], [decision({ share: '0' })], { state: 'overdue', provedBy: ['evidence'] }],
      ['not settled by a word on something else', [], [decision({ requirement: 'R-2' })], { state: 'notMeasured' }],
      ['as it is where the site shows it', [failing], [decision()], { state: 'overdue', provedBy: ['facts'] }],
    ])('what the site leaves open is %s', (_, results, decisions, expected) => {
      expect(judge([results], { decisions }).units).toMatchObject([expected]);
    });

    it('is none of a unit of which its material is not asked', () => {
      const requirement = { check: 'evidence' as const, indicators: [], form };
      const waived = [decision({ share: '0', notApplicable: true })];
      expect(judge([[]], { requirement, decisions: waived }).units).toEqual([]);
      const both = { requirement: { check: 'reviewed' as const, form }, decisions: waived };
      expect(judge([[passing]], both).units).toMatchObject([{ state: 'done', provedBy: ['facts'] }]);
    });

    it('asks both the site and the material where a person must confirm', () => {
      const requirement = { check: 'reviewed' as const, form };
      const about = { requirement, decisions: [decision()], facts: catalogueSince(['2022-06-01']) };
      expect(judge([[passing]], about).units).toMatchObject([{ state: 'onTime', provedBy: ['facts', 'evidence'] }]);
      expect(judge([[failing]], about).units).toMatchObject([{ state: 'overdue', provedBy: ['facts'] }]);
      expect(judge([[passing]], { ...about, decisions: [] }).units).toMatchObject([{ state: 'notMeasured' }]);
    });

    it('is as far as the unit furthest behind', () => {
      const unmeasured = someResult('catalogue-published', 'notMeasured');
      const inTime = { facts: catalogueSince(['2022-06-01']) };
      expect(stateOf([[passing], [passing]], inTime).state).toBe('onTime');
      expect(stateOf([[passing], [unmeasured]], inTime).state).toBe('notMeasured');
      expect(stateOf([[failing], [unmeasured]], inTime).state).toBe('overdue');
      expect(stateOf([[passing], [failing]], { ...inTime, asOf: '2022-06-30' }).state).toBe('upcoming');
    });
  });

  it('counts as progress what is due and can be told', () => {
    const tasks = [
      { dueOn: '2022-06-30', counts: { done: 1, late: 1, overdue: 1, notMeasured: 2 } },
      { dueOn: '2022-12-31', counts: { upcoming: 4, done: 1 } },
      { dueOn: null, counts: { notMeasured: 1 } },
    ];
    expect(progressOf(tasks, '2022-12-31')).toEqual({ all: 11, due: 5, done: 2, unknown: 2, share: '0.6666' });
    expect(progressOf(tasks, '2022-06-30')).toEqual({ all: 11, due: 0, done: 0, unknown: 0, share: null });
  });

  describe('in a plan that explains its words', () => {
    const plan = {
      organisations: [
        { name: '云岭市政府', aliases: ['市政府'], level: '市', category: '政府' },
        { name: '河湾镇政府', level: '乡', category: '街镇' },
        { name: '青石镇政府', level: '乡', category: '街镇' },
        { name: '市数据局', aliases: ['市大数据局'], level: '市', category: '部门' },
      ],
      groups: [
        { name: '基层政府', categories: ['政府', '街镇'], levels: ['县', '乡'] },
        { name: '各镇政府', categories: ['街镇'], members: ['河湾镇政府', '青石镇政府'] },
        { name: '其他镇政府', categories: ['街镇'], members: ['河湾镇政府', '青石镇政府'], except: ['青石镇政府'] },
      ],
    };
    const county = someUnit('松岭县政府', { category: '政府', level: '县', aliases: ['市政府'] });
    const units = [
      someUnit('云岭市政府', { category: '政府', level: '市' }),
      county,
      someUnit('河湾镇政府', { category: '街镇', level: '乡' }),
      someUnit('河湾县青石镇人民政府', { category: '街镇', level: '乡', aliases: ['青石镇政府'] }),
      someUnit('柳溪镇政府', { category: '街镇', level: '乡' }),
      someUnit('云岭市数据管理局', { category: '部门', level: '市', aliases: ['市大数据局'] }),
    ].map((organisation) => ({ organisation }));

    it.each([
      [
        'levels and categories of a group',
        '基层政府',
        ['松岭县政府', '河湾镇政府', '河湾县青石镇人民政府', '柳溪镇政府'],
      ],
      ['members under any of their names', '各镇政府', ['河湾镇政府', '河湾县青石镇人民政府']],
      ['who is left out', '其他镇政府', ['河湾镇政府']],
      ['a short name only at its level', '市政府', ['云岭市政府']],
      ['a former name that the plan or the unit knows', '市数据局', ['云岭市数据管理局']],
      [
        'what the plan does not explain by what it says',
        '各乡镇',
        ['河湾镇政府', '河湾县青石镇人民政府', '柳溪镇政府'],
      ],
      ['nobody of another place', '灵台县政府', []],
    ])('binds %s', (_, words, names) => {
      const bound = unitsOfTask({ responsible: [words] }, plan, units);
      expect(bound.map(({ organisation }) => organisation.name)).toEqual(names);
    });
  });
});
