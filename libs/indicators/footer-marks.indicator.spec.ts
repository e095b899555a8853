import { describe, expect, it } from 'vitest';
import { type FootMark, footMarks, type FootReading, type HomeFact } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { footerMarksShown } from './footer-marks.indicator.js';

const url = 'https://www.yunling.example/';
const home = (foot?: FootReading): HomeFact => ({
  url,
  outcome: 'ok',
  capture: 'capture-home',
  ...(foot ? { foot } : {}),
});
const evaluate = (fact: HomeFact | null, params = {}) =>
  evaluateIndicator(footerMarksShown, someFacts({ home: fact }), someContext(params));
const without = (...marks: FootMark[]) => footMarks.filter((mark) => !marks.includes(mark));

describe('marks at the foot of the home page', () => {
  it('are all there', () => {
    expect(evaluate(home({ shown: [...footMarks], hinted: [] }))).toMatchObject({
      outcome: 'pass',
      measured: 8,
      of: 8,
    });
  });

  it('lack one that stands in words', () => {
    const result = evaluate(home({ shown: without('网站标识码'), hinted: [] }));
    expect(result).toMatchObject({ outcome: 'fail', measured: 7, of: 8 });
    expect(result.findings).toMatchObject([
      { subject: '网站标识码', message: '首页底部没有列明“网站标识码”', evidence: { url, capture: 'capture-home' } },
    ]);
  });

  it.each<[string, FootReading]>([
    ['pictures and scripts by nature', { shown: without('党政机关网站标识', '找错入口', '站点地图'), hinted: [] }],
    ['hinted at', { shown: without('公安机关备案标识'), hinted: ['公安机关备案标识'] }],
    ['a frame at the foot', { shown: without('网站标识码'), hinted: [], framed: true }],
    ['next to nothing read', { shown: ['主办单位'], hinted: [] }],
  ])('are left to a person: %s', (_, foot) => {
    const result = evaluate(home(foot));
    expect(result.findings.length).toBeGreaterThan(0);
    expect(result.findings.filter(({ kind }) => kind === 'fail')).toEqual([]);
  });

  it('are only those that a plan asks for', () => {
    const foot = { shown: without('网站标识码'), hinted: [] };
    expect(evaluate(home(foot), { marks: ['ICP备案编号'] })).toMatchObject({ outcome: 'pass', of: 1 });
  });

  it.each<[string, HomeFact | null]>([
    ['no home page', null],
    ['it did not come', { ...home(), outcome: 'timeout' }],
    ['an older version read it, or only a browser could', home()],
  ])('are not measured: %s', (_, fact) => {
    expect(evaluate(fact).outcome).toBe('notMeasured');
  });
});
