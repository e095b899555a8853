import { describe, expect, it } from 'vitest';
import type { FaultyLink, LinkLog } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { linksAlive } from './links-alive.indicator.js';
import { linksUnhijacked } from './links-unhijacked.indicator.js';

const faulty = (state: FaultyLink['state'], change: Partial<FaultyLink> = {}): FaultyLink => ({
  url: `http://www.fangchan.example/${state}`,
  text: '云岭房产信息网',
  place: 'home',
  page: 'https://www.yunling.example/',
  pageCapture: 'home-capture',
  state,
  firstAt: '2022-11-30T02:00:00.000Z',
  lastAt: '2022-12-01T02:00:00.000Z',
  firstOutcome: 'notFound',
  lastOutcome: 'gone',
  words: state === 'hijacked' ? ['百家乐', '真人娱乐'] : [],
  title: null,
  capture: 'target-capture',
  ...change,
});

const log = (change: Partial<LinkLog> = {}): LinkLog => ({
  url: 'https://www.yunling.example/',
  source: '本机链接检查',
  capture: 'import-log',
  at: '2022-12-01T02:30:00.000Z',
  links: { home: 10, detail: 5 },
  alive: { home: 9, detail: 5 },
  faulty: [],
  ...change,
});

const judge = (links: LinkLog | undefined, params: object = {}, context = {}) =>
  evaluateIndicator(linksAlive, someFacts(links ? { links } : {}), someContext(params, context));
const judgeHijack = (links: LinkLog | undefined) =>
  evaluateIndicator(linksUnhijacked, someFacts(links ? { links } : {}), someContext({}));

describe('links that are dead', () => {
  it.each<[string, LinkLog | undefined, object, string, number, number]>([
    ['none', log({ alive: { home: 10, detail: 5 } }), {}, 'pass', 15, 0],
    ['one, on two days', log({ faulty: [faulty('dead')] }), {}, 'fail', 14, 0],
    ['one, let pass', log({ faulty: [faulty('dead')] }), { atMost: 1 }, 'pass', 14, 0],
    ['one, seen once', log({ faulty: [faulty('suspected')] }), {}, 'pass', 14, 1],
    ['one that could not be told', log(), {}, 'pass', 14, 1],
    ['one that opens as something else', log({ faulty: [faulty('hijacked')] }), {}, 'pass', 15, 0],
    ['one on the home page, of details', log({ faulty: [faulty('dead')] }), { pages: 'detail' }, 'pass', 5, 0],
    ['one in a detail', log({ links: { home: 9, detail: 6 }, faulty: [faulty('dead', { place: 'detail' })] }), { pages: 'detail' }, 'fail', 5, 0], // prettier-ignore
    ['nothing that could be told', log({ alive: { home: 0, detail: 0 } }), {}, 'notMeasured', 0, 15],
    ['no log', undefined, {}, 'notMeasured', 0, 1],
    ['a log from before the period', log({ at: '2021-12-01T02:30:00.000Z', faulty: [faulty('dead')] }), {}, 'notMeasured', 0, 1], // prettier-ignore
  ])('%s', (_name, links, params, outcome, measured, unmeasured) => {
    expect(judge(links, params)).toMatchObject({ outcome, measured, unmeasured });
  });

  it('a log from after the day that is judged says nothing', () => {
    const links = log({ faulty: [faulty('dead')] });
    expect(judge(links, {}, { asOf: '2022-11-30' }).outcome).toBe('notMeasured');
  });

  it('are shown where they stand, with both visits', () => {
    const { findings, message } = judge(log({ faulty: [faulty('dead')] }));
    expect(message).toBe('2022-12-01检查链接15个，失效1个');
    expect(findings).toMatchObject([
      {
        kind: 'fail',
        subject: 'http://www.fangchan.example/dead',
        message: '首页的链接“云岭房产信息网”失效：页面已删除',
        evidence: { capture: 'home-capture', url: 'https://www.yunling.example/', marks: ['云岭房产信息网'] },
        details: [
          { value: 'http://www.fangchan.example/dead' },
          { value: 'https://www.yunling.example/' },
          { label: '首次检查', value: '2022-11-30：页面不存在' },
          { label: '再次检查', value: '2022-12-01：页面已删除' },
        ],
      },
    ]);
  });
});

describe('links that lead to something else', () => {
  it.each<[string, LinkLog | undefined, string]>([
    ['none', log(), 'pass'],
    ['gambling', log({ faulty: [faulty('hijacked')] }), 'needsReview'],
    ['for sale', log({ faulty: [faulty('parked')] }), 'needsReview'],
    ['another title', log({ faulty: [faulty('changed')] }), 'needsReview'],
    ['dead', log({ faulty: [faulty('dead')] }), 'pass'],
    ['nothing that opened', log({ alive: { home: 0, detail: 0 } }), 'notMeasured'],
    ['no log', undefined, 'notMeasured'],
  ])('%s', (_name, links, outcome) => {
    expect(judgeHijack(links).outcome).toBe(outcome);
  });

  it('ask a person, with the words and the kept page of the target, and deduct nothing', () => {
    const { findings } = judgeHijack(log({ faulty: [faulty('hijacked')] }));
    expect(findings).toMatchObject([
      {
        kind: 'review',
        message: '首页的链接“云岭房产信息网”所指网页含有博彩、色情等字样，疑似外链变异：百家乐、真人娱乐',
        evidence: { capture: 'target-capture', marks: ['百家乐', '真人娱乐'] },
      },
    ]);
  });
});
