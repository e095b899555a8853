import { describe, expect, it } from 'vitest';
import type { AnnualReportFact } from '#facts';
import { annualReportOriginality } from './annual-report-originality.indicator.js';
import { evaluateIndicator } from './define-indicator.js';
import { someContext, someFacts, someOrganisation, someReport } from './facts.fixture.js';
import type { OrganisationRef, Peer } from './model.js';

/** Characters in an order of their own, as long sentences: two seeds have hardly a piece in common. */
function sentences(seed: number, count = 12): string[] {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8;
  return Array.from({ length: count }, () => {
    const letters = Array.from({ length: 40 }, () => String.fromCharCode(0x4e00 + (next() % 3000)));
    return `${letters.join('')}。`;
  });
}

const mine = sentences(1);
/** So many of the unit's own twelve sentences, the rest another's. */
const like = (shared: number, seed = 7) => [...mine.slice(0, shared), ...sentences(seed, mine.length - shared)];

function unit(name: string): OrganisationRef {
  return { ...someOrganisation, id: name, name, category: '部门' };
}

function reportOf(name: string, passages: string[] | undefined, change: Partial<AnnualReportFact> = {}) {
  return someReport(2021, {
    url: `https://${encodeURIComponent(name)}.example/nb.html`,
    title: `${name}2021年政府信息公开工作年度报告`,
    ...(passages ? { passages } : {}),
    ...change,
  });
}

const peer = (name: string, ...annualReports: AnnualReportFact[]): Peer => ({
  organisation: unit(name),
  facts: { annualReports, catalogue: [] },
});

function judge(annualReports: AnnualReportFact[], peers: Peer[] = []) {
  const own = { organisation: someOrganisation, facts: { annualReports, catalogue: [] } };
  return evaluateIndicator(
    annualReportOriginality,
    someFacts({ annualReports }),
    someContext({}, { peers: [own, ...peers] }),
  );
}

const own = (change: Partial<AnnualReportFact> = {}) => someReport(2021, { passages: mine, ...change });
const last = (passages: string[], change: Partial<AnnualReportFact> = {}) => someReport(2020, { passages, ...change });

describe('an annual report beside others', () => {
  it.each<[string, AnnualReportFact[], Peer[], string]>([
    [
      'its own words',
      [own(), last(sentences(2))],
      [peer('云岭县教育局', reportOf('云岭县教育局', sentences(3)))],
      'pass',
    ],
    ['nothing to compare with', [own()], [], 'notMeasured'],
    ['last year again', [own(), last(like(11))], [], 'needsReview'],
    ['last year with other figures', [own(), last(mine.map((one) => `2020年${one}12件`))], [], 'needsReview'],
    ['a good half of last year', [own(), last(like(8))], [], 'pass'],
    ['a good half of another unit', [own()], [peer('云岭县教育局', reportOf('云岭县教育局', like(8)))], 'needsReview'],
    ['less than half of another unit', [own()], [peer('云岭县教育局', reportOf('云岭县教育局', like(5)))], 'pass'],
    [
      'a report of which the text was not read',
      [own({ passages: [], partsUnread: true }), last(mine)],
      [],
      'notMeasured',
    ],
    ['too few words', [own({ passages: mine.slice(0, 5) }), last(mine)], [], 'notMeasured'],
    ['last year of which the text was not read', [own(), someReport(2020, { partsUnread: true })], [], 'notMeasured'],
    ['no report', [], [peer('云岭县教育局', reportOf('云岭县教育局', mine))], 'notApplicable'],
    [
      'a report published after the day',
      [own({ publishedOn: { on: '2023-01-01', source: 'tag', words: '' } })],
      [],
      'notApplicable',
    ],
    ['only another unit’s report', [reportOf('云岭县教育局', mine)], [], 'notMeasured'],
  ])('%s', (_, reports, peers, outcome) => {
    const result = judge(reports, peers);
    expect(result.outcome, result.message).toBe(outcome);
    expect(result.findings.filter(({ kind }) => kind === 'fail')).toEqual([]);
  });

  it('quotes what is the same and names the other report', () => {
    const { findings, message } = judge([own()], [peer('云岭县教育局', reportOf('云岭县教育局', like(8)))]);
    const [finding] = findings;
    expect(message).toBe('2021年年度报告有66.7%的文字与云岭县教育局的年度报告相同，须人工复核');
    expect(finding).toMatchObject({ kind: 'review', evidence: { capture: 'capture-report-2021' } });
    expect(finding!.evidence.marks.slice(1)).toHaveLength(5);
    expect(finding!.evidence.marks.slice(1).every((mark) => mine.slice(0, 8).includes(mark))).toBe(true);
    expect(finding!.details.map(({ label }) => label)).toContain('相同段落1');
  });

  it('does not take the same report on another site for another unit’s', () => {
    const portal = { ...own(), url: 'https://portal.example/1.html' };
    const copied = peer('山岭市人民政府', portal);
    const shared = peer('云岭县教育局', reportOf('云岭县教育局', mine, { url: own().url }));
    expect(judge([own()], [copied, shared]).outcome).not.toBe('needsReview');
    // A portal that holds a department's report only says nothing of its own.
    expect(judge([own()], [peer('青石镇人民政府', reportOf('云岭县民政局', mine))]).outcome).toBe('notMeasured');
  });

  it('names the likest units, however many there are', () => {
    const peers = Array.from({ length: 40 }, (_, n) =>
      peer(`云岭县第${n}局`, reportOf(`云岭县第${n}局`, n < 9 ? like(12 - (n % 4), 100 + n) : sentences(200 + n))),
    );
    const { findings } = judge([own()], peers);
    expect(findings).toHaveLength(5);
    expect(findings.map(({ details }) => details.find(({ label }) => label === '相同比例')?.value)).toContain('100%');
  });
});
