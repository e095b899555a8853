import { benchPages } from './pages.js';

/** What a contender prints: pages brought home and the seconds they took. */
export interface ContenderResult {
  pages: number;
  seconds: number;
  cpuSeconds: number;
}

/** Runs one contender in this process against the server at argv[2] with argv[3] articles. */
export async function runContender(work: (origin: string, details: string[]) => Promise<number>): Promise<void> {
  const origin = process.argv[2] ?? '';
  const { details } = benchPages(Number(process.argv[3] ?? 300));
  const cpu = process.cpuUsage();
  const started = performance.now();
  const pages = await work(origin, details);
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  const result: ContenderResult = { pages, seconds, cpuSeconds: (used.user + used.system) / 1e6 };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
