import { type AnnualReportFact, reportingUnit } from '#facts';
import { namesUnit, reportsOf } from './annual-reports.js';
import { bareLetters, PieceIndex, type Pieces, piecesOf } from './likeness.js';
import type { OrganisationRef, Peer } from './model.js';

/** An annual report as it is set beside others. */
export interface ReportText {
  organisation: OrganisationRef;
  report: AnnualReportFact;
  pieces: Pieces;
}

/** The reports of one year of all units that are assessed together. */
export interface PeerReports {
  texts: readonly ReportText[];
  index: PieceIndex<ReportText>;
}

/** A report whose title names the unit, or nobody: a portal's column holds those of its departments too. */
export function isOwnReport(report: AnnualReportFact, organisation: OrganisationRef): boolean {
  return namesUnit(report, organisation) || reportingUnit(report.title) === '';
}

/** Of several pages of the unit's own report of a year the one with most text, where that is enough to be compared. */
export function reportText(
  reports: readonly AnnualReportFact[],
  year: number,
  organisation: OrganisationRef,
  letters: number,
): ReportText | null {
  let best: AnnualReportFact | null = null;
  const own = reports.filter((report) => report.year === year && isOwnReport(report, organisation));
  for (const report of reportsOf(own, year, organisation))
    if (lettersOf(report) >= letters && (!best || lettersOf(report) > lettersOf(best))) best = report;
  return best && { organisation, report: best, pieces: piecesOfReport(best) };
}

/** Many units ask for the same list of all units, and the same report is set beside many others. */
const known = new WeakMap<readonly Peer[], Map<string, PeerReports>>();
const pieces = new WeakMap<AnnualReportFact, Pieces>();

/** The unit's own report among them. */
export function peerReports(peers: readonly Peer[], year: number, letters: number): PeerReports {
  const ofPeers = known.get(peers) ?? new Map<string, PeerReports>();
  known.set(peers, ofPeers);
  const key = `${year} ${letters}`;
  const kept = ofPeers.get(key);
  if (kept) return kept;
  const texts = peers.flatMap(
    ({ organisation, facts }) => reportText(facts.annualReports, year, organisation, letters) ?? [],
  );
  const reports = { texts, index: new PieceIndex(texts) };
  ofPeers.set(key, reports);
  return reports;
}

function lettersOf({ passages = [] }: AnnualReportFact): number {
  return passages.reduce((sum, passage) => sum + bareLetters(passage).length, 0);
}

function piecesOfReport(report: AnnualReportFact): Pieces {
  const kept = pieces.get(report) ?? piecesOf(report.passages ?? []);
  pieces.set(report, kept);
  return kept;
}
