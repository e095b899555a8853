import type { Fault } from '#kernel';
import { place, quote, refuse, type Table } from './table.js';
import { missingColumns } from './table-checks.js';

/** One matter of the portal of government services. */
export interface ServiceRow {
  name: string;
  /** The unit that handles it, as the list names it; null where it does not. */
  organisation: string | null;
}

const longestName = 300;

/**
 * Matters from a table with the column 事项名称 and, where it has one, 实施主体 (or 单位). @throws BadInput
 */
export function readServices(table: Table): ServiceRow[] {
  const faults: Fault[] = missingColumns(table, ['事项名称']);
  if (faults.length > 0) refuse(faults);
  const rows = table.rows.flatMap(({ line, cells }) => {
    const name = cells['事项名称'] ?? '';
    if (name.length <= longestName) return name === '' ? [] : [{ name, organisation: ownerOf(cells) }];
    const where = place(table.fileName, line, '事项名称');
    faults.push({ where, what: `“${quote(name)}”有 ${name.length} 个字`, accepted: `至多 ${longestName} 字` });
    return [];
  });
  if (faults.length > 0) refuse(faults);
  if (rows.length === 0)
    refuse([{ where: place(table.fileName), what: '没有事项', accepted: '每行一个事项，“事项名称”列不为空' }]);
  return rows;
}

function ownerOf(cells: Record<string, string>): string | null {
  return cells['实施主体'] || cells['单位'] || null;
}
