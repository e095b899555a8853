import { describe, expect, it } from 'vitest';
import type { ColumnFact, SiteFacts } from '#facts';
import { consultationChannel } from './consultation-channel.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someFacts } from './facts.fixture.js';
import { servicesOffered } from './services-offered.indicator.js';

const openness = {
  url: 'https://www.yunling.example/gk/',
  outcome: 'timeout' as const,
  visit: {
    as: 'openness' as const,
    columnKey: null,
    columnName: null,
    from: null,
    linkText: null,
    listPage: 1,
    depth: 1,
  },
  unrendered: false,
  capture: 'capture-unread',
};

describe.each([
  [consultationChannel, 'interaction'],
  [servicesOffered, 'service'],
] as const)('the veto over an entrance', (indicator, key) => {
  it.each<[string, Partial<ColumnFact> | null, Partial<SiteFacts>, string]>([
    ['that opens', {}, {}, 'pass'],
    ['that opens an empty page', { itemDates: [], itemCount: 0 }, {}, 'pass'],
    ['that is not linked', { state: 'missing', url: null }, {}, 'needsReview'],
    ['that leads to nothing', { state: 'broken', outcome: 'notFound' }, {}, 'needsReview'],
    ['that timed out', { state: 'broken', outcome: 'timeout' }, {}, 'notMeasured'],
    ['that could not be read', { state: 'unread' }, {}, 'notMeasured'],
    [
      'that may stand on a page that was not read',
      { state: 'missing', url: null },
      { unread: [openness] },
      'notMeasured',
    ],
    ['of which nothing is known', null, {}, 'notMeasured'],
  ])('%s', (_, change, facts, outcome) => {
    const columns = change ? [someColumn(key, change)] : [];
    const result = evaluateIndicator(indicator, someFacts({ columns, ...facts }), someContext({}));
    expect(result.outcome, result.message).toBe(outcome);
    expect(result.findings.filter(({ kind }) => kind === 'fail')).toEqual([]);
  });
});
