import { describe, expect, it } from 'vitest';
import type { ColumnFact, SiteFacts } from '#facts';
import { cataloguePublished } from './catalogue-published.indicator.js';
import { evaluateIndicator, type Indicator } from './define-indicator.js';
import { someColumn, someContext, someFacts } from './facts.fixture.js';
import { topicColumn } from './topic-column.indicator.js';
import { unifiedEntrances } from './unified-entrances.indicator.js';

const evaluate = (indicator: Indicator, columns: ColumnFact[], change: Partial<SiteFacts> = {}) =>
  evaluateIndicator(indicator, someFacts({ columns, ...change }), someContext({}));
const nothing = { itemDates: [], itemCount: 0 };

describe('unified entrances', () => {
  it.each<[string, Partial<ColumnFact>, string, number, number]>([
    ['both alive', {}, 'pass', 2, 2],
    ['a gateway without a list', { ...nothing, isPage: true }, 'pass', 2, 2],
    ['nothing listed', nothing, 'pass', 2, 2],
    ['old items', { itemDates: ['2010-01-01'] }, 'pass', 2, 2],
    ['no link', { state: 'missing', url: null }, 'fail', 1, 2],
    ['a dead link', { state: 'broken', outcome: 'notFound' }, 'fail', 1, 2],
    ['a challenge', { state: 'unread', outcome: 'challenged' }, 'pass', 1, 1],
  ])('%s', (_, change, outcome, measured, of) => {
    const result = evaluate(unifiedEntrances, [someColumn('interaction'), someColumn('service', change)]);
    expect(result).toMatchObject({ outcome, measured, of });
  });
});

describe.each([
  ['catalogue', cataloguePublished],
  ['topic', topicColumn],
] as const)('the %s column', (key, indicator) => {
  it.each<[string, Partial<ColumnFact>, string]>([
    ['found', {}, 'pass'],
    ['a page', { ...nothing, isPage: true }, 'pass'],
    ['empty', nothing, 'fail'],
    ['not read to its end', { ...nothing, complete: false }, 'notMeasured'],
    ['missing', { state: 'missing', url: null }, 'fail'],
    ['missing, without evidence', { state: 'missing', url: null, capture: null }, 'notMeasured'],
    ['broken', { state: 'broken', outcome: 'softNotFound' }, 'fail'],
    ['unread', { state: 'unread', outcome: 'serverError' }, 'notMeasured'],
  ])('%s: %s', (_, change, outcome) => {
    expect(evaluate(indicator, [someColumn(key, change)]).outcome).toBe(outcome);
  });
});

describe('the catalogue', () => {
  it('is published when its items were read, wherever they stand', () => {
    const item = { field: '养老服务', item: '高龄津贴', elements: {}, url: 'u', capture: 'c' };
    const columns = [someColumn('catalogue', { state: 'missing' })];
    expect(evaluate(cataloguePublished, columns, { catalogue: [item] }).outcome).toBe('pass');
  });
});
