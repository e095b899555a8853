import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePeriod } from '#calendar';
import { siteId, type OrganisationRow } from '#database';
import { assembleSite, type SiteFacts } from '#facts';
import { BadInput, canonicalJson, readSettings } from '#kernel';
import { assess, findProgramme, openHouse, type AssessRequest, type House } from '#operations';
import type { Rubric } from '#programmes';
import type { Scorecard } from '#scoring';
import { evidenceOf, unitsAtOnce } from '../../libs/operations/site-evidence.js';
import { resultOf } from '../../libs/operations/score-units.js';
import { assessWhole } from '../assess-whole.js';
import { benchFacts } from '../bench/scoring/facts.js';
import { organisation } from './support/invented.js';
import { temporaryPlace, type TemporaryPlace } from './support/temporary-database.js';

const plans = join(import.meta.dirname, '../../libs/programmes/plans');
const period = '2025Q4';
const asOf = '2025-12-31';
/** What two offices wrote alike, in different batches. */
const alike = Array.from(
  { length: 12 },
  (_, n) => `第${n}组围绕水库巡查、管网改造和用水户来访接待逐项公开办理时限与经办科室并张贴到各村公示栏接受监督。`,
);

let place: TemporaryPlace;
let house: House;
let programme: string;
/** The county's government stands last: what is above is in another batch than what is below. */
let units: OrganisationRow[];
let bare: OrganisationRow[];

beforeAll(async () => {
  place = await temporaryPlace();
  house = await openHouse(readSettings({ ...place.settings, MINGJING_NO_BROWSER: '1' }));
  programme = join(place.folder, 'plan.yaml');
  const plan = parse(await readFile(join(plans, 'national.yaml'), 'utf8')) as { rubric: Rubric };
  plan.rubric.rollUp = [{ parents: { categories: ['政府'] }, children: {}, by: 'mean', weight: '0.3' }];
  await writeFile(programme, stringify(plan, { aliasDuplicateObjects: false }));
  const county = '云岭县人民政府';
  const named = (kind: string, n: number) =>
    organisation(`云岭县第${n}${kind}`, { parent: county, site: `https://${kind === '局' ? 'a' : 'b'}${n}.example/` });
  units = await house.organisations.importOrganisations([
    ...Array.from({ length: unitsAtOnce }, (_, n) => named('局', n)),
    organisation(county, { category: '政府', site: 'https://county.example/' }),
  ]);
  bare = await house.organisations.importOrganisations(
    Array.from({ length: unitsAtOnce + 1 }, (_, n) => named('所', n)),
  );
  await keep(units, (n) => {
    const { documents, annualReports, ...facts } = benchFacts(n);
    const reports = annualReports.map((report) => ({
      ...report,
      title: '政府信息公开工作年度报告',
      ...(report.year === 2024 && n % unitsAtOnce === 0 ? { passages: alike } : {}),
    }));
    return { ...facts, documents: documents.slice(0, 20 + n), annualReports: reports, interpretations: [] };
  });
  await keep(bare, () => assembleSite([], []));
});

afterAll(async () => {
  await house?.close();
  await place?.remove();
});

/** Keeps facts of a round without its pages. */
async function keep(of: OrganisationRow[], factsOf: (n: number) => SiteFacts): Promise<void> {
  const sites = of.map(({ site }) => siteId(site!));
  const startedAt = '2025-12-31T01:00:00.000Z';
  const round = await house.rounds.openRound({ source: 'live', sample: true, startedAt, units: sites });
  for (const [n, site] of sites.entries()) {
    await house.facts.saveSiteFacts(round.id, site, factsOf(n));
    const state = { round: round.id, site, state: 'done', pages: 0, outcomes: {}, unrendered: 0 } as const;
    await house.rounds.setSiteState({ ...state, seconds: 0, ended: null, note: null });
  }
  await house.rounds.finishRound(round.id, startedAt);
}

const request = (of: OrganisationRow[], more: Partial<AssessRequest> = {}): AssessRequest => ({
  ...{ programme, period, asOf, units: of, replay: false },
  ...more,
});

const scope = () => ({ programme: 'national', period, sample: true });

