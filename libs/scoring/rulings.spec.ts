import { describe, expect, it } from 'vitest';
import type { IndicatorResult, Ruling } from '#indicators';
import type { Requirement } from '#programmes';
import { underRulings } from './rulings.js';
import { someItem, someProgramme, someRequirement, someResult } from './scoring.fixture.js';

const item = someItem('a', '10', { kind: 'proportional' });
const second = someItem('b', '10', { kind: 'proportional' });
const material = someItem('m', '10', { kind: 'proportional' }, { indicator: 'evidence', params: { form: '会议记录' } });

function ruling(result: Ruling['result'], change: Partial<Ruling> = {}): Ruling {
  return {
    organisation: '云岭县教育局',
    about: 'R-1',
    period: '2022',
    result,
    by: '县政务公开办',
    on: '2022-12-20',
    basis: '现场核查',
    source: '认定.xlsx',
    evidence: { capture: 'import-1', url: '认定.xlsx' },
    ...change,
  };
}

function judge(
  result: IndicatorResult,
  rulings: Ruling[],
  { items = [item], on = item, requirement = {} as Partial<Requirement> } = {},
) {
  const programme = someProgramme([items], { requirements: [someRequirement(requirement)] });
  return underRulings(result, { item: on, programme }, rulings);
}

const open = someResult('a', 'notMeasured');
const onIndicator = { about: 'a' };

describe('a word on a requirement', () => {
  it.each<[string, IndicatorResult, Ruling['result'], string]>([
    ['settles what is not measured', open, 'meets', 'pass'],
    ['settles what waits for a person', someResult('a', 'needsReview'), 'meets', 'pass'],
    ['settles it as not met', open, 'fails', 'fail'],
    ['lets it off', open, 'notApplicable', 'notApplicable'],
    ['leaves what the site shows to be missing', someResult('a', 'fail', [0, 1]), 'meets', 'fail'],
    ['leaves what the site shows to be there', someResult('a', 'pass'), 'fails', 'pass'],
    ['leaves an error', someResult('a', 'error'), 'meets', 'error'],
  ])('%s', (_, result, word, outcome) => {
    expect(judge(result, [ruling(word)]).outcome).toBe(outcome);
  });

  it('fails none of several items, and no site for want of material', () => {
    expect(judge(open, [ruling('fails')], { items: [item, second] })).toEqual(open);
    expect(judge(open, [ruling('fails')], { requirement: { evidence: '会议记录' } })).toEqual(open);
    const asked = { items: [item, material], on: material, requirement: { evidence: '会议记录' } };
    expect(judge(someResult('evidence', 'notMeasured'), [ruling('fails')], asked).outcome).toBe('fail');
  });

  it('meets all of several items that are open', () => {
    expect(judge(open, [ruling('meets')], { items: [item, second] }).outcome).toBe('pass');
  });

  it('is not that on another requirement', () => {
    expect(judge(open, [ruling('meets', { about: 'R-2' })])).toEqual(open);
  });
});

describe('a word on an indicator', () => {
  it.each<[string, IndicatorResult, Ruling['result'], string]>([
    ['stands above a problem of the site', someResult('a', 'fail', [0, 1]), 'meets', 'pass'],
    ['stands above what the site shows', someResult('a', 'pass'), 'fails', 'fail'],
    ['lets a problem off', someResult('a', 'fail', [0, 1]), 'notApplicable', 'notApplicable'],
    ['does not mend an error', someResult('a', 'error'), 'meets', 'error'],
  ])('%s', (_, result, word, outcome) => {
    expect(judge(result, [ruling(word, onIndicator)]).outcome).toBe(outcome);
  });

  it('stands above one on its requirement, and the last of several counts', () => {
    const words = [ruling('fails', onIndicator), ruling('meets', onIndicator), ruling('fails')];
    expect(judge(open, words).outcome).toBe('pass');
  });

  it('leaves the findings of the site where both say that it fails', () => {
    const seen = someResult('a', 'fail', [1, 3]);
    expect(judge(seen, [ruling('fails', onIndicator)])).toMatchObject({
      ...seen,
      message: expect.any(String) as string,
    });
  });
});

it('waits for the second person where the rubric asks for two', () => {
  const both = { ...material, params: { ...material.params, reviewers: 2 } };
  const on = { items: [both], on: both };
  const word = (by: string) => judge(someResult('evidence', 'notMeasured'), [ruling('fails', { by })], on);
  expect(word('县政务公开办')).toMatchObject({ outcome: 'needsReview', findings: [{ kind: 'review' }] });
  expect(word('县政务公开办、第三方机构')).toMatchObject({ outcome: 'fail', findings: [{ kind: 'fail' }] });
});

describe('the sentence and the finding', () => {
  it('name who said it, when, why and in which file', () => {
    const result = judge(open, [ruling('fails', { link: 'https://www.yunling.example/proof' })]);
    expect(result.message).toBe('经县政务公开办2022-12-20认定不符合：现场核查（认定.xlsx）');
    expect(result.findings).toMatchObject([
      {
        kind: 'fail',
        indicator: 'a',
        subject: 'R-1',
        message: '现场核查（县政务公开办2022-12-20认定不符合）',
        details: expect.arrayContaining([
          { label: '证据链接', value: 'https://www.yunling.example/proof' },
        ]) as unknown[],
        evidence: { capture: 'import-1', url: '认定.xlsx' },
      },
    ]);
    expect(judge(someResult('a', 'pass'), [ruling('fails', onIndicator)]).message).toMatch(/；网站上看到的是：a pass$/);
  });

  it('is as much as the item asks to see', () => {
    const least = { ...item, minimum: 3 };
    expect(judge(open, [ruling('meets')], { items: [least], on: least })).toMatchObject({ measured: 3, of: 3 });
  });
});
