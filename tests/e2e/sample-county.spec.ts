import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkdays, type Period } from '#calendar';
import { siteId, type OrganisationRow } from '#database';
import type { SiteFacts } from '#facts';
import { annualReportLedger, columnLedger, documentLedger, interpretationLedger } from '#indicators';
import { findProgramme } from '#operations';
import { assessWhole } from '../assess-whole.js';
import { sites } from '../county/content/index.js';
import { seededLackingFields, seededListed } from '../county/truth/seeded.js';
import { crawlCounty, type CrawledCounty } from './county.fixture.js';

/** Everything the county ever published. */
const always: Period = { id: '2026', kind: 'year', from: '2000-01-01', to: '2026-06-30', title: '全部' };
const asOf = '2026-06-30';
const workdays = createWorkdays();

let crawled: CrawledCounty;
let known: { unit: OrganisationRow; facts: SiteFacts }[];

beforeAll(async () => {
  crawled = await crawlCounty();
  known = await Promise.all(
    crawled.units.map(async (unit) => {
      const facts = await crawled.house.facts.loadSiteFacts(crawled.round.round, siteId(unit.site ?? ''));
      if (!facts) throw new Error(`${unit.name} has no facts`);
      return { unit, facts };
    }),
  );
});

afterAll(() => crawled?.close());

/** A line for each truth that differs from what was read: the test says all of them at once. */
function differences<Truth extends object>(
  truths: Truth[],
  keyOf: (truth: Truth) => string,
  found: Map<string, Partial<Record<keyof Truth, unknown>>>,
  fields: (keyof Truth)[],
): string[] {
  return truths.flatMap((truth) => {
    const row = found.get(keyOf(truth));
    if (!row) return [`${keyOf(truth)} 没有读到`];
    return fields
      .filter((field) => JSON.stringify(row[field]) !== JSON.stringify(truth[field]))
      .map(
        (field) =>
          `${keyOf(truth)} ${String(field)}：应为 ${JSON.stringify(truth[field])}，读成 ${JSON.stringify(row[field])}`,
      );
  });
}

