import type { LocalDate, Period } from '#calendar';
import type { EvidenceRound, OrganisationRow, RoundRow, Stores } from '#database';
import type { AnnualReportFact } from '#facts';
import type { FactName, Peer, Records } from '#indicators';
import { findIndicator } from '#indicators';
import { sha256Hex } from '#kernel';
import { rubricItems, type Programme } from '#programmes';
import type { Excuse, FindingDecision } from '#scoring';
import type { House } from './house.js';
import { importedFiles, type Imported } from './imports.js';
import { inBatches } from './in-batches.js';
import { linkLogs } from './link-logs.js';
import { peoplesWord, type PeoplesWord } from './peoples-word.js';
import { evidenceOf, unitsAtOnce, type SiteEvidence } from './site-evidence.js';
import { isSample } from './units.js';

/** Loads the evidence of some units, by unit; units without are absent. */
export type EvidenceLoader = (units: OrganisationRow[]) => Promise<ReadonlyMap<string, SiteEvidence>>;

/** What is told of units by others than their own sites. */
export interface OthersWord {
  /** What was entered of a unit, and what is for all; undefined where nothing was. */
  recordsOf(unit: string): Records | undefined;
  excusesOf(unit: string): readonly Excuse[];
  /** What people decided on its findings. */
  verdictsOf(unit: string): readonly FindingDecision[];
  peers?: readonly Peer[];
  /** Where those of the peers were seen that are not assessed themselves. */
  peerRounds: readonly EvidenceRound[];
  /** Whether the rubric asks when articles first came into the lists. */
  asksSightings: boolean;
  /** A unit's evidence with what is told of it. */
  laidOver(unit: string, evidence: SiteEvidence): SiteEvidence;
}

/**
 * Reads imported logs and lists, gathers what people decided and the units to compare with, each only where the programme's
 * rubric asks for it: what no item asks for is no part of the evidence digest.
 * @param batches the units that are assessed, and `load` their evidence.
 */
export async function othersWord(
  books: Stores & Pick<House, 'blobs'>,
  request: {
    programme: Programme;
    period: Period;
    asOf: LocalDate;
    units: OrganisationRow[];
    records?: Records;
    excuses?: readonly Excuse[];
    importedUntil?: string | null;
    peerRounds?: ReadonlyMap<string, RoundRow> | null;
  },
  batches: readonly OrganisationRow[][],
  load: EvidenceLoader,
): Promise<OthersWord> {
  const { programme, period, asOf, units, importedUntil = null } = request;
  const asked = [...new Set(rubricItems(programme.rubric).flatMap(({ indicator }) => findIndicator(indicator) ?? []))];
  const consulted = new Set(asked.flatMap(({ consults }) => consults));
  const asksProbes = asked.some(({ requires }) => requires.includes('probes'));
  const asksLedger = consulted.has('ledger');
  const asksAccounts = consulted.has('accounts');
  const asksImports = asksProbes || asksLedger || asksAccounts || consulted.has('services');
  const imported = asksImports ? await importedFiles(books, units, importedUntil) : null;
  const asksLinks = asked.some(({ requires }) => requires.includes('links'));
  const days = { from: period.from, to: asOf < period.to ? asOf : period.to };
  const links = asksLinks ? await linkLogs(books, units, days, importedUntil) : null;
  const said = await peoplesWord(books, request, importedUntil);
  const ledgers = asksLedger ? (imported?.ledgers ?? null) : null;
  const accounts = asksAccounts ? (imported?.accounts ?? null) : null;
  const services = consulted.has('services') ? imported?.services : null;
  const records = recordsWith(request.records, said, { services, ledgers, accounts });
  const besidePeers = asked.filter(({ consults }) => consults.includes('peers'));
  const shown = new Set(besidePeers.flatMap(({ requires }) => requires));
  const seen = besidePeers.length > 0 ? await peersOf(books, request, shown, batches, load) : null;
  return {
    recordsOf: recordsByUnit(records),
    excusesOf: byUnit([...(request.excuses ?? []), ...said.excuses]),
    verdictsOf: byUnit(said.verdicts),
    ...(seen ? { peers: seen.peers } : {}),
    peerRounds: seen?.rounds ?? [],
    asksSightings: asked.some(({ requires }) => requires.includes('sightings')),
    laidOver(unit, evidence) {
      const probes = asksProbes ? imported?.probes.get(unit) : undefined;
      const log = links?.get(unit);
      const lists = [probes?.capture, log?.capture, records?.services?.evidence.capture].filter(
        (id) => id !== undefined,
      );
      const ledger = new Set(ledgers?.get(unit)?.map((document) => document.evidence.capture));
      const listed = accounts?.get(unit);
      const rest = [...lists, ...(said.files.get(unit) ?? []), ...ledger, ...(listed ? [listed.evidence.capture] : [])];
      const facts = { ...evidence.facts, ...(probes ? { probes } : {}), ...(log ? { links: log } : {}) };
      const digest = rest.length > 0 ? sha256Hex([evidence.digest, ...rest].join('\n')) : evidence.digest;
      return { ...evidence, facts, digest };
    },
  };
}

