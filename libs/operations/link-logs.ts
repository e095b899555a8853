import { localDateOf, type LocalDate } from '#calendar';
import type { ImportRow, LinkStandingRow, OrganisationRow } from '#database';
import type { LinkLog } from '#facts';
import { stableId } from '#kernel';
import { shanghaiTime } from './clock.js';
import type { House } from './house.js';
import { UnitFinder } from './unit-finder.js';

/** A line of a log: how the links of one site stood. */
type LogLine = Pick<LinkLog, 'url' | 'at' | 'links' | 'alive' | 'faulty'>;

/** Keeps how the links of some sites stand as a log, so that scores rest on kept bytes. */
export async function keepLinkLog(
  house: Pick<House, 'blobs' | 'imports' | 'clock'>,
  sites: readonly (LinkStandingRow & { home: string })[],
): Promise<ImportRow> {
  const lines = sites.map(({ home, at, links, alive, faulty }): LogLine => ({ url: home, at, links, alive, faulty }));
  const sha256 = await house.blobs.put(Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
  const importedAt = house.clock.now().toISOString();
  const name = `本机链接检查-${shanghaiTime(Date.parse(importedAt)).replace(' ', '-').replace(':', '')}.ndjson`;
  const row: ImportRow = {
    id: stableId('import', 'links', sha256, importedAt),
    kind: 'links',
    name,
    sha256,
    importedAt,
  };
  await house.imports.saveImport(row);
  return row;
}

/**
 * How the links of units stood when they were last looked at within these days (Asia/Shanghai, both included); units whose links
 * were not looked at are absent.
 * @param until an instant: only what had been kept by then.
 */
export async function linkLogs(
  books: Pick<House, 'imports' | 'blobs'>,
  units: readonly OrganisationRow[],
  days: { from: LocalDate; to: LocalDate },
  until: string | null = null,
): Promise<Map<string, LinkLog>> {
  const finder = new UnitFinder(units);
  const found = new Map<string, LinkLog>();
  const within = (instant: string) => localDateOf(instant) >= days.from && localDateOf(instant) <= days.to;
  for (const file of await books.imports.imports(until)) {
    if (file.kind !== 'links' || !within(file.importedAt)) continue;
    const text = new TextDecoder().decode(await books.blobs.get(file.sha256));
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const log: LinkLog = { ...(JSON.parse(line) as LogLine), source: file.name, capture: file.id };
      if (within(log.at)) for (const unit of finder.unitsOf(log.url)) found.set(unit, log);
    }
  }
  return found;
}
