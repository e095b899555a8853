import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a contender prints: units that it went through, the processor's seconds that counted, and the most memory it held. */
export interface ScoringResult {
  units: number;
  seconds: number;
  /** Of the database server, while it served these units; null where there is none, or that cannot be known. */
  serverSeconds: number | null;
  peakMegabytes: number;
}

/** As many different sites as are written; units beyond them meet the same facts again. */
export const differentSites = 25;

/** Seconds of the processor since it was started; they do not grow with what else the machine does. */
export function stopwatch(): () => number {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  };
}

/** Runs a contender over the facts in the folder at argv[2], for argv[3] units. */
export async function runScoring(
  work: (
    units: number,
    factsOf: (n: number) => Promise<string>,
  ) => Promise<{ seconds: number; serverSeconds?: number | null }>,
): Promise<void> {
  const folder = process.argv[2] ?? '';
  const units = Number(process.argv[3] ?? 0);
  const { seconds, serverSeconds = null } = await work(units, (n) =>
    readFile(join(folder, `${n % differentSites}.json`), 'utf8'),
  );
  const result: ScoringResult = { units, seconds, serverSeconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
