import { basename } from 'node:path';
import { type ImportKind, type ImportRow, type OrganisationRow } from '#database';
import type { Probe, ProbeLog } from '#facts';
import type { AccountList, LedgerDocument, ServiceList } from '#indicators';
import { stableId } from '#kernel';
import type { Programme } from '#programmes';
import {
  readAccounts,
  readExcuses,
  readLedger,
  readProbes,
  readRecords,
  readServices,
  readTable,
  type ProbeRow,
  type SaidChecks,
  type Table,
} from '#sheets';
import { accountsByUnit } from './account-lists.js';
import { today } from './clock.js';
import type { House } from './house.js';
import { listedDocuments } from './ledger-files.js';
import { isSaid, saidChecks } from './peoples-word.js';
import { UnitFinder } from './unit-finder.js';
import { readInput } from './units.js';
import { withoutOutages } from './probe-outages.js';

/** What the imported files say, for the units of one assessment. */
export interface Imported {
  /** By unit; units that no log speaks of are absent. */
  probes: ReadonlyMap<string, ProbeLog>;
  services: ServiceList | null;
  /** By unit; units of which no ledger speaks are absent. */
  ledgers: ReadonlyMap<string, readonly LedgerDocument[]>;
  /** By unit; units of which no list of accounts speaks are absent. */
  accounts: ReadonlyMap<string, AccountList>;
}

/** Link logs are our own, and come in by no file. */
export type FileKind = Exclude<ImportKind, 'links'>;

/** How many rows a file has, and how many of the known units its rows name. */
export interface ImportSummary {
  rows: number;
  units: number;
  /** The newest of its kind already held these bytes: nothing was added. */
  known: boolean;
}

/**
 * Keeps a log of visits, a list of services or accounts, a ledger of documents, or what people decided or excused, to be used by every later assessment.
 * @param programmes beside the built-in ones, those that decisions may speak of.
 * @throws BadInput naming file, row and column of every mistake; then nothing is kept.
 */
export async function importFile(
  house: House,
  kind: FileKind,
  path: string,
  programmes: readonly Programme[] = [],
): Promise<ImportSummary> {
  return importBytes(house, kind, { bytes: await readInput(path), name: basename(path) }, programmes);
}

/** The same for a file that is in memory. @throws BadInput */
export async function importBytes(
  house: House,
  kind: FileKind,
  { bytes, name }: { bytes: Uint8Array; name: string },
  programmes: readonly Programme[] = [],
): Promise<ImportSummary> {
  const units = await house.organisations.listOrganisations();
  const finder = new UnitFinder(units);
  const named = await namesIn({ bytes, name }, kind, () => saidChecks(finder, programmes, house, today(house.clock)));
  const sha256 = await house.blobs.put(bytes);
  const newest = (await house.imports.imports()).findLast((file) => file.kind === kind);
  const known = newest?.sha256 === sha256;
  const importedAt = house.clock.now().toISOString();
  // Of words said again after others the last counts, so that the file is one more; a log or list counts once.
  const lastCounts = isSaid(kind) || kind === 'ledger' || kind === 'accounts';
  const id = lastCounts ? stableId('import', kind, sha256, importedAt) : stableId('import', kind, sha256);
  if (!known) await house.imports.saveImport({ id, kind, name, sha256, importedAt });
  return { rows: named.length, units: new Set(named.flatMap((one) => finder.unitsOf(one))).size, known };
}

/** The unit that each row names. */
async function namesIn(
  { bytes, name }: { bytes: Uint8Array; name: string },
  kind: FileKind,
  checks: () => Promise<SaidChecks>,
): Promise<string[]> {
  const table = await readTable(bytes, name, { keepTimes: hasTimes(kind) });
  if (kind === 'probes') return readProbes(table).map(({ site }) => site);
  if (kind === 'services') return readServices(table).map(({ organisation }) => organisation ?? '');
  const read = { records: readRecords, excuses: readExcuses, ledger: readLedger, accounts: readAccounts }[kind];
  return read(table, await checks()).map(({ organisation }) => organisation);
}

/** Whether what is read of such a file may be a time of day. */
function hasTimes(kind: ImportKind): boolean {
  return kind === 'probes' || kind === 'services';
}

interface FileRows<Row> {
  file: ImportRow;
  rows: Row[];
}

/**
 * What was imported so far: all logs together, the last list of services, all ledgers, each unit's last list of accounts.
 * @param until an instant: only what had been imported by then.
 */
export async function importedFiles(
  books: Pick<House, 'imports' | 'blobs'>,
  units: readonly OrganisationRow[],
  until: string | null = null,
): Promise<Imported> {
  const files = await books.imports.imports(until);
  const tableOf = async (file: ImportRow) =>
    readTable(await books.blobs.get(file.sha256), file.name, { keepTimes: hasTimes(file.kind) });
  const rowsOf = async <Row>(kind: ImportKind, read: (table: Table) => Row[]): Promise<FileRows<Row>[]> => {
    const all = [];
    for (const file of files) if (file.kind === kind) all.push({ file, rows: read(await tableOf(file)) });
    return all;
  };
  const list = files.findLast(({ kind }) => kind === 'services');
  const ledgers = files.filter(({ kind }) => kind === 'ledger');
  const listed = await listedDocuments(books, ledgers, units);
  return {
    probes: logsByUnit(await rowsOf('probes', readProbes), units),
    ledgers: new Map([...listed].map(([unit, documents]) => [unit, documents.map(({ document }) => document)])),
    accounts: accountsByUnit(await rowsOf('accounts', readAccounts), units),
    services: list
      ? {
          source: list.name,
          services: readServices(await tableOf(list)),
          evidence: { capture: list.id, url: list.name },
        }
      : null,
  };
}

function logsByUnit(logs: readonly FileRows<ProbeRow>[], units: readonly OrganisationRow[]): Map<string, ProbeLog> {
  const sound = new Set(withoutOutages(logs.flatMap(({ rows }) => rows)));
  const finder = new UnitFinder(units);
  const byUnit = new Map<string, { probes: Probe[]; files: Set<ImportRow> }>();
  for (const { file, rows } of logs)
    for (const row of rows) {
      if (!sound.has(row)) continue;
      for (const unit of finder.unitsOf(row.site)) {
        const kept = byUnit.get(unit) ?? { probes: [], files: new Set() };
        byUnit.set(unit, kept);
        kept.files.add(file);
        kept.probes.push({ at: row.at, outcome: row.outcome, ms: row.ms });
      }
    }
  const siteOf = new Map(units.map(({ id, name, site }) => [id, site ?? name]));
  return new Map(
    [...byUnit].map(([unit, { probes, files }]) => {
      const last = [...files].at(-1)!;
      const source = [...files].map(({ name }) => name).join('、');
      return [unit, { url: siteOf.get(unit) ?? '', source, capture: last.id, probes }];
    }),
  );
}
