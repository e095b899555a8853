import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { storableDate, storableJson, storableText } from './storable.js';

const rowsAtOnce = 5000;

/**
 * The one way in which many rows are written: a statement for up to 5000 rows, each column one array (`unnest`), so that
 * the number of rows never meets the limit on parameters. Columns are those the first row has; names and types come from
 * the entity. Values are made storable on the way.
 * @param onConflict what follows the rows, e.g. `on conflict do nothing`.
 */
export async function bulkInsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: Partial<Row>[],
  onConflict = '',
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { tableName, columns } = manager.dataSource.getMetadata(entity);
  const written = columns.filter((column) => column.propertyName in first);
  const names = written.map((column) => column.databaseName).join(', ');
  const arrays = written.map((column, index) => `$${index + 1}::${String(column.type)}[]`).join(', ');
  const statement = `insert into ${tableName} (${names}) select * from unnest(${arrays}) ${onConflict}`;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce);
    await manager.query(
      statement,
      written.map((column) => part.map((row) => storable(column, row[column.propertyName]))),
    );
  }
}

function storable(column: ColumnMetadata, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.type === 'jsonb') return storableJson(value);
  if (column.type === 'date') return storableDate(String(value));
  return typeof value === 'string' ? storableText(value) : value;
}
