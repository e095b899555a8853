import { createWorkdays, parsePeriod } from '#calendar';
import type { AssessmentHead, OrganisationRow, Stores } from '#database';
import type { SiteFacts } from '#facts';
import {
  annualReportLedger,
  catalogueLedger,
  columnLedger,
  documentLedger,
  findIndicator,
  interpretationLedger,
  type LedgerOf,
} from '#indicators';
import type { Programme } from '#programmes';
import { siteId } from '#database';

/** Rules of the regulation itself, for programmes that do not set their own. */
const defaultTimeliness = { workdays: 20, startsFrom: 'issued' };
const defaultDeadlines = { department: '01-31', government: '03-31', township: '01-31' };

const workdays = createWorkdays();

/** One kind of ledger: the rows of one unit, under the rules of a programme. */
type Ledger<Row> = (facts: SiteFacts, of: LedgerOf, programme: Programme) => Row[];

export const ledgers = {
  documents: (facts, of, programme) =>
    documentLedger(facts, of, paramsOf(programme, 'published-in-time', defaultTimeliness), workdays),
  interpretations: (facts, of) => interpretationLedger(facts, of),
  columns: (facts, of, programme) => columnLedger(facts, of, programme.columns),
  annualReports: (facts, of, programme) =>
    annualReportLedger(facts, of, paramsOf(programme, 'annual-report-in-time', defaultDeadlines)),
  catalogue: (facts, of) => catalogueLedger(facts, of),
} satisfies Record<string, Ledger<unknown>>;

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

/** The params that the programme's rubric gives an indicator, else those of the regulation. */
function paramsOf<Params>(programme: Programme, indicator: string, initial: unknown): Params {
  const item = programme.rubric.groups.flatMap(({ items }) => items).find((each) => each.indicator === indicator);
  const schema = findIndicator(indicator)?.paramsSchema;
  if (schema === undefined) throw new Error(`indicator ${indicator} is not registered`);
  return schema.parse(item?.params ?? initial) as Params;
}
