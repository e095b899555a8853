import { describe, expect, it } from 'vitest';
import { type GuideElement, guideElements, type GuideFact, type SiteFacts } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { guideElementsComplete } from './guide-elements.indicator.js';

const url = 'https://www.yunling.example/zn.html';
const without = (...lacking: GuideElement[]) => guideElements.filter((one) => !lacking.includes(one));
const guide = (change: Partial<GuideFact> = {}): GuideFact => ({
  url,
  title: '云岭县政府信息公开指南',
  found: [...guideElements],
  hinted: [],
  unread: null,
  capture: 'capture-guide',
  ...change,
});
const evaluate = (guides: GuideFact[] | undefined, change: Partial<SiteFacts> = {}, params = {}) =>
  evaluateIndicator(
    guideElementsComplete,
    someFacts({ ...(guides ? { guides } : {}), ...change }),
    someContext(params),
  );

describe('the contents of the guide', () => {
  it('are complete', () => {
    expect(evaluate([guide()])).toMatchObject({ outcome: 'pass', measured: 9, of: 9, findings: [] });
  });

  it('lack what is nowhere in a guide that was read whole', () => {
    const result = evaluate([guide({ found: without('传真号码') })]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 8, of: 9 });
    expect(result.findings).toMatchObject([
      { subject: '传真号码', message: '政府信息公开指南没有写明传真号码', evidence: { url, capture: 'capture-guide' } },
    ]);
  });

  it('are left to a person where they are only spoken of', () => {
    const result = evaluate([guide({ found: without('传真号码'), hinted: ['传真号码'] })]);
    expect(result).toMatchObject({ outcome: 'pass', measured: 8, of: 8, unmeasured: 1 });
    expect(result.findings).toMatchObject([{ kind: 'review', subject: '传真号码' }]);
  });

  it('are not judged by what was not read', () => {
    const result = evaluate([guide({ found: without('传真号码'), unread: '指南的正文在附件中，未能读取' })]);
    expect(result).toMatchObject({ outcome: 'pass', measured: 8, unmeasured: 1, findings: [] });
    const nothing = evaluate([guide({ found: [], unread: '指南页面的文字很少，正文可能是图片或在别处' })]);
    expect(nothing).toMatchObject({ outcome: 'notMeasured', unmeasured: 9, findings: [] });
  });

  it('may stand on several pages, and on one that did not come', () => {
    const parts = [
      guide({ found: without('传真号码', '联系电话') }),
      guide({ url: `${url}?2`, found: ['传真号码', '联系电话'] }),
    ];
    expect(evaluate(parts).outcome).toBe('pass');
    const visit = { as: 'detail' as const, columnKey: 'guide' as const, columnName: null, from: null, linkText: null };
    const unread = {
      url,
      outcome: 'timeout' as const,
      visit: { ...visit, listPage: 1, depth: 2 },
      unrendered: false,
      capture: 'c',
    };
    expect(evaluate([guide({ found: without('传真号码') })], { unread: [unread] }).findings).toEqual([]);
  });

  it('are only those that a plan asks for', () => {
    expect(evaluate([guide({ found: ['联系电话'] })], {}, { elements: ['联系电话'] })).toMatchObject({
      outcome: 'pass',
      of: 1,
    });
  });

  it.each<[string, GuideFact[] | undefined]>([
    ['no guide was read', []],
    ['an older version put the facts together', undefined],
  ])('are not measured where %s', (_, guides) => {
    expect(evaluate(guides).outcome).toBe('notMeasured');
  });
});