function recordsByUnit(records: Records | undefined): OthersWord['recordsOf'] {
  if (!records) return () => undefined;
  const [decisions, counts, rulings, ledger, accounts] = [
    byUnit(records.decisions),
    byUnit(records.counts),
    byUnit(records.rulings ?? []),
    byUnit(records.ledger ?? []),
    byUnit(records.accounts ?? []),
  ];
  return (unit) => ({
    ...records,
    decisions: decisions(unit),
    counts: counts(unit),
    rulings: rulings(unit),
    ...(records.ledger ? { ledger: ledger(unit) } : {}),
    ...(records.accounts ? { accounts: accounts(unit) } : {}),
  });
}

/** Rows of one unit, without looking through those of all others each time. */
function byUnit<Row extends { organisation: string }>(rows: readonly Row[]): (unit: string) => readonly Row[] {
  const own = new Map<string, Row[]>();
  for (const row of rows) {
    const known = own.get(row.organisation);
    if (known) known.push(row);
    else own.set(row.organisation, [row]);
  }
  return (unit) => own.get(unit) ?? [];
}

function recordsWith(
  given: Records | undefined,
  { rulings, counts, decisions }: PeoplesWord,
  imported: { [Kind in 'services' | 'ledgers' | 'accounts']: Imported[Kind] | null | undefined },
): Records | undefined {
  const { services } = imported;
  const ledger = [...(imported.ledgers?.values() ?? [])].flat();
  const accounts = [...(imported.accounts?.values() ?? [])];
  const isSaid = rulings.length + counts.length + decisions.length + ledger.length + accounts.length > 0;
  if (!isSaid && (!services || given?.services)) return given;
  return {
    ...(services ? { services } : {}),
    ...(ledger.length > 0 ? { ledger } : {}),
    ...(accounts.length > 0 ? { accounts } : {}),
    ...given,
    decisions: [...(given?.decisions ?? []), ...decisions],
    counts: [...(given?.counts ?? []), ...counts],
    rulings: [...(given?.rulings ?? []), ...rulings],
  };
}

/** What a unit's reports are set beside others' for is their text. */
function withoutTables({ tables: _tables, ...report }: AnnualReportFact): AnnualReportFact {
  return report;
}

/**
 * All units beside which one is set: those that are known, though only some of them are to be assessed. Of their facts
 * only those are held that are compared.
 */
async function peersOf(
  books: Stores & Pick<House, 'blobs'>,
  { units, peerRounds }: { units: OrganisationRow[]; peerRounds?: ReadonlyMap<string, RoundRow> | null },
  shown: ReadonlySet<FactName>,
  batches: readonly OrganisationRow[][],
  load: EvidenceLoader,
): Promise<{ peers: Peer[]; rounds: EvidenceRound[] }> {
  const sample = isSample(units);
  const assessed = new Set(units.map(({ id }) => id));
  const all = await books.organisations.listOrganisations({ sample });
  const others = all.filter(({ id }) => !assessed.has(id));
  const above = new Set([...units, ...others].flatMap(({ parent }) => parent ?? []));
  const peerOf = ({ extra: _extra, sample: _sample, ...organisation }: OrganisationRow, { facts }: SiteEvidence) => {
    // A catalogue is only set beside those of the units below.
    const isAbove = above.has(organisation.id) || above.has(organisation.name);
    const annualReports = shown.has('annualReports') ? facts.annualReports.map(withoutTables) : [];
    return { organisation, facts: { annualReports, catalogue: isAbove ? facts.catalogue : [] } };
  };
  const peers: Peer[] = [];
  const gather = (batch: OrganisationRow[], seen: ReadonlyMap<string, SiteEvidence>) => {
    for (const unit of batch) {
      const evidence = seen.get(unit.id);
      if (evidence) peers.push(peerOf(unit, evidence));
    }
  };
  for (const batch of batches) gather(batch, await load(batch));
  const rounds: EvidenceRound[] = [];
  for (const batch of inBatches(unitsAtOnce, others)) {
    const seen = await evidenceOf(books, batch, false, undefined, peerRounds ?? undefined);
    gather(batch, seen);
    for (const [organisation, { site, round }] of seen) rounds.push({ organisation, site, round: round.id });
  }
  return { peers, rounds };
}
