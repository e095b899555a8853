import { describe, expect, it } from 'vitest';
import type { ColumnFact, SiteFacts } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someColumn, someContext, someFacts } from './facts.fixture.js';
import { unitPage } from './unit-page.indicator.js';

const judge = (columns: ColumnFact[], change: Partial<SiteFacts> = {}) =>
  evaluateIndicator(unitPage, someFacts({ columns, ...change }), someContext({}));
const missing = (['guide', 'rules', 'statutory', 'catalogue', 'annual', 'request'] as const).map((key) =>
  someColumn(key, { state: 'missing' }),
);
const home = someFacts().home!;

describe('the page of openness of a unit', () => {
  it('is there with one of the columns of openness, whatever has become of that column', () => {
    const [first, ...others] = missing;
    expect(judge([{ ...first!, state: 'found' }, ...others])).toMatchObject({ outcome: 'pass', measured: 1, of: 1 });
    expect(judge([{ ...first!, state: 'broken' }, ...others])).toMatchObject({ outcome: 'pass' });
  });

  it('is asked of a person where the page shows news and notices only', () => {
    expect(judge([...missing, someColumn('news'), someColumn('notice')])).toMatchObject({
      outcome: 'needsReview',
      measured: 0,
      findings: [{ kind: 'review', subject: 'page', evidence: { capture: home.capture, url: home.url } }],
    });
  });

  it.each<[string, ColumnFact[], Partial<SiteFacts>]>([
    ['was not crawled', missing, { home: null }],
    ['did not open', missing, { home: { ...home, outcome: 'timeout' } }],
    ['has a column that was not read', [{ ...missing[0]!, state: 'unread' }, ...missing.slice(1)], {}],
    ['has columns of which nothing is known', [someColumn('news')], {}],
  ])('is not measured where the page %s', (_, columns, change) => {
    expect(judge(columns, change)).toMatchObject({ outcome: 'notMeasured', findings: [] });
  });
});
