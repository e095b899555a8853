import { benchPages } from './pages.js';

/** What a contender prints: pages brought home and the seconds they took. */
export interface ContenderResult {
  pages: number;
  seconds: number;
  cpuSeconds: number;
}

/**
 * Runs one contender in this process against the server at argv[2] with argv[3] articles, after a first site at argv[5]
 * with argv[6] articles where one is given: a round lasts for hours, and an engine compiles what it runs in its first seconds.
 */
export async function runContender(work: (origin: string, details: string[]) => Promise<number>): Promise<void> {
  const [origin = '', articles = '300', , first, firstArticles] = process.argv.slice(2);
  if (first !== undefined) await work(first, benchPages(Number(firstArticles)).details);
  const { details } = benchPages(Number(articles));
  const cpu = process.cpuUsage();
  const started = performance.now();
  const pages = await work(origin, details);
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  const result: ContenderResult = { pages, seconds, cpuSeconds: (used.user + used.system) / 1e6 };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
