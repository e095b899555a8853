import type { ImportRow, OrganisationRow, Stores } from '#database';
import type { BlobStore } from '#evidence';
import type { LedgerDocument } from '#indicators';
import { type LedgerRow, readLedger, readTable } from '#sheets';
import { UnitFinder } from './unit-finder.js';

/** A document as the last row about it says, and since when it is known. */
export interface ListedDocument {
  document: LedgerDocument;
  /** Instant, ISO 8601: when the first ledger with it came in. */
  since: string;
}

/** Of all standing ledgers, by unit; units of which none speaks are absent. */
export type ListedDocuments = ReadonlyMap<string, ListedDocument[]>;

/** The ledgers of documents that stand, in the order in which they came. */
export async function ledgerFiles(
  { imports }: Pick<Stores, 'imports'>,
  until: string | null = null,
): Promise<ImportRow[]> {
  return (await imports.imports(until)).filter(({ kind }) => kind === 'ledger');
}

/**
 * What ledgers say of documents. Of rows about the same document of a unit the last counts: attributes are reviewed every year.
 * A file that was handed in for some units speaks of these alone, and one of the sample of sample units.
 */
export async function listedDocuments(
  { blobs }: { blobs: BlobStore },
  files: readonly ImportRow[],
  units: readonly OrganisationRow[],
): Promise<ListedDocuments> {
  const finder = new UnitFinder(units);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Map<string, Map<string, ListedDocument>>();
  for (const file of files) {
    if (file.organisations && !file.organisations.some((id) => byId.has(id))) continue;
    for (const { organisation: name, line: _line, ...row } of await rowsOf(blobs, file)) {
      const [unit, ...more] = finder.unitsOf(name);
      if (unit === undefined || more.length > 0 || !speaksOf(file, byId.get(unit)!)) continue;
      const ofUnit = kept.get(unit) ?? new Map<string, ListedDocument>();
      kept.set(unit, ofUnit);
      const key = JSON.stringify([row.documentNumber ?? row.title, row.issuedOn]);
      const evidence = { capture: file.id, url: file.name };
      const since = ofUnit.get(key)?.since ?? file.importedAt;
      ofUnit.set(key, { document: { organisation: unit, ...row, evidence }, since });
    }
  }
  return new Map([...kept].map(([unit, documents]) => [unit, [...documents.values()]]));
}

function speaksOf({ organisations, sample }: ImportRow, unit: OrganisationRow): boolean {
  if (organisations && !organisations.includes(unit.id)) return false;
  return sample === undefined || sample === null || sample === unit.sample;
}

/** Rows of files that were read before: a file is read again whenever somebody looks, and its bytes never change. */
const read = new Map<string, LedgerRow[]>();
const mostRows = 200_000;

async function rowsOf(blobs: BlobStore, { sha256, name }: ImportRow): Promise<LedgerRow[]> {
  const key = `${sha256} ${name}`;
  const known = read.get(key);
  if (known) return known;
  const rows = readLedger(await readTable(await blobs.get(sha256), name));
  read.set(key, rows);
  let held = 0;
  for (const one of read.values()) held += one.length;
  for (const [oldest, { length }] of read) {
    if (held <= mostRows) break;
    read.delete(oldest);
    held -= length;
  }
  return rows;
}
