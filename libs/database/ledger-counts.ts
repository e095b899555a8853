import type { EntityManager } from 'typeorm';
import { LedgerSql, type LedgerQuery, type LedgerSort, type StoredColumn } from './ledger-query.js';

const counts = 'ledger_count';
const unit = 'organisation';
/** Where they are not so many times fewer than rows, rows are as soon counted. */
const timesFewer = 10;

type Connection = Pick<EntityManager, 'query'>;

const isMeasured = ({ type }: StoredColumn): boolean => ['date', 'integer', 'numeric'].includes(type);

/**
 * Counts the rows of a ledger just written: by every day and number and by unit, each together with all closed sets. Whatever is
 * asked of closed sets and of one of the others is a sum of these.
 */
export async function writeCounts(
  manager: Connection,
  assessment: string,
  ledger: string,
  { table, columns }: { table: string; columns: readonly StoredColumn[] },
): Promise<void> {
  const closed = columns.filter((column) => column.closed);
  const measured = columns.filter(isMeasured);
  const by = [{ key: unit, name: unit }, ...measured];
  const sets = by.map(({ name }) => `(${[name, ...closed.map((column) => column.name)].join(', ')})`);
  await manager.query(
    `with counted as (
       select case ${by.map(({ key, name }) => `when grouping(${name}) = 0 then '${key}'`).join(' ')} end as counted_by,
         organisation, coalesce(${['null', ...measured.map(({ name }) => `${name}::text`)].join(', ')}) as value,
         jsonb_build_object(${closed.map(({ key, name }) => `'${key}', ${name}`).join(', ')}) as choices, count(*) as rows
       from ${table} where assessment = $1 group by grouping sets (${sets.join(', ')})
     ), placed as (
       select *, row_number() over (partition by counted_by) as place, count(*) over (partition by counted_by) as kept,
         sum(rows) over (partition by counted_by) as total from counted
     ) insert into ${counts} (assessment, ledger, counted_by, place, organisation, value, choices, rows)
       select $1, $2, counted_by, place, organisation, value, choices, rows from placed where kept * ${timesFewer} <= total`,
    [assessment, ledger],
  );
}

export async function removeCounts(manager: Connection, assessments: readonly string[]): Promise<void> {
  await manager.query(`delete from ${counts} where assessment = any($1)`, [assessments]);
}

/** How many rows of a ledger a view has by what was counted; null where that does not tell them apart, or was not counted. */
export async function keptCount(
  connection: Connection,
  ledger: string,
  columns: readonly StoredColumn[],
  query: LedgerQuery,
): Promise<number | null> {
  const asked = columns.filter(({ key }) => query.filters.some((filter) => filter.key === key));
  const by = [...(query.organisations ? [unit] : []), ...asked.filter(isMeasured).map(({ key }) => key)];
  if (by.length > 1 || asked.some((column) => !column.closed && !isMeasured(column))) return null;
  const statement = new LedgerSql(counts, counted(columns)).counted(
    query,
    ledger,
    by[0] ?? unit,
    (where) => `coalesce(sum(rows) filter (where ${where}), 0)::int as count`,
  );
  const [row] = await connection.query<{ count: number }[]>(...statement);
  return row?.count ?? null;
}

/**
 * The least and the greatest value that rows have which fit a view's closed sets, where its order is by values: most of the rows
 * may come before these, as when documents in time are asked for by the days they took, longest first. Undefined where that is not known.
 */
export async function keptEnds(
  connection: Connection,
  ledger: string,
  columns: readonly StoredColumn[],
  { assessment, filters, sort }: LedgerQuery & { sort: LedgerSort },
): Promise<{ least: string | null; greatest: string | null } | undefined> {
  const closed = filters.filter(({ key }) => columns.some((column) => column.key === key && column.closed));
  if (closed.length === 0) return undefined;
  const names = counted(columns);
  const { name } = names.find(({ key }) => key === sort.key)!;
  const statement = new LedgerSql(counts, names).counted(
    { assessment, organisations: null, filters: closed, sort },
    ledger,
    sort.key,
    (where) => {
      const end = (which: string) => `(${which}(${name}) filter (where ${where}))::text`;
      return `${end('min')} as least, ${end('max')} as greatest`;
    },
  );
  const [ends] = await connection.query<{ least: string | null; greatest: string | null }[]>(...statement);
  return ends;
}

/** The columns of a ledger as its counts have them. */
function counted(columns: readonly StoredColumn[]): StoredColumn[] {
  return columns.map((column) => ({
    ...column,
    name: column.closed ? `(choices ->> '${column.key}')::${column.type}` : `value::${column.type}`,
  }));
}
