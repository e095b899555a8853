import { describe, expect, it } from 'vitest';
import type { CatalogueItemFact } from '#facts';
import { catalogueTimeLimits } from './catalogue-time-limits.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { readTimeLimit } from './time-limit.js';

const item = (
  公开时限: string,
  公开依据 = '《中华人民共和国政府信息公开条例》',
  name = '高龄津贴',
): CatalogueItemFact => ({
  field: '养老服务',
  item: `补贴/${name}`,
  elements: { 公开时限, 公开依据 },
  url: 'https://www.yunling.example/ml/1.html',
  capture: 'capture-ml',
});
const evaluate = (catalogue: CatalogueItemFact[], params: unknown = {}) =>
  evaluateIndicator(catalogueTimeLimits, someFacts({ catalogue }), someContext(params));

describe('the words of a time limit', () => {
  it.each<[string, ReturnType<typeof readTimeLimit>]>([
    ['信息形成或变更之日起20个工作日内', 'within'],
    ['自信息形成之日起 20 个工作日内公开', 'within'],
    ['二十个工作日内', 'within'],
    ['十五个工作日', 'within'],
    ['7个工作日', 'within'],
    ['批准后20日内', 'within'],
    ['实时公开', 'within'],
    ['及时公开', 'within'],
    ['长期公开', 'within'],
    ['每年1月31日前', 'within'],
    ['按季度公开', 'within'],
    ['信息形成20个工作日内公开;其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示', 'within'],
    ['信息形成之日起30个工作日内', 'longer'],
    ['自形成之日起三十个工作日内公开', 'longer'],
    ['7个工作日，特殊情况60个工作日', 'longer'],
    ['公示期不少于30个工作日', 'unclear'],
    ['30日内', 'perhapsLonger'],
    ['2个月内', 'perhapsLonger'],
    ['半年内', 'perhapsLonger'],
    ['适时公开', 'unclear'],
    ['按规定公开', 'unclear'],
    ['√', 'unclear'],
  ])('“%s” is %s', (words, read) => {
    expect(readTimeLimit(words, 20)).toBe(read);
  });

  it('takes no time on long hostile words', () => {
    const from = process.cpuUsage().user / 1000;
    for (const words of ['一'.repeat(300_000), '1'.repeat(300_000), '个 '.repeat(300_000)]) readTimeLimit(words, 20);
    expect(process.cpuUsage().user / 1000 - from).toBeLessThan(2000);
  });
});

describe('time limits of a catalogue', () => {
  it('passes when all are definite and lawful', () => {
    expect(evaluate([item('20个工作日内'), item('实时公开')])).toMatchObject({ outcome: 'pass', measured: 2, of: 2 });
  });

  it('finds longer ones, one finding a field, on the page of the catalogue', () => {
    const result = evaluate([item('20个工作日内'), item('30个工作日内', undefined, '甲'), item('60个工作日内')]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 1, of: 3 });
    expect(result.findings).toHaveLength(1);
    expect(result.findings[0]).toMatchObject({
      kind: 'fail',
      message: '“养老服务”领域有2个事项公开时限超过法定时限，如“甲”为“30个工作日内”',
      evidence: { capture: 'capture-ml', marks: ['30个工作日内'] },
    });
  });

  it.each<[string, CatalogueItemFact[], string]>([
    ['another law may allow it', [item('30个工作日内', '《中华人民共和国预算法》')], 'needsReview'],
    ['a law beside the regulation', [item('30个工作日内', '《政府信息公开条例》《预算法》')], 'needsReview'],
    ['no basis was read', [item('30个工作日内', '')], 'needsReview'],
    ['the regulation without marks', [item('30个工作日内', '政府信息公开条例')], 'fail'],
    ['a notice beside the regulation', [item('30个工作日内', '《政府信息公开条例》《某领域标准指引》')], 'fail'],
    ['calendar days', [item('30日内')], 'needsReview'],
    ['no limit in the words', [item('适时公开')], 'needsReview'],
    ['blank limits are told by another indicator', [item(''), item(' ')], 'notApplicable'],
    ['nothing read', [], 'notMeasured'],
  ])('%s: %s', (_, rows, outcome) => {
    expect(evaluate(rows).outcome).toBe(outcome);
  });

  it('counts doubts as unmeasured beside what is sure', () => {
    expect(evaluate([item('实时公开'), item('适时公开')])).toMatchObject({
      outcome: 'pass',
      measured: 1,
      of: 1,
      unmeasured: 1,
      message: '可测的1个目录事项中1个公开时限合法明确，另有1个事项存疑待复核',
    });
  });

  it('holds to a shorter limit where the plan asks for one', () => {
    expect(evaluate([item('20个工作日内')], { workdays: 7 }).outcome).toBe('fail');
  });
});