describe('the sample county, crawled, equals its written truth', () => {
  it('read every site to its end', () => {
    expect(crawled.round.sites).toHaveLength(13);
    expect(crawled.round.sites.filter((site) => site.ended !== 'complete')).toEqual([]);
  });

  it('every document: title, number, dates, working days, timeliness', () => {
    const rows = known.flatMap(({ unit, facts }) =>
      documentLedger(
        facts,
        { organisation: unit, period: always, asOf },
        { workdays: 20, startsFrom: 'issued' },
        workdays,
      ),
    );
    const found = new Map(rows.map((row) => [row.url, row]));
    expect(found.size).toBe(rows.length);
    const policies = crawled.county.truth.documents.filter((document) => document.genre === 'policy');
    expect(policies.length).toBeGreaterThanOrEqual(100);
    expect(
      differences(policies, (truth) => truth.url, found, [
        'organisation',
        'title',
        'documentNumber',
        'issuedOn',
        'publishedOn',
      ]),
    ).toEqual([]);
    // The truth's own table of holidays does not reach back to the archives of 2013.
    const counted = policies.filter(
      (document) => document.workdaysTaken !== null || document.issuedOn === null || document.publishedOn === null,
    );
    expect(counted.length).toBe(policies.length - 3);
    expect(differences(counted, (truth) => truth.url, found, ['workdaysTaken'])).toEqual([]);
    const judged = policies.filter((document) => !document.needsReview);
    expect(differences(judged, (truth) => truth.url, found, ['timeliness'])).toEqual([]);
    const others = crawled.county.truth.documents.filter((document) => document.genre !== 'policy');
    expect(differences(others, (truth) => truth.url, found, ['title', 'publishedOn'])).toEqual([]);
  });

  it('every column: status and newest item', async () => {
    const { columns } = await findProgramme('pingliang-2020');
    const found = new Map(
      known.flatMap(({ unit, facts }) =>
        columnLedger(facts, { organisation: unit, period: always, asOf }, columns).map(
          (row) => [`${unit.name} ${row.key}`, row] as const,
        ),
      ),
    );
    expect(
      differences(crawled.county.truth.columns, (truth) => `${truth.organisation} ${truth.key}`, found, [
        'status',
        'newestOn',
      ]),
    ).toEqual([]);
  });

  it('every interpretation: formats, links, policy, elements', () => {
    const rows = known.flatMap(({ unit, facts }) =>
      interpretationLedger(facts, { organisation: unit, period: always, asOf }),
    );
    const found = new Map(rows.map((row) => [row.url, row]));
    expect(
      differences(crawled.county.truth.interpretations, (truth) => truth.url, found, [
        'title',
        'publishedOn',
        'formats',
        'linksToPolicy',
        'linkedFromPolicy',
        'elements',
      ]),
    ).toEqual([]);
    // Where the page itself gives no way to tell which policy is meant, finding it all the same is no fault.
    const told = crawled.county.truth.interpretations.filter(
      (truth) => truth.policyUrl !== null || !truth.policyOnSite,
    );
    expect(differences(told, (truth) => truth.url, found, ['policyUrl'])).toEqual([]);
    const wanted = new Set(crawled.county.truth.interpretations.map((truth) => truth.url));
    expect(rows.filter((row) => !wanted.has(row.url)).map((row) => row.url)).toEqual([]);
  });

  it('every annual report: year, date, missing parts', () => {
    const found = new Map(
      known.flatMap(({ unit, facts }) =>
        annualReportLedger(
          facts,
          { organisation: unit, period: always, asOf },
          { department: '01-31', government: '03-31', township: '01-31' },
        ).map((row) => [row.url, { ...row, missingParts: row.missingParts.length }] as const),
      ),
    );
    const truths = crawled.county.truth.annualReports.map((truth) => ({
      ...truth,
      missingParts: truth.missingParts.length,
    }));
    expect(
      differences(truths, (truth) => truth.url, found, [
        'year',
        'publishedOn',
        'deadline',
        'timeliness',
        'missingParts',
      ]),
    ).toEqual([]);
    expect(found.size).toBe(truths.length);
  });
});

describe('the catalogues of the sample county', () => {
  it('hold the fields and items of their truth, each item with all its elements', () => {
    const found = known
      .filter(({ facts }) => facts.catalogue.length > 0)
      .map(({ unit, facts }) => ({
        organisation: unit.name,
        fields: [...new Set(facts.catalogue.map(({ field }) => field))].sort(),
        items: facts.catalogue.length,
      }));
    const truth = crawled.county.truth.catalogues.map((one) => ({ ...one, fields: [...one.fields].sort() }));
    const byName = (one: { organisation: string }, other: { organisation: string }) =>
      one.organisation < other.organisation ? -1 : 1;
    expect(found.sort(byName)).toEqual(truth.sort(byName));
  });

  it('lack fields only on the portal, and lack no element', async () => {
    const { row } = await assessWhole(crawled.house, {
      programme: 'pingliang-2020',
      period: '2026Q2',
      units: crawled.units,
      replay: false,
    });
    const found = (indicator: string, kind: string) =>
      row.scorecards.flatMap(({ organisation, results }) =>
        results
          .filter((result) => result.indicator === indicator)
          .flatMap(({ findings }) => findings.filter((one) => one.kind === kind))
          .map(({ subject }) => `${organisation.name} ${subject}`),
      );
    expect(found('catalogue-fields-covered', 'fail').sort()).toEqual(
      seededLackingFields.map((field) => `云岭县人民政府 ${field}`).sort(),
    );
    const townships = crawled.county.truth.catalogues.map(({ organisation }) => organisation).filter(isTownship);
    expect(found('catalogue-fields-covered', 'review').sort()).toEqual(
      townships.map((name) => `${name} fields`).sort(),
    );
    expect(found('catalogue-elements-complete', 'fail')).toEqual([]);
    expect(found('catalogue-elements-complete', 'review')).toEqual([]);
  });
});

