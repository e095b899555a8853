/** Runs a statement; a connection of `pg` or of TypeORM. */
export type Ask = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>;

/** A table as it is copied: columns in their order, without those that the database reckons itself. */
export interface TableShape {
  name: string;
  columns: string[];
}

/** Where the numbering of a column stands. */
export interface Numbering {
  table: string;
  column: string;
  /** Last number given out, as text (it may be larger than a double holds). */
  last: string;
  /** Whether that number was really given out. */
  given: boolean;
}

/** The note of what was migrated belongs to the schema, not to the data. */
export const migrationsTable = 'migrations';

/**
 * Every table of the schema, each after those that it refers to.
 * @throws Error when tables refer to each other in a circle.
 */
export async function tableShapes(ask: Ask): Promise<TableShape[]> {
  const tables = await ask<TableShape & { after: string[] }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns,
       array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
             where k.contype = 'f' and k.conrelid = c.oid and f.oid <> c.oid) as after
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> $1
     order by c.relname`,
    [migrationsTable],
  );
  const ordered = new Set<string>();
  for (let before = -1; ordered.size < tables.length && before < ordered.size;) {
    before = ordered.size;
    for (const { name, after } of tables) if (after.every((other) => ordered.has(other))) ordered.add(name);
  }
  const circle = tables.filter(({ name }) => !ordered.has(name)).map(({ name }) => name);
  if (circle.length > 0) throw new Error(`tables refer to each other in a circle: ${circle.join(', ')}`);
  const byName = new Map(tables.map(({ name, columns }) => [name, { name, columns }]));
  return [...ordered].map((name) => byName.get(name) as TableShape);
}

/** The numberings of all columns that number themselves. */
export async function numberings(ask: Ask, shapes: readonly TableShape[]): Promise<Numbering[]> {
  const owned = await ask<{ table: string; column: string; sequence: string }>(
    `select c.relname as "table", a.attname as "column", s.oid::regclass::text as sequence
     from pg_class s
     join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
       and d.deptype in ('a', 'i')
     join pg_class c on c.oid = d.refobjid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and c.relname = any($1) and c.relnamespace = current_schema()::regnamespace
     order by 1, 2`,
    [shapes.map(({ name }) => name)],
  );
  const found: Numbering[] = [];
  for (const { table, column, sequence } of owned)
    for (const { last, given } of await ask<{ last: string; given: boolean }>(
      `select last_value::text as last, is_called as given from ${sequence}`,
    ))
      found.push({ table, column, last, given });
  return found;
}

/** Tables with at least one row. */
export async function filledTables(ask: Ask): Promise<string[]> {
  const filled: string[] = [];
  for (const { name } of await tableShapes(ask)) {
    const [row] = await ask<{ filled: boolean }>(`select exists (select from ${quoted(name)}) as filled`);
    if (row?.filled) filled.push(name);
  }
  return filled;
}

/** Names of the migrations that the database has seen, oldest first; none where it was never migrated. */
export async function executedMigrations(ask: Ask): Promise<string[]> {
  const [table] = await ask<{ there: boolean }>(`select to_regclass($1) is not null as there`, [migrationsTable]);
  if (!table?.there) return [];
  const rows = await ask<{ name: string }>(`select name from ${migrationsTable} order by timestamp, id`);
  return rows.map(({ name }) => name);
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
