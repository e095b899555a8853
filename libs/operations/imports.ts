import { basename } from 'node:path';
import { type ImportKind, type ImportRow, type OrganisationRow } from '#database';
import type { Probe, ProbeLog } from '#facts';
import type { ServiceList } from '#indicators';
import { stableId } from '#kernel';
import { readProbes, readServices, readTable, type ProbeRow } from '#sheets';
import type { House } from './house.js';
import { readInput } from './units.js';
import { withoutOutages } from './probe-outages.js';

/** What the imported files say, for the units of one assessment. */
export interface Imported {
  /** By unit; units that no log speaks of are absent. */
  probes: ReadonlyMap<string, ProbeLog>;
  services: ServiceList | null;
}

/**
 * Keeps a log of visits or a list of services, to be used by every later assessment.
 * @returns how many rows it has, and how many of the known units its rows name.
 * @throws BadInput naming file, row and column of every mistake; then nothing is kept.
 */
export async function importFile(
  house: House,
  kind: ImportKind,
  path: string,
): Promise<{ rows: number; units: number }> {
  const bytes = await readInput(path);
  const name = basename(path);
  const table = await readTable(bytes, name, { keepTimes: true });
  const units = await house.organisations.listOrganisations();
  const rows = kind === 'probes' ? readProbes(table) : readServices(table);
  const sha256 = await house.blobs.put(bytes);
  const importedAt = house.clock.now().toISOString();
  await house.imports.saveImport({ id: stableId('import', kind, sha256), kind, name, sha256, importedAt });
  const finder = new UnitFinder(units);
  const named = rows.flatMap((row) => finder.unitsOf('site' in row ? row.site : (row.organisation ?? '')));
  return { rows: rows.length, units: new Set(named).size };
}

/**
 * What was imported so far: all logs together, and the last list of services.
 * @param until an instant: only what had been imported by then.
 */
export async function importedFiles(
  books: Pick<House, 'imports' | 'blobs'>,
  units: readonly OrganisationRow[],
  until: string | null = null,
): Promise<Imported> {
  const files = await books.imports.imports(until);
  const tableOf = async (file: ImportRow) =>
    readTable(await books.blobs.get(file.sha256), file.name, { keepTimes: true });
  const logs: { file: ImportRow; rows: ProbeRow[] }[] = [];
  for (const file of files) if (file.kind === 'probes') logs.push({ file, rows: readProbes(await tableOf(file)) });
  const list = files.findLast(({ kind }) => kind === 'services');
  return {
    probes: logsByUnit(logs, units),
    services: list
      ? {
          source: list.name,
          services: readServices(await tableOf(list)),
          evidence: { capture: list.id, url: list.name },
        }
      : null,
  };
}

function logsByUnit(
  logs: readonly { file: ImportRow; rows: ProbeRow[] }[],
  units: readonly OrganisationRow[],
): Map<string, ProbeLog> {
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

/** Finds units by the address of their home page or by any of their names. */
class UnitFinder {
  private readonly byKey = new Map<string, string[]>();
  private readonly known = new Map<string, string[]>();

  constructor(units: readonly OrganisationRow[]) {
    for (const { id, name, aliases, site } of units)
      for (const key of [id, name, ...aliases, ...(site ? [keyOf(site)] : [])]) {
        const ids = this.byKey.get(key) ?? [];
        this.byKey.set(key, ids);
        if (!ids.includes(id)) ids.push(id);
      }
  }

  unitsOf(site: string): string[] {
    let found = this.known.get(site);
    if (!found) {
      found = this.byKey.get(keyOf(site)) ?? [];
      this.known.set(site, found);
    }
    return found;
  }
}

/** The same for `http://host`, `https://host/` and `host`; a name is its own key. */
function keyOf(site: string): string {
  const address = /^https?:\/\//i.test(site)
    ? site
    : /^[\w.-]+\.[a-z]{2,}(?:[:/]|$)/i.test(site)
      ? `http://${site}`
      : '';
  if (!URL.canParse(address)) return site;
  const { host, pathname } = new URL(address);
  return `${host}${pathname.replace(/\/$/, '')}`;
}