const isTownship = (name: string) => /[镇乡]人民政府$/.test(name);

describe('the findings on the sample county', () => {
  const quarters = [
    { id: '2025Q3', from: '2025-07-01', to: '2025-09-30' },
    { id: '2025Q4', from: '2025-10-01', to: '2025-12-31' },
    { id: '2026Q1', from: '2026-01-01', to: '2026-03-31' },
    { id: '2026Q2', from: '2026-04-01', to: '2026-06-30' },
  ];

  it.each(quarters)('are exactly the seeded late documents in $id', async ({ id, from, to }) => {
    const { row } = await assessWhole(crawled.house, {
      programme: 'pingliang-2020',
      period: id,
      units: crawled.units,
      replay: false,
    });
    for (const kind of ['fail', 'review'] as const) {
      const found = row.scorecards.flatMap((card) =>
        card.results
          .filter((result) => result.indicator === 'published-in-time')
          .flatMap((result) => result.findings.filter((one) => one.kind === kind)),
      );
      const truth = crawled.county.truth.findings.filter(
        (one) => one.indicator === 'published-in-time' && one.kind === kind && one.on >= from && one.on <= to,
      );
      const archives = new Set(
        crawled.county.truth.documents
          .filter((document) => document.timeliness === 'notMeasured')
          .map((document) => document.url),
      );
      expect(
        found
          .map((one) => one.subject)
          .filter((url) => !archives.has(url))
          .sort(),
      ).toEqual(truth.map((one) => one.subject).sort());
    }
    expect(row.scorecards.flatMap((card) => card.results.filter((result) => result.outcome === 'error'))).toEqual([]);
  });

  it('of columns are exactly the seeded ones among those that the plan asks for, and recompute to the same bytes', async () => {
    const request = { programme: 'pingliang-2020', period: '2026Q2', units: crawled.units };
    const { row } = await assessWhole(crawled.house, { ...request, replay: false });
    const programme = await findProgramme('pingliang-2020');
    const asked = (key: string, category: string) =>
      programme.columns.some(
        (rule) => rule.key === key && rule.required && (rule.appliesTo?.categories ?? [category]).includes(category),
      );
    const category = new Map(crawled.units.map((unit) => [unit.name, unit.category]));
    const found = row.scorecards.flatMap((card) =>
      card.results
        .filter((result) => result.indicator === 'columns-complete')
        .flatMap((result) => result.findings.map((one) => `${card.organisation.name} ${one.subject}`)),
    );
    const truth = crawled.county.truth.findings
      .filter((one) => one.indicator === 'columns-complete' && asked(one.subject, category.get(one.organisation) ?? ''))
      .map((one) => `${one.organisation} ${one.subject}`);
    expect(found.sort()).toEqual(truth.sort());
    for (let time = 0; time < 2; time++) {
      const { replay } = await assessWhole(crawled.house, { ...request, replay: true });
      expect(replay).toEqual({ compared: 13, differing: [] });
    }
  });

  it('of tables of annual reports are exactly the seeded ones', async () => {
    const request = { programme: 'pingliang-2020', period: '2026Q2', units: crawled.units };
    const { row } = await assessWhole(crawled.house, { ...request, replay: false });
    const results = row.scorecards.flatMap((card) =>
      card.results
        .filter(({ indicator }) => indicator === 'annual-report-tables')
        .map((result) => ({ ...result, name: card.organisation.name })),
    );
    expect(results.map(({ outcome }) => outcome)).not.toContain('notMeasured');
    const found = results.flatMap(({ name, findings }) => findings.map((one) => `${name} ${one.kind} ${one.subject}`));
    const truth = crawled.county.truth.annualReports
      .filter(({ year }) => year === 2025)
      .flatMap((one) => one.brokenIdentities.map((id) => `${one.organisation} fail ${one.year} ${id}`));
    expect(truth).toHaveLength(1);
    expect(found).toEqual(truth);
  });

  it('of accounts of new media are exactly the seeded ones, and of units that no list names nothing is said', async () => {
    const request = { programme: 'pingliang-2020', period: '2026Q2', units: crawled.units };
    const { row } = await assessWhole(crawled.house, { ...request, replay: false });
    const results = row.scorecards.flatMap((card) =>
      card.results
        .filter(({ indicator }) => indicator === 'accounts-per-platform')
        .map((result) => ({ ...result, name: card.organisation.name })),
    );
    const found = results.flatMap(({ name, findings }) => findings.map((one) => `${name} ${one.kind} ${one.subject}`));
    const truth = crawled.county.truth.findings
      .filter(({ indicator }) => indicator === 'accounts-per-platform')
      .map(({ organisation, kind, subject }) => `${organisation} ${kind} ${subject}`);
    expect(truth).toHaveLength(2);
    expect(found.sort()).toEqual(truth.sort());
    const listed = sites.filter(({ unit }) => seededListed.includes(unit.key)).map(({ unit }) => unit.name);
    const measured = results.filter(({ outcome }) => outcome !== 'notMeasured').map(({ name }) => name);
    expect(measured.sort()).toEqual(listed.sort());
  });

  const foundBy = async (programme: string, indicator: string) => {
    const request = { programme, period: '2026Q2', units: crawled.units, replay: false };
    const { row } = await assessWhole(crawled.house, request);
    return row.scorecards.flatMap((card) =>
      card.results
        .filter((result) => result.indicator === indicator)
        .map((result) => ({ ...result, name: card.organisation.name })),
    );
  };
  const truthOf = (indicator: string) =>
    crawled.county.truth.findings
      .filter((one) => one.indicator === indicator)
      .map(({ organisation, kind, subject }) => `${organisation} ${kind} ${subject}`)
      .sort();

  it.each([
    ['national', 'guide-elements'],
    ['luozhuang-2020', 'village-column'],
    ['luozhuang-2020', 'participation-page'],
  ])('by %s of %s are exactly the seeded ones', async (programme, indicator) => {
    const results = await foundBy(programme, indicator);
    const found = results.flatMap(({ name, findings }) => findings.map((one) => `${name} ${one.kind} ${one.subject}`));
    expect(truthOf(indicator).length).toBeGreaterThan(1);
    expect(found.sort()).toEqual(truthOf(indicator));
    expect(results.filter(({ outcome }) => outcome === 'notMeasured')).toEqual([]);
  });

  it('of feet of home pages are the seeded one, and doubts of marks that are shown by pictures alone', async () => {
    const findings = (await foundBy('national', 'footer-marks')).flatMap(({ name, findings: own }) =>
      own.map(({ kind, subject }) => ({ kind, subject, told: `${name} ${kind} ${subject}` })),
    );
    const of = (kind: string) => findings.filter((one) => one.kind === kind);
    expect(of('fail').map(({ told }) => told)).toEqual(truthOf('footer-marks'));
    expect(new Set(of('review').map(({ subject }) => subject))).toEqual(
      new Set(['党政机关网站标识', '找错入口', '站点地图']),
    );
  });

  it('of links between policy and interpretation are all true', async () => {
    const truth = new Set(
      crawled.county.truth.findings.filter((one) => one.indicator === 'linked-both-ways').map((one) => one.subject),
    );
    for (const { id } of quarters) {
      const scorecards = await crawled.house.assessments.scorecards({
        programme: 'pingliang-2020',
        period: id,
        sample: true,
      });
      const found = scorecards.flatMap((card) =>
        card.results
          .filter((result) => result.indicator === 'linked-both-ways')
          .flatMap((result) => result.findings.filter((one) => one.kind === 'fail')),
      );
      expect(found.filter((one) => !truth.has(one.subject)).map((one) => one.subject)).toEqual([]);
    }
  });
});
