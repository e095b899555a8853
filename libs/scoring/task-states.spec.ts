import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#calendar';
import type { ColumnFact, SiteFacts } from '#facts';
import type { IndicatorResult } from '#indicators';
import type { Requirement, Task } from '#programmes';
import { someProgramme, someRequirement, someResult, someTask, someUnit } from './scoring.fixture.js';
import { taskStates } from './task-states.js';
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

const passing = someResult('catalogue-published', 'pass');
const failing = someResult('catalogue-published', 'fail', [0, 1]);

function stateOf(
  results: IndicatorResult[][],
  about: {
    asOf?: string;
    facts?: SiteFacts | null;
    task?: Partial<Task>;
    requirement?: Partial<Requirement>;
    category?: string;
  } = {},
) {
  const { asOf = '2022-12-31', facts = null, task, requirement, category = '部门' } = about;
  const programme = someProgramme([], { tasks: [someTask(task)], requirements: [someRequirement(requirement)] });
  const units = results.map((one, index) => ({
    organisation: someUnit(`云岭县第${index + 1}局`, { category }),
    results: one,
    facts,
  }));
  const [status] = taskStates({ programme, period: parsePeriod('2022'), asOf, units });
  return status!;
}

describe('the state of a task', () => {
  it.each([
    ['a first item before the due day proves it in time', catalogueSince(['2022-08-01', '2022-06-30']), 'onTime'],
    ['a first item after it proves nothing, for catalogues are replaced', catalogueSince(['2022-07-01']), 'done'],
    ['undated items prove nothing', catalogueSince(['2022-07-01'], { undatedItems: 1 }), 'done'],
    ['a list that was not read to its end proves nothing', catalogueSince(['2022-07-01'], { complete: false }), 'done'],
    ['without facts it is only done', null, 'done'],
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
    expect(status.reason).toBe('1个单位均已达到要求，最晚2022-07-01完成，应于2022-06-30前完成');
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
