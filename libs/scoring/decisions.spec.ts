import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, IndicatorResult } from '#indicators';
import { points } from '#kernel';
import type { RubricRule } from '#programmes';
import { findingSays } from './decisions.js';
import type { FindingDecision, FindingVerdict } from './model.js';
import { rollUpScores } from './roll-up.js';
import { itemsOf } from './score-items.js';
import { scoreOf, someFinding, someItem, someProgramme, someResult, someUnit } from './scoring.fixture.js';
import { stakesOf } from './stakes.js';

function decided(finding: Finding, verdict: FindingVerdict, change: Partial<FindingDecision> = {}): FindingDecision {
  return {
    id: `d-${finding.id}`,
    organisation: finding.organisation,
    programme: 'sample',
    period: '2022',
    finding: finding.id,
    indicator: finding.indicator,
    verdict,
    reason: '页面上已有',
    by: '复核员甲',
    on: '2022-12-01',
    source: 'review',
    said: findingSays(finding),
    ...change,
  };
}

const doubts = (indicator: string, count: number) =>
  Array.from({ length: count }, (_, index) => someFinding(indicator, `${indicator}-d${index}`, 'review'));

function scored(result: IndicatorResult, decisions: FindingDecision[], rule: RubricRule = { kind: 'proportional' }) {
  const programme = someProgramme([[someItem('a', '10', rule), someItem('b', '10', { kind: 'allOrNothing' })]]);
  programme.rubric.coverageFloor = '0';
  const card = scoreOf(programme, [result, someResult('b', 'fail', [0, 1])], someUnit(), { decisions });
  return { card, node: itemsOf(card.tree)[0]!, result: card.results[0]! };
}

const figures = ({ outcome, measured, of, unmeasured, findings }: IndicatorResult) => ({
  outcome,
  measured,
  of,
  unmeasured,
  left: findings.map(({ kind }) => kind),
});

