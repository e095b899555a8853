import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineIndicator, evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { indicators } from './indicators.js';
import type { Verdict } from './verdict.js';
import { doubt, fail, finding, notMeasured, pass, ratio } from './verdict.js';

const described = {
  id: 'sample',
  version: 3,
  title: '符合',
  failureTitle: '不符合',
  basis: [],
  measures: '',
  blindSpots: '',
  remedy: '请改正。',
};
const evidence = { capture: 'c1', url: 'https://www.yunling.example/', marks: ['词', ''] };
const sample = (evaluate: () => Verdict) =>
  defineIndicator({ ...described, requires: ['home'], params: z.strictObject({ limit: z.number() }), evaluate });

describe('defining an indicator', () => {
  it('lets it see only the facts that it declared', () => {
    const seen: string[] = [];
    const indicator = defineIndicator({
      ...described,
      requires: ['home', 'pages'],
      params: z.strictObject({}),
      evaluate(facts) {
        seen.push(...Object.keys(facts));
        // @ts-expect-error documents were not declared
        return notMeasured(String(facts.documents));
      },
    });
    expect(evaluateIndicator(indicator, someFacts(), someContext({})).message).toBe('undefined');
    expect(seen).toEqual(['home', 'pages']);
  });

  it('lets it consult only what it declared', () => {
    const about = { ...described, requires: [], params: z.strictObject({}) } as const;
    const silent = defineIndicator({
      ...about,
      evaluate(_, context) {
        // @ts-expect-error records were not declared
        void context.records;
        // @ts-expect-error peers were not declared
        return notMeasured(String(context.peers));
      },
    });
    const beside = defineIndicator({
      ...about,
      consults: ['peers'],
      evaluate: (_, { peers = [] }) => notMeasured(`${peers.length}`),
    });
    expect([silent.consults, beside.consults]).toEqual([[], ['peers']]);
    expect(evaluateIndicator(beside, someFacts(), someContext({}, { peers: [] })).message).toBe('0');
  });

  it('tells of every indicator what must be loaded for it beside the facts', () => {
    const loaded = indicators.filter(({ consults }) => consults.length > 0);
    expect(Object.fromEntries(loaded.map(({ id, consults }) => [id, consults]))).toEqual({
      'annual-report-originality': ['peers'],
      'catalogue-names-consistent': ['peers'],
      'service-names-same': ['services'],
      evidence: ['decisions'],
      'imported-count': ['counts'],
      'nonpublic-documents': ['ledger'],
      'accounts-per-platform': ['accounts'],
    });
  });

  it('makes findings without evidence, and failures without findings, errors of compilation', () => {
    const text = { subject: 's', message: 'm' };
    // @ts-expect-error no finding without evidence
    void (() => finding(text));
    // @ts-expect-error evidence names its capture
    void (() => finding({ url: 'https://www.yunling.example/', marks: [] }, text));
    // @ts-expect-error a failure names what fails
    void (() => fail(ratio(0, 1), [], { message: '' }));
    // @ts-expect-error a doubt is no failure
    void (() => fail(ratio(0, 1), [doubt(evidence, text)], { message: '' }));
    expect(finding(evidence, text).evidence.capture).toBe('c1');
  });

  it('names findings by unit, indicator and subject, the same in every run', () => {
    const verdict = () =>
      fail(
        ratio(0, 2),
        [finding(evidence, { subject: 'b', message: '乙' }), finding(evidence, { subject: 'a', message: '甲' })],
        {
          message: '',
        },
      );
    const once = evaluateIndicator(sample(verdict), someFacts(), someContext({ limit: 1 }));
    const again = evaluateIndicator(sample(verdict), someFacts(), someContext({ limit: 1 }));
    expect(again).toEqual(once);
    expect(once.version).toBe(3);
    expect(once.findings.map((one) => one.subject)).toEqual(['a', 'b']);
    expect(once.findings[0]).toMatchObject({ remedy: '请改正。', kind: 'fail', evidence: { marks: ['词'] } });
    expect(new Set(once.findings.map((one) => one.id)).size).toBe(2);
  });

  it('keeps the deducting one of two drafts about the same subject', () => {
    const result = evaluateIndicator(
      sample(() =>
        fail(ratio(0, 1), [finding(evidence, { subject: 'a', message: '错' })], {
          message: '',
          doubts: [doubt(evidence, { subject: 'a', message: '疑' })],
        }),
      ),
      someFacts(),
      someContext({ limit: 1 }),
    );
    expect(result.findings.map((one) => one.kind)).toEqual(['fail']);
  });

  it('turns its own faults and refused params into outcome error', () => {
    const broken = sample(() => {
      throw new TypeError('坏了');
    });
    expect(evaluateIndicator(broken, someFacts(), someContext({ limit: 1 }))).toMatchObject({
      outcome: 'error',
      message: '指标计算出错：坏了',
      findings: [],
    });
    const sound = sample(() => pass(ratio(1, 1), { message: '' }));
    expect(evaluateIndicator(sound, someFacts(), someContext({ limit: '1' })).outcome).toBe('error');
    expect(evaluateIndicator(sound, someFacts(), someContext({ limit: 1, more: 2 })).outcome).toBe('error');
    expect(evaluateIndicator(sound, someFacts(), someContext({ limit: 1 })).outcome).toBe('pass');
  });

  it.each([
    [1, 0],
    [0, 0],
    [-1, 2],
    [0.5, 1],
  ])('refuses the share %s of %s', (measured, of) => {
    expect(() => ratio(measured, of)).toThrow(RangeError);
  });
});

describe('the list of indicators', () => {
  it('has unique ids and texts for people', () => {
    expect(new Set(indicators.map((one) => one.id)).size).toBe(indicators.length);
    for (const one of indicators) {
      expect(one.basis.length, one.id).toBeGreaterThan(0);
      for (const text of [one.title, one.failureTitle, one.measures, one.blindSpots, one.remedy]) {
        expect(text, one.id).toMatch(/[\u4e00-\u9fff]{4}/);
      }
    }
  });

  const params: Record<string, unknown> = {
    'published-in-time': { workdays: 20, startsFrom: 'issued' },
    'interpretations-varied': { thresholds: [{ fromYear: 2022, atLeast: '0.7' }] },
    'published-together': { workdays: 3 },
    'annual-report-in-time': { department: '01-31', government: '03-31', township: '01-31' },
    'annual-report-parts': { parts: 6 },
    'column-freshness': { maxAgeDays: { news: 14 } },
    'column-quota': { columns: ['news'], atLeast: 6, per: 'month' },
    'column-gap': { columns: ['news'], maxDays: 90 },
    'column-minimum': { columns: ['news'], atLeast: 4 },
    'periodic-publication': { matter: '清理结果', words: ['清理结果'], months: 24, column: 'policy' },
    'village-column': { topics: ['村级财务'] },
    'participation-page': { contents: ['事项范围'] },
    evidence: { form: '培训通知' },
    'imported-count': { count: '被纠错', as: 'fault' },
  };

  it.each(indicators.map((one) => [one.id, one] as const))(
    '%s says nothing against an unseen site',
    (id, indicator) => {
      const result = evaluateIndicator(indicator, someFacts({ home: null, pages: 0 }), someContext(params[id] ?? {}));
      expect(['notMeasured', 'notApplicable']).toContain(result.outcome);
      expect(result.findings).toEqual([]);
    },
  );
});
