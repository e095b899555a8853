import { parsePeriod } from '#calendar';
import { siteId, type AssessmentHead, type OrganisationRow, type Stores } from '#database';
import type { SiteFacts } from '#facts';
import type { Ledger } from '#operations';
import type { Programme } from '#programmes';

/** Rows of all units that have evidence, or of one, on the evidence of the published assessment. */
export async function readLedger<Row>(
  stores: Stores,
  ledger: Ledger<Row>,
  programme: Programme,
  head: AssessmentHead,
  organisation?: string,
): Promise<Row[]> {
  const units = (await stores.organisations.listOrganisations({ sample: head.sample })).filter(
    ({ id }) => organisation === undefined || id === organisation,
  );
  const factsOf = await factsFinder(stores, head, units);
  const rows: Row[] = [];
  for (const { extra: _extra, sample: _sample, ...unit } of units) {
    const facts = await factsOf(unit.site);
    if (facts === null) continue;
    rows.push(...ledger(facts, { organisation: unit, period: parsePeriod(head.period), asOf: head.asOf }, programme));
  }
  return rows;
}

/** Facts of a site: of the assessment's round where it read the site, else of the newest round that did. */
async function factsFinder(
  stores: Stores,
  head: AssessmentHead,
  units: OrganisationRow[],
): Promise<(site: string | null) => Promise<SiteFacts | null>> {
  const newest = await stores.rounds.latestRoundOfSites(units.flatMap(({ site }) => (site ? [siteId(site)] : [])));
  return async (site) => {
    if (site === null) return null;
    const id = siteId(site);
    const other = newest.get(id)?.id;
    const facts = await stores.facts.loadSiteFacts(head.round, id);
    return facts ?? (other === undefined ? null : stores.facts.loadSiteFacts(other, id));
  };
}
