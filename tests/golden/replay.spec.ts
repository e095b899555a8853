import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkdays, parsePeriod } from '#calendar';
import { Archive, ArchiveFetcher, crawlSite, families, MemoryCrawlSink, pageReader } from '#crawlers';
import { MemoryBlobStore } from '#evidence';
import { assembleSite, type SiteFacts } from '#facts';
import { evaluateIndicator, findIndicator, type OrganisationRef } from '#indicators';
import { canonicalJson } from '#kernel';
import { loadProgramme, type Programme } from '#programmes';
import { rankScorecards, scoreOrganisation, type Scorecard } from '#scoring';

/**
 * Kept evidence → facts → findings → scores, without network, database or clock, held against results that were looked at.
 * A change of reading or scoring shows here as a difference of one file; `vitest -u` takes it over once it is meant.
 * The evidence was written by `mingjing archive` on the sample county.
 */
const here = import.meta.dirname;
const period = parsePeriod('2026Q2');
const asOf = '2026-06-30';
const workdays = createWorkdays();

const units: (OrganisationRef & { site: string })[] = [
  { name: '云岭县住房和城乡建设局', category: '部门', level: '县', port: 18607 },
  { name: '云岭县青石镇人民政府', category: '街镇', level: '乡', port: 18608 },
  { name: '云岭县柳溪镇人民政府', category: '街镇', level: '乡', port: 18609 },
  { name: '云岭县松岭乡人民政府', category: '街镇', level: '乡', port: 18611 },
].map(({ port, ...unit }) => ({
  ...unit,
  id: unit.name,
  aliases: [],
  parent: '云岭县人民政府',
  site: `http://127.0.0.1:${port}/`,
}));

let facts: Map<string, SiteFacts>;

async function factsOf(site: string, archive: Archive, blobs: MemoryBlobStore): Promise<SiteFacts> {
  const deps = {
    fetcher: new ArchiveFetcher(archive, blobs),
    browser: null,
    blobs,
    read: pageReader(families),
    now: () => Date.parse(archive.takenUntil),
  };
  const target = { round: 'golden', site, homeUrl: site, hosts: [] };
  const { read } = await crawlSite(target, deps, new MemoryCrawlSink());
  return assembleSite(read);
}

async function score(programme: Programme): Promise<Scorecard[]> {
  const items = programme.rubric.groups.flatMap((group) => group.items);
  const cards = units.map((organisation) => {
    const known = facts.get(organisation.id);
    const results = items.map((item) => {
      const indicator = findIndicator(item.indicator);
      if (!indicator || !known) throw new Error(`${item.indicator} cannot be evaluated for ${organisation.name}`);
      return evaluateIndicator(indicator, known, {
        params: item.params,
        organisation,
        period,
        asOf,
        workdays,
        columnRules: programme.columns,
      });
    });
    return scoreOrganisation({ programme, organisation, period, asOf, evidenceDigest: 'golden', results });
  });
  return rankScorecards(cards);
}

beforeAll(async () => {
  const blobs = new MemoryBlobStore();
  const archive = await Archive.open(createReadStream(join(here, 'evidence/yunling.warc.gz')), blobs);
  facts = new Map();
  for (const unit of units) facts.set(unit.id, await factsOf(unit.site, archive, blobs));
}, 120_000);

describe('kept evidence, replayed', () => {
  it.each(units.map((unit) => unit.name))('gives the facts of %s', async (name) => {
    await expect(`${JSON.stringify(facts.get(name), null, 1)}\n`).toMatchFileSnapshot(`expected/facts-${name}.json`);
  });

  it.each(['pingliang-2020', 'luozhuang-2020', 'national'])(
    'gives the scorecards under %s, twice with the same bytes',
    async (id) => {
      const file = `${id}.yaml`;
      const programme = loadProgramme(await readFile(join(here, '../../libs/programmes/plans', file), 'utf8'), file);
      const cards = await score(programme);
      await expect(`${JSON.stringify(cards, null, 1)}\n`).toMatchFileSnapshot(`expected/scorecards-${id}.json`);
      expect(canonicalJson(await score(programme))).toBe(canonicalJson(cards));
    },
  );
});
