import { describe, expect, it } from 'vitest';
import type { PageClass, PageTagName, PageTagsFact } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts } from './facts.fixture.js';
import { pageTags } from './page-tags.indicator.js';

const url = 'https://www.yunling.example/a.html';

function fact(of: PageClass, pages: number, lacking: [PageTagName, number, number?][] = []): PageTagsFact {
  return {
    of,
    pages,
    unread: 0,
    lacking: lacking.map(([tag, missing, blank = 0]) => ({ tag, missing, blank, url, capture: `capture-${of}` })),
  };
}

const evaluate = (facts: PageTagsFact[] | undefined, params = {}) =>
  evaluateIndicator(pageTags, someFacts(facts ? { pageTags: facts } : {}), someContext(params));
const sound = [fact('home', 1), fact('column', 9), fact('content', 40)];

describe('page tags', () => {
  it('are complete', () => {
    expect(evaluate(sound)).toMatchObject({ outcome: 'pass', measured: 16, of: 16, findings: [] });
  });

  it('lack where most pages of a class are without, with a page to see it on', () => {
    const result = evaluate([fact('home', 1), fact('column', 9), fact('content', 40, [['PubDate', 38, 1]])]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 15, of: 16 });
    expect(result.findings).toMatchObject([
      { subject: 'content', kind: 'fail', evidence: { url, capture: 'capture-content' } },
    ]);
    expect(result.findings[0]?.message).toBe('内容页缺少网页标签：PubDate');
    expect(result.findings[0]?.details).toContainEqual({ label: 'PubDate', value: '没有的38页，空的1页' });
  });

  it('of a home page need that page alone', () => {
    expect(evaluate([fact('home', 1, [['SiteIDCode', 1]])]).findings).toMatchObject([{ kind: 'fail' }]);
  });

  it.each<[string, PageTagsFact]>([
    ['half of the pages lack it', fact('content', 40, [['PubDate', 20]])],
    ['it is empty', fact('content', 40, [['PubDate', 0, 40]])],
    ['few pages were read', fact('column', 2, [['ColumnName', 2]])],
  ])('are left to a person where %s', (_, one) => {
    const result = evaluate([fact('home', 1), one]);
    expect(result.outcome).toBe('pass');
    expect(result.findings).toMatchObject([{ kind: 'review' }]);
  });

  it('are one finding for a class of page, whatever many lack', () => {
    const content = fact('content', 40, [
      ['ArticleTitle', 40],
      ['PubDate', 40],
      ['ContentSource', 10],
    ]);
    const result = evaluate([fact('home', 1), fact('column', 9), content]);
    expect(result).toMatchObject({ outcome: 'fail', measured: 13, of: 15, unmeasured: 1 });
    expect(result.findings.map(({ subject, kind }) => [subject, kind])).toEqual([
      ['content', 'fail'],
      ['content:?', 'review'],
    ]);
  });

  it('are not asked of single pages of another template', () => {
    expect(evaluate([fact('home', 1), fact('column', 9), fact('content', 40, [['PubDate', 3]])])).toMatchObject({
      outcome: 'pass',
      findings: [],
    });
  });

  it('that are not asked of a class are none of its', () => {
    expect(evaluate([fact('home', 1, [['ColumnName', 1]])]).outcome).toBe('pass');
    expect(evaluate([fact('home', 1, [['ColumnName', 1]])], { home: ['ColumnName'] }).outcome).toBe('fail');
  });

  it('are not measured where no page could be read, or an older version read them', () => {
    expect(evaluate([fact('home', 0), fact('column', 0), fact('content', 0)])).toMatchObject({
      outcome: 'notMeasured',
      unmeasured: 16,
    });
    expect(evaluate(undefined).outcome).toBe('notMeasured');
  });
});
