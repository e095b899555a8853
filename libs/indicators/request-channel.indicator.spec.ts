import { describe, expect, it } from 'vitest';
import type { ColumnFact, RequestFact, SiteFacts } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someFacts } from './facts.fixture.js';
import { requestChannel } from './request-channel.indicator.js';

const request: RequestFact = {
  url: 'https://www.yunling.example/ysq/',
  capture: 'capture-ysq',
  letters: 300,
  ways: ['post', 'onSpot'],
  form: true,
  entrances: [],
  whole: true,
};
const entrance = (outcome: RequestFact['entrances'][number]['outcome']) => ({
  title: '在线申请',
  url: 'https://www.yunling.example/apply.html',
  outcome,
  capture: outcome === null ? null : 'capture-apply',
});

const judge = (change: Partial<RequestFact> | null, column: Partial<ColumnFact> = {}, more: Partial<SiteFacts> = {}) =>
  evaluateIndicator(
    requestChannel,
    someFacts({
      columns: [someColumn('request', { isPage: true, itemCount: 0, itemDates: [], ...column })],
      ...(change ? { request: { ...request, ...change } } : {}),
      ...more,
    }),
    someContext({}),
  );

describe('the channel of requests', () => {
  it('is there: the column opens, tells how, and has a form or an entrance that opens', () => {
    expect(judge({})).toMatchObject({ outcome: 'pass', measured: 3, of: 3, findings: [] });
    expect(judge({ form: false, entrances: [entrance('ok')] })).toMatchObject({ outcome: 'pass', measured: 3 });
    expect(judge({ entrances: [entrance('notFound')] })).toMatchObject({ outcome: 'pass', measured: 3 });
  });

  it('fails only where all that is offered surely leads nowhere', () => {
    const broken = judge({ form: false, entrances: [entrance('notFound')] });
    expect(broken).toMatchObject({ outcome: 'fail', measured: 2, of: 3 });
    expect(broken.findings).toMatchObject([
      { kind: 'fail', subject: 'online', evidence: { capture: 'capture-ysq', marks: ['在线申请'] } },
    ]);
    for (const outcome of ['timeout', 'challenged', null] as const)
      expect(judge({ form: false, entrances: [entrance('notFound'), entrance(outcome)] })).toMatchObject({
        outcome: 'pass',
        of: 2,
        unmeasured: 1,
      });
  });

  it('asks a person where it says nothing of it', () => {
    const silent = judge({ form: false, ways: ['online'] });
    expect(silent).toMatchObject({ outcome: 'pass', measured: 1, of: 1, unmeasured: 2 });
    expect(silent.findings.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['review', 'how'],
      ['review', 'online'],
    ]);
  });

  it('leaves open what may stand in a file, a picture or a script', () => {
    const open = { measured: 1, of: 1, unmeasured: 2, findings: [] };
    expect(judge({ form: false, ways: [], whole: false })).toMatchObject(open);
    expect(judge({ form: false, ways: [], letters: 5 })).toMatchObject(open);
    expect(judge(null)).toMatchObject(open);
  });

  it.each<[string, Partial<ColumnFact>, Partial<SiteFacts>, string]>([
    ['a column that is not linked', { state: 'missing', url: null }, {}, 'needsReview'],
    ['a column that leads nowhere', { state: 'broken', outcome: 'notFound' }, {}, 'needsReview'],
    ['a column that timed out', { state: 'unread', outcome: 'timeout' }, {}, 'notMeasured'],
    ['a home page that was not read', { state: 'missing', url: null }, { home: null }, 'notMeasured'],
  ])('%s: %s', (_, column, more, outcome) => {
    expect(judge(null, column, more).outcome).toBe(outcome);
  });
});
