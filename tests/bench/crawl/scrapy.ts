import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { benchPages } from './pages.js';

// Hands the addresses of the details to Scrapy, and its result on. Scrapy is no package of ours: it is there or it is not.
const program = join(import.meta.dirname, '..', '..', '..', '..', 'tests', 'bench', 'crawl', 'scrapy_contender.py');

/** A Python that has Scrapy, or null; Debian's own may stand beside another of the same name. */
export function findScrapy(): string | null {
  const pythons = ['python3', '/usr/bin/python3'];
  return pythons.find((python) => spawnSync(python, ['-c', 'import scrapy'], { stdio: 'ignore' }).status === 0) ?? null;
}

/** Its line on standard output, and its status. */
export async function runScrapy(
  python: string,
  origin: string,
  articles: number,
): Promise<{ code: number; output: string }> {
  const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end(
    benchPages(articles)
      .details.map((path) => `${origin}${path}\n`)
      .join(''),
  );
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}