describe('what a person decided on a finding', () => {
  const failed = someResult('a', 'fail', [2, 4]);
  const [one, two] = failed.findings as [Finding, Finding];

  it('takes a dismissed problem for compliance and says who, when and why', () => {
    const { result, node, card } = scored(failed, [decided(one, 'dismissed')]);
    expect(figures(result)).toEqual({ outcome: 'fail', measured: 3, of: 4, unmeasured: 0, left: ['fail'] });
    expect(node.points).toBe('7.5');
    expect(result.message).toBe('a fail；复核排除1个（复核员甲2022-12-01：页面上已有）');
    expect(node.decided).toEqual([
      {
        finding: one.id,
        message: one.message,
        verdict: 'dismissed',
        by: '复核员甲',
        on: '2022-12-01',
        why: '页面上已有',
        source: 'review',
      },
    ]);
    expect(card.score).toBe('7.5');
    expect(card.raw).toEqual({ score: '5', grade: card.grade, coverage: '1', vetoed: null });
  });

  it('passes when all problems were dismissed, and says so of an appeal', () => {
    const upheld = { source: 'appeal' as const, reason: '提交了发布记录' };
    const { result } = scored(failed, [decided(one, 'dismissed', upheld), decided(two, 'dismissed', upheld)]);
    expect(figures(result)).toEqual({ outcome: 'pass', measured: 4, of: 4, unmeasured: 0, left: [] });
    expect(result.message).toContain('申诉成立，排除2个（复核员甲2022-12-01：提交了发布记录）');
  });

  it('leaves a confirmed problem as it is, marked', () => {
    const { result, card } = scored(failed, [decided(one, 'confirmed')]);
    expect(figures(result)).toEqual({ outcome: 'fail', measured: 2, of: 4, unmeasured: 0, left: ['fail', 'fail'] });
    expect(result.findings[0]).toEqual({
      ...one,
      decided: { was: 'fail', by: '复核员甲', on: '2022-12-01', why: '页面上已有', source: 'review' },
    });
    expect(card.raw).toBeUndefined();
  });

  it('makes a problem of a confirmed doubt, with the evidence that it had', () => {
    const [doubt] = doubts('a', 1) as [Finding];
    const beside = someResult('a', 'pass', [3, 3], { unmeasured: 1, findings: [doubt] });
    const { result, node } = scored(beside, [decided(doubt, 'confirmed')]);
    expect(figures(result)).toEqual({ outcome: 'fail', measured: 3, of: 4, unmeasured: 0, left: ['fail'] });
    expect(result.findings[0]).toMatchObject({ evidence: doubt.evidence, decided: { was: 'review' } });
    expect(node.points).toBe('7.5');
  });

  it('measures a dismissed doubt as compliant', () => {
    const [doubt] = doubts('a', 1) as [Finding];
    const beside = someResult('a', 'fail', [1, 2], { unmeasured: 1 });
    beside.findings.push(doubt);
    const { result } = scored(beside, [decided(doubt, 'dismissed')]);
    expect(figures(result)).toEqual({ outcome: 'fail', measured: 2, of: 3, unmeasured: 0, left: ['fail'] });
  });

  it('measures nothing of mere doubts before all of them are settled', () => {
    const open = doubts('a', 3) as [Finding, Finding, Finding];
    const waiting = someResult('a', 'needsReview', [0, 0], { unmeasured: 4, findings: open });
    const some = scored(waiting, [decided(open[0], 'confirmed'), decided(open[1], 'dismissed')]);
    expect(some.result.outcome).toBe('needsReview');
    expect(some.node.points).toBeNull();
    expect(some.result.findings.map(({ kind }) => kind)).toEqual(['fail', 'review']);
    const all = scored(waiting, [
      decided(open[0], 'confirmed'),
      decided(open[1], 'dismissed'),
      decided(open[2], 'dismissed'),
    ]);
    expect(figures(all.result)).toEqual({ outcome: 'fail', measured: 2, of: 3, unmeasured: 1, left: ['fail'] });
  });

  it('leaves a merged problem out of what was measured and names the other', () => {
    const { result, node } = scored(failed, [decided(one, 'merged', { into: two.id })]);
    expect(figures(result)).toEqual({ outcome: 'fail', measured: 2, of: 3, unmeasured: 0, left: ['fail'] });
    expect(result.message).toContain(`复核并入其他问题1个（复核员甲2022-12-01：页面上已有，见“${two.message}”）`);
    expect(node.decided?.[0]).toMatchObject({ verdict: 'merged', into: two.id });
  });

  it('has nothing of its own to measure when all was merged into what another item found', () => {
    const other = someResult('b', 'fail', [0, 1]);
    const single = someResult('a', 'fail', [0, 1]);
    const { result } = scored(single, [decided(single.findings[0]!, 'merged', { into: other.findings[0]!.id })]);
    expect(figures(result)).toEqual({ outcome: 'notApplicable', measured: 0, of: 0, unmeasured: 0, left: [] });
  });

  it.each([
    ['the finding says something else now', { said: findingSays({ ...one, message: '又少了一栏' }) }],
    ['its figures are others', { said: findingSays({ ...one, details: [{ label: '天数', value: '31' }] }) }],
    ['it was a doubt then', { said: findingSays({ ...one, kind: 'review' }) }],
    ['it is about another unit', { organisation: '云岭县民政局' }],
    ['it is about another period', { period: '2021' }],
    ['it is about another programme', { programme: 'other' }],
    ['it gives no reason', { reason: ' ' }],
  ])('counts for nothing when %s', (_, change) => {
    const { card } = scored(failed, [decided(one, 'dismissed', change)]);
    expect(card).toEqual(scored(failed, []).card);
  });

  it.each([
    ['into itself', [decided(one, 'merged', { into: one.id })]],
    ['into what is not there', [decided(one, 'merged', { into: 'gone' })]],
    ['in a circle', [decided(one, 'merged', { into: two.id }), decided(two, 'merged', { into: one.id })]],
  ])('merges nothing %s', (_, decisions) => {
    expect(scored(failed, decisions).card).toEqual(scored(failed, []).card);
  });

  it('goes by the last decision on what the finding says', () => {
    const { result } = scored(failed, [
      decided(one, 'confirmed'),
      decided(one, 'dismissed', { source: 'appeal' }),
      decided(one, 'confirmed', { said: 'something else' }),
    ]);
    expect(result.measured).toBe(3);
  });

  it('never touches what ended in an error, nor material that waits for a second reviewer', () => {
    const broken = someResult('a', 'error', [0, 0], { findings: [one] });
    expect(scored(broken, [decided(one, 'dismissed')]).result).toEqual(broken);
    const draft = { ...someFinding('evidence', 'R-1', 'review') };
    const waiting = someResult('evidence', 'needsReview', [0, 0], { unmeasured: 1, findings: [draft] });
    const programme = someProgramme([[someItem('a', '10', { kind: 'allOrNothing' }, { indicator: 'evidence' })]]);
    const card = scoreOf(programme, [waiting], someUnit(), { decisions: [decided(draft, 'confirmed')] });
    expect(card.results).toEqual([waiting]);
  });

  it('is still known by what it said after it was confirmed', () => {
    const [doubt] = doubts('a', 1) as [Finding];
    const waiting = someResult('a', 'needsReview', [0, 0], { unmeasured: 1, findings: [doubt] });
    const [confirmed] = scored(waiting, [decided(doubt, 'confirmed')]).result.findings;
    expect(confirmed?.kind).toBe('fail');
    expect(findingSays(confirmed!)).toBe(findingSays(doubt));
  });

  it('keeps the score without decisions also where they reach it through units below', () => {
    const county = someUnit('云岭县人民政府', { category: '政府', parent: null });
    const programme = someProgramme([[someItem('a', '10', { kind: 'proportional' })]]);
    programme.rubric.rollUp = [
      { by: 'worst', weight: '0.5', parents: { categories: ['政府'] }, children: { categories: ['部门'] } },
    ] as never;
    const decisions = [decided(one, 'dismissed')];
    const cards = [
      scoreOf(programme, [someResult('a', 'pass', [1, 1])], county),
      scoreOf(programme, [failed], someUnit(), { decisions }),
    ];
    const [above, below] = rollUpScores(cards, programme.rubric);
    expect([above?.score, above?.raw?.score]).toEqual(['8.75', '7.5']);
    expect([below?.score, below?.raw?.score]).toEqual(['7.5', '5']);
  });
});