/** Rows of every table that an assessment fills. */
async function rows(): Promise<Record<string, number>> {
  const tables = ['assessment', 'score', 'outcome', 'finding', 'task_state', 'task_unit_state', 'heat_cell'];
  const counts = tables.map(async (table) => {
    const [row] = await house.database.dataSource.query<{ n: number }[]>(`select count(*)::int as n from ${table}`);
    return [table, row!.n] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

describe('units that are scored in batches', () => {
  it('are refused when there are none', async () => {
    await expect(assess(house, request([]))).rejects.toBeInstanceOf(BadInput);
    expect(await rows()).toMatchObject({ assessment: 0, score: 0 });
  });

  it.each([1, unitsAtOnce, unitsAtOnce + 1])('come out of %i as they do all at once', async (count) => {
    const some = units.slice(-count);
    const told: [number, number][] = [];
    const onProgress = (done: number, total: number) => void told.push([done, total]);
    const { row } = await assessWhole(house, request(some, { onProgress }));
    const whole = await resultOf(house, {
      ...{ programme: await findProgramme(programme), period: parsePeriod(period), asOf, units: some },
      evidence: await evidenceOf(house, some, false),
    });
    expect(row.scorecards.map(canonicalJson)).toEqual(whole.scorecards.map(canonicalJson));
    expect(row.tasks).toEqual(whole.tasks);
    const published = await house.assessments.scorecards(scope());
    expect(new Set(published.map(canonicalJson))).toEqual(new Set(whole.scorecards.map(canonicalJson)));
    const standings = await house.overviews.standings(await house.overviews.periodsUpTo(scope()));
    expect(standings.map(({ organisation: id, score, rank }) => [id, score, rank])).toEqual(
      published.map((card) => [card.organisation.id, card.score, card.rank]),
    );
    expect(told).toEqual(count > unitsAtOnce ? [[unitsAtOnce, count], [count, count]] : [[count, count]]); // prettier-ignore
  });

  it('see the units above, below and beside them in other batches', async () => {
    const { row } = await assessWhole(house, request(units));
    const county = row.scorecards.at(-1)!;
    expect(county.tree.steps?.at(-1)).toMatchObject({ step: 'rollUp', points: county.score });
    expect(county.tree.children.at(-1)!.children).toHaveLength(unitsAtOnce);
    const doubts = (card: Scorecard) =>
      card.results.flatMap(({ findings }) => findings.filter((one) => one.indicator === 'annual-report-originality'));
    expect(doubts(row.scorecards[0]!)).toMatchObject([
      { message: expect.stringContaining('云岭县人民政府') as string },
    ]);
    expect(doubts(county)).toMatchObject([{ message: expect.stringContaining('云岭县第0局') as string }]);
  });

  it('are compared one by one with what was published, and nothing is kept of it', async () => {
    await assess(house, request(bare));
    const before = await rows();
    const told = bare.length;
    expect((await assess(house, request(bare, { replay: true }))).replay).toEqual({ compared: told, differing: [] });
    const changed = [bare[unitsAtOnce]!, bare[3]!];
    await house.database.dataSource.query(
      `update score set scorecard = jsonb_set(scorecard, '{tree,reason}', '"改过"')
       where organisation = any($1) and assessment = $2`,
      [changed.map(({ id }) => id), (await house.assessments.head(scope()))!.id],
    );
    const { replay } = await assess(house, request(bare.slice(1), { replay: true }));
    expect(replay!.compared).toBe(told);
    const differing = [...changed, bare[0]!].map(({ name }) => name).sort();
    expect(replay!.differing.sort()).toEqual(differing);
    expect(await rows()).toEqual(before);
  });
});

describe('an assessment that breaks off', () => {
  it.each<[string, Partial<AssessRequest>]>([
    [
      'between two batches',
      {
        onProgress: () => {
          throw new Error('broken off');
        },
      },
    ],
    [
      'with its connection, when all is written',
      {
        onCard: async () => {
          await house.database.dataSource.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()`,
          );
        },
      },
    ],
  ])('%s leaves the old result, and the next one replaces it', async (_, broken) => {
    await assess(house, request(units));
    const head = await house.assessments.head(scope());
    const cards = (await house.assessments.scorecards(scope())).map(canonicalJson);
    const before = await rows();
    await expect(assess(house, request(units, broken))).rejects.toThrow();
    expect(await house.assessments.head(scope())).toEqual(head);
    expect((await house.assessments.scorecards(scope())).map(canonicalJson)).toEqual(cards);
    expect(await rows()).toEqual(before);
    await assess(house, request(units));
    expect((await house.assessments.head(scope()))!.id).not.toBe(head!.id);
    expect(await rows()).toMatchObject({ assessment: before['assessment']! + 1 });
  });

  it('is not seen before it is whole', async () => {
    await assess(house, request(units));
    const head = await house.assessments.head(scope());
    const seen = new Set<string | undefined>();
    const onCard = async () => void seen.add((await house.assessments.head(scope()))?.id);
    await assess(house, request(units, { onCard }));
    expect([...seen]).toEqual([head!.id]);
    await Promise.all([assess(house, request(units)), assess(house, request(units.slice(1)))]);
    const [latest] = await house.database.dataSource.query<{ n: number }[]>(
      `select count(*)::int as n from assessment where latest and programme = 'national'`,
    );
    expect(latest!.n).toBe(1);
  });
});
