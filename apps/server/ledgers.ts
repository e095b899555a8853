import { parsePeriod } from '#calendar';
import type { AssessmentHead, Stores } from '#database';
import { publishedFacts, type Ledger } from '#operations';
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
  const factsOf = await publishedFacts(stores, head, units);
  const rows: Row[] = [];
  for (const { extra: _extra, sample: _sample, ...unit } of units) {
    const facts = await factsOf(unit);
    if (facts === null) continue;
    rows.push(...ledger(facts, { organisation: unit, period: parsePeriod(head.period), asOf: head.asOf }, programme));
  }
  return rows;
}
