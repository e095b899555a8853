import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The connections of a data source, as the driver keeps them. */
export const poolOf = (dataSource: Pick<DataSource, 'driver'>): Pool =>
  (dataSource.driver as unknown as { master: Pool }).master;

/**
 * Rows of a statement that nearly every request asks: each connection reads and plans it once, which takes longer than it does.
 * @param name one for each text.
 */
export async function prepared<Row extends object>(
  dataSource: Pick<DataSource, 'driver'>,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await poolOf(dataSource).query<Row>({ name, text, values });
  return rows;
}