describe('points at stake', () => {
  it.each<[string, RubricRule, string]>([
    ['all of an item that one problem takes', { kind: 'allOrNothing' }, '10'],
    ['what one problem costs', { kind: 'perFinding', each: '1.5' }, '1.5'],
    ['its share of the subjects', { kind: 'proportional' }, '2.5'],
    ['all full marks of the rubric for a veto', { kind: 'veto', score: '0' }, '20'],
  ])('are %s', (_, rule, stake) => {
    const open = doubts('a', 4);
    const { card } = scored(someResult('a', 'needsReview', [0, 0], { unmeasured: 4, findings: open }), [], rule);
    const programme = someProgramme([[someItem('a', '10', rule), someItem('b', '10', { kind: 'allOrNothing' })]]);
    expect(stakesOf(card, programme.rubric).get(open[0]!.id)).toBe(stake);
    expect(stakesOf(card, programme.rubric).get(card.results[1]!.findings[0]!.id)).toBe('10');
  });
});

describe('laws of decisions', () => {
  const share = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((percent) => String(percent / 100));
  const rule = fc.oneof(
    fc.constant<RubricRule>({ kind: 'allOrNothing' }),
    fc.constant<RubricRule>({ kind: 'proportional' }),
    fc.record({ kind: fc.constant('once' as const), off: share(0, 400) }),
    fc.record({ kind: fc.constant('perFinding' as const), each: share(0, 500), cap: share(0, 900) }),
    fc.record({ kind: fc.constant('perMissing' as const), each: share(0, 500), cap: share(0, 900) }),
    fc.record({ kind: fc.constant('threshold' as const), full: share(51, 100), zero: share(0, 50) }),
  );
  const line = fc.record({
    points: fc.integer({ min: 1, max: 4000 }).map((hundredths) => String(hundredths / 100)),
    rule,
    outcome: fc.constantFrom('pass', 'fail', 'fail', 'needsReview', 'notMeasured', 'notApplicable'),
    of: fc.integer({ min: 1, max: 6 }),
    defects: fc.integer({ min: 1, max: 6 }),
    doubts: fc.integer({ min: 0, max: 4 }),
    unread: fc.integer({ min: 0, max: 3 }),
  });
  type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;
  const lines = fc.array(line, { minLength: 1, maxLength: 6 });

  const resultOf = (one: Line, id: string): IndicatorResult => {
    if (one.outcome === 'notMeasured' || one.outcome === 'notApplicable') return someResult(id, one.outcome);
    const open = doubts(id, one.outcome === 'needsReview' ? Math.max(1, one.doubts) : one.doubts);
    const unmeasured = open.length + one.unread;
    if (one.outcome === 'needsReview') return someResult(id, 'needsReview', [0, 0], { unmeasured, findings: open });
    const good = one.outcome === 'fail' ? one.of - Math.min(one.of, one.defects) : one.of;
    const result = someResult(id, one.outcome as 'pass' | 'fail', [good, one.of], { unmeasured });
    return { ...result, findings: [...result.findings, ...open] };
  };
  const results = (all: Line[]) => all.map((one, index) => resultOf(one, `i${index}`));
  const card = (all: Line[], decisions: FindingDecision[]) => {
    const programme = someProgramme([
      all.map((one, index) => someItem(`i${index}`, one.points, one.rule as RubricRule)),
    ]);
    programme.rubric.coverageFloor = '0';
    return scoreOf(programme, results(all), someUnit(), { decisions });
  };
  const verdict = fc.constantFrom<FindingVerdict | null>('confirmed', 'dismissed', 'merged', null, null);
  /** Some decisions on what was found, drawn by the picks. */
  const drawn = (all: Line[], picks: (FindingVerdict | null)[]) => {
    const found = results(all).flatMap(({ findings }) => findings);
    return found.flatMap((finding, index) => {
      const pick = picks[index % picks.length];
      const into = found[(index + 1) % found.length]!.id;
      return pick ? [decided(finding, pick, pick === 'merged' ? { into } : {})] : [];
    });
  };
  const picks = fc.array(verdict, { minLength: 1, maxLength: 9 });
  const score = (value: string | null) => points(value ?? 0);
  const pick = (all: Line[], at: number, kind: Finding['kind']) => {
    const found = results(all)
      .flatMap(({ findings }) => findings)
      .filter((finding) => finding.kind === kind);
    return found.length > 0 ? found[at % found.length]! : null;
  };

  it('a dismissal never lowers a score or a coverage, whatever else was decided', () => {
    fc.assert(
      fc.property(lines, picks, fc.nat(), fc.boolean(), (all, others, at, isDoubt) => {
        const finding = pick(all, at, isDoubt ? 'review' : 'fail');
        if (!finding) return;
        const rest = drawn(
          all,
          others.map((one) => (one === 'confirmed' && isDoubt ? null : one)),
        ).filter((one) => one.finding !== finding.id && one.verdict !== 'merged');
        const before = card(all, rest);
        const after = card(all, [...rest, decided(finding, 'dismissed')]);
        if (before.score === null) return;
        expect(score(after.score).gte(before.score)).toBe(true);
        expect(points(after.coverage).gte(before.coverage)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('a confirmation never raises what an item that was measured is left with, nor the score above that of a dismissal', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.boolean(), (all, at, isDoubt) => {
        const finding = pick(all, at, isDoubt ? 'review' : 'fail');
        if (!finding) return;
        const open = card(all, []);
        const confirmed = card(all, [decided(finding, 'confirmed')]);
        const dismissed = card(all, [decided(finding, 'dismissed')]);
        expect(score(confirmed.score).lte(score(dismissed.score))).toBe(true);
        const item = itemsOf(open.tree).find(({ findings }) => findings.includes(finding.id))!;
        if (item.points === null) return;
        const after = itemsOf(confirmed.tree).find(({ id }) => id === item.id)!;
        expect(score(after.points).lte(item.points)).toBe(true);
        expect(score(confirmed.score).lte(score(open.score))).toBe(true);
        if (!isDoubt) expect(confirmed.score).toBe(open.score);
      }),
      { numRuns: 400 },
    );
  });

  it('no decision makes more comply than there are, or leaves a failure without a problem', () => {
    fc.assert(
      fc.property(lines, picks, (all, others) => {
        for (const result of card(all, drawn(all, others)).results) {
          expect(result.measured).toBeGreaterThanOrEqual(0);
          expect(result.measured).toBeLessThanOrEqual(result.of);
          expect(result.unmeasured).toBeGreaterThanOrEqual(0);
          if (result.outcome === 'fail') expect(result.findings.some(({ kind }) => kind === 'fail')).toBe(true);
          if (result.outcome === 'pass') expect(result.findings.some(({ kind }) => kind === 'fail')).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the raw score is the one without decisions', () => {
    fc.assert(
      fc.property(lines, picks, (all, others) => {
        const [raw, after] = [card(all, []), card(all, drawn(all, others))];
        expect((after.raw ?? after).score).toBe(raw.score);
      }),
    );
  });
});
