import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { blobReferencesIn, blobsLock } from '../blob-references.js';
import { writePart, type Part } from './parts.js';
import {
  executedMigrations,
  numberings,
  quoted,
  tableShapes,
  type Ask,
  type Numbering,
  type TableShape,
} from './table-shapes.js';

export interface TablePart extends TableShape, Part {
  rows: number;
}

/** The data of a database at one instant. */
export interface TablesDump {
  /** Names of the migrations that shaped it, oldest first. */
  migrations: string[];
  /** Each after those that it refers to. */
  tables: TablePart[];
  numberings: Numbering[];
  /** Hashes of all blobs that the data name, sorted, one a line. */
  blobs: Part & { count: number };
}

/** What makes values leave and enter a database in the same words, whatever it was set to. */
export const sameWords = [
  `set client_encoding = 'UTF8'`,
  `set datestyle = 'ISO, YMD'`,
  `set intervalstyle = 'iso_8601'`,
  `set timezone = 'UTC'`,
  `set extra_float_digits = 1`,
  `set statement_timeout = 0`,
  `set idle_in_transaction_session_timeout = 0`,
];

/**
 * Writes all tables of one snapshot as parts into the folder, while others go on writing to the database; then does the
 * rest of a backup, during which nobody clears out blobs. Memory does not grow with the data. Jobs that wait are no data.
 */
export async function dumpTables<T>(url: string, folder: string, rest: (dump: TablesDump) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'mingjing-backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const statement of sameWords) await client.query(statement);
    await client.query(`select pg_advisory_lock_shared(${blobsLock})`);
    await client.query('begin isolation level repeatable read, read only');
    const dump = await dumpSnapshot(client, folder);
    await client.query('commit');
    return await rest(dump);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function dumpSnapshot(client: pg.Client, folder: string): Promise<TablesDump> {
  const ask: Ask = async <Row>(statement: string, values?: unknown[]) =>
    (await client.query(statement, values)).rows as Row[];
  const copy = async (file: string, source: string): Promise<Part & { rows: number }> => {
    const rows = client.query(copyTo(`copy ${source} to stdout`));
    const part = await writePart(folder, file, rows);
    return { ...part, rows: rows.rowCount };
  };
  const migrations = await executedMigrations(ask);
  const shapes = await tableShapes(ask);
  const tables: TablePart[] = [];
  for (const { name, columns } of shapes) {
    const part = await copy(`tables/${name}.gz`, `${quoted(name)} (${columns.map(quoted).join(', ')})`);
    tables.push({ name, columns, ...part });
  }
  const named = `select sha256 from (${blobReferencesIn(shapes)}) named where sha256 is not null order by sha256 collate "C"`;
  const { rows: count, ...blobs } = await copy('blobs.gz', `(${named})`);
  return { migrations, tables, numberings: await numberings(ask, shapes), blobs: { ...blobs, count } };
}
