import type { AssessmentHead, OrganisationRow, Stores } from '#database';
import type { ColumnState } from '#indicators';
import { columnKeys, type ColumnKey } from '#programmes';

/** How the standard columns of units stand on the day of an assessment. */
export interface ColumnStates {
  /** Those that any of the units has or should have, in their usual order. */
  columns: ColumnKey[];
  units: {
    /** Id of the unit. */
    organisation: string;
    name: string;
    level: string;
    /** Name of the unit above. */
    parent: string | null;
    /** In the order of `columns`, null where nothing is asked; empty where nothing of the unit's site was kept. */
    states: (ColumnState | null)[];
  }[];
}

/**
 * Units × columns, read off the ledger of columns, which is there already.
 * @param units that may be looked into.
 */
export async function columnStates(
  stores: Stores,
  head: AssessmentHead,
  units: readonly OrganisationRow[],
): Promise<ColumnStates> {
  const rows = await stores.ledgerRows.columnStates(
    head.id,
    units.map(({ id }) => id),
  );
  const byUnit = new Map<string, Map<string, string>>();
  for (const { organisation, key, status } of rows) {
    const own = byUnit.get(organisation);
    if (own) own.set(key, status);
    else byUnit.set(organisation, new Map([[key, status]]));
  }
  const seen = new Set(rows.map(({ key }) => key));
  const columns = columnKeys.filter((key) => seen.has(key));
  return {
    columns,
    units: units.map(({ id, name, level, parent }) => {
      const own = byUnit.get(id);
      const states = own ? columns.map((key) => (own.get(key) as ColumnState | undefined) ?? null) : [];
      return { organisation: id, name, level, parent, states };
    }),
  };
}
