import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkdays, parsePeriod } from '#calendar';
import { excuses, type FetchOutcome, fetchOutcomes } from '#evidence';
import { assembleSite, type ReadCapture } from '#facts';
import { evaluateIndicator, findIndicator, type Finding, type OrganisationRef } from '#indicators';
import { loadProgramme, type Programme } from '#programmes';
import { readSampleSites, type SampleSite } from './support/sample-pages.js';

/**
 * The facts of a site are the same for its captures in any order, and what could not be read is never held against anybody:
 * of fewer captures no indicator finds a fault that all of them together do not show.
 */
const factor = Number(process.env.FUZZ_RUNS ?? 1);
const times = (runs: number, seed: number) => ({ numRuns: runs * factor, seed, endOnFailure: true });

const plans = join(import.meta.dirname, '../../libs/programmes/plans');
const programmes = readdirSync(plans)
  .filter((file) => file.endsWith('.yaml'))
  .map((file): Programme => loadProgramme(readFileSync(join(plans, file), 'utf8'), file));
const workdays = createWorkdays();
const organisation: OrganisationRef = {
  id: 'u1',
  name: '云岭县住房和城乡建设局',
  category: '部门',
  level: '县',
  aliases: [],
  parent: '云岭县人民政府',
  site: null,
};

function faults(captures: readonly ReadCapture[], programme: Programme): Finding[] {
  const facts = assembleSite(captures);
  return programme.rubric.groups
    .flatMap((group) => group.items)
    .flatMap((item) => {
      const indicator = findIndicator(item.indicator);
      if (!indicator) throw new Error(`${item.indicator} is not there`);
      const context = {
        params: item.params,
        organisation,
        period: parsePeriod('2026Q2'),
        asOf: '2026-06-30',
        workdays,
      };
      return evaluateIndicator(indicator, facts, { ...context, columnRules: programme.columns }).findings;
    })
    .filter(({ kind }) => kind === 'fail');
}

const outcomes = (Object.keys(fetchOutcomes) as FetchOutcome[]).filter(
  (outcome) => excuses(outcome) && outcome !== 'notModified' && outcome !== 'notHtml',
);

let sites: SampleSite[] = [];
const complete = new Map<ReadonlyArray<ReadCapture>, Map<string, Set<string>>>();

beforeAll(async () => {
  sites = await readSampleSites();
  for (const { captures } of sites)
    complete.set(
      captures,
      new Map(programmes.map((programme) => [programme.id, new Set(faults(captures, programme).map(({ id }) => id))])),
    );
}, 60_000);

const which = fc.noBias(fc.nat(999));
const pickSite = (n: number) => sites[n % sites.length]!;

describe('facts of a site', { timeout: 30_000 * factor }, () => {
  it('are the same for its captures in any order, also when some come twice', () => {
    const keys = fc.array(fc.noBias(fc.nat(1_000_000)), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(which, keys, (n, order) => {
        const { captures } = pickSite(n);
        const shuffled = captures
          .map((capture, at) => ({ capture, key: order[at % order.length]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ capture }) => capture);
        const twice = [...shuffled, ...shuffled.slice(0, order[0]! % 20)];
        expect(assembleSite(twice)).toEqual(assembleSite(captures));
      }),
      times(40, 31),
    );
  });

  const unseen = fc.record({
    share: fc.constantFrom(1, 2, 5, 20, 50, 90),
    seed: which,
    outcome: fc.constantFrom(...outcomes),
  });

  it.each([
    [
      'could not be read',
      (capture: ReadCapture, outcome: FetchOutcome): ReadCapture | null => ({ ...capture, outcome, reading: null }),
    ],
    [
      'were challenged',
      (capture: ReadCapture): ReadCapture | null =>
        capture.reading && {
          ...capture,
          reading: { ...capture.reading, challenged: true, list: null, detail: null, columns: [], follow: [] },
        },
    ],
    [
      'needed a browser',
      (capture: ReadCapture): ReadCapture | null =>
        capture.reading && {
          ...capture,
          unrendered: true,
          reading: { ...capture.reading, needsBrowser: true, list: null, detail: null, columns: [], follow: [] },
        },
    ],
  ])('show no fault because some captures %s', (_, lose) => {
    fc.assert(
      fc.property(which, fc.constantFrom(...programmes), unseen, (n, programme, { share, seed, outcome }) => {
        const { site, captures } = pickSite(n);
        let state = seed * 7919 + 1;
        const isLost = () => (state = (state * 48_271) % 2_147_483_647) % 100 < share;
        const lost: string[] = [];
        const partial = captures.map((capture) => {
          const blind = isLost() ? lose(capture, outcome) : null;
          if (blind) lost.push(capture.url);
          return blind ?? capture;
        });
        const known = complete.get(captures)!.get(programme.id)!;
        const added = faults(partial, programme).filter(({ id }) => !known.has(id));
        const shown = added.map(({ indicator, subject, message }) => `${indicator} ${subject} ${message}`);
        expect([programme.id, site, lost.slice(0, 6), shown]).toEqual([programme.id, site, lost.slice(0, 6), []]);
      }),
      times(250, 37),
    );
  });
});
