import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';

/** Of a process of this machine: seconds that it and its ended children kept a processor busy, and its parent. */
function times(pid: number | string): { own: number; ended: number; parent: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is a name in brackets and may hold anything.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  // Clock ticks are hundredths of a second on every Linux.
  const seconds = (n: number): number => (fields[n] ?? 0) / 100;
  return { own: seconds(11) + seconds(12), ended: seconds(13) + seconds(14), parent: fields[1] ?? 0 };
}

/** Seconds that the database server kept a processor busy since it was started; null where that cannot be known. */
export async function databaseSeconds(dataSource: DataSource): Promise<number | null> {
  try {
    const [row] = await dataSource.query<{ pid: number }[]>(`select pg_backend_pid() as pid`);
    const main = times(row?.pid ?? 0).parent;
    const { own, ended } = times(main);
    const living = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(timesIfThere)
      .filter((one) => one?.parent === main);
    return living.reduce((sum, one) => sum + (one?.own ?? 0), own + ended);
  } catch {
    return null;
  }
}

function timesIfThere(pid: string): ReturnType<typeof times> | null {
  try {
    return times(pid);
  } catch {
    return null;
  }
}
