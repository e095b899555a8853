import { parsePeriod } from '#calendar';
import { pinsDigest, siteId, type AssessmentHead, type OrganisationRow, type Stores } from '#database';
import type { SiteFacts } from '#facts';
import type { Ledger } from '#operations';
import type { Programme } from '#programmes';

/** Rows of all units that may be seen and have evidence, or of one, on the evidence of the published assessment. */
export async function readLedger<Row>(
  stores: Stores,
  ledger: Ledger<Row>,
  programme: Programme,
  head: AssessmentHead,
  { units: visible, organisation }: { units: readonly string[] | null; organisation?: string | undefined },
): Promise<Row[]> {
  const units = (await stores.organisations.listOrganisations({ sample: head.sample, units: visible })).filter(
    ({ id }) => organisation === undefined || id === organisation,
  );
  const factsOf = await factsFinder(stores, head, units);
  const rows: Row[] = [];
  for (const { extra: _extra, sample: _sample, ...unit } of units) {
    const facts = await factsOf(unit);
    if (facts === null) continue;
    rows.push(...ledger(facts, { organisation: unit, period: parsePeriod(head.period), asOf: head.asOf }, programme));
  }
  return rows;
}

/** Facts of a unit's site, as its published score rests on them; where there is none, those of the newest round that read it. */
async function factsFinder(
  stores: Stores,
  head: AssessmentHead,
  units: OrganisationRow[],
): Promise<(unit: Pick<OrganisationRow, 'id' | 'site'>) => Promise<SiteFacts | null>> {
  const newest = await stores.rounds.latestRoundOfSites(units.flatMap(({ site }) => (site ? [siteId(site)] : [])));
  const pins = await stores.assessments.pinsOf(head.id);
  return async ({ id, site: home }) => {
    if (home === null) return null;
    const site = siteId(home);
    const other = newest.get(site)?.id;
    for (const round of other === undefined ? [head.round] : [head.round, other]) {
      const published = await stores.facts.loadSiteFacts(round, site, pinsDigest(pins.get(id) ?? []));
      const facts = published ?? (await stores.facts.loadSiteFacts(round, site));
      if (facts) return facts;
    }
    return null;
  };
}
