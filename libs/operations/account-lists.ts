import { localDateOf } from '#calendar';
import type { ImportRow, OrganisationRow } from '#database';
import type { AccountList, NewMediaAccount } from '#indicators';
import type { AccountRow } from '#sheets';
import { UnitFinder } from './unit-finder.js';

/**
 * A list tells how things stand, so of a unit the last file that names it counts as a whole: an account that is no more in it is
 * no more there. A name that several units bear means none of them.
 * @param files oldest first.
 */
export function accountsByUnit(
  files: readonly { file: ImportRow; rows: readonly AccountRow[] }[],
  units: readonly OrganisationRow[],
): Map<string, AccountList> {
  const finder = new UnitFinder(units);
  const byUnit = new Map<string, AccountList>();
  for (const { file, rows } of files) {
    const ofFile = new Map<string, NewMediaAccount[]>();
    for (const { organisation, platform, account } of rows) {
      const [unit, ...more] = finder.unitsOf(organisation);
      if (unit === undefined || more.length > 0) continue;
      const kept = ofFile.get(unit) ?? [];
      ofFile.set(unit, kept);
      if (platform !== null && account) kept.push({ platform, ...account });
    }
    const about = { listedOn: localDateOf(file.importedAt), evidence: { capture: file.id, url: file.name } };
    for (const [organisation, accounts] of ofFile) byUnit.set(organisation, { organisation, accounts, ...about });
  }
  return byUnit;
}
