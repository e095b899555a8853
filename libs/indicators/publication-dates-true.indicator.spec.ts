import { describe, expect, it } from 'vitest';
import type { DocumentFact, FirstSighting } from '#facts';
import { evaluateIndicator } from './define-indicator.js';
import { issued, published, someContext, someDocument, someFacts } from './facts.fixture.js';
import { publicationDatesTrue } from './publication-dates-true.indicator.js';

/** Seen first on the second day, and not there on the first. */
function sighting(document: DocumentFact, absentOn: string, seenOn: string): FirstSighting {
  const { url, title } = document;
  return {
    ...{ url, title, shownOn: document.publishedOn?.on ?? '' },
    seen: { capture: 'capture-seen', seenAt: `${seenOn}T02:00:00.000Z` },
    absent: { capture: 'capture-absent', seenAt: `${absentOn}T02:00:00.000Z` },
  };
}

const evaluate = (documents: DocumentFact[], sightings?: FirstSighting[], params = {}) =>
  evaluateIndicator(
    publicationDatesTrue,
    someFacts({ documents, ...(sightings ? { sightings } : {}) }),
    someContext(params),
  );

describe('dates of publication beside what rounds saw', () => {
  const one = someDocument('甲');

  it('are true where the list was read without it before that day', () => {
    expect(evaluate([one], [sighting(one, '2022-09-14', '2022-09-16')])).toMatchObject({
      outcome: 'pass',
      measured: 1,
      of: 1,
    });
  });

  it('ask a person where the list was read without it after that day, and never deduct', () => {
    const result = evaluate([one], [sighting(one, '2022-10-08', '2022-10-09')]);
    expect(result).toMatchObject({ outcome: 'needsReview', findings: [{ kind: 'review', subject: one.url }] });
    expect(result.findings[0]?.message).toContain(
      '显示2022-09-15发布，而2022-10-08采集时列表中还没有，2022-10-09才见到',
    );
    expect(JSON.stringify(result.findings[0]?.details)).toMatch(/capture-absent.*capture-seen/);
  });

  it('may lag behind by a day, or by what a plan grants', () => {
    expect(evaluate([one], [sighting(one, '2022-09-16', '2022-09-17')]).outcome).toBe('pass');
    expect(evaluate([one], [sighting(one, '2022-09-17', '2022-09-18')]).outcome).toBe('needsReview');
    expect(evaluate([one], [sighting(one, '2022-09-17', '2022-09-18')], { graceDays: 2 }).outcome).toBe('pass');
  });

  it('are not measured with one round only, or where it was there from the first', () => {
    expect(evaluate([one])).toMatchObject({ outcome: 'notMeasured', unmeasured: 1 });
    expect(evaluate([one], [])).toMatchObject({ outcome: 'notMeasured', unmeasured: 1 });
    expect(evaluate([])).toMatchObject({ outcome: 'notApplicable' });
  });

  it.each<[string, Partial<DocumentFact>]>([
    ['read off the list', { publishedOn: published('2022-09-15', 'list') }],
    ['read off the address', { publishedOn: published('2022-09-15', 'url') }],
    ['beside another', { publishedOnOthers: [published('2022-10-09', 'info')] }],
    ['in doubt', { doubts: [{ field: 'publishedOn', why: '相差很大' }] }],
  ])('are not measured: a date %s', (_, change) => {
    const document = { ...one, ...change };
    expect(evaluate([document], [sighting(document, '2022-10-08', '2022-10-09')])).toMatchObject({
      outcome: 'notMeasured',
      findings: [],
    });
  });

  const early = (change: Partial<DocumentFact> = {}): DocumentFact => ({
    ...someDocument('乙', { issuedOn: issued('2022-09-20'), publishedOn: published('2022-09-15') }),
    doubts: [
      { field: 'issuedOn', why: '成文日期2022-09-20晚于发布日期2022-09-15', other: '2022-09-15' },
      { field: 'publishedOn', why: '成文日期2022-09-20晚于发布日期2022-09-15', other: '2022-09-20' },
    ],
    ...change,
  });

  it('ask a person where the block says that it was issued later', () => {
    const result = evaluate([early()]);
    expect(result).toMatchObject({ outcome: 'needsReview', findings: [{ kind: 'review' }] });
    expect(result.findings[0]?.message).toContain('显示2022-09-15发布，早于成文日期2022-09-20（5天）');
  });

  it.each<[string, Partial<DocumentFact>]>([
    ['only the signature says it', { issuedOn: issued('2022-09-20', 'signature') }],
    ['the date of publication is read off the list', { publishedOn: published('2022-09-15', 'list') }],
    ['another doubt stands', { doubts: [{ field: 'issuedOn', why: '文号为2021年，成文日期为2022-09-20' }] }],
  ])('say nothing of a later issue where %s', (_, change) => {
    expect(evaluate([early(change)])).toMatchObject({ outcome: 'notMeasured', findings: [] });
  });

  it('are not asked of what others made', () => {
    const repost = someDocument('丙', {
      title: '国务院办公厅关于印发某方案的通知',
      documentNumber: '国办发〔2022〕1号',
      issuer: '国务院办公厅',
    });
    expect(evaluate([repost], [sighting(repost, '2022-10-08', '2022-10-09')]).outcome).toBe('notApplicable');
  });
});
