import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkdays, parsePeriod } from '#calendar';
import { excuses, type FetchOutcome, fetchOutcomes } from '#evidence';
import { decodeBody, families } from '#crawlers';
import { assembleSite, type ReadCapture, readPage } from '#facts';
import { evaluateIndicator, findIndicator, type Finding, type OrganisationRef } from '#indicators';
import { loadProgramme, type Programme } from '#programmes';
import { type SamplePage, readSampleSites, type SampleSite } from './support/sample-pages.js';

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

/** The page with a script in the place of every run of rows: a browser shows the same, its source no longer tells what. */
function scripted(text: string): string {
  return text.replace(
    /(?:<(li|tr)\b(?:(?!<\/?(?:li|tr)\b)[^])*<\/\1>\s*)+/gi,
    (_, name: string) => `<script>each(function(a){document.write('<${name}>'+a+'<\\/${name}>')});</script>`,
  );
}

const keyOf = (url: string, visit: ReadCapture['visit']): string => `${url} ${JSON.stringify(visit)}`;

/** The captures of a site whose rows scripts would write, as they would then be read. */
function withScripts({ pages, captures }: SampleSite): Map<ReadCapture, ReadCapture> {
  const sources = new Map<string, SamplePage>(pages.map((page) => [keyOf(page.url, page.visit), page]));
  return new Map(
    captures.flatMap((capture): [ReadCapture, ReadCapture][] => {
      const { visit, finalUrl: url } = capture;
      const page = sources.get(keyOf(url, visit));
      if (!page || !capture.reading || !['column', 'list'].includes(visit.as)) return [];
      const text = scripted(decodeBody(page.bytes, page.header).text);
      const reading = readPage({ url, text, contentType: 'text/html', visit }, families);
      return [[capture, { ...capture, reading, unrendered: capture.unrendered || reading.needsBrowser }]];
    }),
  );
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
});

const which = fc.noBias(fc.nat(999));
const pickSite = (n: number) => sites[n % sites.length]!;

describe('facts of a site', { timeout: 300_000 * factor }, () => {
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

  let writtenByScripts = new Map<ReadCapture, ReadCapture>();
  beforeAll(() => {
    writtenByScripts = new Map(sites.flatMap((site) => [...withScripts(site)]));
    expect(writtenByScripts.size).toBeGreaterThan(20);
  });

  it.each([
    [
      'hold lists that a script writes',
      (capture: ReadCapture): ReadCapture | null => writtenByScripts.get(capture) ?? null,
    ],
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
