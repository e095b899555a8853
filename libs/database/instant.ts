/** SQL for a timestamp as ISO 8601 in UTC, to the millisecond, whatever time zone the session has. */
export function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
